"""Files that are no files of ours, and files that want to do harm: one sentence, exit code 2, no traceback."""

from __future__ import annotations

import time

import pytest

XLIFF = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">{}</xliff>'
FILE = '<file original="page.md" source-language="en" target-language="lt" datatype="x-markdown">{}</file>'
GROUP = '<body><group id="_intro" extradata="{digest}">{units}</group></body>'
UNIT = '<trans-unit id="_intro/1" xml:space="preserve"><source>Some words.</source><target>{}</target></trans-unit>'
BOMB = """<?xml version="1.0"?>
<!DOCTYPE xliff [
<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">
{}]>
""".format("".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 20}">\n' for i in range(12)))
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
REMOTE = '<?xml version="1.0"?><!DOCTYPE xliff SYSTEM "http://127.0.0.1:9/x.dtd">'
PO = 'msgid ""\nmsgstr ""\n"Language: lt\\n"\n"X-Source-Language: en\\n"\n"X-L10n-Page: page.md\\n"\n'


def xliff(target: str, digest: str = "{digest}") -> str:
    return XLIFF.format(FILE.format(GROUP.format(digest=digest, units=UNIT.format(target))))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xlf", b"", "is no XML"),
        ("a.xlf", b"\xff\xfe\x00", "is no XML"),
        ("a.xlf", b"\x00\x01\x02", "is no XML"),
        ("a.xlf", b"<a>", "is no XLIFF 1.2"),
        ("a.xlf", b"<html><body>words</body></html>", "is no XLIFF 1.2"),
        ("a.xlf", XLIFF.format("").encode(), "is no XLIFF 1.2"),
        ("a.xlf", XLIFF.format(FILE.format("<body/>")).encode(), "its sections lack their digests"),
        ("a.xlf", XLIFF.format(FILE.format("<body/>") * 2).encode(), "holds 2 files"),
        ("a.xlf", XLIFF.replace("1.2", "2.0").format("").encode(), "is no XLIFF 1.2"),
        ("a.xlf", (BOMB + xliff("&m;")).encode(), "declares a document type"),
        ("a.xlf", (OUTSIDE + xliff("&x;")).encode(), "declares a document type"),
        ("a.xlf", (REMOTE + xliff("x")).encode(), "declares a document type"),
        ("a.xlf", (BOMB + xliff("&m;")).replace('"1.0"', '"1.0" encoding="UTF-16"').encode("utf-16"), "document type"),
        ("a.xlf", xliff("&unknown;").encode(), "is no XLIFF 1.2"),
        ("a.xlf", b"<g>" * 100_000, "is no XLIFF 1.2"),
        ("a.xlf", xliff("<g>" * 5000 + "</g>" * 5000).encode(), "is no XLIFF 1.2"),
        ("a.po", b"", "its header lacks X-L10n-Page"),
        ("a.po", b"\xff\xfe\x00\x00", "is no PO file"),
        ("a.po", b"not a catalogue at all", "is no PO file"),
        ("a.po", PO.encode(), "its header lacks X-L10n-Page or X-L10n-Sections"),
        ("a.po", b'msgid "a"\nmsgstr "b"\n', "its header lacks X-L10n-Page"),
        ("a.po", b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=nonsense\\n"\n', "is no PO file"),
        ("a.po", b'msgid "unclosed\n', "a.po"),
        ("a.txt", b"words", "is neither .xlf nor .po"),
    ],
)
def test_what_is_none_of_ours(name, data, said, desk):
    desk.page("en", "Some words.\n")
    (desk.root / name).write_bytes(data)
    start = time.perf_counter()
    code, out = desk.run("import", str(desk.root / name))
    assert time.perf_counter() - start < 5
    assert (code, out.count("\n")) == (2, 1)
    assert said in out
    assert "root:" not in out
    assert not (desk.root / "docs" / "lt").exists()


def test_a_file_that_is_not_there(desk):
    desk.page("en", "Some words.\n")
    code, out = desk.run("import", str(desk.root / "none.xlf"))
    assert code == 2
    assert "none.xlf: cannot be read (No such file or directory)" in out


