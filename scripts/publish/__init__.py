"""From the checked sources to site/: everything that happens around and after `mkdocs build`.

Runs in the environment that scripts/environment makes. It may import l10n; l10n never imports it.
"""
