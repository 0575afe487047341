"""What two collections do not share, as messages tell it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

SHOWN = 5
WIDTH = 80


def told(lost: Collection[str], more: Collection[str]) -> str:
    """`missing: a, b; not in the source: c`, each value on one line and not too long, of many the first few."""
    parts = [f"missing: {_listed(lost)}"] if lost else []
    parts += [f"not in the source: {_listed(more)}"] if more else []
    return "; ".join(parts)


def shortened(text: str, width: int = WIDTH) -> str:
    """A text on one line, cut when it is longer than `width`."""
    text = " ".join(text[: 4 * width].split())
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def _listed(values: Iterable[str]) -> str:
    ordered = sorted(values)
    listed = ", ".join(map(shortened, ordered[:SHOWN]))
    return listed if len(ordered) <= SHOWN else f"{listed} and {len(ordered) - SHOWN} more"