def test_a_huge_file(desk):
    desk.page("en", "Some words.\n")
    with (desk.root / "a.xlf").open("wb") as stream:
        stream.truncate(30 * 1024 * 1024)
    assert "is larger than 20 MB" in desk.run("import", str(desk.root / "a.xlf"))[1]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-13"])
def test_encodings_of_xliff(encoding, desk):
    desk.page("en", "Some words.\n")
    file = desk.export()
    text = file.read_text(encoding="utf-8").replace('state="needs-translation">', ">Keli žodžiai.", 1)
    file.write_bytes(text.replace("UTF-8", encoding.removesuffix("-sig")).encode(encoding))
    assert desk.run("import", str(file))[0] == 0
    assert "Keli žodžiai." in (desk.root / "docs" / "lt" / "page.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "iso-8859-13"])
def test_encodings_of_po(encoding, desk):
    desk.page("en", "Some words.\n")
    file = desk.export("po")
    text = file.read_text(encoding="utf-8").replace('words."\nmsgstr ""', 'words."\nmsgstr "Keli žodžiai."')
    file.write_bytes(text.replace("UTF-8", encoding.removesuffix("-sig")).encode(encoding))
    assert desk.run("import", str(file))[0] == 0
    assert "Keli žodžiai." in (desk.root / "docs" / "lt" / "page.md").read_text(encoding="utf-8")


def test_a_control_character_cannot_go_into_xliff(desk):
    desk.page("en", "Some\x0b words.\n")
    code, out = desk.run("export", "lt", "-o", str(desk.root / "out"))
    assert code == 2
    assert "docs/en/page.md:1: holds the control character U+000B" in out
    assert desk.run("export", "lt", "--format", "po", "-o", str(desk.root / "out"))[0] == 0


def test_an_unreadable_page_does_not_hide_the_others(desk, form):
    desk.page("en", "Some words.\n")
    desk.page("en", b"\xff\xfe", "bad.md")
    code, out = desk.run("export", "lt", "--format", form, "-o", str(desk.root / "out"))
    assert code == 2
    assert "docs/en/bad.md:1: The file is not UTF-8." in out
    assert "page." in out
    assert len(list((desk.root / "out").iterdir())) == 1


def test_work_of_a_translator_is_not_written_over(desk, form):
    desk.page("en", "Some words.\n")
    file = desk.export(form)
    before = file.read_bytes()
    again = ("export", "lt", "--format", form, "-o", str(file.parent))
    assert desk.run(*again)[0] == 0  # the same file
    file.write_bytes(before + b"\n")
    code, out = desk.run(*again)
    assert code == 2
    assert "is there already, perhaps with a translator's work" in out
    assert file.read_bytes() == before + b"\n"


def test_one_file_for_one_page(desk, form):
    suffix = ".po" if form == "po" else ".xlf"
    desk.page("en", "Some words.\n")
    desk.page("en", "Some words.\n", "other.md")
    one = str(desk.root / f"one{suffix}")
    code, out = desk.run("export", "lt", "--format", form, "-o", one)
    assert code == 2
    assert "one file is for one page, and there are 2; name a folder." in out
    page = str(desk.root / "docs" / "en" / "page.md")
    assert desk.run("export", "lt", page, "--format", form, "-o", one)[0] == 0
    assert (desk.root / f"one{suffix}").is_file()


def test_a_locale_that_the_site_does_not_have(desk):
    desk.page("en", "Some words.\n")
    code, out = desk.run("export", "de", "-o", str(desk.root / "out"))
    assert code == 2
    assert out == "de: is no translation of this site; name one of: lt.\n"


def test_nothing_to_translate(desk):
    desk.page("en", "Some words.\n")
    desk.stamped("lt", "Keli žodžiai.\n")
    code, out = desk.run("export", "lt", "--only", "stale", "-o", str(desk.root / "out"))
    assert (code, out) == (0, "export: nothing to translate into lt.\n")
    assert not (desk.root / "out").exists()
