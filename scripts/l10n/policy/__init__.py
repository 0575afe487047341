"""What a site asks of its translations: `extra.l10n` in mkdocs.yml.

```yaml
extra:
  l10n:
    translatable: [title, description]     # front matter that a translation translates
    same: [UNHCR, Vilnius]                 # names that stay the same in every language
    footnotes: docs/data/sources.yml       # entries with an id: the build adds the footnotes that name them
    tag_texts: {say: docs/data/say.yml}    # what `{{ say ID }}` puts into a page: a sign-off is for these words too
    sections:
      leaflets:
        enforce: true                      # missing and stale translations are errors
        sign: [language, clinical]         # sign-offs by people
        required: [tab_title]              # front matter that must be there
        forbidden: [description]           # front matter that must not
      "": {locales: [lt, ru]}              # everything else; default: every locale is owed
```
"""

from .model import Policy, SectionPolicy, SignOff
from .read import read_policy

__all__ = ["Policy", "SectionPolicy", "SignOff", "read_policy"]
