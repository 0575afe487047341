"""Links written for another place: the same target, whatever the depth of the two pages."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from markupsafe import Markup

from hooks.moving import moved, moved_href

ROOT = "https://a.example/"


@pytest.mark.parametrize("target", ["ar/leaflets/calm/lt/", "leaflets/calm/text/", "", "help/"])
@pytest.mark.parametrize("href", ["../support/", "../../help/#lawyers", "../../../", "./", "?q=1", "../calm/"])
def test_a_moved_link_leads_where_it_led(href: str, target: str) -> None:
    origin = "ar/leaflets/calm/"
    there = urljoin(ROOT + target, moved_href(href, origin, target))
    wanted = urljoin(ROOT + origin, href) if href != "?q=1" else urljoin(ROOT + target, href)
    assert there == wanted


@pytest.mark.parametrize("href", ["#help", "https://b.example/x", "tel:112", "//b.example/", "mailto:a@b.example"])
def test_what_leads_elsewhere_stays(href: str) -> None:
    assert moved_href(href, "leaflets/calm/", "leaflets/calm/lt/") == href


def test_another_page_may_stand_in() -> None:
    instead = {"ar/leaflets/support/": "ar/leaflets/support/lt/"}
    content = Markup('<p>a <a href="../support/#help">b</a> &amp; <a href="tel:112">c</a></p>\n<ul><li>d</li></ul>')
    assert moved(content, "ar/leaflets/calm/", "ar/leaflets/calm/lt/", instead) == Markup(
        '<p>a <a href="../../support/lt/#help">b</a> &amp; <a href="tel:112">c</a></p>\n<ul><li>d</li></ul>'
    )
