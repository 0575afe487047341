"""Defects of whole pages, of their front matter and records, and of what readers in danger rely on."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import yaml

from l10n.dialect import BlockKind
from l10n.rules import Rule
from l10n.words import plain

from .ground import LAWS, Ground, Pair
from .planting import PLANTERS, PROSE, Line, Planting, insert, lines, planted, plants, swap

WITHOUT_REVIEW = r"\A---\n(?![\s\S]*^review:)"  # a second key of that name would be another defect


def _front(pair: Pair, pattern: str, instead: str) -> Iterator[Planting]:
    """The first match of a pattern in the front matter of the translation becomes another text."""
    head, end, body = pair.translation.text.partition("\n---\n")
    if (new := re.sub(pattern, instead, head, count=1, flags=re.MULTILINE)) != head:
        yield Planting({pair.translation.path: new + end + body}, pair)


def _front_plants(rule: Rule, pattern: str, *instead: str) -> None:
    earlier = PLANTERS.get(rule)

    @plants(rule)
    def planter(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
        if earlier:
            yield from earlier(ground, pair, chance)
        for text in instead:
            yield from _front(pair, pattern, text)


_front_plants(Rule.FRONT_MATTER_MISSING, r"^title: .*\n", "")
_front_plants(Rule.FRONT_MATTER_VALUE, r"^title: .*$", "title: 12", "title: [one, two]", "title: 2026-01-02")
_front_plants(Rule.FRONT_MATTER_VALUE, r"^audience: .*$", "audience: nobody")
_front_plants(Rule.UNKNOWN_FRONT_MATTER_KEY, r"\A---\n", "---\ntitel: x\n", "---\nauthor_name: x\n")
_front_plants(Rule.TITLE_LENGTH, r'^title: "?([^"\n]+)"?$', r'title: "\1' + r", \1" * 35 + '"')  # past any limit
_front_plants(Rule.DESCRIPTION_LENGTH, r'^description: "?([^"\n]{12})[^\n]*$', r'description: "\1"')
_front_plants(Rule.INVALID_SIGN_OFF, WITHOUT_REVIEW, '---\nreview: {language: {by: A, on: soon, text: "12345678"}}\n')
_front_plants(
    Rule.SIGN_OFF_OUTDATED, WITHOUT_REVIEW, '---\nreview: {language: {by: A, on: 2026-01-02, text: "12345678"}}\n'
)
_front_plants(Rule.REVIEW_DUE, WITHOUT_REVIEW, "---\nreview: {next: 2026-01-02}\n")
_front_plants(Rule.INVALID_RECORD, r'^  (\w+): "\w+"$', r"  \1: 12345678", r'  \1: "1234567"', r'  \1: "ABCDEF12"')
_front_plants(Rule.REMOVED_SECTION, r"^source:\n", 'source:\n  taken-back: "12345678"\n')
swap(Rule.TAGS_DIFFER, r"\{\{ .*? \}\}", "", raw=True)
swap(Rule.CONTACT_UNKNOWN, r"\{\{ (service|number) \S+ \}\}", r"{{ \1 nobody-here }}", raw=True)
insert(Rule.INVALID_IGNORE, "<!-- l10n: ignore numbers-differ -->", "<!-- l10n: ignore no-such-rule: a reason -->")
insert(Rule.UNUSED_IGNORE, "<!-- l10n: ignore mojibake: a reason -->")


@plants(Rule.UNREADABLE_PAGE)
def _unreadable(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """A NUL byte, or front matter that is no YAML."""
    page = pair.translation
    middle = chance.randrange(len(page.text))
    yield Planting({page.path: page.text[:middle] + "\0" + page.text[middle:]}, pair)
    yield from _front(pair, r"^title: ", "title: [")
    yield from _front(pair, r"\A---\n", "---\ntitle: x\n")


@plants(Rule.MISSING_PAGE)
def _missing(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    yield Planting({pair.translation.path: None}, pair, anew=True)


@plants(Rule.ORPHAN_PAGE)
def _orphan(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """The source is renamed, and the translation is not."""
    renamed = pair.source.path.replace(".md", "-new.md")
    yield Planting({pair.source.path: None, renamed: pair.source.text}, pair, anew=True)


@plants(Rule.MISSING_ASSET)
def _asset(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """This language has no version of a picture."""
    for name in dict.fromkeys(re.findall(r"\]\((plan-\w+\.svg)\)", pair.translation.text)):
        folder = pair.translation.path.rpartition("/")[0]
        yield Planting({f"{folder}/{name}": None}, pair, anew=True)


@plants(Rule.STALE_SECTION)
def _stale(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """A word of the source is another."""
    for line in lines(pair.source, (*PROSE, BlockKind.HEADING, BlockKind.TABLE)):
        if words := [*re.finditer(r"\b[a-z]{3,}\b", line.prose)]:
            word = chance.choice(words)
            new = line.raw[: word.start()] + "otherwise" + line.raw[word.end() :]
            yield Planting({pair.source.path: line.instead(new)}, pair, line.section)


@plants(Rule.UNRECORDED_SECTION)
def _unrecorded(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    yield from _records(pair, "")


@plants(Rule.MOVED_SECTION)
def _moved(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    yield from _records(pair, r'  earlier-\1: "\2"\n')


def _records(pair: Pair, instead: str) -> Iterator[Planting]:
    for name in re.findall(r'^  ([a-z][\w-]*): "\w{8}"$', pair.translation.text, re.MULTILINE):
        yield from _front(pair, rf'^  ({name}): "(\w+)"(?:\n|\Z)', instead)


@plants(Rule.FRONT_MATTER_FORBIDDEN)
def _forbidden_key(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    if ground.site.policy.section_for(pair.translation.key).forbidden:
        yield from _front(pair, r"\A---\n", "---\ndescription: x\n")


@plants(Rule.FRONT_MATTER_UNTRANSLATED)
def _untranslated_key(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    for name, value in pair.source.meta.items():
        if len(re.findall(r"[^\W\d_]+", str(value))) > 1:
            told = yaml.safe_dump(value, width=1000, allow_unicode=True).splitlines()[0].replace("\\", r"\\")
            yield from _front(pair, rf"^{name}: .*$", f"{name}: {told}")


@plants(Rule.URGENT_WITHOUT_EMERGENCY)
def _urgent(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """The flag is lost, or set where the source has none."""
    if pair.source.front_matter.values.get("urgent"):
        yield from _front(pair, r"^urgent: true\n", "")
    else:
        yield from _front(pair, r"\A---\n", "---\nurgent: true\n")


@plants(Rule.CONTACT_NOT_SHOWN)
def _not_shown(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """A contact of low confidence stands in place of another."""
    services = ground.data("services")
    unsure = [entry["id"] for entry in services if entry["confidence"] == "low"]
    for line in lines(pair.translation):
        if match := re.search(r"\{\{ (service|number) (\S+) \}\}", line.raw):
            start, end = match.span(2)
            yield planted(pair, line, line.raw[:start] + chance.choice(unsure) + line.raw[end:])


@plants(Rule.EXCLUDED_PAGE)
def _excluded(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """A page is translated that the policy keeps in the language of the source; the pair tells only the locale."""
    if pair.translation.key != "index.md":
        return
    locale = pair.translation.locale
    for name in LAWS:
        source = ground.corpus.source(name)
        there = Pair(source, ground.as_translation(source, locale))
        yield Planting({there.translation.path: source.text}, there, anew=True)


@plants(Rule.TOO_HARD_TO_READ)
def _too_hard(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """All sentences of a paragraph are one."""
    for line in _measured(ground, pair):
        if len(line.prose.split()) > 24:
            yield planted(pair, line, re.sub(r"[.!?؟] (?=\w)", " ", line.raw), anywhere=True)


def _measured(ground: Ground, pair: Pair) -> Iterator[Line]:
    """The paragraphs that the gates count, without links and marks."""
    policy = ground.site.policy.section_for(pair.translation.key)
    if policy.reading:
        for line in lines(pair.translation, (BlockKind.PARAGRAPH,)):
            if line.section not in ("short", "say") and "{" not in line.raw and "](" not in line.raw:
                yield line


@plants(Rule.FORBIDDEN_TERM)
def _forbidden_term(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """A phrase of the list stands between two words, in a section where it counts."""
    page = pair.translation
    here = ground.site.policy.section_for(page.key).prefix
    terms = ground.data("terms")
    phrases = [
        phrase.replace("*", "")
        for term in terms
        if not term.get("keys") and here in term.get("sections", [here])
        for phrase in term["words"].get(page.locale, [])
    ]
    for line in lines(page) if phrases else ():
        if found := [*re.finditer(r"(?<=[^\W\d_]) (?=[^\W\d_])", line.prose)]:
            at = chance.choice(found).end()
            yield planted(pair, line, f"{line.raw[:at]}{chance.choice(phrases)} {line.raw[at:]}")


@plants(Rule.INCONSISTENT_TRANSLATION)
def _inconsistent(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """A line whose source stands on three pages or more lacks a word."""
    if not ground.site.policy.section_for(pair.translation.key).consistent:
        return
    keys = [key for key in ground.site.keys if ground.site.policy.section_for(key).consistent]
    texts = [ground.corpus.source(key).text for key in keys]
    ours = {}
    for line in lines(pair.source, (*PROSE, BlockKind.HEADING)):
        ours.setdefault(line.section, []).append(line.raw)
    theirs = {}
    for line in lines(pair.translation, (*PROSE, BlockKind.HEADING)):
        theirs.setdefault(line.section, []).append(line)
    for section, sources in ours.items():
        for source, line in zip(sources, theirs.get(section, []), strict=False):
            words = [*re.finditer(r"(?<= )[^\W\d_]+ ", line.prose)]
            if words and len(source.split()) > 3 and sum(source in text for text in texts) > 2:
                word = chance.choice(words)
                new = line.raw[: word.start()] + line.raw[word.end() :]
                yield Planting({line.page.path: line.instead(new)}, pair, section, anew=True)


@plants(Rule.GLOSSARY_TERM)
def _glossary(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """Every form of a term that the source of the section uses word by word is another word."""
    page = pair.translation
    terms = ground.data("glossary")["terms"]
    longer = sorted((form.lower() for term in terms for form in term["forms"]["en"]), key=len, reverse=True)
    for section in page.sections:
        source = pair.source.by_key.get(section.key)
        if source is None:
            continue
        words = plain(source.prose)
        for term in terms:
            english = [form for form in term["forms"]["en"] if _said(form.lower(), words, longer)]
            forms = term["forms"].get(page.locale, [])
            stems = {word[: max(3, len(word) - 3)] for form in forms for word in form.split() if len(word) > 2}
            if not english or not stems:
                continue
            find = re.compile(rf"\w*(?:{'|'.join(map(re.escape, stems))})\w*", re.IGNORECASE)
            texts = page.text.split("\n")
            changed = False
            for line in lines(page, (*PROSE, BlockKind.HEADING)):
                if line.section == section.key and find.search(line.prose):
                    parts = list(line.raw)
                    for match in reversed([*find.finditer(line.prose)]):
                        parts[match.start() : match.end()] = "xxx"
                    texts[line.number - 1], changed = "".join(parts), True
            if changed:
                yield Planting({page.path: "\n".join(texts)}, pair, section.key)


def _said(form: str, words: str, longer: list[str]) -> bool:
    """Whether a text says a form by itself, and not only within a longer one: "crisis" in "crisis line"."""
    for other in longer:
        if form != other and re.search(rf"\b{re.escape(form)}\b", other):
            words = re.sub(rf"\b{re.escape(other)}\w*", " ", words)
    return re.search(rf"\b{re.escape(form)}\b", words) is not None


@plants(Rule.UNSOURCED_NUMBER)
def _unsourced(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """In the source, which alone is asked for notes: a number is put into a line without one, or a line loses its notes."""
    page = pair.source
    if not ground.site.policy.section_for(page.key).numbers_need_note:
        return
    there = Pair(page, page)
    for line in lines(page):
        if "[^" not in line.raw and (found := [*re.finditer(r"(?<=[a-z]) (?=[a-z])", line.prose)]):
            at = chance.choice(found).end()
            number = chance.choice(["31.5%", "5,143", "0.57", "40 per cent", "250"])
            yield planted(there, line, f"{line.raw[:at]}{number} {line.raw[at:]}")
        elif re.search(r"\d%", line.prose):
            yield planted(there, line, re.sub(r"\[\^[^\]]*\]", "", line.raw))
