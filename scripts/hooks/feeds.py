"""One Atom feed a language (RFC 4287): which pages were checked or signed anew, the newest first.

Written with lxml, which the build has anyway: a feed is some ten elements an entry, and a package for feeds would bring a
second library of dates and the same lxml. Entries are known by their addresses, so there is no feed without SITE_URL.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from hooks.records import Record, newest_first

NAME = "feed.xml"
_ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"


def feed(records: Iterable[Record], strings: Mapping[str, str], site_url: str, home: str) -> str:
    """The feed of one language as XML. `records` are its pages, one at least; `home` its home page below `site_url`.

    A note that a page must carry stands first in its summary.
    """
    entries = newest_first(records)
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    root.set(f"{{{_XML}}}lang", entries[0].locale)
    _put(root, "id", site_url + home + NAME)
    _put(root, "title", strings["feed_title"].format(site=strings["site_name"]))
    _put(root, "updated", _moment(entries[0].changed))
    _put(root, "link", rel="self", type="application/atom+xml", href=site_url + home + NAME)
    _put(root, "link", rel="alternate", type="text/html", href=site_url + home)
    _put(_put(root, "author"), "name", strings["site_name"])
    _put(root, "rights", strings["licence"])
    for record in entries:
        entry = _put(root, "entry")
        _put(entry, "id", site_url + record.url)
        _put(entry, "title", record.title)
        _put(entry, "updated", _moment(record.changed))
        _put(entry, "link", rel="alternate", type="text/html", hreflang=record.locale, href=site_url + record.url)
        summary = " ".join((*record.cautions, record.summary)).strip()
        if summary:
            _put(entry, "summary", summary)
    return etree.tostring(root, encoding="unicode", pretty_print=True).join(
        ('<?xml version="1.0" encoding="utf-8"?>\n', "")
    )


def _put(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    element.text = text
    return element


def _moment(day: str) -> str:
    # A day is all that is known; Atom wants a moment.
    return f"{day}T00:00:00Z"
