"""A site folder served over HTTP on this machine, with the headers and compression of a production server.

Contract: what the browser gets is what stands in the folder at that moment (nothing is cached), text comes
compressed where the browser takes it, a path that does not exist gets the nearest 404.html up its own path, and
nothing outside the folder can be had.
"""

from __future__ import annotations

import gzip
import socketserver
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self
from urllib.parse import unquote

from publish.media import accepts_gzip, content_type, is_text

ADDRESS = "127.0.0.1"


class SiteHandler(BaseHTTPRequestHandler):
    """Answers one request from the folder of its server."""

    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal shows the builds."""

    def _answer(self, with_body: bool) -> None:
        path, question, query = self.path.partition("?")
        file = self._find(unquote(path))
        if file and file.is_dir():
            # Only a path that was found is sent back, so this cannot lead to another host.
            self._send(HTTPStatus.MOVED_PERMANENTLY, {"Location": f"{path}/{question}{query}"}, b"", with_body)
        elif file:
            self._send_file(HTTPStatus.OK, file, with_body)
        elif page := self._not_found_page(unquote(path)):
            self._send_file(HTTPStatus.NOT_FOUND, page, with_body)
        else:
            plain = {"Content-Type": "text/plain; charset=utf-8"}
            self._send(HTTPStatus.NOT_FOUND, plain, b"Not found\n", with_body)

    def _find(self, path: str) -> Path | None:
        """The file for a decoded path, or the folder whose address lacks its final slash, or None.

        Empty and dotted segments and NUL never name a page, and are the ways out of the folder; a symbolic link
        that leads out of it is none of the site either.
        """
        if not path.startswith("/") or "\0" in path or "\\" in path:
            return None
        segments = path[1:].split("/")
        is_folder = segments[-1] == ""
        names = segments[:-1] if is_folder else segments
        if any(name in ("", ".", "..") for name in names):
            return None
        found = self.server.site.joinpath(*names)
        if is_folder:
            found /= "index.html"
        try:
            if not found.resolve().is_relative_to(self.server.site.resolve()):
                return None
            if found.is_file() or (found / "index.html").is_file():
                return found
        except OSError:  # a name longer than the file system takes
            pass
        return None

    def _not_found_page(self, path: str) -> Path | None:
        """The 404.html nearest to a path, so that a reader is told in the language of the address."""
        folders = path.split("/")[:-1]
        while folders:
            if page := self._find("/".join([*folders, "404.html"])):
                return page
            folders.pop()
        return None

    def _send_file(self, status: HTTPStatus, file: Path, with_body: bool) -> None:
        kind = content_type(file)
        headers = {"Content-Type": kind}
        body = file.read_bytes()
        if is_text(kind):
            headers["Vary"] = "Accept-Encoding"
            if accepts_gzip(self.headers.get("Accept-Encoding", "")):
                headers["Content-Encoding"] = "gzip"
                body = gzip.compress(body, compresslevel=9, mtime=0)
        self._send(status, headers, body, with_body)

    def _send(self, status: HTTPStatus, headers: dict[str, str], body: bytes, with_body: bool) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if with_body:
            self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, site: Path, port: int) -> None:
        self.site = site
        super().__init__((ADDRESS, port), SiteHandler)

    def server_bind(self) -> None:
        # HTTPServer's own asks the name service who 127.0.0.1 is, which takes seconds where there is no network.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]

    def handle_error(self, request: object, client_address: object) -> None:
        # A browser that goes away in the middle of an answer, or a file that a build replaces at this very moment:
        # the next reload mends both.
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class SiteServer:
    """A running server for one site folder, as a context manager; `url` ends with a slash."""

    def __init__(self, site: Path, port: int = 0) -> None:
        """Take the port (0: any free one); raises OSError where it cannot be had. Serving begins with `with`."""
        self._server = _Server(site, port)
        self.port: int = self._server.server_port
        self.url = f"http://{ADDRESS}:{self.port}/"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
