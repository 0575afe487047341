"""Comments that silence a rule."""

from __future__ import annotations

import pytest

from l10n.ignores import read_ignores
from l10n.rules import Rule

PAGE = """<!-- l10n: ignore unsigned: a page of the machine -->

# A { #a }

Text <!-- l10n: ignore numbers-differ: other units --> goes on.

- item
  <!--l10n:ignore list-differs:no such step here-->

`<!-- l10n: ignore link-differs: only shown -->`

```
<!-- l10n: ignore code-differs: only shown -->
```
"""


def test_read_with_section_and_line(page_of):
    ignores, broken = read_ignores(page_of(PAGE))
    assert broken == []
    assert [(i.rule, i.section, i.line) for i in ignores if i.rule is not Rule.LINK_DIFFERS] == [
        (Rule.UNSIGNED, "_intro", 1),
        (Rule.NUMBERS_DIFFER, "a", 5),
        (Rule.LIST_DIFFERS, "a", 8),
    ]


def test_not_read_in_code(page_of):
    ignores, _ = read_ignores(page_of(PAGE))
    assert not {Rule.LINK_DIFFERS, Rule.CODE_DIFFERS} & {ignore.rule for ignore in ignores}


@pytest.mark.parametrize(
    "comment",
    [
        "ignore",
        "ignore numbers-differ",
        "ignore numbers-differ:",
        "ignore numbers-differ:  ",
        "ignore no-such-rule: x",
        "ignore link-broken: x",
        "ignored numbers-differ: x",
        "",
    ],
)
def test_refused(comment, page_of):
    ignores, broken = read_ignores(page_of(f"# A {{ #a }}\n\n<!-- l10n: {comment} -->\n"))
    assert ignores == []
    assert [(draft.rule, draft.line, draft.section) for draft in broken] == [(Rule.INVALID_IGNORE, 3, "a")]
