"""Pages exchanged with the tools of human translators: XLIFF 1.2 and gettext PO, out and back without loss.

**One file a page**, in folders as the pages: what a translator takes on, hands back and invoices is a page. It holds
one unit for each block a reader reads (heading, paragraph, item, cell, title of a box, definition, footnote) and one
for each text of the front matter, grouped by section; each section carries the digest of the source text it shows
(`l10n.digest`), which is the proof on the way back. Blocks, because a section is too long to be a segment and a
sentence has no place of its own in Markdown. The rest of a page (anchors, code, tags, comments, blank lines, line
ends) is in no file: it stays in the pages. The words of the interface and the sentences in docs/data are no pages and
are not exchanged.

**Out.** A section that is current shows the translation it has. One that is missing shows none. One that is behind
asks for what has changed: the units whose text is the one translated come with their translation (`earlier` finds that
text in git; without git, all of the section is asked for), the others with the old text and the old translation in a
note (XLIFF) or as fuzzy (PO). Not in the target, because OmegaT hands every filled XLIFF target back as `translated`,
whatever state it had, and takes that of an `alt-trans` for the unit's: text that nobody looked at would come back as
reviewed. XLIFF is 1.2 because OmegaT, Weblate, Matecat, Trados and memoQ all read it, and few of them 2.0; all that is
said to the translator is one `note` a unit, because OmegaT shows the last alone. Inline codes are `g` and `x` (`inline`);
in PO the Markdown stays as it is. OmegaT 3, which finds nothing to translate in an empty XLIFF target, takes the PO.

**Back.** A section is written only when every unit of it is translated and the source is still the one exported;
otherwise it is refused, and the report says why and what to do. It is written into the translation as it stands where
both have the same shape (unchanged units keep every byte), else anew from the source's Markdown. A page that does not
exist yet is written when it is whole; never is source text put under another language. What was written is recorded as
`stamp` does it. A sign-off was for the text before and lapses by itself.

md2po and po2md of translate-toolkit are not enough: they read CommonMark (another dialect than the build's: lists,
admonitions, attribute lists, definition lists), take the front matter as one text, wrap the page anew and fill what is
not translated with the source.
"""
