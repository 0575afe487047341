"""The pictures of README that show the checker at work: each module runs one command and draws what it printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from readme_pictures import explain, table

# Name in .readme -> what draws it: the repository in, SVG out. Raises ValueError where it cannot.
PICTURES: dict[str, Callable[[Path], str]] = {"explain.svg": explain.draw, "table.svg": table.draw}
