"""What built pages load from other hosts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import HOST, URL, Site

REQUESTS = {
    "image": (f'<img src="{HOST}/a.png" alt="">', f"<img src=> asks another host: {HOST}/a.png."),
    "no scheme": ('<img src="//b.example/a.png" alt="">', "<img src=> asks another host: //b.example/a.png."),
    "set": (f'<img src="/a.svg" srcset="{HOST}/a 2x">', f"<img srcset=> asks another host: {HOST}/a."),
    "frame": (f'<iframe src="{HOST}/"></iframe>', f"<iframe src=> asks another host: {HOST}/."),
    "form": (f'<form action="{HOST}/"></form>', f"<form action=> asks another host: {HOST}/."),
    "shape": (f'<svg><use href="{HOST}/a"/></svg>', f"<use href=> asks another host: {HOST}/a."),
    "ping": (f'<a href="../" ping="{HOST}/">x</a>', f"<a ping=> asks another host: {HOST}/."),
    "style": (f"<style>\n@import url('{HOST}/a.css');</style>", f"<style> asks another host: {HOST}/a.css."),
}


@pytest.mark.parametrize("name", REQUESTS)
def test_external_request(site: Site, found: Callable, name: str) -> None:
    body, message = REQUESTS[name]
    site.help(body=body)
    assert found(site) == [f"help/index.html:7 built-external-request {message}"]
    site.configure(built="hosts: [b.example]")
    assert found(site) == []
    site.configure(policy=False)
    assert found(site) == []


def test_requests_to_the_own_host(site: Site, found: Callable) -> None:
    site.configure(site_url=URL)
    site.help(head=f'<link rel="icon" href="{URL}a.svg">')
    assert found(site) == []


def test_external_request_of_a_stylesheet(site: Site, found: Callable) -> None:
    (site.folder / "main.css").write_text(f"a{{}}\n@font-face{{src:url({HOST}/a.woff2)}}\n")
    message = f"The stylesheet asks another host: {HOST}/a.woff2."
    assert found(site) == [f"main.css:2 built-external-request {message}"]
