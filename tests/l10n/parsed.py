"""The same facts as `built.py`, read from the checker's own parser."""

from __future__ import annotations

from built import Facts

from l10n.dialect import BlockKind, parse


def parsed_facts(text: str) -> Facts:
    """The facts of a text as the checker sees it, footnote definitions left out."""
    document = parse(text.removeprefix("\ufeff"))
    facts = Facts()
    for block in document.blocks:
        if block.path.startswith("footnote") or block.kind is BlockKind.ABBREVIATION:
            continue
        if block.kind is BlockKind.HEADING:
            facts.headings.append((block.level, block.name, " ".join(block.inline.plain.split())))
        elif block.kind is BlockKind.TABLE:
            facts.tables.append((len(block.rows), len(block.rows[0])))
        elif block.kind is BlockKind.CODE:
            language = "" if block.name == "text" else block.name
            facts.codes.append((language, block.text.strip("\n")))
        if block.kind is not BlockKind.CODE:
            facts.links += [target for target, _ in block.inline.links]
            facts.images += [target for target, _ in block.inline.images]
    facts.lists = [shape.shape for shape in document.lists if not shape.in_footnote]
    return facts
