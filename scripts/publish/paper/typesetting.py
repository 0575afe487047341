"""Typst: a template and its data -> the bytes of a PDF or a picture, the same for the same data on every machine."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pikepdf
import segno
import typst

HERE = Path(__file__).resolve().parent
FONTS = HERE / "fonts"


class Typesetter:
    """Compiles the templates of this folder with the fonts beside them and no others."""

    def __init__(self) -> None:
        self._compilers: dict[str, typst.Compiler] = {}

    def pdf(self, template: str, data: dict) -> bytes:
        """A PDF that keeps the rules of PDF/UA-1 or is not made: Typst raises TypstError then."""
        return self._compiler(template).compile(format="pdf", pdf_standards=["ua-1"], sys_inputs=_inputs(data))

    def picture(self, template: str, data: dict) -> bytes:
        """A PNG of one pixel a point."""
        return self._compiler(template).compile(format="png", ppi=72, sys_inputs=_inputs(data))

    def _compiler(self, template: str) -> typst.Compiler:
        if template not in self._compilers:
            self._compilers[template] = typst.Compiler(
                HERE / f"{template}.typ", root=HERE, font_paths=[FONTS], ignore_system_fonts=True
            )
        return self._compilers[template]


def _inputs(data: dict) -> dict[str, str]:
    return {"data": json.dumps(data, ensure_ascii=False)}


def packed(pdf: bytes) -> bytes:
    """The same PDF in half the bytes: Typst writes what is for screen readers uncompressed."""
    result = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(result, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return result.getvalue()


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF of Typst has, as it is before it is packed."""
    return int(re.search(rb"/Type/Pages/Count (\d+)", pdf)[1])


def qr_code(address: str) -> str:
    """An SVG with its quiet zone of four modules; correction level M (ISO/IEC 18004)."""
    picture = io.BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="svg", border=4, xmldecl=False, nl=False)
    return picture.getvalue().decode()
