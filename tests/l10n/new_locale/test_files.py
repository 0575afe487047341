"""Files with one language more: whatever their style, every byte that was there stays."""

from __future__ import annotations

import pytest
import yaml

from l10n.errors import UserError
from l10n.new_locale import read_code, scaffold
from l10n.site import load_site

CODES = ("en", "lt")
PLUGINS = {
    "block": "plugins:\n  - search\n  - i18n:   # languages\n      languages:\n        - {locale: en, name: English, default: true}   # source\n        - locale: lt   # Lithuanian\n          name: Lietuvių   # last\n\n  # behind\n  - tags\n",
    "not indented": "plugins:\n- i18n:\n    languages:\n    - locale: en\n      name: English\n      default: true\n    - locale: lt\n      name: Lietuvių\n",
    "brackets": "plugins: [search, {i18n: {languages: [{locale: en, name: English, default: true}, {locale: lt, name: L}]}}]\n",
    "brackets on several lines": "plugins:\n  - i18n:\n      languages: [\n        {locale: en, name: English, default: true},\n        {locale: lt, name: L},  # last\n      ]\n",
    "mapping of plugins": "plugins:\n  i18n:\n    languages:\n      - locale: en\n        name: English\n        default: true\n      - locale: lt\n        name: Lietuvių",
    "form before version 1": "plugins:\n  - i18n:\n      default_language: en\n      languages:\n        en: English\n        lt: Lietuvių   # last\n",
    "names and a text at the end": "plugins:\n  - i18n:\n      languages:\n        - locale: en\n          name: English\n          default: true\n        - locale: lt\n          name: L\n          site_name: Vieta\n          site_description: |\n            Viena.\n\n            Kita.\n\nnav: [Home: a.md]\n",
}  # fmt: skip
EXTRA = {
    "": "",
    "exits": "extra:\n  exits:  # where to\n    en: https://en.example.org/\n    lt: https://lt.example.org/   # last\n  other: {en: 1}\n",
    "in brackets": "extra: {exits: {en: 'https://en.example.org/', lt: https://lt.example.org/}, x: !ENV [A, b]}\n",
    "policy": "extra:\n  words: {en: One, lt: Viena}\n  l10n:\n    quotes: {en: “”, lt: „“}\n    sections:\n      help: {locales: [lt]}\n      about: {locales: []}\n",
}  # fmt: skip


def site_of(tmp_path, text, data=()):
    (tmp_path / "docs/en").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_bytes(text.encode())
    for path, content in dict(data).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    return load_site(tmp_path / "mkdocs.yml")


def added(site, code="uk"):
    """The files after a language was added, by name; each holds what it held, in order."""
    found = {}
    planned = scaffold(site, read_code(site, code, None))
    for change in planned.changes:
        rest = iter(change.after)
        assert all(character in rest for character in change.before or "")
        found[change.path.relative_to(site.root).as_posix()] = change.after
        change.path.write_bytes(change.after.encode())
    found["remarks"] = planned.remarks
    return found


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "bom"])
@pytest.mark.parametrize("extra", EXTRA)
@pytest.mark.parametrize("plugins", PLUGINS)
def test_any_style_of_configuration(plugins, extra, mark, end, tmp_path):
    text = f"# On top\nsite_name: Styles   # name\n{EXTRA[extra]}{PLUGINS[plugins]}"
    site = site_of(tmp_path, mark + text.replace("\n", end))
    after = added(site)["mkdocs.yml"]
    assert after.startswith(mark) and after.count("\n") == after.count(end)
    again = load_site(site.config)
    assert again.codes == ("en", "lt", "uk")
    assert again.translations[-1].name == "Українська"
    assert [locale.name for locale in again.locales[:2]] == [locale.name for locale in site.locales]
    missing = [
        line.split("#")[0].strip() for line in text.split("\n") if line.strip() and line not in after.replace("\r", "")
    ]
    assert all("[" in line or "{" in line for line in missing)  # only what stands in brackets grew on its line


def test_an_entry_has_every_word_that_the_others_have_and_none_of_theirs(tmp_path):
    site = site_of(tmp_path, PLUGINS["names and a text at the end"])
    after = added(site)["mkdocs.yml"]
    entry = (
        "        - locale: uk\n"
        "          name: Українська\n"
        '          site_name: ""\n'
        '          site_description: ""\n'
        '          nav_translations: {Home: ""}\n'
    )
    assert after == PLUGINS["names and a text at the end"].replace("\nnav:", f"{entry}\nnav:")


def test_norway_is_no_no(tmp_path):
    site = site_of(tmp_path, PLUGINS["block"] + EXTRA["exits"])
    after = added(site, "no")["mkdocs.yml"]
    assert '- locale: "no"\n' in after and '    "no": https://no.example.org/\n' in after
    assert load_site(site.config).codes == ("en", "lt", "no")


def test_mappings_and_lists_of_locales(tmp_path):
    found = added(site_of(tmp_path, PLUGINS["block"] + EXTRA["policy"]))
    extra = yaml.safe_load(found["mkdocs.yml"])["extra"]
    assert extra["words"] == {"en": "One", "lt": "Viena", "uk": ""}
    assert extra["l10n"]["quotes"]["uk"] == "«»"
    sections = extra["l10n"]["sections"]
    assert sections == {"help": {"locales": ["lt", "uk"]}, "about": {"locales": []}}
    told = "\n".join(found["remarks"])
    assert "extra.words.uk is empty" in told and 'sections."about".locales leaves uk out' in told


def test_languages_that_stand_in_another_file(tmp_path):
    (tmp_path / "base.yml").write_text(PLUGINS["block"], encoding="utf-8")
    site = site_of(tmp_path, "INHERIT: base.yml\nsite_name: A\n")
    with pytest.raises(UserError, match="give --config the file in which they stand"):
        scaffold(site, read_code(site, "uk", None))


