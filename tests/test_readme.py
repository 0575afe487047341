"""What README points to is there."""

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree


def test_every_relative_link_leads_to_a_file(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    targets = [t for t in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in t]
    assert targets
    assert [target for target in targets if not (root / target).is_file()] == []


def test_every_tag_of_the_texts_is_in_the_table(root: Path) -> None:
    from hooks.tags import KNOWN

    text = (root / "README.md").read_text(encoding="utf-8")
    assert [name for name in KNOWN if f"`{{{{ {name}" not in text] == []


def test_pictures_are_drawn_and_shown(root: Path) -> None:
    """Each is made from a real run, stands in README and loads nothing from anywhere."""
    from readme_pictures import PICTURES

    text = (root / "README.md").read_text(encoding="utf-8")
    for name, draw in PICTURES.items():
        assert f"](.readme/{name})" in text
        for svg in (draw(root), (root / ".readme" / name).read_text(encoding="utf-8")):
            assert ElementTree.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"
            assert "@font-face" not in svg and "url(http" not in svg and svg.count("://") == 1


def test_every_package_has_its_reason(root: Path) -> None:
    groups = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    text = (root / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"[\w-]+", text.split("## Dependencies", 1)[1]))
    assert {pin.partition("==")[0] for group in groups.values() for pin in group} - named == set()
