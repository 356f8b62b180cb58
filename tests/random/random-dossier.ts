import fc from 'fast-check'
import {call, inlines, oneLine, word, words} from './random-text.ts'

/** Sources by path. */
export type Sources = Readonly<Record<string, string>>

const heading = fc.tuple(fc.integer({min: 1, max: 6}), fc.oneof({weight: 3, arbitrary: words(1, 6)}, {weight: 2, arbitrary: oneLine(3)}, {weight: 2, arbitrary: word}, {weight: 1, arbitrary: words(40, 60)}, {weight: 1, arbitrary: fc.constantFrom('', '![](near.png)', '01', '1. 2', '#', 'x #')})).map(([level, some]) => `${'#'.repeat(level)} ${some.replace(/\n/g, ' ')}`)

const paragraph = inlines(8)
const cell = oneLine(2).map((some) => some.replaceAll('|', '\\|'))
const table = fc.tuple(fc.integer({min: 1, max: 4}), fc.array(fc.array(cell, {minLength: 1, maxLength: 4}), {minLength: 1, maxLength: 5})).map(([columns, rows]) => {
  const line = (cells: readonly string[]): string => `| ${Array.from({length: columns}, (_, at) => cells[at] ?? '').join(' | ')} |`
  return [line(rows[0] ?? []), `|${':--|'.repeat(columns)}`, ...rows.slice(1).map(line)].join('\n')
})
const list = fc.tuple(fc.constantFrom('- ', '* ', '1. ', '7) ', '- [x] ', '- [ ] ', '0. '), fc.array(inlines(3), {minLength: 1, maxLength: 4}), fc.option(inlines(2))).map(([mark, items, inner]) => items.map((one, at) => `${mark}${indented(one, mark)}${at === 0 && inner !== null ? `\n${' '.repeat(mark.length)}- ${indented(inner, mark)}` : ''}`).join('\n'))
const code = fc.tuple(fc.constantFrom('```', '~~~', '```js'), fc.array(words(0, 6), {maxLength: 5})).map(([fence, lines]) => `${fence}\n${lines.join('\n').replaceAll('```', '').replaceAll('~~~', '')}\n${fence.slice(0, 3)}`)
const quote = fc.tuple(fc.constantFrom('> ', '> > '), fc.array(inlines(3), {minLength: 1, maxLength: 3})).map(([mark, lines]) => lines.join('\n\n').split('\n').map((line) => mark + line).join('\n'))
const odd = fc.constantFrom('---', '<div>html</div>', '<!-- a remark -->', '[ref]: https://example.org/ "x"', '    code of four spaces', '***', '![](near.png)', '![only](near.png "Words")', '\\', '$$x$$', '> [!note] Words', '==marked==', 'Term\n: words', 'From: A <a@example.org>\nTo: B\nSubject: x', '[[wiki]]', '&nbsp;')

const block: fc.Arbitrary<string> = fc.oneof(
  {weight: 8, arbitrary: paragraph},
  {weight: 3, arbitrary: heading},
  {weight: 2, arbitrary: list},
  {weight: 2, arbitrary: table},
  {weight: 1, arbitrary: code},
  {weight: 2, arbitrary: quote},
  {weight: 1, arbitrary: odd},
  {weight: 1, arbitrary: fc.tuple(inlines(4), fc.integer({min: 20, max: 120})).map(([some, count]) => Array.from({length: count}, (_, at) => some.replaceAll(call, at === 3 ? call : '')).join(' '))},
)

const label = fc.oneof({weight: 6, arbitrary: fc.constant('')}, {weight: 1, arbitrary: fc.constantFrom('a', '注', 'toString', '__proto__', 'constructor', '01', '*', 'x_y', 'É')})
const note = fc.oneof(
  {weight: 8, arbitrary: inlines(4)},
  {weight: 1, arbitrary: fc.constantFrom('http://example.org/a', '<https://example.org/>', 'a@example.org', '![](near.png)', '`code`', '- list\n- of two', '> quoted', '1. one', '# heading', '```\ncode\n```')},
  {weight: 1, arbitrary: fc.array(inlines(3), {minLength: 2, maxLength: 3}).map((some) => some.join('\n\n'))},
  {weight: 1, arbitrary: fc.tuple(inlines(3), fc.integer({min: 20, max: 150})).map(([some, count]) => Array.from({length: count}, () => some.replaceAll(call, '')).join(' '))},
)

/** A text with its notes: each call takes the next of them, and one may be called again. */
const body = fc.record({blocks: fc.array(block, {minLength: 1, maxLength: 9}), notes: fc.array(fc.tuple(label, note), {minLength: 1, maxLength: 6}), again: fc.nat(9)}).map(({blocks, notes, again}) => {
  let used = 0
  const nameOf = (at: number): string => (notes[at]?.[0] || `n${at}`) + (notes.findIndex(([other]) => other === notes[at]?.[0]) === at ? '' : `-${at}`)
  const called = (text: string, from: number): string => text.replaceAll(call, () => {
    const at = Math.max(from, used < notes.length ? used++ : again % notes.length)
    return at < notes.length ? `[^${nameOf(at)}]` : ''
  })
  const text = blocks.map((one) => called(one, 0)).join('\n\n')
  const said: string[] = []
  for (let at = 0; at < used; at++) said.push(`[^${nameOf(at)}]: ${called(notes[at]?.[1] ?? '', at + 1).split('\n').map((line, index) => (index === 0 || line === '' ? line : `    ${line}`)).join('\n')}`)
  return [text, ...said].join('\n\n')
})

const value = fc.oneof({weight: 3, arbitrary: words(1, 5)}, {weight: 1, arbitrary: word}, {weight: 1, arbitrary: words(50, 60)})
const optional = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, {nil: undefined})
const title = fc.oneof({weight: 4, arbitrary: value}, {weight: 1, arbitrary: words(1, 3).map((some) => `${some}？ - 站名`)}, {weight: 1, arbitrary: words(1, 3).map((some) => `“${some}” | Name`)}, {weight: 1, arbitrary: fc.constantFrom('…', '?', '1984', '👍', '—')})

