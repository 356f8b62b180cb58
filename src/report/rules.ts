/** How much a finding weighs: errors stop the build before anything is written, warnings are printed. */
export type Severity = 'error' | 'warning'

/** One rule: its weight and one sentence that an author understands. Ids are permanent. */
export interface Rule {
  readonly severity: Severity
  readonly says: string
}

/** Every rule there is, by id `<stage>-<what-should-hold>`, grouped by stage. */
export const rules = {
  // read
  'read-file-exists': {severity: 'error', says: 'A file that is named must be there and readable.'},
  'read-file-inside': {severity: 'error', says: 'Nothing outside the source folder is read: no way up, no absolute path, no link that leads out.'},
  'read-file-is-plain': {severity: 'error', says: 'A source is a plain file, not a folder, pipe or device.'},
  'read-file-size': {severity: 'error', says: 'A source, setting or template must not be larger than the limit the message names.'},
  'read-folder-exists': {severity: 'error', says: 'The folder or file to build must be there and readable.'},
  'read-folder-name': {severity: 'warning', says: 'A folder with Markdown is one that is read: articles, exhibits or notes.'},
  'read-picture-exists': {severity: 'error', says: 'A picture that a source shows must be there and readable.'},
  'read-picture-format': {severity: 'error', says: 'A picture is a sound PNG, JPEG, WebP or GIF.'},
  'read-picture-inside': {severity: 'error', says: 'A picture lies inside the source folder.'},
  'read-picture-is-local': {severity: 'warning', says: 'A picture from the web is not fetched: its address is printed in its place.'},
  'read-picture-size': {severity: 'error', says: 'A picture has at most 20 MiB and 50 megapixels.'},
  'read-settings-fields': {severity: 'error', says: 'dossier.yaml holds only fields that exist, each with a value of its kind.'},
  'read-settings-name': {severity: 'warning', says: 'The settings are in a file named dossier.yaml.'},
  'read-settings-syntax': {severity: 'error', says: 'dossier.yaml must be YAML without tags of its own.'},
  'read-silence-is-warning': {severity: 'error', says: 'Only warnings can be silenced, never errors.'},
  'read-silence-needed': {severity: 'warning', says: 'A silence must silence something, else it is to be taken out.'},
  'read-sources-present': {severity: 'error', says: 'A source folder holds at least one Markdown file.'},
  'read-template-name': {severity: 'warning', says: 'A template or style of your own has the name of the one it replaces.'},
  'read-text-is-utf8': {severity: 'error', says: 'A text is encoded as UTF-8.'},
  'read-words-fields': {severity: 'error', says: 'A file of words gives a text for each name, in YAML.'},
  // import
  'import-text-is-utf8': {severity: 'error', says: 'A clipped page is encoded as UTF-8.'},
  'import-within-limits': {severity: 'error', says: 'A clipped page stays within the limit of size that the message names.'},
  'import-text-present': {severity: 'error', says: 'A clipped page holds text.'},
  'import-text-is-printable': {severity: 'warning', says: 'A clipped page holds no control characters: each is written as U+FFFD.'},
  'import-title-present': {severity: 'warning', says: 'A clipped page has its title at its head.'},
  'import-head-field-known': {severity: 'warning', says: 'A line among the fields at the head of a page is a field that is known, once.'},
  'import-exhibit-has-text': {severity: 'warning', says: 'A label that stands alone has its exhibit under it.'},
  'import-exhibit-has-messages': {severity: 'warning', says: 'An exhibit of mail has header lines that are known.'},
  'import-exhibit-number-once': {severity: 'warning', says: 'Each exhibit of a clipped page has a number of its own.'},
  'import-text-after-exhibit': {severity: 'warning', says: 'After the first exhibit there are only exhibits.'},
  'import-text-belongs-to-page': {severity: 'warning', says: 'Lines of the web page that are no part of the text are left out and named.'},
  'import-message-boundary-clear': {severity: 'warning', says: 'It is clear where one message ends and the next begins.'},
  'import-header-has-value': {severity: 'warning', says: 'A header line of a message has a value.'},
  'import-header-once': {severity: 'warning', says: 'A header line stands once in a message; several are written as one.'},
  'import-date-is-exact': {severity: 'warning', says: 'A date can be read as a whole and its weekday agrees; otherwise it is only printed.'},
  'import-emphasis-is-sound': {severity: 'warning', says: 'Marks of emphasis open and close where they can be read; torn ones are mended or taken out.'},
  'import-bold-has-contrast': {severity: 'warning', says: 'Bold that covers all text of the exhibits says nothing: it is written as plain text.'},
  'import-link-is-whole': {severity: 'warning', says: 'An address stands on one line; a broken one is put together.'},
  'import-quotation-is-whole': {severity: 'warning', says: 'A quoted paragraph has its mark of quotation.'},
  'import-text-has-no-hole': {severity: 'warning', says: 'Where words may have been taken out, the text stays as it stands and is named.'},
  'import-nesting-within-limit': {severity: 'warning', says: 'Quotations and forwarded messages are nested at most a hundred deep.'},
  'import-text-is-kept': {severity: 'error', says: 'Every letter and digit of the original is in the sources once and in order, or named as left out.'},
  'import-source-is-new': {severity: 'error', says: 'An import does not write over a file that is there already.'},
  'import-source-written': {severity: 'error', says: 'What is imported can be written to the folder.'},
  // parse
  'parse-within-limits': {severity: 'error', says: 'A source must stay within the limits of size and nesting.'},
  'parse-is-utf8': {severity: 'error', says: 'A source must be UTF-8.'},
  'parse-frontmatter-is-valid': {severity: 'error', says: 'Frontmatter must be YAML with the fields of its kind of source.'},
  'parse-frontmatter-key-once': {severity: 'error', says: 'A key of the frontmatter must stand there once.'},
  'parse-frontmatter-key-known': {severity: 'warning', says: 'A key of the frontmatter should be one that is known.'},
  'parse-no-raw-html': {severity: 'warning', says: 'HTML in Markdown is printed as text: write it as Markdown.'},
  'parse-mark-alone': {severity: 'error', says: 'A message mark must stand on a line of its own, outside of quotes and lists.'},
  'parse-note-exists': {severity: 'error', says: 'A note that is called must be defined.'},
  'parse-note-called': {severity: 'warning', says: 'A note that is defined should be called.'},
  'parse-note-once': {severity: 'error', says: 'A note must be defined once.'},
  'parse-no-stray-emphasis': {severity: 'warning', says: 'A mark of emphasis should open or close one, or be escaped.'},
  // normalize
  'normalize-quotes-balance': {severity: 'warning', says: 'A quotation mark should have its partner in the same paragraph.'},
  // resolve
  'resolve-exhibit-number-unique': {severity: 'error', says: 'Each exhibit has a number of its own.'},
  'resolve-exhibit-is-cited': {severity: 'warning', says: 'An exhibit is cited somewhere in an article.'},
  'resolve-citation-exists': {severity: 'error', says: 'A citation names an exhibit that is there.'},
  'resolve-range-is-in-order': {severity: 'error', says: 'A range of exhibits runs from a smaller number or letter to a larger one.'},
  'resolve-message-has-headers': {severity: 'error', says: 'A message mark in a body has its header lines in the frontmatter.'},
  'resolve-link-leads-somewhere': {severity: 'warning', says: 'A link leads to the web, to a mail address, or into the dossier.'},
  'resolve-date-understood': {severity: 'warning', says: 'A date can be read as a whole; otherwise it is printed as it stands.'},
  'resolve-weekday-agrees': {severity: 'warning', says: 'The weekday beside a date is the weekday of that day.'},
  'resolve-note-target': {severity: 'error', says: 'A file of notes names a text that is there.'},
  'resolve-note-passage': {severity: 'error', says: 'The words quoted for a note stand exactly once in the text.'},
  'resolve-note-has-passage': {severity: 'error', says: 'Each note in a file of notes follows the words it is about.'},
  // layout
  'layout-template-works': {severity: 'error', says: 'A template can be filled with what its chapter has.'},
  // render
  'render-output-written': {severity: 'error', says: 'An output can be written whole; if not, the old one stays.'},
  'render-glyph-is-there': {severity: 'warning', says: 'Every character that is printed must be in one of the fonts.'},
  'render-browser-works': {severity: 'error', says: 'The browser that prints stays alive and comes to an end.'},
  'render-link-lands': {severity: 'error', says: 'A link into the dossier leads to an anchor that is there.'},
  'render-browser-is-there': {severity: 'error', says: 'A PDF needs a browser to print with.'},
  // verify
  'verify-pdf-fonts': {severity: 'error', says: 'Every font of the PDF is in it, with its name and characters.'},
  'verify-pdf-scale': {severity: 'error', says: 'The text of the PDF has the size it was set in.'},
  'verify-pdf-inside-margins': {severity: 'warning', says: 'No text runs into the margins of a page.'},
  'verify-pdf-no-overlap': {severity: 'error', says: 'No text is printed over other text.'},
  'verify-pdf-links-land': {severity: 'error', says: 'Every link within the PDF leads to a place in it.'},
  'verify-pdf-page-numbers': {severity: 'error', says: 'Every page number in the PDF is the one printed on the page it leads to.'},
  'verify-pdf-notes': {severity: 'error', says: 'Every note stands on the page of its call, under the same label.'},
  'verify-pdf-names-itself': {severity: 'error', says: 'The PDF says its title and its language.'},
  'verify-pdf-tagged': {severity: 'error', says: 'The PDF has tags, for readers who listen to it.'},
  'verify-pdf-outline': {severity: 'error', says: 'The outline of the PDF has every heading, and each leads to its page.'},
  'verify-manifest-is-valid': {severity: 'error', says: 'An output folder has a manifest that can be read and names only files within it.'},
  'verify-digest-holds': {severity: 'error', says: 'The digest of the manifest follows from its inputs, and the outputs bear it.'},
  'verify-output-exists': {severity: 'error', says: 'Every output that the manifest tells of is there.'},
  'verify-output-is-unchanged': {severity: 'error', says: 'Every output is, byte for byte, the one that the manifest tells of.'},
  'verify-attachment-is-input': {severity: 'error', says: 'Attached files are the inputs that the manifest tells of, all of them and no others.'},
  'verify-input-agrees': {severity: 'error', says: 'The files that a dossier is compared with are those it was made from.'},
} as const satisfies Readonly<Record<string, Rule>>

/** Id of a rule in the table. */
export type RuleId = keyof typeof rules
