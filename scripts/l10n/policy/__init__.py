"""What a site asks of its translations: `extra.l10n` in mkdocs.yml.

```yaml
extra:
  l10n:
    translatable: [title, description]     # front matter that a translation translates
    same: [UNHCR, Vilnius]                 # names that stay the same in every language
    untranslated: [/blog/, licence.md]     # pages of the source that nobody translates, in the syntax of exclude_docs
    keys:                                  # front matter that this site reads beside MkDocs and Material; else a slip
      audience: [reader, practitioner]     # one of these; a list of names instead of a mapping tells no kinds
      urgent: boolean                      # or text, date, number, list, any
    months: {law: 12}                      # front matter with a date: named when the date is older than that
    quotes: {en: “”, fr: ["«»", "“”"]}     # the house's quotation marks: all others, straight ones too, are findings
    footnotes: docs/data/sources.yml       # entries with an id: the build adds the footnotes that name them
    tag_texts: {say: docs/data/say.yml}    # what `{{ say ID }}` puts into a page: a sign-off is for these words too;
                                           # `{{ say }}` puts all in, each with its id as an anchor that links may name
    glossary: docs/data/glossary.yml       # terms and how each language says them
    terms: docs/data/terms.yml             # words that must not stand in the texts
    contacts: docs/data/services.yml       # entries with id, confidence (high, medium, low), sources and source_date
    contact_tags: [service, number]        # tags that show the contact they name; this is the default
    contact_months: 24                     # a source older than that is named; default: no age is too great
    recordings: docs/data/recordings.yml   # pages read aloud: page, locale, file, seconds, by, on, text
    strings: docs/data/strings/{locale}.yml   # words of the interface, one flat file a language
    texts: [docs/data/say.yml]             # data files whose mappings with locales as keys are translated texts
    built:                                 # what `check --site DIR` asks of the built pages
      light_bytes: 10000                   # the most bytes after gzip of a page without a stylesheet file
      heavy_bytes: 20000                   # and of all others
      class_bytes: {print: 18000}          # and of a page whose <body> has this class
      hosts: [fonts.example]               # other hosts that pages may load from; default: none
      emergency: ambulance                 # whom a page with `urgent: true` calls first and last: a contact, or "tel:112"
    sections:                              # what matters most to readers first: `todo` keeps the order
      leaflets:
        enforce: true                      # missing and stale translations are errors
        sign: [language, clinical]         # sign-offs by people
        required: [tab_title, review.next]   # front matter that must be there, also within a mapping
        forbidden: [description]           # front matter that must not
        consistent: true                   # one sentence of the source is translated in one way on all these pages
        reading: docs/data/reading.yml     # how long sentences and words may be, by language
        confidence: high                   # the least confidence of a contact shown here; default: medium
        urgent_when: {say: {topic: [suicide]}}   # pages with such a tag must have `urgent: true`
        emergency_tag: emergency           # the tag that stands first and last on a page with `urgent: true`
        numbers_need_note: true            # a number that states a finding has a footnote beside it
      "": {locales: [lt, ru]}              # everything else; default: every locale is owed
```
"""

from .model import BuiltPolicy, Confidence, KeyKind, Policy, SectionPolicy, SignOff
from .read import read_policy

__all__ = ["BuiltPolicy", "Confidence", "KeyKind", "Policy", "SectionPolicy", "SignOff", "read_policy"]
