/** What a file is, where it is no Markdown and no plain text. */
export type FileKind =
  | 'mail'
  | 'mbox'
  | 'outlook'
  | 'saved-page'
  | 'html'
  | 'pdf'
  | 'word'
  | 'picture'
  | 'chat'
  | 'table'
  | 'archive'
  | 'data'
  | 'other'

interface KindWords {
  /** As it stands behind “Unexpected”. */
  readonly name: string
  /** What whoever holds such a file can do to have it in the dossier. */
  readonly wayOut: string
}

const asExhibit = 'as an exhibit: exhibits/1.md, header lines in its frontmatter (README, “Exhibits”)'

/** What messages say of each kind. */
export const kindWords: Readonly<Record<FileKind, KindWords>> = {
  mail: {name: 'mail file', wayOut: `Open it in a mail program and save what it shows ${asExhibit}.`},
  mbox: {name: 'mailbox file (mbox)', wayOut: `Open it in a mail program and save each message ${asExhibit}.`},
  outlook: {name: 'Outlook message', wayOut: `Open it in Outlook and save what it shows ${asExhibit}.`},
  'saved-page': {name: 'saved web page (MHTML)', wayOut: 'Open it in a browser, and clip the page to Markdown.'},
  html: {name: 'web page (HTML)', wayOut: 'Open it in a browser and clip the page to Markdown, or convert it with a program for that.'},
  pdf: {name: 'PDF', wayOut: 'Save its text as Markdown, and its pages as pictures that the text shows.'},
  word: {name: 'document of a word processor', wayOut: 'Save it as Markdown, or copy its text into a Markdown file.'},
  picture: {name: 'picture', wayOut: 'Show it in a text: ![what is to be seen](picture.png).'},
  chat: {name: 'chat export', wayOut: 'Write it as an exhibit in Markdown, each message a paragraph or an item of a list.'},
  table: {name: 'table (CSV)', wayOut: 'Write it as a table in Markdown: columns parted by |, a line of dashes below the head.'},
  archive: {name: 'archive', wayOut: 'Unpack it, and name the files in it.'},
  data: {name: 'file of data', wayOut: 'Write what it says as text, in a Markdown file.'},
  other: {name: 'file that is no text', wayOut: 'Save what it shows as Markdown, or as a picture that a text shows.'},
}
