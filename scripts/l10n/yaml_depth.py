"""YAML nested so deeply that libyaml's composer would overflow the stack and end the process without a word."""

from __future__ import annotations

import re

MOST = 500
# Every level of block style stands at least one column further to the right, or behind one more mark.
_BLOCK = re.compile(rf"^[ \t?-]{{{MOST}}}", re.MULTILINE)
_FLOW = re.compile(r"[\[\]{}]")


def nested_too_deeply(text: str) -> bool:
    """Whether a YAML text may be nested deeper than anybody means; brackets within texts count too."""
    if _BLOCK.search(text):
        return True
    if text.count("[") + text.count("{") < MOST:
        return False
    depth = 0
    for match in _FLOW.finditer(text):
        depth = max(depth + (1 if match.group() in "[{" else -1), 0)
        if depth >= MOST:
            return True
    return False
