"""Tags in Markdown: each filled from its partial, each mistake named, everything else left alone."""

from collections.abc import Callable

import pytest
from jinja2 import Environment
from lxml import html
from markdown import Markdown

from data.services import Confidence
from hooks.tags import TagData, TagError, hide_tags, services_of, show_tags

Context = Callable[[str], dict]

UNTOUCHED = {
    "code-span": "Write `{{ emergency }}` in the text.",
    "fence": "```\n{{ service high-line }}\n```",
    "tilde-fence": "~~~ text\n{{ service high-line }}\n~~~",
    "braces": "A {brace}, {{ not closed\nand }} alone.",
    "comment": "<!-- tag 0 -->",
    "nothing": "",
}


@pytest.fixture
def show(tag_data: TagData, env: Environment, context: Context) -> Callable[..., str]:
    """Fill the tags of a text as a page does."""

    def fill(markdown: str, locale: str = "en", in_leaflet: bool = False) -> str:
        hidden, tags = hide_tags(markdown)
        return show_tags(hidden, tags, tag_data, env, context(locale), in_leaflet)

    return fill


def numbers(markup: str) -> list[str]:
    """What the links of `markup` dial, in order."""
    return [
        href.removeprefix("tel:")
        for href in html.fromstring(f"<div>{markup}</div>").xpath("//a/@href")
        if "tel:" in href
    ]


def test_emergency(show: Callable) -> None:
    assert numbers(show("{{ emergency }}")) == ["112"]


@pytest.mark.parametrize("locale", ["en", "lt", "ru", "fr", "ar"])
def test_service(show: Callable, locale: str, strings: dict) -> None:
    card = show("{{ service high-line }}", locale)
    assert numbers(card) == ["+37080012345"]
    assert '<bdi dir="ltr">0 800 12345</bdi>' in card
    assert strings[locale]["spoken_unknown"] in html.fromstring(card).text_content()


def test_services_that_can_be_called(show: Callable) -> None:
    # Neither the low one nor the practitioners' one nor the one without a number.
    assert numbers(show("{{ services emotional_support call }}")) == ["+37080012345", "+37080054321"]


def test_services_without_a_number(show: Callable) -> None:
    cards = show("{{ services emotional_support place }}")
    assert numbers(cards) == []
    assert "https://place.example/" in cards


def test_number_within_a_sentence(show: Callable) -> None:
    assert show("Call {{ number high-line }} now.") == (
        'Call <a href="tel:+37080012345"><bdi dir="ltr">0 800 12345</bdi></a> now.'
    )


@pytest.mark.parametrize(
    ("locale", "seen"),
    [
        ("ar", ["Kalbu arabiškai.", "I speak Arabic.", "أتكلّم العربية."]),
        ("en", ["Kalbu angliškai.", "I speak English."]),
    ],
)
def test_say(show: Callable, locale: str, seen: list[str]) -> None:
    card = html.fromstring(show("{{ say speak }}", locale))
    assert [line.text_content() for line in card.iter("p")] == seen
    assert [line.get("lang") for line in card.iter("p")][:2] == ["lt", "en"]


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_say_in_a_guide_gives_every_language_its_own_first(
    tag_data: TagData, env: Environment, context: Context, locale: str
) -> None:
    hidden, tags = hide_tags("{{ say stay }}")
    box = html.fromstring(show_tags(hidden, tags, tag_data, env, context(locale), False, "guide"))
    assert box.findtext("p[@class='said']") == f"I stay ({locale})."
    others = [code for code in ("en", "lt", "ru", "fr", "ar") if code != locale]
    shown = box.findall(".//details")
    assert [(entry.get("lang"), entry.findtext("summary"), entry.findtext("p")) for entry in shown] == [
        (code, code.upper(), f"I stay ({code}).") for code in others
    ]
    assert [entry.get("dir") for entry in shown] == ["rtl" if code == "ar" else "ltr" for code in others]


def test_glossary_gives_each_term_its_id_and_every_language(show: Callable, strings: dict) -> None:
    tree = html.fromstring(f"<div>{show('{{ glossary }}', 'lt')}</div>")
    fear, shame = tree.findall(".//section")
    assert [entry.get("id") for entry in (fear, shame)] == ["fear", "shame"]  # baimė, gėda
    assert fear.find("h2").text_content() == "baimė [1]"
    assert tree.get_element_by_id("found-1").text == "A fact sheet"
    ours = strings["lt"]["glossary_ours"]
    said = [
        (word.get("lang"), word.text, ours in word.getparent().text_content()) for word in fear.iterfind(".//dd/span")
    ]
    assert said == [("en", "fear", False), ("ru", "страх", True), ("fr", "peur", True), ("ar", "الخوف", True)]


def test_glossary_names_what_else_says_a_term(show: Callable, strings: dict) -> None:
    fear = html.fromstring(f"<div>{show('{{ glossary }}', 'en')}</div>").find(".//section")
    assert f"{strings['en']['glossary_also']} dread" in fear.text_content()


def test_sources(show: Callable) -> None:
    entry = html.fromstring(show("{{ sources }}"))
    assert "World Health Organization. Key messages (2014)." in entry.text_content()
    assert entry.xpath("//a/@href") == ["https://who.example/a"]


def test_open_data_leads_to_the_public_file(show: Callable) -> None:
    assert html.fromstring(f"<p>{show('{{ open_data }}')}</p>").xpath("//a/@href") == ["../services.json"]


