"""What mkdocs.yml says, and what is said of one that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.errors import UserError
from l10n.policy import KeyKind, SignOff
from l10n.site import load_site

from .conftest import CONFIG


def test_tags_of_real_configurations_are_read_past(site_of, monkeypatch):
    monkeypatch.setenv("TRIAL_DOCS", "documents")
    site = site_of(
        """
docs_dir: !ENV TRIAL_DOCS
site_url: !ENV [TRIAL_NOT_SET, TRIAL_NEITHER, "https://a.example/"]
theme: {name: material, custom_dir: !relative $config_dir/overrides}
markdown_extensions:
  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }
  - toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}
hooks: !!python/object/apply:os.system ["touch ran"]
plugins:
  i18n: {languages: [{locale: en, default: true}]}
""",
        docs="documents",
    )
    assert site.docs.name == "documents"
    assert site.site_url == "https://a.example/"
    assert not Path("ran").exists() and not (site.root / "ran").exists()


def test_inherited_configuration(site_of, tmp_path):
    (tmp_path / "base.yml").write_text(CONFIG + "extra: {a: 1, l10n: {same: [UNHCR]}}\n", encoding="utf-8")
    site = site_of("INHERIT: base.yml\nextra: {l10n: {sections: {help: {enforce: true}}}}\n")
    assert site.policy.same == ("UNHCR",)
    assert site.policy.section_for("help/a.md").enforce


def test_policy_of_the_longest_prefix(site_of):
    site = site_of(
        CONFIG
        + """
extra:
  l10n:
    sections:
      help: {sign: [language]}
      help/legal: {sign: [clinical], required: [checked]}
      index.md: {locales: [lt]}
      "": {enforce: true}
