"""Sheets of rows -> the bytes of a workbook, the same for the same rows: no clock, and each language from its own side."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

_WHEN = (1980, 1, 1, 0, 0, 0)  # in the archive: no clock
_WIDE, _NARROW = 46, 16  # characters
_RIGHT_TO_LEFT = 2  # ECMA-376, readingOrder


def workbook(data: dict) -> bytes:
    """`data`: `sheets` (name -> rows, the head first), `rtl` (columns with such an ending run from right to left), `title`,
    `site`, and `moment`, the time of the version in seconds."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in data["sheets"].items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([cell or None for cell in row])
        _shape(sheet, rows[0], data["rtl"])
    moment = datetime.fromtimestamp(data["moment"], UTC).replace(tzinfo=None)
    book.properties.title, book.properties.creator = data["title"], data["site"]
    book.properties.created = moment
    written = io.BytesIO()
    book.save(written)
    return _without_clock(written, moment)


def _shape(sheet, columns: list[str], rtl: list[str]) -> None:
    """Heads that stay, and columns that can be read."""
    sheet.freeze_panes = "C2" if len(columns) > 2 else "A2"
    for number, column in enumerate(columns, 1):
        sheet.cell(1, number).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = _WIDE if "::" in column else _NARROW
        right = any(column.endswith(ending) for ending in rtl)
        for (cell,) in sheet.iter_rows(min_row=2, min_col=number, max_col=number):
            cell.alignment = Alignment(
                wrap_text=True,
                vertical="top",
                horizontal="right" if right else None,
                readingOrder=_RIGHT_TO_LEFT if right else 0,
            )


def _without_clock(written: io.BytesIO, moment: datetime) -> bytes:
    """The same archive; openpyxl writes the hour of saving into each entry and into the properties."""
    result = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                stamp = f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode()
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, content)
            new.writestr(zipfile.ZipInfo(name, _WHEN), content, zipfile.ZIP_DEFLATED, 9)
    return result.getvalue()
