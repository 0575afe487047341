"""The forms of docs/data/forms as files: a workbook for programs, and in each language paper and a codebook.

Contract: `form_files` names each file that the tag `forms` offers (hooks/tags.py), with the data it is made from.
"""

from __future__ import annotations

from collections.abc import Iterator

from data.forms import Form, load_forms
from data.services import emergency, load_services
from publish.forms.codebook import codebook
from publish.forms.wording import FormWords
from publish.forms.xlsform import XlsForm
from publish.paper.sheets import FOLDER, Press, Sheet


def form_files(press: Press) -> Iterator[Sheet]:
    """Every file of every form. Raises DataError."""
    data_dir = press.site.docs / "data"
    if not (data_dir / "forms").is_dir():
        return
    for form in load_forms(data_dir, emergency(load_services(data_dir)).number).values():
        yield _workbook(press, form)
        for locale in press.site.codes:
            words = FormWords(form, locale, press.strings[locale], str)
            path = f"{FOLDER}/forms/{form.id}-codebook.{locale}.csv"
            yield Sheet(path, "csv", {"text": codebook(words)})


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
