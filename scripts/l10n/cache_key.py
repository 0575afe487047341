"""What every verdict on a site depends on, as one digest: the checker itself, and the site's configuration and policy."""

from __future__ import annotations

import hashlib
import os
import re
import sys
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from .site import Site

CODE = Path(__file__).parent
DISTRIBUTION = re.compile(r".+\.(?:dist|egg)-info")


def cache_key(site: Site, flags: Collection[str]) -> str:
    """The digest. Raises TypeError when the policy holds something of which nobody knows when it is the same."""
    parts = [sys.version, unicodedata.unidata_version, *flags, code_digest(), *packages(), canonical(site, site.root)]
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@cache
def code_digest() -> str:
    """The digest of the checker's own files, names and bytes."""
    digest = hashlib.blake2b(digest_size=16)
    for folder, folders, names in os.walk(CODE):
        folders[:] = sorted(set(folders) - {"__pycache__"})
        for name in sorted(names):
            digest.update(f"{folder.removeprefix(str(CODE))}/{name}\0".encode("utf-8", "surrogateescape"))
            digest.update(Path(folder, name).read_bytes())
    return digest.hexdigest()


def packages() -> Iterator[str]:
    """Name and version of every installed package: whichever a verdict depends on is among them."""
    for folder in sys.path:
        if os.path.isdir(folder):
            yield from sorted(filter(DISTRIBUTION.fullmatch, os.listdir(folder)))


def canonical(value: Any, root: Path) -> str:
    """A value of the configuration as text: the same text means the same value. Paths count from `root`."""
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if value is None or isinstance(value, bool | int | float | str | date):
        return repr(value)
    if isinstance(value, Path):
        return f"path {os.path.relpath(value, root)!r}"
    if isinstance(value, re.Pattern):
        return f"pattern {value.pattern!r} {value.flags}"
    if is_dataclass(value) and not isinstance(value, type):
        compared = (field.name for field in fields(value) if field.compare)
        inner = (f"{name}={canonical(getattr(value, name), root)}" for name in compared)
    elif isinstance(value, Mapping):
        inner = sorted(f"{canonical(key, root)}: {canonical(item, root)}" for key, item in value.items())
    elif isinstance(value, AbstractSet):
        inner = sorted(canonical(item, root) for item in value)
    elif isinstance(value, list | tuple):
        inner = (canonical(item, root) for item in value)
    else:
        raise TypeError(f"{type(value).__name__} in the configuration")
    return f"{type(value).__name__}({', '.join(inner)})"
