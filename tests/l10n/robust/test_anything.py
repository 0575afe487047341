"""Anything at all as a page or a configuration."""

from __future__ import annotations

import io
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from l10n.cli import main

PIECES = st.sampled_from(
    [
        *(b"---\n", b"title: x\n", b'source:\n  one: "00000000"\n', b"review: {next: 1}\n", b"a: &b *b\n", b"...\n"),
        *(
            b"# H { #one }\n",
            b"## H\n",
            b"\n",
            b"\n\n",
            b"- a\n",
            b"    b\n",
            b"> q\n",
            b"```py\n",
            b"```\n",
            b"| a |\n|-|\n",
        ),
        *(
            b"<div markdown>\n",
            b"</div>",
            b"<!-- l10n: ignore x: y -->\n",
            b"[a](b.md#c)",
            b"![](x)",
            b"{{ a }}",
            b"{% b",
        ),
        *(b"**a", b"_b_", b"`c`", b"[^1]", b"[^1]: n\n", b"!!! note\n", b'=== "t"\n', b'--8<-- "f"\n', b"+370 5 123"),
        *(
            b"\r\n",
            b"\r",
            b"\0",
            b"\xff",
            b"\xef\xbb\xbf",
            b"\t",
            b"\x02",
            b"\x03",
            "\u202e\u0661؟ы«".encode(),
            b"12e45678",
        ),
    ]
)
PAGES = st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=25).map(b"".join))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(source=PAGES, translation=PAGES)
def test_anything_as_a_page(source, translation, site, capsys):
    """An exit code that is one, lines that are there, the same report again, and a stamp that changes one key."""
    pages = {"en": source, "lt": translation}
    for locale, data in pages.items():
        (site.parent / "docs" / locale / "page.md").write_bytes(data)
    reports = []
    for _ in range(2):
        code = main(["check", "--config", str(site), "--format", "json", "--notices"])
        out, err = capsys.readouterr()
        assert code in (0, 1, 2) and err == ""
        reports.append(out)
    assert reports[0] == reports[1]
    for finding in json.loads(out)["findings"]:
        assert "checker failed" not in finding["message"]
        data = pages.get(finding["locale"], b"")
        lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        assert 1 <= finding["line"] <= lines
    assert main(["stamp", "--config", str(site), str(site.parent / "docs/lt/page.md")], out=io.StringIO()) in (0, 1, 2)
    capsys.readouterr()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.one_of(
        st.text(max_size=80),
        st.recursive(
            st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5)),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(
                        ["plugins", "i18n", "languages", "locale", "default", "extra", "l10n", "sections", "docs_dir"]
                    ),
                    inner,
                    max_size=4,
                )
            ),
            max_leaves=12,
        ).map(json.dumps),
    )
)
def test_anything_as_a_configuration(text, site, capsys):
    site.write_text(text, encoding="utf-8", errors="surrogatepass")
    assert main(["--config", str(site)]) in (0, 1, 2)
    assert capsys.readouterr().err.count("\n") <= 1
