"""Tags in Markdown (`{{ service jaunimo-linija }}`) -> HTML from the partial of the same name.

    {{ emergency }}              the emergency box
    {{ service ID }}             one service as a card; in a leaflet only an entry of high confidence
    {{ services KIND call }}     every service of a kind that has a number; `place`: those without
    {{ number ID }}              the telephone number alone, within a sentence
    {{ say ID }}                 a sentence to show to somebody; in a guide one to say, in every language
    {{ sources }}                every source of the site
    {{ glossary }}               every term in every language, each under its id
    {{ open_data }}              a link to the directory as data
    {{ readings }}               what blind readings found, by page and language
    {{ translation_state }}      the state of each page in each language
    {{ contact }}                where to report a mistake
    {{ poster }}                 a link to the poster in all languages
    {{ book }}                   links to the guide as files, where the language has them
    {{ figure ID }}              a figure of the survey, within a sentence
    {{ chart ID }}               a share of the survey as a table and as squares
    {{ case ID }}                a court case, within a sentence or a cell
    {{ forms ID }}               links to a form for others to use: workbook, paper, codebook, template of the report
    {{ survey_data }}            links to the survey's figures as files; `cases_data`: to the cases
    {{ kept }}                   buttons to save this language on the phone and to remove it

A tag is taken out before Markdown sees it and put in after, so that Markdown cannot change what the data says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from jinja2 import Environment

from data.cases import Case, load_cases
from data.forms import Form, load_forms
from data.glossary import Terms, load_glossary
from data.services import Confidence, Service, emergency, load_services, shown
from data.survey import Survey, load_survey
from data.texts import Reading, Say, Source, load_readings, load_say, load_sources
from hooks.collation import index_key
from hooks.survey_tags import survey_tags
from hooks.tag_error import TagError
from l10n.tags import Tag, find_tags

# Private characters: no text can hold one by chance. A tag that stands for a block is a comment to Markdown; one within
# a sentence is a word, since a paragraph that begins with a comment would be taken for a block of HTML and torn apart.
_PLACE = re.compile("<!--\ue000([0-9]+)-->|\ue001([0-9]+)\ue002")
_WITHIN = {"number", "contact", "open_data", "poster", "figure", "case"}
# Every tag, with how many words it takes.
KNOWN = {
    "emergency": 0,
    "service": 1,
    "services": 2,
    "number": 1,
    "say": 1,
    "sources": 0,
    "glossary": 0,
    "open_data": 0,
    "contact": 0,
    "readings": 0,
    "kept": 0,
    "poster": 0,
    "book": 0,
    "translation_state": 0,
    "figure": 1,
    "chart": 1,
    "case": 1,
    "survey_data": 0,
    "cases_data": 0,
    "forms": 1,
}


@dataclass(frozen=True)
class TagData:
    """What tags may show."""

    services: list[Service]
    say: Say
    sources: dict[str, Source]
    readings: list[Reading] = field(default_factory=list)
    glossary: Terms = field(default_factory=Terms)
    survey: Survey | None = None
    cases: Mapping[str, Case] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)

    @classmethod
    def load(cls, data_dir: Path) -> TagData:
        """Everything from the files of `data_dir`. Raises DataError on a broken one."""
        sources, services = load_sources(data_dir), load_services(data_dir)
        return cls(
            services,
            load_say(data_dir),
            sources,
            load_readings(data_dir),
            load_glossary(data_dir),
            load_survey(data_dir, sources),
            load_cases(data_dir),
            load_forms(data_dir, emergency(services).number),
        )

    def service(self, service_id: str, in_leaflet: bool) -> Service:
        """The service of that id, if it may stand here. Raises TagError otherwise."""
        found = [service for service in shown(self.services) if service.id == service_id]
        if not found:
            raise TagError(f"no shown service has the id {service_id}; see docs/data/services.yml")
        if not _may_stand(found[0], in_leaflet):
            raise TagError(f"{service_id} is of {found[0].confidence.value} confidence; leaflets show only high")
        return found[0]

    def listed(self, kind: str, form: str, in_leaflet: bool, locale: str) -> list[Service]:
        """Services of a kind for readers of `locale`, those that speak it first, else in the order of the data.

        The form `call` has a number, `place` has none. Raises TagError on other words.
        """
        if form not in ("call", "place"):
            raise TagError(f"“services {kind} {form}”: write call or place at the end")
        found = [
            service
            for service in shown(self.services)
            if service.kind == kind
            and service.audience == "reader"
            and bool(service.number) == (form == "call")
            and _may_stand(service, in_leaflet)
        ]
        if not found:
            raise TagError(f"no service of the kind {kind} fits “{form}”; remove the tag or correct the kind")
        return sorted(found, key=lambda service: locale not in service.languages)


def hide_tags(markdown: str, lines_before: int = 0) -> tuple[str, list[Tag]]:
    """The Markdown with each tag replaced by something that Markdown leaves alone, and the tags in order.

    `lines_before`: lines of front matter, so that the tags know their lines in the file.
    """
    tags = find_tags(markdown)
    pieces, end = [], 0
    for index, tag in enumerate(tags):
        place = f"\ue001{index}\ue002" if tag.name in _WITHIN else f"<!--\ue000{index}-->"
        pieces += [markdown[end : tag.start], place]
        end = tag.end
    return "".join(pieces) + markdown[end:], [replace(tag, line=tag.line + lines_before) for tag in tags]


def services_of(tags: list[Tag], data: TagData, in_leaflet: bool, locale: str) -> list[Service]:
    """Every service that the tags of a page in `locale` show as a card, once, in order. Raises TagError."""
    found: dict[str, Service] = {}
    for tag in tags:
        with _checked(tag):
            if tag.name == "service":
                found.setdefault(tag.args[0], data.service(tag.args[0], in_leaflet))
            elif tag.name == "services":
                found.update({service.id: service for service in data.listed(*tag.args, in_leaflet, locale)})
    return list(found.values())


def show_tags(
    content: str, tags: list[Tag], data: TagData, env: Environment, context: dict, in_leaflet: bool, form: str = ""
) -> str:
    """`content` with each hidden tag filled from its partial; `context` is what all partials get. Raises TagError.

    `form` names a folder of partials that go before the usual ones.
    """
    folders = [f"partials/{form}/", "partials/"] if form else ["partials/"]

    def partial(name: str, **more: object) -> str:
        template = env.select_template([f"{folder}{name}.html" for folder in folders])
        return template.render({**context, **more}).strip()

    def number(service_id: str) -> str:
        service = data.service(service_id, in_leaflet)
        if not service.number:
            raise TagError(f"{service_id} has no number to show")
        return partial("number", service=service)

    def sentence(sentence_id: str) -> str:
        if sentence_id not in data.say.sentences:
            raise TagError(f"no sentence has the id {sentence_id}; see docs/data/say.yml")
        return partial("say", say=data.say, sentence=sentence_id)

    def services(kind: str, form: str) -> str:
        return "".join(
            partial("service", service=service) for service in data.listed(kind, form, in_leaflet, context["locale"])
        )

    def glossary() -> str:
        locale = context["locale"]
        terms = sorted(data.glossary.terms, key=lambda term: index_key(term.forms[locale][0], locale))
        return partial("glossary", glossary=data.glossary, terms=terms)

    def forms(form_id: str) -> str:
        if form_id not in data.forms:
            raise TagError(f"no form has the id {form_id}; see docs/data/forms")
        return partial("forms", form=data.forms[form_id])

    fill: dict[str, Callable[..., str]] = {
        "emergency": lambda: partial("emergency"),
        "service": lambda service_id: partial("service", service=data.service(service_id, in_leaflet)),
        "services": services,
        "number": number,
        "say": sentence,
        "sources": lambda: partial("sources", sources=data.sources.values()),
        "glossary": glossary,
        "open_data": lambda: partial("open_data"),
        "contact": lambda: partial("contact"),
        "readings": lambda: partial("readings", readings=data.readings),
        "kept": lambda: partial("kept"),
        "poster": lambda: partial("poster"),
        "book": lambda: partial("book"),
        "translation_state": lambda: partial("translation_state", rows=context["translation_rows"]()),
        "forms": forms,
        **survey_tags(data.survey, data.cases, partial, context),
    }

    def put(match: re.Match[str]) -> str:
        tag = tags[int(match[1] or match[2])]
        with _checked(tag):
            return fill[tag.name](*tag.args)

    return _PLACE.sub(put, content)


def _may_stand(service: Service, in_leaflet: bool) -> bool:
    return service.confidence is Confidence.HIGH or not in_leaflet


@contextmanager
def _checked(tag: Tag) -> Iterator[None]:
    """Inside, the tag is known and has as many words as it takes; a TagError leaves with its line."""
    try:
        if tag.name not in KNOWN:
            raise TagError(f"unknown tag “{tag.name}”; known are {', '.join(KNOWN)}")
        if len(tag.args) != KNOWN[tag.name]:
            many = "many" if len(tag.args) > KNOWN[tag.name] else "few"
            raise TagError(f"the tag “{tag.name}” has too {many} words: it takes {KNOWN[tag.name]}")
        yield
    except TagError as error:
        error.line = tag.line
        raise
