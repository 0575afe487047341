"""What a command prints in a terminal, as SVG that loads nothing: the fonts are those of the reader's machine."""

from __future__ import annotations

import io

from rich.console import Console
from rich.terminal_theme import TerminalTheme

# Light, as README is by default; each colour has a contrast of 4.5 or more against the ground.
THEME = TerminalTheme(
    (246, 248, 250),
    (31, 35, 40),
    [
        (31, 35, 40),
        (179, 29, 40),
        (17, 99, 41),
        (125, 78, 0),
        (9, 105, 218),
        (130, 80, 223),
        (27, 100, 120),
        (87, 96, 106),
    ],
)
# rich's own template fetches a font from a network of other people.
FORMAT = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">
<style>
.{unique_id}-matrix {{ font: {char_height}px/{line_height}px ui-monospace, SFMono-Regular, Menlo, Consolas, \
"DejaVu Sans Mono", monospace; }}
.{unique_id}-title {{ display: none; }}
{styles}
</style>
<defs>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})">{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""


def recorder(width: int = 110) -> Console:
    """A console that records what is printed on it."""
    return Console(record=True, width=width, file=io.StringIO(), force_terminal=True, highlight=False)


def svg(console: Console) -> str:
    """What was printed on a recorder, without the buttons of a window."""
    drawn = console.export_svg(title="", theme=THEME, code_format=FORMAT, unique_id="t")
    return "".join(line.rstrip() + "\n" for line in drawn.split("\n") if line.strip() and "<circle" not in line)
