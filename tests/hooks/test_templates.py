"""Templates: nothing that a strict content security policy blocks, no other host, no word that the strings lack."""

import re
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from jinja2 import Environment
from jinja2.nodes import Const, Getattr, Getitem, Name
from lxml import html

from hooks.parts import split_parts

# Sharing is a link that the reader presses; nothing is fetched from these.
SHARING = {"wa.me", "t.me"}
# Names, not addresses.
NAMESPACES = {"www.sitemaps.org", "www.w3.org"}
OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"
TEMPLATES = sorted(path for path in OVERRIDES.rglob("*") if path.suffix in {".html", ".xml"})
ASSETS = sorted(path for path in OVERRIDES.rglob("*") if path.is_file())


def shown(path: Path) -> str:
    return path.relative_to(OVERRIDES).as_posix()


def keys(source: str, env: Environment) -> set[str]:
    """Every key that a template takes from the words `t` by name."""
    tree = env.parse(source)
    named = {node.attr for node in tree.find_all(Getattr) if isinstance(node.node, Name) and node.node.name == "t"}
    items = [node for node in tree.find_all(Getitem) if isinstance(node.node, Name) and node.node.name == "t"]
    return named | {node.arg.value for node in items if isinstance(node.arg, Const)}


@pytest.mark.parametrize("path", TEMPLATES, ids=shown)
def test_no_inline_style_and_no_handler(path: Path) -> None:
    assert re.findall(r"<[a-z][^>]*?\s(?:style|on[a-z]+)\s*=", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", ASSETS, ids=shown)
def test_no_other_host(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    hosts = {urlsplit(address).hostname for address in re.findall(r"https?://[^\s\"'<>(){}]+", text)}
    assert hosts - SHARING - NAMESPACES == set()
    assert re.findall(r"[=(]\s*[\"']?//|@import", re.sub(r"https?://", "", text)) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=shown)
def test_every_word_is_in_the_strings(path: Path, env: Environment, strings: dict) -> None:
    assert keys(path.read_text(encoding="utf-8"), env) - strings["en"].keys() == set()


def test_every_string_is_used_somewhere(env: Environment, root: Path, strings: dict) -> None:
    """An unused sentence would be translated, signed and never shown."""
    used: set[str] = set()
    starts: set[str] = set()
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8")
        used |= keys(text, env)
        starts |= set(re.findall(r"t\[\s*[\"'](\w+_)[\"']\s*~", text))
    for path in (root / "scripts").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        used |= set(re.findall(r"strings(?:\[[\w.]+\])?\[[\"'](\w+)[\"']\]", text))
        starts |= set(re.findall(r"strings(?:\[[\w.]+\])?\[f[\"'](\w+_)\{", text))
    unused = sorted(key for key in strings["en"].keys() - used if not key.startswith(tuple(starts)))
    assert not unused, f"no template or hook prints: {', '.join(unused)}"


def test_a_withheld_page_keeps_the_places_that_links_lead_to(env: Environment, strings: dict) -> None:
    parts = split_parts('<h2 id="steps">S</h2><p>x</p><h3 id="plan">P</h3><p>y</p><h2 id="help">H</h2>')
    page = env.get_template("partials/withheld.html").render(t=strings["en"], parts=parts, page_services=[])
    assert html.fromstring(f"<div>{page}</div>").xpath("//@id") == ["steps", "plan", "help"]
    assert "x" not in html.fromstring(page).text_content().split()


@pytest.mark.parametrize("path", TEMPLATES, ids=shown)
def test_marks_between_words_belong_to_the_strings(path: Path) -> None:
    """A colon or question mark typed behind a word is wrong in French (narrow no-break space) and Arabic (؟ ؛)."""
    assert re.findall(r"\}\}\s?[:;!?][ <]", path.read_text(encoding="utf-8")) == []


def test_no_word_of_a_language_is_typed_into_a_template() -> None:
    """Names of messengers and of formats are names; all else comes from the strings, else it stays English on every page."""
    names = {"WhatsApp", "Telegram", "Viber", "PDF", "CSV", "JSON", "BibTeX", "RIS"}
    typed = {}
    for path in TEMPLATES:
        if path.name.endswith((".js.html", ".css.html", ".xml")):
            continue
        text = re.sub(
            r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->|<[^>]*>",
            "\0",
            path.read_text(encoding="utf-8"),
            flags=re.DOTALL,
        )
        words = set(re.findall(r"[^\W\d_]{2,}", text)) - names
        if words:
            typed[shown(path)] = words
    assert typed == {}


@pytest.fixture
def lacking() -> dict:
    """What the templates get on the French page of something that Arabic lacks."""
    english = SimpleNamespace(locale="en", name="English", dir="ltr", href="../en/", current=False, offer="")
    french = SimpleNamespace(locale="fr", name="Français", dir="ltr", href="./", current=True, offer="")
    arabic = SimpleNamespace(
        locale="ar", name="العربية", dir="rtl", lacks="لم تُترجم", source_name="الإنجليزية", instead=english
    )
    return {
        "alternates": [english, french],
        "lacking": [arabic],
        "language_name": "Français",
        "t": {"language": "Langue"},
    }


def test_the_menu_says_which_language_lacks_the_page_and_leads_to_the_source(env: Environment, lacking: dict) -> None:
    """In the words of that language; the link says in them that it is English, and no address of Arabic is offered."""
    tree = html.fromstring(env.get_template("partials/language_menu.html").render(lacking))
    (entry,) = tree.find_class("lacking")
    assert (entry.get("lang"), entry.get("dir")) == ("ar", "rtl")
    assert " ".join(entry.text_content().split()) == "العربية لم تُترجم الإنجليزية"
    assert [(link.get("hreflang"), link.get("href")) for link in entry.iter("a")] == [("en", "../en/")]
    assert tree.xpath("//a[@hreflang='ar']") == []


def test_on_the_source_the_menu_only_says_it(env: Environment, lacking: dict) -> None:
    lacking["lacking"][0].instead = None
    (entry,) = html.fromstring(env.get_template("partials/language_menu.html").render(lacking)).find_class("lacking")
    assert list(entry.iter("a")) == []


def test_chips_show_a_language_that_lacks_the_page_as_such(env: Environment, lacking: dict) -> None:
    tree = html.fromstring(env.get_template("partials/language_chips.html").render(lacking))
    assert tree.xpath("//li[@lang='ar']//a") == [] and "لم تُترجم" in tree.text_content()


@pytest.mark.parametrize(
    ("page", "said"),
    [("calm.md", "Ramybė"), ("new.md", "New"), ("say", "Sakiniai")],
    ids=["translated", "not translated", "no page"],
)
def test_every_row_of_the_readings_has_a_name(env: Environment, page: str, said: str) -> None:
    titles = {("calm.md", "lt"): "Ramybė", ("calm.md", "en"): "Calm", ("new.md", "en"): "New"}
    rendered = env.get_template("partials/readings.html").render(
        languages=[SimpleNamespace(locale="lt", name="Lietuvių", dir="ltr", is_source=False)],
        readings=[SimpleNamespace(page=page, locale="lt", found=2, mended=1)],
        title_of=lambda key, code="lt": titles.get((key, code), ""),
        t={"readings_caption": "", "readings_say": "Sakiniai"},
        locale="lt",
        source_locale="en",
    )
    (name,) = html.fromstring(rendered).xpath("//th[@scope='row']")
    assert name.text_content() == said
    assert name.xpath("bdi/@lang") == (["en"] if page == "new.md" else [])


def test_sitemap_names_every_language_and_a_default(env: Environment) -> None:
    urls = {"en": "help/?a=1&b=2", "lt": "lt/help/", "ar": "ar/help/"}
    files = {locale: SimpleNamespace(url=url, page=True) for locale, url in urls.items()}
    home = SimpleNamespace(url="./", page=True, alternates={})
    for file in files.values():
        file.alternates = files
    picture = SimpleNamespace(url="a.svg", page=None, alternates={})
    written = env.get_template("sitemap.xml").render(
        i18n_alternates={"en": [home, files["en"], picture], "lt": [files["lt"]], "ar": [files["ar"]]},
        config=SimpleNamespace(site_url="https://a.example/after/"),
        source_locale="en",
    )
    name, link = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}link"
    entries = {
        entry.findtext(f"{name}loc"): {found.get("hreflang"): found.get("href") for found in entry.iter(link)}
        for entry in ElementTree.fromstring(written.encode()).iter(f"{name}url")
    }
    absolute = {locale: f"https://a.example/after/{url}" for locale, url in urls.items()}
    everywhere = {**absolute, "x-default": absolute["en"]}
    assert entries == {"https://a.example/after/": {}, **dict.fromkeys(absolute.values(), everywhere)}
