"""The Unicode Bidirectional Algorithm (UAX 9): in which order the characters of a paragraph are shown.

Rules are named as there. What differs: the text is one line, and its line ends are the blanks that a browser makes of
them. tests/browser holds the result against Chromium.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import bidirectional

ISOLATES = {"LRI", "RLI", "FSI"}
EMBEDDINGS = {"LRE": ("L", ""), "RLE": ("R", ""), "LRO": ("L", "L"), "RLO": ("R", "R")}
REMOVED = {"LRE", "RLE", "LRO", "RLO", "PDF", "BN"}
NEUTRAL = {"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"}
BRACKETS = {
    "(": ")",
    "[": "]",
    "{": "}",
    "⟨": "⟩",
    "〈": "〉",
    "「": "」",
    "『": "』",
    "（": "）",
    "［": "］",
    "⦅": "⦆",
}
CLOSING = {closing: opening for opening, closing in BRACKETS.items()}
MAX_DEPTH = 125


def visual_order(text: str, *, rtl: bool) -> list[int]:
    """The positions of the characters from left to right, as a paragraph of that direction shows them in one line."""
    base = 1 if rtl else 0
    classes = [bidirectional(character) or "L" if character != "\n" else "WS" for character in text]
    levels = _levels(text, classes, base)
    order = [index for index in range(len(text)) if levels[index] >= 0]
    for level in range(max(levels, default=0), 0, -1):  # L2
        at = 0
        while at < len(order):
            if levels[order[at]] < level:
                at += 1
                continue
            end = at
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[at:end] = order[at:end][::-1]
            at = end
    return order


def _levels(text: str, original: list[str], base: int) -> list[int]:
    """The level of each character; -1 for those that are not shown (X9)."""
    classes = original[:]
    explicit, matching = _explicit(text, classes, base)
    levels = explicit[:]
    for sequence in _sequences(classes, explicit, matching):
        kinds = _resolved(text, classes, explicit, sequence, base)
        for at, kind in zip(sequence, kinds, strict=True):  # I1, I2
            if explicit[at] % 2 == 0:
                levels[at] += {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
            elif kind != "R":
                levels[at] += 1
    for index in range(len(text) - 1, -1, -1):  # L1: blanks at the end of the line
        if original[index] in ("WS", "B", "S") or original[index] in ISOLATES or original[index] == "PDI":
            levels[index] = base
        elif levels[index] != -1:
            break
    return levels


def _explicit(text: str, classes: list[str], base: int) -> tuple[list[int], dict[int, int]]:
    """Levels by embeddings and isolates (X1 to X8), and isolate initiator -> its PDI (BD9); overrides change classes."""
    matching = _matching(classes)
    closing = set(matching.values())
    levels: list[int] = []
    stack = [(base, "", False)]
    too_deep = too_deep_isolates = 0
    for index, kind in enumerate(classes[:]):
        level, override, _ = stack[-1]
        levels.append(-1 if kind in REMOVED else level)
        if kind in EMBEDDINGS or kind in ISOLATES:
            if kind in ISOLATES and override:
                classes[index] = override
            direction, forced = EMBEDDINGS.get(kind, (_direction(text, classes, index, kind, matching), ""))
            deeper = level + 1 + (level % 2 == (direction == "R"))
            if deeper <= MAX_DEPTH and not too_deep and not too_deep_isolates:
                stack.append((deeper, forced, kind in ISOLATES))
            elif kind in ISOLATES:
                too_deep_isolates += 1
            elif not too_deep_isolates:
                too_deep += 1
        elif kind == "PDI":
            if too_deep_isolates:
                too_deep_isolates -= 1
            elif index in closing and any(isolate for _, _, isolate in stack):
                too_deep = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
            levels[index], override, _ = stack[-1]
            if override:
                classes[index] = override
        elif kind == "PDF":
            if not too_deep_isolates:
                if too_deep:
                    too_deep -= 1
                elif not stack[-1][2] and len(stack) > 1:
                    stack.pop()
        elif override and kind != "BN":
            classes[index] = override
    return levels, matching


def _matching(classes: list[str]) -> dict[int, int]:
    """Isolate initiator -> the PDI that ends it."""
    opened: list[int] = []
    found = {}
    for index, kind in enumerate(classes):
        if kind in ISOLATES:
            opened.append(index)
        elif kind == "PDI" and opened:
            found[opened.pop()] = index
    return found


def _direction(text: str, classes: list[str], index: int, kind: str, matching: dict[int, int]) -> str:
    """The direction of an isolate; of FSI the first strong character inside (P2, P3)."""
    if kind != "FSI":
        return "R" if kind == "RLI" else "L"
    at, end = index + 1, matching.get(index, len(text))
    while at < end:
        if classes[at] in ISOLATES:
            at = matching.get(at, end)
        elif classes[at] in ("L", "R", "AL"):
            return "L" if classes[at] == "L" else "R"
        at += 1
    return "L"


def _sequences(classes: list[str], levels: list[int], matching: dict[int, int]) -> Iterator[list[int]]:
    """The isolating run sequences (BD13): runs of one level, joined across isolates."""
    runs: list[list[int]] = []
    for index, level in enumerate(levels):
        if level == -1:
            continue
        if runs and levels[runs[-1][-1]] == level:
            runs[-1].append(index)
        else:
            runs.append([index])
    begins = {run[0]: run for run in runs}
    continued = {end for start, end in matching.items() if end in begins}
    for run in runs:
        if run[0] in continued:
            continue
        sequence = run[:]
        while sequence[-1] in matching and matching[sequence[-1]] in begins:
            sequence += begins[matching[sequence[-1]]]
        yield sequence


def _resolved(text: str, classes: list[str], levels: list[int], sequence: list[int], base: int) -> list[str]:
    """The classes of one sequence after W1 to N2: L, R, EN or AN."""
    level = levels[sequence[0]]
    before = next((levels[i] for i in range(sequence[0] - 1, -1, -1) if levels[i] != -1), base)
    last = sequence[-1]
    after = next((levels[i] for i in range(last + 1, len(levels)) if levels[i] != -1), base)
    if classes[last] in ISOLATES:
        after = base
    start, end = ("R" if max(level, other) % 2 else "L" for other in (before, after))
    kinds = [classes[index] for index in sequence]
    _weak(kinds, start)
    _brackets([text[index] for index in sequence], kinds, start, "R" if level % 2 else "L")
    _neutral(kinds, start, end, "R" if level % 2 else "L")
    return kinds


def _weak(kinds: list[str], start: str) -> None:
    previous = start
    for index, kind in enumerate(kinds):  # W1
        if kind == "NSM":
            kinds[index] = "ON" if previous in ISOLATES or previous == "PDI" else previous
        previous = kinds[index]
    strong = start
    for index, kind in enumerate(kinds):  # W2, W3
        if kind in ("L", "R", "AL"):
            strong = kind
            kinds[index] = "R" if kind == "AL" else kind
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"
    for index in range(1, len(kinds) - 1):  # W4
        around = kinds[index - 1]
        if around == kinds[index + 1] and (
            (kinds[index] == "ES" and around == "EN") or (kinds[index] == "CS" and around in ("EN", "AN"))
        ):
            kinds[index] = around
    at = 0
    while at < len(kinds):  # W5, W6
        if kinds[at] not in ("ET", "ES", "CS"):
            at += 1
            continue
        end = at
        while kinds[at] == "ET" and end < len(kinds) and kinds[end] == "ET":
            end += 1
        end = max(end, at + 1)
        number = kinds[at] == "ET" and "EN" in (kinds[at - 1] if at else "", kinds[end] if end < len(kinds) else "")
        kinds[at:end] = ["EN" if number else "ON"] * (end - at)
        at = end
    strong = start
    for index, kind in enumerate(kinds):  # W7
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"


def _strong(kind: str) -> str:
    return "R" if kind in ("R", "EN", "AN") else kind if kind == "L" else ""


def _brackets(characters: list[str], kinds: list[str], start: str, embedding: str) -> None:
    """N0: a pair of brackets takes the direction of what is in it."""
    opened: list[tuple[str, int]] = []
    pairs = []
    for index, character in enumerate(characters):
        if kinds[index] != "ON":
            continue
        if character in BRACKETS:
            opened.append((character, index))
        elif character in CLOSING:
            for place in range(len(opened) - 1, -1, -1):
                if opened[place][0] == CLOSING[character]:
                    pairs.append((opened[place][1], index))
                    del opened[place:]
                    break
    for first, last in sorted(pairs):
        inside = {_strong(kind) for kind in kinds[first + 1 : last]} - {""}
        if not inside:
            continue
        direction = embedding
        if embedding not in inside:
            context = next((_strong(kind) for kind in reversed(kinds[:first]) if _strong(kind)), start)
            direction = context if context != embedding else embedding
        kinds[first] = kinds[last] = direction


def _neutral(kinds: list[str], start: str, end: str, embedding: str) -> None:
    """N1 and N2: neutrals between two of one direction take it, the others that of the embedding."""
    at = 0
    while at < len(kinds):
        if kinds[at] not in NEUTRAL:
            at += 1
            continue
        stop = at
        while stop < len(kinds) and kinds[stop] in NEUTRAL:
            stop += 1
        left = _strong(kinds[at - 1]) if at else start
        right = _strong(kinds[stop]) if stop < len(kinds) else end
        kinds[at:stop] = [left if left == right else embedding] * (stop - at)
        at = stop
