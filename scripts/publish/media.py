"""Content types: what kind of file this is, and how its text travels."""

from __future__ import annotations

from pathlib import Path

# Not from the machine's own tables, which differ and know some of these not at all.
TYPES = {
    ".avif": "image/avif",
    ".bib": "application/x-bibtex",
    ".css": "text/css",
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".epub": "application/epub+zip",
    ".gz": "application/gzip",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".mp3": "audio/mpeg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".ris": "application/x-research-info-systems",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
TEXT = {
    *("application/json", "application/manifest+json", "application/xml", "image/svg+xml", "text/javascript"),
    *("application/x-bibtex", "application/x-research-info-systems"),
}


def content_type(path: Path) -> str:
    """The Content-Type of a file, with its charset where it is text: every text of the site is UTF-8."""
    media = TYPES.get(path.suffix.lower(), "application/octet-stream")
    return f"{media}; charset=utf-8" if is_text(media) else media


def is_text(content_type: str) -> bool:
    """Whether a Content-Type names text, which has a charset and is worth compressing."""
    media = content_type.partition(";")[0]
    return media.startswith("text/") or media in TEXT


def accepts_gzip(header: str) -> bool:
    """Whether an Accept-Encoding header takes gzip (RFC 9110, 12.5.3): named, and not with a weight of nought."""
    for choice in header.lower().split(","):
        coding, *parameters = (part.strip() for part in choice.split(";"))
        if coding in ("gzip", "x-gzip"):
            return not any(part.startswith("q=") and not part.strip("q=0.") for part in parameters)
    return False
