"""What kind of build this is, and what it needs to know beyond the sources: address, contact, date.

Contract: each value has one origin in one order, the environment first, then mkdocs.yml (for the date: the last
commit). MkDocs and everything it runs get them as environment variables and look nowhere else.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from environment.stop import Stop


class Kind(Enum):
    """What a build is for; the value is what AFTER_THE_BORDER_BUILD says to hooks and templates."""

    PREVIEW = "preview"
    """Shows everything; says on every unsigned page that it is a draft. The default."""
    RELEASE = "release"
    """For the public: withholds what its policy wants signed and is not."""


@dataclass(frozen=True)
class Settings:
    """What one build needs to know; `epoch` is in seconds since 1970."""

    kind: Kind
    site_url: str | None
    contact: str | None
    epoch: int | None

    def environment(self, base: Mapping[str, str]) -> dict[str, str]:
        """The environment variables for MkDocs: `base` with these settings and nothing left to chance."""
        ours = {
            "AFTER_THE_BORDER_BUILD": self.kind.value,
            "SITE_URL": self.site_url,
            "CONTACT": self.contact,
            "SOURCE_DATE_EPOCH": None if self.epoch is None else str(self.epoch),
            "PYTHONHASHSEED": "0",  # sets and dictionaries in one order: two builds, the same bytes
            "PYTHONUTF8": "1",
            "NO_MKDOCS_2_WARNING": "1",  # Material's notice about a successor: the versions here are locked
        }
        kept = {name: value for name, value in base.items() if name not in ours}
        return kept | {name: value for name, value in ours.items() if value is not None}


def read_settings(root: Path, kind: Kind, environ: Mapping[str, str]) -> Settings:
    """The settings for a build of `root`. Raises `Stop` where one is unusable, or missing in a release."""
    config = read_config(root / "mkdocs.yml")
    extra = config.get("extra")
    site_url = environ.get("SITE_URL") or config.get("site_url") or None
    contact = environ.get("CONTACT") or (extra.get("contact") if isinstance(extra, dict) else None) or None
    if site_url and not is_address(site_url):
        raise Stop(f"SITE_URL is {site_url!r}, not a full address: write it like https://example.org/.")
    if kind is Kind.RELEASE:
        required = {
            "SITE_URL (or site_url in mkdocs.yml)": site_url,
            "CONTACT (or extra.contact in mkdocs.yml)": contact,
        }
        missing = [name for name, value in required.items() if not value]
        if missing:
            raise Stop(f"A release needs {' and '.join(missing)}: set it in the environment.")
    return Settings(kind, site_url, contact, read_epoch(root, environ))


def is_address(url: str) -> bool:
    """Whether `url` is a full web address, with scheme and host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def read_config(path: Path) -> dict[str, object]:
    """mkdocs.yml as MkDocs reads it, `!ENV` resolved. Raises `Stop` with file and line where it cannot be read."""
    try:
        with path.open(encoding="utf-8") as file:
            config = yaml_load(file)
    except OSError as error:
        raise Stop(f"{path} cannot be read ({error.strerror}): take it back from the repository.") from error
    except ConfigurationError as error:
        # MkDocs keeps the YAML error, which knows the line, only as the context of its own.
        problem = error.__context__
        mark = problem.problem_mark if isinstance(problem, yaml.MarkedYAMLError) else None
        line, what = (f":{mark.line + 1}", problem.problem) if mark else ("", str(problem or error))
        raise Stop(f"{path}{line}: this is not YAML ({what}): correct this line or the one above it.") from error
    except UnicodeDecodeError as error:
        raise Stop(f"{path} is not text in UTF-8: save it as UTF-8.") from error
    if not isinstance(config, dict):
        raise Stop(f"{path} holds no settings: it must be `key: value` lines.")
    return config


def read_epoch(root: Path, environ: Mapping[str, str]) -> int | None:
    """The one date a build may write anywhere: SOURCE_DATE_EPOCH, else the last commit's, else None, saying so.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    given = environ.get("SOURCE_DATE_EPOCH")
    if given:
        if not given.isdecimal():
            raise Stop(f"SOURCE_DATE_EPOCH is {given!r}, not a number of seconds since 1970: correct or unset it.")
        return int(given)
    try:
        git = subprocess.run(
            ["git", "-C", root, "log", "-1", "--format=%ct"], check=False, capture_output=True, text=True
        )
    except OSError:
        git = None
    if git and git.returncode == 0 and git.stdout.strip().isdecimal():
        return int(git.stdout)
    print("note: no commit to take the date from, so a build tomorrow will differ in its dates", flush=True)
    return None