def test_contact_with_and_without_an_address(
    tag_data: TagData, env: Environment, context: Context, strings: dict
) -> None:
    hidden, tags = hide_tags("{{ contact }}")
    without = show_tags(hidden, tags, tag_data, env, context("en"), False)
    given = show_tags(hidden, tags, tag_data, env, {**context("en"), "contact": "a <b@c.example>"}, False)
    assert without == strings["en"]["contact_none"]
    assert "a &lt;b@c.example&gt;" in given


WRONG = {
    "{{ hotline x }}": "hotline",
    "{{ }}": "unknown tag",
    "{{ service nobody }}": "nobody",
    "{{ service low-line }}": "low-line",
    "{{ number low-line }}": "low-line",
    "{{ number high-place }}": "high-place",
    "{{ say nothing }}": "nothing",
    "{{ services emotional_support all }}": "call or place",
    "{{ services nonsense call }}": "nonsense",
    "{{ service high-line now }}": "too many",
    "{{ service }}": "too few",
    "{{ services emotional_support }}": "too few",
    "{{ emergency now }}": "too many",
    "{{ sources all }}": "too many",
}


@pytest.mark.parametrize("markdown", WRONG)
def test_mistake_is_named(show: Callable, markdown: str) -> None:
    with pytest.raises(TagError, match=WRONG[markdown]):
        show(f"Text.\n\n{markdown}\n")


@pytest.mark.parametrize(
    "markdown",
    [
        "{{ service }}",
        "{{ service nobody }}",
        "{{ service low-line }}",
        "{{ services nonsense call }}",
        "{{ services talk }}",
    ],
)
def test_mistake_is_named_when_the_cards_are_gathered(tag_data: TagData, markdown: str) -> None:
    """A page asks for its services before it fills its tags."""
    with pytest.raises(TagError):
        services_of(hide_tags(markdown)[1], tag_data, False, "en")


@pytest.mark.parametrize("markdown", ["{{ service medium-line }}", "{{ number medium-line }}"])
def test_a_leaflet_refuses_what_is_not_sure(show: Callable, markdown: str) -> None:
    assert numbers(show(markdown)) == ["+37080054321"]
    with pytest.raises(TagError, match="medium"):
        show(markdown, in_leaflet=True)


def test_a_leaflet_never_lists_what_is_not_sure(show: Callable, tag_data: TagData) -> None:
    markdown = "{{ services emotional_support call }}"
    try:
        shown = numbers(show(markdown, in_leaflet=True))
        gathered = [service.confidence for service in services_of(hide_tags(markdown)[1], tag_data, True, "en")]
    except TagError:
        return  # refusing the tag altogether would do as well
    assert "+37080054321" not in shown
    assert Confidence.MEDIUM not in gathered


def test_no_tag_shows_a_low_number(show: Callable) -> None:
    shown = show(
        "{{ emergency }}\n{{ services emotional_support call }}\n{{ services emotional_support place }}\n{{ sources }}"
    )
    assert "66666" not in shown.replace(" ", "")


@pytest.mark.parametrize("name", UNTOUCHED)
def test_what_is_no_tag_stays_byte_for_byte(name: str, show: Callable) -> None:
    assert hide_tags(UNTOUCHED[name])[0] == UNTOUCHED[name]
    assert show(UNTOUCHED[name]) == UNTOUCHED[name]


def test_a_comment_that_looks_like_the_place_of_a_tag_stays(show: Callable) -> None:
    shown = show("<!--tag 0--> and <!--tag 7-->: {{ contact }}")
    assert shown.startswith("<!--tag 0--> and <!--tag 7-->: ")


def test_text_around_tags_stays_byte_for_byte(show: Callable, strings: dict) -> None:
    before, between, after = (
        "# Ą «é» \u202f\r\n\r\n`{{ contact }}`  \r\n",
        " – \t&amp; <b>\\{ ",
        "\n\n```\n{{ contact }}\n```\n",
    )
    shown = show(f"{before}{{{{ contact }}}}{between}{{{{contact}}}}{after}")
    word = strings["en"]["contact_none"]
    assert shown == before + word + between + word + after


def test_cards_of_a_page_stand_once_and_in_order(tag_data: TagData) -> None:
    tags = hide_tags(
        "{{ service medium-line }} {{ services emotional_support call }} {{ say speak }} {{ service medium-line }}"
    )[1]
    assert [service.id for service in services_of(tags, tag_data, False, "en")] == ["medium-line", "high-line"]


def test_words_of_data_are_escaped(
    tag_data: TagData, env: Environment, context: Context, make_service: Callable
) -> None:
    odd = make_service("odd", name=dict.fromkeys(["en", "lt"], "A <b> & B"), for_whom={"en": "<script>"})
    data = TagData([odd], tag_data.say, tag_data.sources)
    hidden, tags = hide_tags("{{ service odd }}")
    card = show_tags(hidden, tags, data, env, context("en"), False)
    assert "A &lt;b&gt; &amp; B" in card
    assert "<script>" not in card


def test_a_number_at_the_beginning_of_a_sentence_stays_in_it() -> None:
    """A paragraph that begins with an HTML comment is torn apart by Markdown: the number would stand alone above it."""
    hidden, _ = hide_tags("{{ number high-line }} is for danger to life.\n\n{{ service high-line }}\n")
    assert Markdown(extensions=["md_in_html"]).convert(hidden).startswith("<p>\ue001")
