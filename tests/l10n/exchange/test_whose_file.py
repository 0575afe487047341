"""Which page and language a file is for; one that is for none hides no other."""

from __future__ import annotations

import re
import shutil

from tools import fill

from .conftest import edit


def test_a_file_for_another_language_or_page(desk, page, form):
    file = desk.export(form)
    text = file.read_text(encoding="utf-8")
    fields = {"target": 'target-language="', "source": 'source-language="', "page": 'original="'}
    if form == "po":
        fields = {"target": '"Language: ', "source": '"X-Source-Language: ', "page": '"X-L10n-Page: '}
    for name, new, said in (
        ("target", "de", "is for the language 'de'; this site is translated into: lt."),
        ("source", "fr", "is translated from fr; the source language of this site is en"),
        ("page", "gone.md", "is for the page 'gone.md', which the source does not have"),
    ):
        other, count = re.subn(rf"({re.escape(fields[name])})[\w.]+", rf"\g<1>{new}", text)
        assert count == 1
        file.write_text(other, encoding="utf-8")
        code, out = desk.run("import", str(file))
        assert code == 2
        assert said in out


def test_the_code_of_a_language_may_have_a_country(desk, page):
    file = desk.export()
    edit(file, 'target-language="lt"', 'target-language="lt-LT"')
    edit(file, "vienas", "vienintelis")
    assert desk.run("import", str(file))[0] == 0


def test_one_bad_file_does_not_hide_another(desk, page, form):
    file = desk.export(form)
    edit(file, "vienas", "vienintelis")
    (file.parent / "a.xlf").write_text("nothing")
    code, said = desk.run("import", str(file.parent))
    assert code == 2
    assert "a.xlf: is no XML" in said
    assert "vienintelis" in page.read_text(encoding="utf-8")


def test_suffix_layout(copy_site, form, capsys):
    from l10n.cli import main

    config = copy_site("clean-suffix")
    before = (config.parent / "docs" / "page.lt.md").read_bytes()
    out = config.parent / "out"
    assert main(["export", "lt", "--config", str(config), "--format", form, "-o", str(out)]) == 0
    assert main(["import", "--config", str(config), str(out)]) == 0
    assert (config.parent / "docs" / "page.lt.md").read_bytes() == before
    for name in ("page", "other"):
        (config.parent / "docs" / f"{name}.lt.md").unlink()
    shutil.rmtree(out)
    assert main(["export", "lt", "--config", str(config), "--format", form, "-o", str(out)]) == 0
    for file in out.iterdir():
        fill(file)
    assert main(["import", "--config", str(config), str(out)]) == 0
    assert main(["check", "--strict", "--config", str(config)]) == 0
