"""The terms of the site's glossary that stand in a text, for the notes to a translator."""

from __future__ import annotations

from ..policy import Policy


class Glossary:
    """No terms yet."""

    @classmethod
    def of(cls, policy: Policy) -> Glossary:
        return cls()

    def lines(self, text: str, locale: str) -> list[str]:
        return []