def test_a_style_that_cannot_be_added_to_is_refused(tmp_path):
    languages = "languages: &all\n  - {locale: en, name: English, default: true}\n  - {locale: lt, name: L}\n"
    site = site_of(tmp_path, f"{languages}plugins: [i18n: {{languages: *all}}]\n")
    with pytest.raises(UserError, match="cannot be added to safely; add uk by hand"):
        scaffold(site, read_code(site, "uk", None))


def test_a_mapping_that_stands_in_two_places_is_added_to_once(tmp_path):
    site = site_of(tmp_path, "extra:\n  a: &one {en: 1, lt: 2}\n  b: *one\n" + PLUGINS["block"])
    assert '  a: &one {en: 1, lt: 2, uk: ""}\n  b: *one\n' in added(site)["mkdocs.yml"]


POLICY = "extra:\n  l10n:\n    strings: docs/data/words.{locale}.yml\n    texts: [docs/data/say.yml]\n    contacts: docs/data/people.yml\n"
STRINGS = '# Words\nhome: Home   # of the site\nlong: |\n  One\n  two.\n\nquoted: "A: b"\nnumber: 3\nnested:\n  - One\n  - {a: Two, b: ""}\n'
SAY = "# Sentences\nnames:\n  en: {en: English, lt: Lithuanian}\n  lt: {en: angliškai, lt: lietuviškai}\nlist:\n- id: a\n  text:\n    en: One\n    lt: Viena   # last\n\n- id: b\n  text: {en: Two, lt: Du}\n- other: {en: One}\n- none: {fr: Un}\n"
SCHEMA = 'required: [en, lt]\nitems: {enum: ["lt"]}\nother: [en, lt, fr]\npattern: {"^(en|lt)$": {type: string}, "^(lt|fr)$": x}\n'


def test_data(tmp_path):
    data = {"docs/data/words.en.yml": STRINGS, "docs/data/say.yml": SAY, "docs/data/schema/say.yml": SCHEMA}
    data["docs/data/people.yml"] = "- {id: a, name: {en: A, lt: B}, confidence: high}\n"
    found = added(site_of(tmp_path, PLUGINS["block"] + POLICY, data))
    assert found["docs/data/words.uk.yml"] == (
        '# Words\nhome: ""  # Home   # of the site\nlong: ""  # One two.\nquoted: ""  # A: b\nnumber: 3\nnested:\n'
        '  - ""  # One\n  - {a: "", b: ""}\n'
    )
    say = yaml.safe_load(found["docs/data/say.yml"])
    assert say["names"]["uk"] == {"en": "", "lt": "", "uk": ""}
    assert {names["uk"] for names in say["names"].values()} == {""}
    assert say["list"][0]["text"] == {"en": "One", "lt": "Viena", "uk": ""}
    assert say["list"][1]["text"] == {"en": "Two", "lt": "Du", "uk": ""}
    assert say["list"][2]["other"] == {"en": "One", "uk": ""} and say["list"][3]["none"] == {"fr": "Un"}
    assert '    lt: Viena   # last\n    uk: ""\n\n- id: b' in found["docs/data/say.yml"]
    assert "docs/data/say.yml:3: what English says of uk" in found["remarks"]
    assert found["docs/data/schema/say.yml"] == (
        'required: [en, lt, uk]\nitems: {enum: ["lt", "uk"]}\nother: [en, lt, fr]\n'
        'pattern: {"^(en|lt|uk)$": {type: string}, "^(lt|fr)$": x}\n'
    )
    assert "docs/data/people.yml" not in found  # not among extra.l10n.texts


def test_contacts_that_are_shown_nowhere(tmp_path):
    policy = POLICY.replace("[docs/data/say.yml]", "[docs/data/people.yml]").replace(
        "    strings: docs/data/words.{locale}.yml\n", ""
    )
    people = "- {id: a, name: {en: A, lt: B}, confidence: high}\n- {id: b, name: {en: A, lt: B}, confidence: low}\n"
    found = added(site_of(tmp_path, PLUGINS["block"] + policy, {"docs/data/people.yml": people}))
    assert found["docs/data/people.yml"] == people.replace(
        "lt: B}, confidence: high", 'lt: B, uk: ""}, confidence: high'
    )


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"docs/data/words.uk.yml": "home: Х\n"}, "is there already"),
        ({"docs/data/say.yml": "a: [\n"}, "say.yml:2: "),
        ({"docs/data/say.yml": "a: " + "[" * 600}, "nested too deeply"),
        ({"docs/data/schema/x.yml": "a: [\n"}, "x.yml:2: "),
    ],
)  # fmt: skip
def test_files_that_stand_in_the_way(data, told, tmp_path):
    files = {"docs/data/words.en.yml": STRINGS, "docs/data/say.yml": SAY, "docs/data/people.yml": "[]\n"}
    site = site_of(tmp_path, PLUGINS["block"] + POLICY, files | data)
    with pytest.raises(UserError, match=told):
        scaffold(site, read_code(site, "uk", None))


def test_a_file_that_is_no_utf_8(tmp_path):
    site = site_of(
        tmp_path,
        PLUGINS["block"] + POLICY,
        {"docs/data/words.en.yml": STRINGS, "docs/data/say.yml": SAY, "docs/data/people.yml": "[]\n"},
    )
    (tmp_path / "docs/data/say.yml").write_bytes(b"a: \xff\n")
    with pytest.raises(UserError, match=r"say\.yml: is not UTF-8"):
        scaffold(site, read_code(site, "uk", None))
