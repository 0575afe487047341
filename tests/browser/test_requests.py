"""What a visit costs and leaves behind: requests, bytes, nothing stored."""

from __future__ import annotations

from .built_pages import BuiltSite
from .visit import Visit


def test_requests_bytes_and_storage(open_context, site: BuiltSite) -> None:
    """Requests to other hosts fail in `open_context`."""
    problems = []
    for locale in site.directions:
        context = open_context()
        # All tabs at once: each waits for the silence after its last request.
        visits = [Visit(context.new_page(), built) for built in site.pages if built.locale == locale]
        problems += [problem for visit in visits for problem in visit.problems()]
        problems += [f"[{locale}] cookie {cookie['name']}" for cookie in context.cookies()]
        context.close()
    assert not problems, "\n".join(problems)