const articleHead = fc.record({title: optional(title), author: optional(value), published: optional(fc.oneof(value, fc.constantFrom('2024-03-07', '2024 年 3 月 7 日'))), place: optional(value), language: optional(fc.constantFrom('en', 'zh-Hans', 'fr', 'ar', 'ja', 'zh-Hant'))})
const article = fc.tuple(optional(articleHead), optional(title), body).map(([head, first, text]) => `${headOf(head)}${first === undefined ? '' : `# ${first.replace(/\n/g, ' ')}\n\n`}${text}\n`)

const person = fc.oneof({weight: 4, arbitrary: fc.constantFrom('Ann Bell <ann@example.org>', 'B. Reader <b@example.org>', '王小明 <wang@example.org>', 'A. Writer <>', '"Hill, Mary" <m@example.org>', 'Ann Bell')}, {weight: 1, arbitrary: words(1, 3)}, {weight: 1, arbitrary: words(1, 2).map((some) => `${some} <x@example.org>`)})
const header = fc.tuple(fc.oneof({weight: 8, arbitrary: fc.constantFrom('From', 'To', 'Cc', 'Date', 'Subject', '发件人', '收件人', '日期', '主题')}, {weight: 1, arbitrary: word}), fc.oneof({weight: 2, arbitrary: person}, {weight: 1, arbitrary: fc.constantFrom('Thu, Mar 7, 2024 at 9:30 AM', '2024 年 3 月 6 日，星期三，下午 7:48', 'Thu, 07 Mar 2024 09:30:00 +0100', '3/7/2024')}, {weight: 1, arbitrary: value}))
const message = fc.record({headers: fc.array(header, {minLength: 1, maxLength: 5}), forwarded: optional(fc.array(header, {minLength: 1, maxLength: 3})), text: body, inner: body})
const mail = fc.array(message, {minLength: 1, maxLength: 2}).map((messages) => {
  const head = messages.map(({headers, forwarded}) => [`  - headers: ${mapOf(headers)}`, ...(forwarded ? ['    forwarded:', `      - headers: ${mapOf(forwarded)}`] : [])].join('\n'))
  const texts = messages.map(({text, inner, forwarded}, at) => `<!-- message ${at + 1} -->\n\n${noNotes(text)}${forwarded ? `\n\n<!-- message ${at + 1}.1 -->\n\n${noNotes(inner)}` : ''}`)
  return `---\nmessages:\n${head.join('\n')}\n---\n\n${texts.join('\n\n')}\n`
})
const paper = fc.tuple(fc.record({title: optional(value), paper: optional(value), from: optional(person), to: optional(person), date: optional(fc.constantFrom('2 June 2023', '2023', '2023 年 6 月'))}), body).map(([head, text]) => `${headOf(head)}${text}\n`)

const people = fc.array(fc.record({name: fc.oneof({weight: 2, arbitrary: fc.constantFrom('Ann Bell', '王小明', 'A. Writer')}, {weight: 1, arbitrary: words(1, 3)}), also: optional(fc.array(words(1, 2), {minLength: 1, maxLength: 2})), role: optional(value)}), {minLength: 1, maxLength: 3}).map((some) => some.map((one) => `- ${JSON.stringify(withoutNothing(one))}\n`).join(''))
const settings = fc.record({title: optional(title), subtitle: optional(value), editor: optional(value), language: optional(fc.constantFrom('en', 'zh-Hans', 'fr', 'th')), page: optional(fc.record({size: fc.constantFrom('A4', 'A5', 'Letter')})), exhibits: optional(fc.constantFrom('normalized', 'diplomatic'))}).map((one) => JSON.stringify(withoutNothing(one)))

/** Any dossier at all, as a person might write it on the worst of days. */
export const dossier: fc.Arbitrary<Sources> = fc.record({
  'article.md': article,
  'articles/2.md': fc.option(article, {nil: undefined, freq: 2}),
  'exhibits/1.md': fc.oneof(mail, paper),
  'exhibits/2.md': optional(fc.oneof(mail, paper)),
  'people.yaml': fc.option(people, {nil: undefined, freq: 2}),
  'dossier.yaml': optional(settings),
}).map((all) => Object.fromEntries(Object.entries(all).flatMap(([path, content]) => (content === undefined ? [] : [[path, content]]))))

function indented(text: string, mark: string): string {
  return text.split('\n').join(`\n${' '.repeat(mark.length)}`)
}

/** JSON is YAML. */
function headOf(fields: Readonly<Record<string, string | undefined>> | undefined): string {
  const said = Object.entries(fields ?? {}).flatMap(([name, one]) => (one === undefined ? [] : [`${name}: ${JSON.stringify(one)}`]))
  return said.length === 0 ? '' : `---\n${said.join('\n')}\n---\n\n`
}

/** `JSON.stringify` keeps the first of two fields of one name, and loses `__proto__`. */
function mapOf(fields: readonly (readonly [string, string])[]): string {
  const known = new Map(fields)
  return `{${[...known].map(([name, one]) => `${JSON.stringify(name)}: ${JSON.stringify(one)}`).join(', ')}}`
}

function withoutNothing(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, one]) => one !== undefined))
}

/** Notes of messages would have the same names in one file. */
function noNotes(text: string): string {
  return text.split('\n\n').filter((part) => !part.startsWith('[^') && !part.startsWith('    ')).join('\n\n').replace(/\[\^[^\]]*\]/g, '')
}
