/**
 * Times parse and normalize on Markdown that is hard for a parser, at 125, 250 and 500 KB, in seconds of the
 * processor, and prints the ratio of the last two: `npx tsx tests/bench/hard-markdown.ts [NAME …]`. `L` says that the limits refused it.
 */
import {VFile} from 'vfile'
import type {Settings} from '../../src/model/settings.ts'
import {normalizeDraft} from '../../src/normalize/normalize.ts'
import {parseSource} from '../../src/parse/parse-source.ts'

type Generator = (length: number) => string

const repeat = (unit: string): Generator => length => unit.repeat(Math.ceil(length / unit.length))
const rising = (unit: (step: number) => string): Generator => length => {
  const parts: string[] = []
  for (let written = 0, step = 1; written < length; step++) {
    const part = unit(step)
    parts.push(part)
    written += part.length
  }
  return parts.join('')
}
const mirrored = (left: string, right: string): Generator => length => {
  const count = Math.ceil(length / (left.length + right.length))
  return `${left.repeat(count)}a${right.repeat(count)}`
}

const generators: Record<string, Generator> = {
  'words': repeat('Ordinary words go on and on. '),
  'Han': repeat('今天，我们和他们之间的故事再添新章。'),
  'wrapped lines': repeat('Ordinary words that were\nwrapped by hand.\n'),
  'paragraphs': repeat('Words with *emphasis*, [a link](https://example.org) and `code`.\n\n'),
  'quotes in quotes': repeat('>'),
  'quotes rising': rising(step => `${'>'.repeat(step)}a\n\n`),
  'quotes apart': repeat('> a\n\nb\n\n'),
  'lists in lists': rising(step => `${' '.repeat(2 * step)}- a\n`),
  'lists in one line': repeat('- '),
  'list items': repeat('- a\n'),
  'lists apart': repeat('a | b\n- | -\n\n'),
  'lazy lines': length => `${'> '.repeat(50)}a\n${'a\n'.repeat(length / 2)}`,
  'brackets': repeat('['),
  'pictures': repeat('!['),
  'brackets closed': mirrored('[', ']'),
  'closing brackets': repeat(']'),
  'links open': repeat('[a]('),
  'links in links': mirrored('[', '](b)'),
  'references': repeat('[a][b] '),
  'definitions': rising(step => `[a${step}]: b\n`),
  'emphasis crossed': repeat('*a_'),
  'emphasis rising': repeat('a**b'),
  'emphasis nested': mirrored('*a ', ' a*'),
  'emphasis and Han': repeat('中**。'),
  'strikethrough': repeat('~~a '),
  'backticks rising': rising(step => `a${'`'.repeat(step)}`),
  'backticks': repeat('`a'),
  'comments': repeat('<!-- '),
  'comments inline': repeat('a <!-- '),
  'instructions': repeat('a<?'),
  'declarations': repeat('a<!A '),
  'tags': repeat('<b>'),
  'attributes': repeat('<a b="'),
  'pipes': repeat('|'),
  'pipes in lines': repeat('a|b\n'),
  'table rows': length => `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(length / 6)}`,
  'table cells': length => `${'|a'.repeat(length / 6)}|\n${'|-'.repeat(length / 6)}|\n${'|b'.repeat(length / 6)}|\n`,
  'ampersands': repeat('&'),
  'backslashes': repeat('\\'),
  'www.': repeat('www.'),
  'mail': repeat('a@'),
  'mail long': length => `${'a'.repeat(length)}@`,
  'notes undefined': repeat('[^a]'),
  'notes open': repeat('[^a'),
  'notes inline': repeat('^['),
  'notes in notes': repeat('[^a]: '),
  'notes many': rising(step => `[^a${step}]\n\n[^a${step}]: b\n\n`),
  'underlines': repeat('a\n---\n'),
  'rules': repeat('---\n'),
  'double marks': repeat('a "'),
  'single marks': repeat("a 'b "),
  'marks alone': repeat('"'),
  'hyphens': repeat('a--'),
  'dots': repeat('。。。 '),
  'spaces': length => `a${' '.repeat(length)}b`,
  'zero width': repeat('a\u200B')
}

const settings: Settings = {language: 'en', page: {size: 'A4'}, exhibits: 'normalized', normalize: {}, attachments: 'sources', silence: []}
const wanted = process.argv.slice(2)

for (const [name, generator] of Object.entries(generators)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const runs = [125_000, 250_000, 500_000].map(length => time(generator(length)))
  const ratio = (runs[2]?.ms ?? 0) / Math.max(runs[1]?.ms ?? 0, 1)
  const shown = runs.map(({ms, refused}) => `${Math.round(ms)} ms${refused ? ' L' : ''}`)
  console.log(`${ratio > 2.6 && (runs[2]?.ms ?? 0) > 200 ? 'x' : ' '} ${name}: ${shown.join(', ')} (${ratio.toFixed(1)})`)
}

function time(value: string): {ms: number; refused: boolean} {
  const file = new VFile({path: 'article.md', value})
  const start = process.cpuUsage()
  const draft = parseSource(file)
  if (draft) normalizeDraft(draft, settings)
  return {ms: process.cpuUsage(start).user / 1000, refused: !draft}
}
