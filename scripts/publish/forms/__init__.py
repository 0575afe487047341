"""The forms of docs/data/forms as files: a workbook for programs, and in each language paper, a codebook and the template of a report.

Contract: `form_files` names each file that the tag `forms` offers (hooks/tags.py), with the data it is made from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from data.forms import Form, load_forms
from data.services import emergency, load_services
from publish.direction import on_paper
from publish.forms.codebook import codebook
from publish.forms.printed import printed
from publish.forms.report import report
from publish.forms.wording import FormWords
from publish.forms.xlsform import XlsForm
from publish.paper.sheets import FOLDER, Press, Sheet

MANY = 100  # pages: a form may have as many as it needs


def form_files(press: Press) -> Iterator[Sheet]:
    """Every file of every form. Raises DataError."""
    data_dir = press.site.docs / "data"
    if not (data_dir / "forms").is_dir():
        return
    for form in load_forms(data_dir, emergency(load_services(data_dir)).number).values():
        yield _workbook(press, form)
        for locale, rtl in ((each.code, each.rtl) for each in press.site.locales):
            words = FormWords(form, locale, press.strings[locale], str)
            path = f"{FOLDER}/forms/{form.id}"
            yield Sheet(f"{path}-codebook.{locale}.csv", "csv", {"text": codebook(words)})
            yield Sheet(f"{path}-report.{locale}.docx", "docx", report(words, press, rtl))
            on_page = replace(words, figures=on_paper)
            yield Sheet(f"{path}.{locale}.pdf", "form", printed(on_page, press), MANY)


def _workbook(press: Press, form: Form) -> Sheet:
    languages = {locale.code: (locale.name, locale.rtl) for locale in press.site.locales}
    source = press.site.source.code
    data = {
        "sheets": XlsForm(form, languages, press.strings).sheets(),
        "rtl": [f"({code})" for code, (_, rtl) in languages.items() if rtl],
        "title": form.title[source],
        "site": press.strings[source]["site_name"],
        "moment": press.moment or 0,
    }
    return Sheet(f"{FOLDER}/forms/{form.id}.xlsx", "xlsx", data)
