"""A built page of the guide -> its blocks. Data only, and whole: what has no form in the book is an error, never left out.

A block is a dictionary with `k`, its kind: `p` and `quote` (`runs`); `head` (`level`, `id`, `runs`); `ul` and `ol` (`lang`,
`items`, each a list of blocks); `table` (`head`, `rows`, of cells that are runs); `box` (`style`, `title`, `blocks`); `say` (`title`,
`lines`: `lang`, `name`, `runs`, that of the page first); `card` (publish/card.py); `terms` (`entries`: `id`, `term`, `also`,
`forms`: `lang`, `name`, `runs`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import html

from publish.card import service_card
from publish.runs import Run, runs_of

# What the template adds around the text, for a screen.
FURNITURE = frozenset(("caution", "draft", "meta", "files", "footnote"))
# What travels with the text in every form, then what it says about itself.
_NOTICES = ".//div[@class='caution']/p | (.//div[@class='draft'])[1]/p"
_HEADINGS = {"h2": 1, "h3": 2, "h4": 3}
# What only holds blocks together.
_THROUGH = frozenset(("", "table"))
_INLINE = frozenset(("a", "abbr", "b", "bdi", "br", "cite", "code", "em", "i", "small", "span", "strong", "sub", "sup"))


class UnknownForm(ValueError):
    """Something on a page has no form in the book."""


@dataclass
class Chapter:
    """One page: `id` is what links call it, `notices` what a reader must know first, `notes` the runs of each note."""

    id: str
    title: str
    notices: list[list[Run]]
    blocks: list[dict]
    notes: list[list[Run]] = field(default_factory=list)


def read_chapter(main: html.HtmlElement, chapter_id: str, locale: str, target: Callable[[str], str]) -> Chapter:
    """The chapter of a page; `target` says where a link of that address leads. Raises UnknownForm."""
    reader = _Reader(locale, target)
    return Chapter(
        chapter_id,
        main.find(".//h1").text_content().strip(),
        [reader.runs(line) for line in main.xpath(_NOTICES)],
        list(reader.blocks(main)),
        [reader.note(item) for item in main.iterfind(".//div[@class='footnote']/ol/li")],
    )


@dataclass(frozen=True)
class _Reader:
    locale: str
    target: Callable[[str], str]

    def runs(self, node: html.HtmlElement) -> list[Run]:
        lang = next(iter(node.xpath("ancestor-or-self::*[@lang][1]/@lang")), self.locale)
        return runs_of(node, self.target, "" if lang == self.locale else lang)

    def note(self, item: html.HtmlElement) -> list[Run]:
        """The text of a note, without its way back."""
        for back in item.xpath(".//a[@class='footnote-backref']"):
            back.drop_tree()
        runs = self.runs(item)
        while runs and not runs[-1].text.strip("\u00a0 "):
            runs.pop()
        return runs

    def blocks(self, parent: html.HtmlElement) -> Iterator[dict]:
        if (parent.text or "").strip():
            raise UnknownForm(f"the text “{parent.text.strip()[:40]}” stands in no paragraph")
        for node in parent:
            if isinstance(node.tag, str):
                yield from self.block(node)
            if (node.tail or "").strip():
                raise UnknownForm(f"the text “{node.tail.strip()[:40]}” stands in no paragraph")

    def block(self, node: html.HtmlElement) -> Iterator[dict]:
        names = node.get("class", "").split()
        if node.tag in ("h1", "nav", "script", "hr") or FURNITURE.intersection(names):
            return
        if node.tag in _HEADINGS:
            yield {"k": "head", "level": _HEADINGS[node.tag], "id": node.get("id", ""), "runs": self.runs(node)}
        elif node.tag == "p":
            yield {"k": "p", "runs": self.runs(node)}
        elif node.tag == "blockquote":
            yield from ({**block, "k": "quote"} for block in self.blocks(node))
        elif node.tag in ("ul", "ol"):
            yield {"k": node.tag, "lang": node.get("lang") or self.locale, "items": [self.item(item) for item in node]}
        elif node.tag == "table":
            yield self.table(node)
        elif "admonition" in names:
            yield self.box(node, names)
        elif "say" in names:
            yield self.say(node)
        elif "card" in names:
            yield service_card(node, self.runs)
        elif "glossary" in names:
            yield {"k": "terms", "entries": [self.term(section) for section in node]}
        elif node.tag == "div" and node.get("class", "") in _THROUGH:
            yield from self.blocks(node)
        else:
            raise UnknownForm(f"<{node.tag} class=“{' '.join(names)}”> has no form in the book")

    def item(self, node: html.HtmlElement) -> list[dict]:
        """The blocks of a list item or definition, whose text may stand without a paragraph."""
        loose = html.Element("p")
        loose.text = node.text
        rest = []
        for child in node:
            if not rest and child.tag in _INLINE:
                loose.append(deepcopy(child))
            else:
                rest.append(child)
                if (child.tail or "").strip():
                    raise UnknownForm(f"the text “{child.tail.strip()[:40]}” stands behind the list in its item")
        node.insert(0, loose)  # where it inherits its language
        runs = self.runs(loose)
        node.remove(loose)
        first = [{"k": "p", "runs": runs}] if runs else []
        return first + [block for child in rest for block in self.block(child)]

    def table(self, node: html.HtmlElement) -> dict:
        def cells(row: html.HtmlElement) -> list[list[Run]]:
            return [self.runs(cell) for cell in row]

        return {
            "k": "table",
            "head": cells(node.find("thead/tr")),
            "rows": [cells(row) for row in node.iterfind("tbody/tr")],
        }

    def box(self, node: html.HtmlElement, names: list[str]) -> dict:
        title, *_ = node
        inner = [block for child in node[1:] for block in self.block(child)]
        style = next(name for name in names if name != "admonition")
        return {"k": "box", "style": style, "title": title.text_content().strip(), "blocks": inner}

    def say(self, node: html.HtmlElement) -> dict:
        own = {"lang": self.locale, "name": "", "runs": self.runs(node.find("p[@class='said']"))}
        others = [
            {"lang": other.get("lang"), "name": other.findtext("summary").strip(), "runs": self.runs(other.find("p"))}
            for other in node.iter("details")
        ]
        return {"k": "say", "title": node.findtext("p[@class='say-title']").strip(), "lines": [own, *others]}

    def term(self, section: html.HtmlElement) -> dict:
        """One term. That a wording is ours the page says at each, for who lands there; the text above them says it of all."""

        def found(node: html.HtmlElement) -> list[Run]:
            return [run for run in self.runs(node) if "m" not in run.flags]

        also = section.find("p")
        return {
            "id": section.get("id"),
            "term": found(section.find("h2")),
            "also": self.runs(also) if also is not None else [],
            "forms": [
                {"lang": name.get("lang"), "name": name.text_content().strip(), "runs": found(name.getnext())}
                for name in section.iter("dt")
            ],
        }
