"""Codes of locales, however they are written: pt-BR, pt_BR, pt-br."""

from __future__ import annotations


def normal(code: str) -> str:
    """What codes are compared by: `pt-br` of `pt_BR`."""
    return code.replace("_", "-").lower()


def language(code: str) -> str:
    """The language of a locale: `pt` of `pt-BR` and `pt_BR`."""
    return normal(code).partition("-")[0]


def same_language(one: str, other: str) -> bool:
    """Whether two locales are one language in two places, en-GB and en-US."""
    return language(one) == language(other)
