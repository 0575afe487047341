"""What a browser gets over HTTP, and what nobody can get."""

import gzip
import http.client
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

from publish.server import SiteServer

PAGE = "<!doctype html><title>Labas, ačiū</title>" + "x" * 500


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two languages; beside it a file that is none of it."""
    site = tmp_path / "site"
    for name, content in {
        "index.html": PAGE,
        "404.html": "not found",
        "lt/index.html": PAGE,
        "lt/404.html": "nerasta",
        "lt/help/index.html": PAGE,
        "assets/a.css": "a{}",
        "assets/logo.png": "png",
        "with space.txt": "text",
    }.items():
        file = site / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret")
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    return site


@pytest.fixture
def server(site: Path) -> Iterator[SiteServer]:
    with SiteServer(site) as server:
        yield server


def ask(server: SiteServer, path: str, method: str = "GET", **headers: str) -> Answer:
    """The answer to a request whose path goes out exactly as given."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    connection.putheader("Host", "127.0.0.1")
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    response = connection.getresponse()
    answer = Answer(response.status, dict(response.headers), response.read())
    connection.close()
    return answer


@pytest.mark.parametrize("path", ["/", "/index.html", "/lt/", "/lt/help/", "/lt/help/?back=1"])
def test_a_page(server: SiteServer, path: str) -> None:
    answer = ask(server, path)
    assert answer.status == 200
    assert answer.body.decode() == PAGE
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"


def test_text_comes_compressed_where_it_is_taken(server: SiteServer) -> None:
    plain, packed = ask(server, "/"), ask(server, "/", Accept_Encoding="gzip, br")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert int(packed.headers["Content-Length"]) == len(packed.body) < len(plain.body)
    assert gzip.decompress(packed.body) == plain.body
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"


def test_pictures_are_not_compressed_again(server: SiteServer) -> None:
    assert "Content-Encoding" not in ask(server, "/assets/logo.png", Accept_Encoding="gzip").headers


def test_head_is_a_page_without_its_body(server: SiteServer) -> None:
    head, get = ask(server, "/", method="HEAD"), ask(server, "/")
    assert head.body == b""
    assert head.headers["Content-Length"] == get.headers["Content-Length"]


def test_encoded_names(server: SiteServer) -> None:
    assert ask(server, "/with%20space.txt").body == b"text"


@pytest.mark.parametrize(("path", "location"), [("/lt", "/lt/"), ("/lt/help?a=1", "/lt/help/?a=1")])
def test_a_folder_without_its_slash_leads_there(server: SiteServer, path: str, location: str) -> None:
    answer = ask(server, path)
    assert (answer.status, answer.headers["Location"]) == (301, location)


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/nowhere", b"not found"),
        ("/nowhere/deep/", b"not found"),
        ("/lt/nowhere", b"nerasta"),
        ("/lt/help/nowhere/deep/", b"nerasta"),
        ("/lt/help/nowhere.html", b"nerasta"),
        ("/ltd", b"not found"),
    ],
)
def test_not_found_is_told_in_the_language_of_the_path(server: SiteServer, path: str, page: bytes) -> None:
    answer = ask(server, path)
    assert (answer.status, answer.body) == (404, page)


def test_not_found_without_any_page_for_it(server: SiteServer, site: Path) -> None:
    (site / "404.html").unlink()
    assert ask(server, "/nowhere").status == 404


def test_folders_are_not_listed(server: SiteServer) -> None:
    assert ask(server, "/assets/").status == 404
    assert ask(server, "/assets").status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/lt/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/lt/%2e%2e/%2e%2e/secret.txt",
        "/..\\secret.txt",
        "/link.txt",
        "//secret.txt",
        "secret.txt",
        "../secret.txt",
        "/index.html%00",
        "/" + "a" * 5000,
        "http://[/",
        "/%ff%fe",
        "/index.html/",
        "/./index.html",
    ],
)
def test_nothing_else_can_be_had(server: SiteServer, path: str) -> None:
    answer = ask(server, path)
    assert answer.status == 404
    assert b"secret" not in answer.body
    assert "Location" not in answer.headers


def test_slashes_before_a_name_end_at_the_first_page(server: SiteServer) -> None:
    # dirname("//") is "//": a loop up the path would have no end.
    assert ask(server, "/%2f%2fexample.org").body == b"not found"


@pytest.mark.parametrize("path", ["//example.org/..", "//example.org", "/%2fexample.org", "//lt", "/%2flt"])
def test_no_path_leads_to_another_host(server: SiteServer, path: str) -> None:
    location = ask(server, path).headers.get("Location", "/")
    assert location.startswith("/")
    assert not location.startswith("//")


def test_other_methods_are_refused(server: SiteServer) -> None:
    assert ask(server, "/", method="POST").status == 501


def test_a_rebuilt_page_is_fresh_at_the_next_request(server: SiteServer, site: Path, tmp_path: Path) -> None:
    assert ask(server, "/").body.decode() == PAGE
    site.rename(tmp_path / "old")
    site.mkdir()
    (site / "index.html").write_text("new")
    assert ask(server, "/").body == b"new"


def test_requests_do_not_wait_for_each_other(server: SiteServer) -> None:
    with socket.create_connection(("127.0.0.1", server.port)) as idle:
        idle.sendall(b"GET / HTTP/1.1\r\n")  # never finished
        with ThreadPoolExecutor(20) as pool:
            answers = list(pool.map(lambda _: ask(server, "/").status, range(100)))
    assert answers == [200] * 100


def test_a_browser_that_goes_away_is_no_error(
    server: SiteServer, site: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (site / "big.bin").write_bytes(b"x" * 20_000_000)
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", server.port)) as hasty:
            hasty.sendall(b"GET /big.bin HTTP/1.1\r\nHost: x\r\n\r\n")
            hasty.recv(10)
    assert ask(server, "/").status == 200
    assert "Traceback" not in capfd.readouterr().err


def test_the_port_is_free_again_afterwards(site: Path) -> None:
    with SiteServer(site) as first:
        with pytest.raises(OSError, match="in use"):
            SiteServer(site, first.port)
        ask(first, "/")
    with SiteServer(site, first.port) as second:
        assert ask(second, "/").status == 200
