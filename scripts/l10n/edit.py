"""One key of a page's front matter replaced, every other byte left as it is, written atomically."""

from __future__ import annotations

import json
import os
import re
import tempfile
from pathlib import Path

from . import front_matter as fm
from .errors import PageError
from .page import decode, read_bytes

PLAIN_KEY = re.compile(r"[A-Za-z_][\w.~-]*")
# A line with its end; str.splitlines would also split at form feeds and U+2028, which end no line in Markdown.
ROW = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
# What YAML does not take, or takes for the end of a line.
NOT_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# Words that YAML 1.1 reads as something else than text.
NOT_TEXT = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "none"))


def yaml_key(text: str) -> str:
    """A key as YAML, quoted only when it has to be."""
    return text if PLAIN_KEY.fullmatch(text) and text.lower() not in NOT_TEXT else yaml_string(text)


def yaml_string(text: str) -> str:
    """A text as a double-quoted YAML string on one line."""
    return NOT_YAML.sub(lambda match: f"\\u{ord(match.group()):04x}", json.dumps(text, ensure_ascii=False))


def replace_key(file: Path, key: str, lines: list[str]) -> bool:
    """Write `lines` (YAML without line ends) in the place of a top-level key of the front matter, or as its last key.

    The front matter is created when the page has none. Line ends are those of the file. Returns False, and touches
    nothing, when the file holds exactly that already. Raises PageError when the page cannot be read.
    """
    data = read_bytes(file)
    text = decode(data)
    bom = data[:3] if data.startswith(b"\xef\xbb\xbf") else b""
    raw = data[len(bom) :].decode("utf-8")
    end = _line_end(raw)
    rows = ROW.findall(raw)
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    source, _, body_line = fm.split(unified)
    if not source and fm.parse_plain(unified)[0].values:
        # A block above these lines would turn them from metadata into text.
        raise PageError(1, "The metadata stands on top without --- lines.", "put it between two lines of ---")
    new = [line + end for line in lines]
    if not source:
        rows[:0] = ["---" + end, *new, "---" + end, *([end] if rows and rows[0].strip() else [])]
    else:
        entries = fm.parse(source, body_line - 1).entries
        place = entries.get((key,))
        start, stop = (place.line - 1, place.last_line) if place else (body_line - 2, body_line - 2)
        if rows[start:stop] == new:
            return False
        rows[start:stop] = new
    write_atomically(file, bom + "".join(rows).encode("utf-8"))
    return True


def _line_end(raw: str) -> str:
    match = re.search(r"\r\n|\n|\r", raw)
    return match.group() if match else "\n"


def write_atomically(file: Path, data: bytes) -> None:
    """Give a file its content in one step, its mode kept if it exists; a link is written through, not replaced.

    Raises OSError, naming the file; the file is then as it was.
    """
    try:
        _replace(Path(os.path.realpath(file)), data)
    except OSError as error:  # a full disk names no file, a folder that cannot be written the temporary one
        raise OSError(error.errno, error.strerror or str(error), str(file)) from None


def _replace(target: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".l10n.")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
