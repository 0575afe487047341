"""Places checked by several processes. Their verdicts come in the order of the places, however many processes there are."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from itertools import chain, groupby

from .corpus import Corpus
from .errors import UserError
from .place import Manner, check_place, uncollected
from .site import Site
from .verdict import Verdict

Place = tuple[str, str]
MIN_BYTES = 1_000_000  # below this starting processes takes longer than the work
KEYS_A_TASK = 16
KEPT_PAGES = 64  # a page and its translations, and some that checks of other pages look at
_corpus: Corpus | None = None  # of this process, when it is one of the many
_manner: Manner | None = None


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def worth_sharing(site: Site, places: list[Place]) -> bool:
    """Whether the pages of these places are work enough for several processes."""
    size = 0
    for place in places:
        if site.has(*place):
            try:
                size += os.stat(site.file(*place)).st_size
            except OSError:
                continue  # its check will say so
        if size >= MIN_BYTES:
            return True
    return False


def checked_by_many(site: Site, manner: Manner, places: list[Place], jobs: int) -> Iterator[tuple[Place, Verdict]]:
    """Each place with its verdict. All locales of a page are checked by one process, which reads the source once.

    Raises UserError when a process is lost, and what the check of a place raises.
    """
    # Takes a while to import, and small sites do not need it.
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    pages = [list(group) for _, group in groupby(places, key=lambda place: place[0])]
    size = max(1, min(KEYS_A_TASK, len(pages) // (jobs * 4)))
    tasks = [list(chain.from_iterable(pages[at : at + size])) for at in range(0, len(pages), size)]
    # Elsewhere a fork is unsafe, or there is none: each process then reads the configuration itself.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    executor = ProcessPoolExecutor(min(jobs, len(tasks)), context, _start, (site, manner))
    try:
        for task, future in [(task, executor.submit(_check, task)) for task in tasks]:
            yield from zip(task, future.result(), strict=True)
    except BrokenProcessPool:
        raise UserError(
            "A process of the check was lost, perhaps for want of memory: nothing is known about its pages. "
            "Run again with --jobs 1."
        ) from None
    finally:
        executor.shutdown(cancel_futures=True)


def _start(site: Site, manner: Manner) -> None:
    """Make this process one of the many."""
    global _corpus, _manner
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends the others
    _corpus, _manner = Corpus(site, KEPT_PAGES), manner


def _check(task: list[Place]) -> list[Verdict]:
    with uncollected():
        return [check_place(_corpus, *place, _manner) for place in task]
