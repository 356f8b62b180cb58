/** A source of about so many characters. */
type Nasty = (length: number) => {readonly path: string; readonly text: string}

const article = (text: string): {path: string; text: string} => ({path: 'article.md', text: `---\ntitle: T\n---\n\n${text}\n`})
const repeated = (token: string): Nasty => (length) => article(token.repeat(Math.ceil(length / token.length)))
const counted = (make: (at: number) => string): Nasty => (length) => {
  const parts: string[] = []
  let size = 0
  for (let at = 1; size < length; at++) {
    const part = make(at)
    parts.push(part)
    size += part.length
  }
  return article(parts.join(''))
}

/** Sources that once took, or might take, a time that grows faster than they do. */
export const nasties: Readonly<Record<string, Nasty>> = {
  words: repeated('the bridge was closed again. '),
  brackets: repeated('['),
  'closing brackets': repeated('a]'),
  'brackets and addresses': repeated('[a]('),
  pictures: repeated('![a'),
  carets: repeated('^['),
  'carets alone': repeated('^'),
  'less than': repeated('<'),
  'tags never closed': repeated('<a b="'),
  comments: repeated('<!-- '),
  ampersands: repeated('&'),
  'entities': repeated('&amp;'),
  'digits with spaces': repeated('1 '),
  'digits and marks': repeated('1,234.5 '),
  dates: repeated('24 July 2023, '),
  'dates in Chinese': repeated('2023年7月24日'),
  apostrophes: repeated("'"),
  'apostrophes and letters': repeated("'a "),
  'double marks': repeated('"a '),
  'marks of inches': repeated('5\' 6" '),
  'Han marks': repeated('“他说‘'),
  'dashes': repeated('-- '),
  'dashes alone': repeated('-'),
  dots: repeated('...'),
  backticks: counted((at) => `${'`'.repeat((at % 300) + 1)} a `),
  stars: repeated('*a **b '),
  'low lines': repeated('_a '),
  tildes: repeated('~~a '),
  'cells': repeated('| a | b |\n'),
  'a table': (length) => article(`| a | b |\n| - | - |\n${'| 1 | 2 |\n'.repeat(length / 10)}`),
  bars: repeated('|'),
  'list marks': repeated('- a\n'),
  'lists in lists': repeated('- - - a\n'),
  'numbered lists': counted((at) => `${at}. a\n`),
  quotations: repeated('> a\n'),
  headings: repeated('# a\n\n'),
  'line ends and a letter': repeated('\na'),
  'line ends': repeated('\n\n\na'),
  'spaces': repeated('  a'),
  'header lines': repeated('From: A <a@example.org>\n'),
  'forwarded marks': repeated('-----Original Message-----\n'),
  'notes called': counted((at) => `a[^${at}] `),
  'notes': (length) => article(Array.from({length: length / 30}, (_, at) => `a[^${at}]\n\n[^${at}]: The note.\n\n`).join('')),
  'notes in a header': (length) => {
    const names = Array.from({length: length / 40}, (_, at) => at)
    return {path: 'exhibits/1.md', text: `---\nmessages:\n  - headers: {From: 'A ${names.map((at) => `[^${at}]`).join(' ')}'}\n---\n\nText.\n\n${names.map((at) => `[^${at}]: The note.\n\n`).join('')}`}
  },
  'definitions of links': counted((at) => `[a${at}]: https://example.org/${at}\n`),
  'openings of exhibits': repeated('[Exhibit 1 '),
  exhibits: repeated('[Exhibit 1] says. '),
  'exhibits in a row': repeated('Exhibit 1, '),
  amounts: repeated('$1,200 million '),
  'amounts in Chinese': repeated('一百二十万元'),
  'percentages': repeated('12.5% '),
  addresses: repeated('a@example.org '),
  'halves of addresses': repeated('a.a@'),
  'web addresses': repeated('https://example.org/a '),
  'soft hyphens': repeated('\u00ADa'),
  'directions': repeated('\u202Ea'),
  'marks above': repeated('a\u0301\u0302'),
  backslashes: repeated('\\'),
  'slashes': repeated('a/'),
  equals: repeated('==a'),
  dollars: repeated('$$a'),
  'double brackets': repeated('[[a'),
}
