"""What MkDocs with mkdocs-static-i18n makes of a site: facts of a real build, to hold the checker's idea against."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

NOT_FOUND = re.compile(r"Doc file '(.*?)' contains a link '(.*?)', but the target")


@dataclass
class Built:
    """`own`: (locale, path of the source file) -> address; `lent`: (locale, path) of pages built from the source's
    file; `dead`: (path of the page, link) that the build of the page's own locale did not find."""

    own: dict[tuple[str, str], str] = field(default_factory=dict)
    lent: set[tuple[str, str]] = field(default_factory=set)
    dead: set[tuple[str, str]] = field(default_factory=set)


class _Listener(logging.Handler):
    def __init__(self, config, built: Built):
        super().__init__()
        self.config, self.built = config, built
        self.page = (("", ""), False)  # (locale, path) of the page being built, and whether it is of this locale

    def on_page(self, markdown, page, config, files):
        locale = config.plugins["i18n"].current_language
        place = (locale, page.file.src_uri)
        self.page = place, page.file.locale == locale
        if self.page[1]:
            self.built.own[place] = "" if page.file.url in ("./", ".") else page.file.url
        else:
            self.built.lent.add(place)
        return markdown

    def emit(self, record):
        match = NOT_FOUND.match(record.getMessage())
        if match and self.page[1]:
            self.built.dead.add(match.groups())


def build_site(config_file: Path, site_dir: Path) -> Built:
    """Build a site and tell what was built."""
    config = load_config(str(config_file), site_dir=str(site_dir))
    built = Built()
    listener = _Listener(config, built)
    config.plugins.events["page_markdown"].append(listener.on_page)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    try:
        build(config)
    finally:
        logger.removeHandler(listener)
    return built