"""
    )
    section = site.policy.section_for
    assert section("help/a.md").sign == (SignOff.LANGUAGE,)
    assert section("help/legal/a.md").required == ("checked",)
    assert section("helping/a.md").enforce
    assert section("help/legal/a.md").sign_offs(source=True) == (SignOff.CLINICAL,)
    assert section("help/a.md").sign_offs(source=True) == ()
    assert site.owed("index.md") == ("lt",)
    assert site.owed("a.md") == ("lt", "zh-CN", "ar")


def test_no_policy_is_a_policy(site_of):
    policy = site_of().policy
    assert not policy.declared
    assert policy.translatable == ("title", "description")
    assert policy.section_for("a.md").sign == ()


POLICY = CONFIG + "extra: {l10n: %s}\n"
BAD = {
    "no file": None,
    "not YAML": "a: [",
    "not UTF-8": b"site_name: \xff\n",
    "a list": "- a\n",
    "empty": "",
    "no docs": CONFIG + "docs_dir: nowhere\n",
    "docs is a number": CONFIG + "docs_dir: 3\n",
    "no plugin": "site_name: x\n",
    "plugin without options": "plugins: [i18n]\n",
    "no languages": "plugins: [{i18n: {docs_structure: folder}}]\n",
    "empty languages": "plugins: [{i18n: {languages: []}}]\n",
    "no default": CONFIG.replace(", default: true", ""),
    "locale is false": CONFIG.replace("locale: lt", "locale: no"),
    "unknown layout": CONFIG.replace("folder", "tree"),
    "a locale twice": CONFIG.replace("locale: lt", "locale: ar"),
    "fallback is text": CONFIG.replace("folder", "folder\n      fallback_to_default: sometimes"),
    "exclude_docs is a list": CONFIG + "exclude_docs: [a]\n",
    "exclude_docs is no pattern": CONFIG + 'exclude_docs: "!"\n',
    "draft_docs is a number": CONFIG + "draft_docs: 3\n",
    "old form without default": "plugins: [{i18n: {languages: {en: English}}}]\n",
    "old form with a number": "plugins: [{i18n: {default_language: en, languages: {no: Norsk}}}]\n",
    "extra is text": CONFIG + "extra: text\n",
    "inherits itself": "INHERIT: mkdocs.yml\n",
    "inherits nothing": "INHERIT: gone.yml\n",
    "policy is text": POLICY % "text",
    "policy has a slip": POLICY % "{translate: [title]}",
    "section has a slip": POLICY % "{sections: {help: {enforced: true}}}",
    "section is text": POLICY % "{sections: {help: yes please}}",
    "enforce is text": POLICY % "{sections: {help: {enforce: always}}}",
    "sign-off unknown": POLICY % "{sections: {help: {sign: [legal]}}}",
    "locale unknown": POLICY % "{sections: {help: {locales: [de]}}}",
    "locales is text": POLICY % "{sections: {help: {locales: lt}}}",
    "keys is text": POLICY % "{keys: audience}",
    "kind of key unknown": POLICY % "{keys: {audience: number of readers}}",
    "values of a key are numbers": POLICY % "{keys: {audience: [1, 2]}}",
    "same is numbers": POLICY % "{same: [1, 2]}",
    "quotes is a list": POLICY % "{quotes: [“”]}",
    "quotes are words": POLICY % "{quotes: {en: quote}}",
    "footnotes is a list": POLICY % "{footnotes: [a]}",
    "footnotes is gone": POLICY % "{footnotes: gone.yml}",
    "glossary is gone": POLICY % "{glossary: gone.yml}",
    "glossary is a list": POLICY % "{glossary: [a]}",
    "untranslated is text": POLICY % "{untranslated: a.md}",
    "texts is text": POLICY % "{texts: mkdocs.yml}",
    "texts are gone": POLICY % "{texts: [gone.yml]}",
    "strings without a locale": POLICY % "{strings: strings.yml}",
    "months is nought": POLICY % "{contact_months: 0}",
    "months of a key are text": POLICY % "{months: {law: a year}}",
    "months is a number": POLICY % "{months: 12}",
    "months is true": POLICY % "{contact_months: true}",
    "consistent is text": POLICY % '{sections: {a: {consistent: "yes"}}}',
    "confidence unknown": POLICY % "{sections: {a: {confidence: sure}}}",
    "emergency_tag is empty": POLICY % '{sections: {a: {emergency_tag: ""}}}',
    "urgent_when is a list": POLICY % "{sections: {a: {urgent_when: [say]}}}",
    "urgent_when of an unknown tag": POLICY % "{sections: {a: {urgent_when: {say: {topic: [suicide]}}}}}",
    "urgent_when without values": POLICY % "{contacts: mkdocs.yml, sections: {a: {urgent_when: {number: {kind: x}}}}}",
}


@pytest.mark.parametrize("config", BAD.values(), ids=BAD.keys())
def test_bad_configuration_is_one_sentence_with_file_and_cure(config, tmp_path):
    (tmp_path / "docs").mkdir()
    if config is not None:
        (tmp_path / "mkdocs.yml").write_bytes(config if isinstance(config, bytes) else config.encode())
    with pytest.raises(UserError) as caught:
        load_site(tmp_path / "mkdocs.yml")
    message = str(caught.value)
    assert "mkdocs.yml" in message or "gone.yml" in message
    assert message.endswith(".") and ";" in message and "\n" not in message


def test_quotes_are_one_pair_or_several(site_of):
    site = site_of(POLICY % "{quotes: {en: “”, sv: [”, »]}}")
    assert site.policy.quotes == {"en": ("“”",), "sv": ("”", "»")}


def test_footnotes_from_data(site_of, tmp_path):
    (tmp_path / "sources.yml").write_text("- {id: a}\n- {id: b, title: x}\n", encoding="utf-8")
    (tmp_path / "map.yml").write_text("c: {}\nd: {}\n", encoding="utf-8")
    assert site_of(POLICY % "{footnotes: sources.yml}").policy.footnotes == {"a", "b"}
    assert site_of(POLICY % "{footnotes: map.yml}").policy.footnotes == {"c", "d"}


def test_a_configuration_nested_too_deeply_is_one_sentence(tmp_path):
    config = tmp_path / "mkdocs.yml"
    config.write_text("nav:\n" + "- " * 40000 + "a\n")
    with pytest.raises(UserError, match="nested too deeply"):
        load_site(config)


def test_keys_of_the_front_matter(site_of):
    assert site_of().policy.keys is None
    assert site_of(POLICY % "{keys: [a, b]}").policy.keys == {"a": KeyKind.ANY, "b": KeyKind.ANY}
    assert site_of(POLICY % "{keys: {a: date, b: [x, y]}}").policy.keys == {"a": KeyKind.DATE, "b": ("x", "y")}


def test_what_plugins_and_extensions_change(site_of):
    site = site_of(CONFIG + "markdown_extensions: [{toc: {slugify: x}}]\n")
    assert site.own_slugs and not site.knows_anchors("text")
    site = site_of(CONFIG.replace("- search", "- search\n  - mkdocstrings\n  - gen-files: {}"))
    assert site.generates and site.cross_references
    assert site.knows_anchors("text") and not site.knows_anchors("::: agents") and not site.knows_anchors('--8<-- "a"')
