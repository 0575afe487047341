"""Languages named on the command line."""

from __future__ import annotations

import pytest

from l10n.arguments import find_locale
from l10n.errors import UserError
from l10n.site import load_site


@pytest.mark.parametrize(("named", "code"), [("lt", "lt"), ("LT", "lt"), ("AR", "ar")])
def test_a_language_however_it_is_written(named, code, copy_site):
    assert find_locale(load_site(copy_site("clean")), named) == code


def test_codes_of_several_parts(copy_site):
    config = copy_site("clean")
    config.write_text(config.read_text(encoding="utf-8").replace("locale: ar", "locale: zh-Hant"), encoding="utf-8")
    site = load_site(config)
    assert [find_locale(site, named) for named in ("zh-hant", "zh_Hant", "zh-Hant")] == ["zh-Hant"] * 3


@pytest.mark.parametrize("named", ["en", "de", "l", ""])
def test_only_a_translation_of_the_site(named, copy_site):
    with pytest.raises(UserError, match=f"^{named}: is no translation of this site; name one of: lt, ar\\.$"):
        find_locale(load_site(copy_site("clean")), named)
