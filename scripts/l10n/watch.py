"""Pages checked again each time somebody saves them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from .arguments import find_places
from .corpus import Corpus
from .errors import UserError
from .place import Manner
from .report import Report
from .runner import check_site
from .site import Site, load_site

QUIET_SECONDS = 0.02  # between the steps in which an editor writes a file
Place = tuple[str, str]


def watched_paths(site: Site) -> list[Path]:
    """What can change a verdict: the configuration, docs, and the data files of the policy wherever they are."""
    policy = site.policy
    data = [policy.glossary, policy.terms, policy.contacts, *policy.texts, *(part.reading for part in policy.sections)]
    return [site.config, site.docs, *(path for path in data if path and not path.is_relative_to(site.docs))]


class Watch:
    """Some pages of a site, as they stand on disk."""

    def __init__(self, config: Path, arguments: list[str], manner: Manner):
        """`arguments` name pages or folders. Raises UserError when one names nothing, or the site cannot be used."""
        self.config = config
        self.manner = manner
        self.site = load_site(config)
        self.places = find_places(self.site, arguments)
        self.corpus = Corpus(self.site)
        self.broken: UserError | None = None

    def run(self, batches: Iterable[list[Path]], show: Callable[[Report | UserError], None]) -> None:
        """Show the report on the pages now, and again after each batch of changed files that can matter to them.

        After a change of another file it is shown only if it is another report. A configuration that cannot be used is
        shown as the error that it is; the next change may mend it.
        """
        last = self.report()
        show(last)
        for batch in batches:
            saved = self._take_in(batch)
            now = self.report()
            if saved or _told(now) != _told(last):
                show(now)
            last = now

    def report(self) -> Report | UserError:
        """The report on the pages as they are, or why there is none."""
        if self.broken:
            return self.broken
        if {key for key, _ in self.places}.isdisjoint(self.site.keys):
            return UserError("The pages that are watched are gone, and so are their sources.")
        manner = self.manner
        try:
            return check_site(self.corpus, manner.today, strict=manner.strict, notices=manner.notices, only=self.places)
        except UserError as error:
            return error

    def _take_in(self, batch: list[Path]) -> bool:
        """Forget what is no longer so; whether a page that is watched, or the source of one, was saved."""
        changed = [self._place(path) for path in batch]
        if all(place and self.site.has(*place) and path.is_file() for place, path in zip(changed, batch, strict=True)):
            for place in changed:
                self.corpus.forget(*place)
        else:  # a file that is new or gone, data, or the configuration
            self._load_again()
        keys, source = {key for key, _ in self.places}, self.site.source.code
        return any(place in self.places or (place and place[0] in keys and place[1] == source) for place in changed)

    def _place(self, path: Path) -> Place | None:
        """The (page key, locale) of a file, None when it is no page."""
        if not path.is_relative_to(self.site.docs):
            return None
        located = self.site.locate(path.relative_to(self.site.docs).as_posix())
        return located[::-1] if located else None

    def _load_again(self) -> None:
        try:
            self.site = load_site(self.config)
            self.corpus = Corpus(self.site)
            self.broken = None
        except UserError as error:
            self.broken = error


def _told(report: Report | UserError) -> object:
    return str(report) if isinstance(report, UserError) else report.findings
