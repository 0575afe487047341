"""A language added to a site: what is written where, without a word of the source under the new language.

Nothing is translated here. Every place where the new language needs words gets an empty one, which the checker reports
until somebody fills it; no page is created, since a page that is missing is reported too, and a page that is there is
shown to readers.
"""

from .code import LocaleCode, read_code
from .plan import Scaffold, scaffold

__all__ = ["LocaleCode", "Scaffold", "read_code", "scaffold"]
