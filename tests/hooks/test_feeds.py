"""Feeds: what RFC 4287 asks of one, in order, with what must go with a text."""

from lxml import etree

from hooks.feeds import feed
from hooks.records import Record

ATOM = "{http://www.w3.org/2005/Atom}"
STRINGS = {"feed_title": "{site}: заново", "site_name": "После <границы>", "licence": "CC BY 4.0"}
URL = "https://a.example/x/"


def made(key: str, day: str, cautions: tuple[str, ...] = (), summary: str = "О чём & что.") -> Record:
    return Record(key, "ru", f"ru/{key.removesuffix('.md')}/", f"Заголовок {key}", summary, day, cautions, True)


def read(*records: Record) -> etree._Element:
    return etree.fromstring(feed(records, STRINGS, URL, "ru/").encode())


def test_a_feed_has_what_every_feed_must_have() -> None:
    root = read(made("clinics/a.md", "2026-01-02"), made("project/b.md", "2026-03-04"))
    assert root.tag == f"{ATOM}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "ru"
    assert root.findtext(f"{ATOM}id") == f"{URL}ru/feed.xml"
    assert root.findtext(f"{ATOM}title") == "После <границы>: заново"
    assert root.findtext(f"{ATOM}updated") == "2026-03-04T00:00:00Z"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "После <границы>"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{URL}ru/feed.xml", "alternate": f"{URL}ru/"}


def test_entries_stand_newest_first_each_with_what_it_must_have() -> None:
    root = read(made("clinics/a.md", "2026-01-02"), made("project/b.md", "2026-03-04"))
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [f"{URL}ru/project/b/", f"{URL}ru/clinics/a/"]
    for entry in entries:
        assert entry.find(f"{ATOM}link").get("href") == entry.findtext(f"{ATOM}id")
        assert entry.findtext(f"{ATOM}title").startswith("Заголовок ")
        assert entry.findtext(f"{ATOM}updated").endswith("T00:00:00Z")
        assert entry.findtext(f"{ATOM}summary") == "О чём & что."


def test_the_note_of_a_page_goes_first_in_its_summary() -> None:
    entry = read(made("clinics/survey.md", "2026-01-02", ("Заметка.",))).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}summary") == "Заметка. О чём & что."


def test_an_entry_without_a_summary_has_none() -> None:
    entry = read(made("leaflets/thoughts.md", "2026-01-02", summary="")).find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}summary") is None


def test_two_builds_write_the_same() -> None:
    records = [made("clinics/a.md", "2026-01-02"), made("clinics/b.md", "2026-01-02")]
    assert feed(records, STRINGS, URL, "") == feed(records[::-1], STRINGS, URL, "")
