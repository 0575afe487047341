"""The glossary as readers get it."""

from pathlib import Path

import pytest

from data.glossary import load_glossary
from data.load import DataError

FORMS = "{en: [fear], lt: [baimė], ru: [страх], fr: [peur], ar: [الخوف]}"


def write(folder: Path, root: Path, attested: str) -> None:
    schema = folder / "schema"
    schema.mkdir()
    (schema / "glossary.yml").write_bytes((root / "docs/data/schema/glossary.yml").read_bytes())
    lines = ["sources: {who: A fact sheet, atlas: An atlas}", "terms:", f"- id: fear\n  forms: {FORMS}"]
    (folder / "glossary.yml").write_text("\n".join([*lines, f"  attested: {{lt: {attested}}}"]), encoding="utf-8")


def test_a_wording_names_its_source_by_number(tmp_path: Path, root: Path) -> None:
    write(tmp_path, root, "atlas")
    glossary = load_glossary(tmp_path)
    assert [(found.number, found.source) for found in glossary.sources] == [(1, "A fact sheet"), (2, "An atlas")]
    (term,) = glossary.terms
    assert (term.id, term.forms["lt"], term.attested) == ("fear", ("baimė",), {"lt": glossary.sources[1]})


def test_a_source_that_is_not_listed_is_named_with_its_line(tmp_path: Path, root: Path) -> None:
    write(tmp_path, root, "nobody")
    with pytest.raises(DataError, match=r"glossary\.yml:5: nobody is not among the sources"):
        load_glossary(tmp_path)
