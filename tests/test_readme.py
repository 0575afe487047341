"""What README points to is there."""

import re
from pathlib import Path


def test_every_relative_link_leads_to_a_file(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    targets = [t for t in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in t]
    assert targets
    assert [target for target in targets if not (root / target).is_file()] == []


def test_every_tag_of_the_texts_is_in_the_table(root: Path) -> None:
    from hooks.tags import KNOWN

    text = (root / "README.md").read_text(encoding="utf-8")
    assert [name for name in KNOWN if f"`{{{{ {name}" not in text] == []
