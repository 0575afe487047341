"""One visit to one page: every answer that the browser got, and what it kept."""

from __future__ import annotations

from playwright.sync_api import Page, Response

from .built_pages import BuiltPage

MATERIAL_BYTES = 70_000  # bodies as sent, everything that a page asks for by itself

STORED = """async () => {
  const found = [];
  if (document.cookie) found.push(`cookies: ${document.cookie}`);
  for (const [name, store] of [['localStorage', localStorage], ['sessionStorage', sessionStorage]])
    if (store.length) found.push(`${name}: ${Object.keys(store)}`);
  const boxes = await caches.keys(), bases = await indexedDB.databases();
  const workers = await navigator.serviceWorker.getRegistrations();
  if (boxes.length) found.push(`caches: ${boxes}`);
  if (bases.length) found.push(`IndexedDB: ${bases.map(b => b.name)}`);
  if (workers.length) found.push(`service workers: ${workers.map(w => w.scope)}`);
  return found;
}"""


class Visit:
    """A tab with one page. The server forbids caching, so each visit is a first one."""

    def __init__(self, tab: Page, built: BuiltPage) -> None:
        self.tab, self.built = tab, built
        self.answers: list[Response] = []
        self.failures: list[str] = []
        tab.on("response", lambda response: self.answers.append(response))
        tab.on("requestfailed", lambda request: self.failures.append(f"{request.url}: {request.failure}"))
        tab.on("pageerror", lambda error: self.failures.append(f"script: {error}"))
        tab.goto(built.address, wait_until="load")

    def problems(self) -> list[str]:
        """What is wrong with it, once it asks for nothing more."""
        self.tab.wait_for_load_state("networkidle")
        urls = [answer.url for answer in self.answers]
        problems = self.failures + [
            f"{answer.url} answered {answer.status}" for answer in self.answers if answer.status != 200
        ]
        if self.built.light and len(urls) != 1:
            problems.append(f"a light page makes one request, this one makes {len(urls)}: {urls}")
        # The server says how long each body is as it sends it, compressed where it is text.
        size = sum(int(answer.headers["content-length"]) for answer in self.answers)
        if not self.built.light and size > MATERIAL_BYTES:
            problems.append(f"it transfers {size:,} bytes, over {MATERIAL_BYTES:,}, with {urls}")
        return [f"{self.built}: {problem}" for problem in problems + self.tab.evaluate(STORED)]
