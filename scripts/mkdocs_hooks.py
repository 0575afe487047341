"""The one hook that MkDocs loads: it hands each event to the module that knows the job (scripts/hooks/).

MkDocs calls it once a language (mkdocs-static-i18n builds the site language by language, the source first).
"""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from data.load import DataError
from hooks.footnotes import add_sources
from hooks.guide import DATED, TEMPLATE
from hooks.navigation import without_missing
from hooks.page_context import SiteContext
from hooks.public_data import services_json
from hooks.tags import TagError, hide_tags
from l10n.tags import entries_of

_site: SiteContext | None = None


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the data anew at the start of each build (of the source language), so that a preview follows edits."""
    global _site
    # Not through !ENV, which reads the value as YAML: a Telegram name begins with @.
    config.extra["contact"] = os.environ.get("CONTACT") or config.extra["contact"]
    if config.extra["build"] not in ("preview", "release"):
        raise PluginError(f"AFTER_THE_BORDER_BUILD is {config.extra['build']!r}: write preview or release.")
    if config.plugins["i18n"].current_language in (None, config.plugins["i18n"].default_language):
        try:
            _site = SiteContext.load(config)
        except DataError as error:
            raise PluginError(str(error)) from None
    return config


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Leaves out pages that this language lacks."""
    nav.items = without_missing(nav.items)
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Takes the tags out of Markdown's way and adds the footnotes that name sources."""
    path = Path(config.docs_dir, page.file.src_uri)
    if DATED in page.meta:
        page.meta.setdefault("template", TEMPLATE)
    template = page.meta.get("template")
    if template and not Path(config.theme.custom_dir, template).is_file():
        raise PluginError(f"{path}: no template is called {template}; see overrides/.")
    # MkDocs hands over the text without its front matter; what is before it is what the file has more.
    lines_before = path.read_text(encoding="utf-8-sig").count("\n") - markdown.count("\n")
    try:
        markdown = add_sources(markdown, _site.tag_data.sources, _site.wording(config))
    except ValueError as error:
        raise PluginError(f"{path}: {error}.") from None
    markdown, page.tags_in_text = hide_tags(markdown, lines_before)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tells MkDocs the anchors that tags will give the page, so that it takes links to them for whole."""
    texts = _site.site.policy.tag_texts
    page.present_anchor_ids.update(*(entries_of(tag, texts) for tag in page.tags_in_text if not tag.args))
    return html


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Our templates escape what they print; Material's are written for an environment that does not."""
    own = Path(config.theme.custom_dir)
    env.autoescape = lambda name: name is not None and (own / name).is_file()
    _site.env = env
    return env


def on_page_context(context: dict, page: Page, config: MkDocsConfig, nav: Navigation) -> dict:
    """Everything a template needs; a tag that cannot be filled stops the build with its place."""
    try:
        context.update(_site.page(page, config, nav))
    except TagError as error:
        raise PluginError(f"{Path(config.docs_dir, page.file.src_uri)}:{error.line}: {error}.") from None
    except ValueError as error:
        raise PluginError(f"{Path(config.docs_dir, page.file.src_uri)}: {error}.") from None
    return context


def on_template_context(context: dict, template_name: str, config: MkDocsConfig) -> dict:
    """The 404 page gets the context of a page without text; the sitemap what it lists."""
    if template_name == "404.html":
        context.update(_site.not_found(config, context["base_url"]))
    elif template_name == "sitemap.xml":
        context["source_locale"] = _site.site.source.code
    return context


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """One 404 page a language (MkDocs would overwrite the first by each next), no sitemap without a public address."""
    locale = config.plugins["i18n"].current_language
    if template_name == "404.html" and locale != config.plugins["i18n"].default_language:
        path = Path(config.site_dir, locale, "404.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(output, encoding="utf-8")
        return ""
    return "" if template_name == "sitemap.xml" and not config.site_url else output


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """`dir` on <html>: Material sets it on <body>, where the title and the scroll bar do not see it; and the part of the site."""
    locale = config.plugins["i18n"].current_language
    plain = f'<html lang="{locale}" class="no-js">'
    part = page.file.src_uri.split("/")[1].removesuffix(".md")
    return output.replace(plain, f'<html lang="{locale}" dir="{_site.direction(locale)}" class="no-js {part}">', 1)


def on_post_build(config: MkDocsConfig) -> None:
    """The public data and, behind the last language, the pages that need more than one."""
    Path(config.site_dir, "services.json").write_text(services_json(_site.tag_data.services), encoding="utf-8")
    if config.plugins["i18n"].current_language != _site.site.codes[-1]:
        return
    for name, text in _site.files(config.site_url or ""):
        path = Path(config.site_dir, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    try:
        for address, page in _site.leaflet_forms():
            path = Path(config.site_dir, address, "index.html")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page, encoding="utf-8")
    except ValueError as error:
        raise PluginError(f"{error}.") from None
