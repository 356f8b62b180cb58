import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {checkKept} from '../../src/import/check-kept.ts'
import {importClipping, type ImportedFile} from '../../src/import/import-clipping.ts'

function run(content: string | Uint8Array): {files: readonly ImportedFile[]; file: VFile; rules: string[]} {
  const file = new VFile({path: 'clipping.md'})
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const {files} = importClipping({name: 'clipping.md', bytes, file})
  return {files, file, rules: file.messages.map(({ruleId}) => String(ruleId))}
}

const textOf = (files: readonly ImportedFile[], path: string) => String(files.find((one) => one.path === path)?.content ?? '')
const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.join('') ?? ''

describe('the first real input', () => {
  const clipping = readFileSync('sources/originals/clipping.md')
  const {files, rules} = run(clipping)

  it('gives the sources that are committed', () => {
    for (const {path, content} of files) {
      if (path.startsWith('originals/')) expect(Buffer.compare(Buffer.from(content as Uint8Array), readFileSync(`sources/${path}`))).toBe(0)
      else if (path === 'imported.yaml') expect(readFileSync(`sources/${path}`, 'utf8')).toBe(String(content))
      else if (path.startsWith('exhibits/')) expect(letters(readFileSync(`sources/${path}`, 'utf8')).length).toBeGreaterThanOrEqual(letters(String(content)).length)
    }
    expect(files.map(({path}) => path)).toEqual(['originals/clipping.md', 'article.md', 'exhibits/1.md', 'exhibits/2.md', 'exhibits/3.md', 'exhibits/4.md', 'imported.yaml', 'dossier.yaml'])
  })

  it('loses no word', () => {
    expect(rules).not.toContain('import-text-is-kept')
    const written = files.filter(({path}) => path.endsWith('.md') && !path.startsWith('originals/')).map(({content}) => String(content).replace(/^---\n[^]*?\n---\n/, '').replaceAll(/<!-- message [\d.]+ -->/g, '')).join('\n')
    const lines = clipping.toString('utf8').split('\n')
    // Title and fields, labels of exhibits, headers and closing lines stand in the frontmatter.
    const body = lines.slice(9, 97).concat(lines.slice(110, 119), lines.slice(138, 145), lines.slice(160, 200), lines.slice(214, 234)).join('\n')
    expect(letters(written).startsWith(letters(body))).toBe(true)
    expect(letters(written).endsWith(letters(lines.slice(339, 342).join('')))).toBe(true)
  })

  it('leaves no mark of emphasis without its partner', () => {
    for (const {path, content} of files) if (path.startsWith('exhibits/')) expect(String(content).replace(/^---\n[^]*?\n---\n/, '')).not.toMatch(/[*_]/)
  })

  it('names what it decided', () => {
    expect([...new Set(rules)].sort()).toEqual([
      'import-bold-has-contrast', 'import-emphasis-is-sound', 'import-link-is-whole', 'import-quotation-is-whole', 'import-text-belongs-to-page', 'import-text-has-no-hole',
    ])
  })
})

describe('what is no page', () => {
  it('names the offset of a byte that is not UTF-8, and writes nothing', () => {
    const {files, file} = run(Uint8Array.from([0x23, 0x20, 0x61, 0x0a, 0xe4, 0xb8, 0xff]))
    expect(files).toEqual([])
    expect(String(file.messages[0])).toContain('0xFF at offset 6')
    expect(file.messages[0]).toMatchObject({ruleId: 'import-text-is-utf8', fatal: true, line: 2})
  })

  it('says so of UTF-16', () => {
    expect(run(Uint8Array.from([0xff, 0xfe, 0x23, 0x00])).file.messages[0]?.note).toContain('UTF-16')
  })

  it.each(['', '   \n\n', '\uFEFF'])('empty page %j', (text) => {
    expect(run(text)).toMatchObject({files: [], rules: ['import-text-present']})
  })

  it('is too large', () => {
    expect(run(new Uint8Array(32 * 1024 * 1024 + 1).fill(0x61))).toMatchObject({files: [], rules: ['import-within-limits']})
  })
})

/** Pieces of clipped pages, in an order that no page has. */
const piece = fc.constantFrom(
  '# Titel\n', '作者: 甲\n', '\n', '\n', '\n\n', '> ', '>> ', '>', '**', '**', '_', '****', '* * *\n', '---\n', '  \n', '发件人：', '收件人：乙 <>', 'From: Ann <', 'Date: May 4, 2020', '日期：2020 年 5 月 4 日\n', 'Subject: x\n',
  '[邮件1]\n', '****[** 附件二]**\n', '## Exhibit A: The memo\n', '开始转发的邮件：\n', '-----Original Message-----\n', '中文，', 'words ', 'well-', 'http://x.example/a-', 'b_c', '* item\n', '  * item\n', '1. one\n', '```\n', '    code\n',
  '<div>\n', '<!-- message 1 -->\n', '| a | b |\n| - | - |\n', '[1]: http://y.example\n', '&lt;', '\\', '\\*', '\t', '\r\n', '阅读原文\n', '<>', '=====\n', '#', '![](p.png)',
)
const page = fc.array(piece, {maxLength: 60}).map((pieces) => pieces.join(''))

describe('any page', () => {
  it('gives files or an error, and no word is lost', () => {
    fc.assert(fc.property(page, (text) => {
      const {files, file} = run(text)
      const errors = file.messages.filter(({fatal}) => fatal).map((message) => `${message.ruleId} ${message.reason}`)
      expect(errors).toEqual(text.trim() === '' ? errors : [])
      expect(files.length === 0).toBe(text.trim() === '')
    }), {numRuns: 3000})
  })

  it('takes any text and any bytes', () => {
    fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 400}), (text) => void run(text)))
    fc.assert(fc.property(fc.uint8Array({maxLength: 400}), (bytes) => void run(bytes)))
  })

  it.each<[string, string]>([
    ['a paragraph of 5 MB', '字 word '.repeat(600_000)],
    ['a paragraph of 50,000 lines', 'a line **of** words\n'.repeat(50_000)],
    ['500 quotations', `${'>'.repeat(500)} From: a <>\n${'>'.repeat(500)} Date: May 4, 2020\n${'>'.repeat(500)}\n${'>'.repeat(500)} text`],
    ['100,000 marks of quotation', '> '.repeat(100_000)],
    ['500 messages forwarded in one another', 'From: a <>\nDate: May 4, 2020\n\nBegin forwarded message:\n\n'.repeat(500)],
    ['half a header, often', 'To: a\n\n'.repeat(20_000)],
    ['headers without end', `[Exhibit A]\n\nFrom: a\n${'To: b <>\n'.repeat(20_000)}`],
    ['labels without end', '[Exhibit A]\n\n'.repeat(20_000)],
    ['marks without end', '**_'.repeat(200_000)],
    ['NUL', '# a\0b\n\nc\0'],
  ])('takes %s', (_, text) => {
    const {rules} = run(text)
    expect(rules).not.toContain('import-text-is-kept')
  })
})

/** A page as a clipping tool writes it, and what must come of it. */
const word = fc.constantFrom('灯塔', '承诺', '我们', 'OpenAI', 'lamp', '1 亿', '钱', 'the', '第3')
const sentence = fc.array(word, {minLength: 3, maxLength: 12}).map((words) => `${words.join(' ')}。`)
const person = fc.constantFrom('Ann Lee <>', 'Bo Chen <bo@x.example>', '李安 <>', '王一 <w@x.example>')
const labels = fc.constantFrom(['发件人：', '收件人：', '日期：', '主题：'], ['From: ', 'To: ', 'Date: ', 'Subject: '], ['寄件者：', '收件者：', '寄件日期：', '主旨：'], ['Von: ', 'An: ', 'Gesendet: ', 'Betreff: '])
const message = fc.record({labels, from: person, to: person, text: fc.array(sentence, {minLength: 1, maxLength: 3})})
const exhibit = fc.array(message, {minLength: 1, maxLength: 3})
const label = fc.constantFrom((n: number) => `****[** 邮件${n}]**`, (n: number) => `**[ 附件**${n}]`, (n: number) => `## Exhibit ${n}`, (n: number) => `【郵件 ${n}】`, (n: number) => `**[Email ${n}]**`)

function clip(messages: readonly {labels: readonly string[]; from: string; to: string; text: readonly string[]}[], bold: boolean): string {
  const mark = bold ? '**' : ''
  return messages.map(({labels: names, from, to, text}) => {
    const [first = '', second = '', third = '', fourth = ''] = names
    const torn = from.endsWith('<>') && bold ? `> **${first}${from.slice(0, -1)}**\n>\n> **>  \n>  ${second}${to}  ` : `> ${mark}${first}${from}  \n> ${second}${to}  `
    return `${torn}\n> ${third}2018 年 2 月 1 日  \n> ${fourth}灯塔${mark}\n>\n>  \n>\n${text.map((one) => `> ${mark}${one.replaceAll(' ', '\n> ')}${mark}\n>\n`).join('')}`
  }).join('\n* * *\n\n')
}

it('takes apart what a tool has clipped', () => {
  fc.assert(fc.property(fc.array(sentence, {maxLength: 3}), fc.array(fc.tuple(label, exhibit), {minLength: 1, maxLength: 4}), fc.boolean(), (text, exhibits, bold) => {
    const source = `# Titel\n\n${text.map((one) => one.replaceAll(' ', '\n')).join('\n\n')}\n\n${exhibits.map(([write, messages], index) => `${write(index + 1)}\n\n${clip(messages, bold)}\n  \n\n`).join('')}`
    const {files, rules} = run(source)
    expect(rules.filter((rule) => !['import-bold-has-contrast', 'import-text-has-no-hole'].includes(rule))).toEqual([])
    exhibits.forEach(([, messages], index) => {
      const written = textOf(files, `exhibits/${index + 1}.md`)
      const body = written.replace(/^---\n[^]*?\n---\n/, '').replaceAll(/<!-- message \d -->/g, '')
      expect(letters(body)).toBe(letters(messages.flatMap((one) => one.text).join('')))
      expect(body.trim().split(/\n{2,}/)).toHaveLength(messages.flatMap((one) => one.text).length)
      for (const {labels: names, from, to} of messages) {
        expect(written).toContain(`${(names[0] ?? '').slice(0, -1).replace(':', '')}: ${from}`)
        expect(written).toContain(to)
      }
    })
  }), {numRuns: 300})
})

describe('what it can’t decide it says', () => {
  it.each<[string, string, number]>([
    ['import-title-present', 'Text without a title.', 1],
    ['import-exhibit-has-text', '# T\n\nText.\n\n## Exhibit A\n', 5],
    ['import-exhibit-has-messages', '# T\n\n## Exhibit A\n\nA memo.\n', 3],
    ['import-header-once', '# T\n\n[Exhibit A]\n\n> From: Ann <>\n> To: Bo <>\n> To: Cy <>\n> Date: May 4, 2020\n>\n> Text.\n', 7],
    ['import-message-boundary-clear', '# T\n\n[Exhibit A]\n\n> From: Ann <>\n> Date: May 4, 2020\n>\n> Text.\n>\n> From: Bo <>\n> Date: May 5, 2020\n>\n> More.\n', 10],
    ['import-quotation-is-whole', '# T\n\n> Words\n>\nthat go on.\n', 5],
    ['import-nesting-within-limit', `# T\n\n${'>'.repeat(101)} deep\n`, 3],
  ])('%s', (rule, text, line) => {
    const {file} = run(text)
    expect(file.messages.map(({ruleId, line: at}) => [ruleId, at])).toContainEqual([rule, line])
    for (const message of file.messages) expect(message.note).toBeTruthy()
  })

  it('proves that no word is lost', () => {
    const file = new VFile({path: 'clipping.md'})
    checkKept({text: '# A\n\none two\n', kept: [{line: 3, text: 'one two'}], named: new Set([1]), file})
    expect(file.messages).toEqual([])
    checkKept({text: '# A\n\none two\n', kept: [{line: 3, text: 'one'}], named: new Set([1]), file})
    expect(file.messages).toMatchObject([{ruleId: 'import-text-is-kept', line: 3, fatal: true}])
  })
})

describe('headers in other clothes', () => {
  it.each<[string, string, Record<string, string>]>([
    ['a paragraph each', '**From:** Ann <a@x.example>\n\n**Sent:** May 4, 2020\n\n**To:** Bo <>\n\n**Subject:** Lamp\n\nText.', {From: 'Ann <a@x.example>', Sent: 'May 4, 2020', To: 'Bo <>', Subject: 'Lamp'}],
    ['escaped', 'From: Ann \\<a\\_b@x.example\\>  \nDate: May 4, 2020\n\nText.', {From: 'Ann <a_b@x.example>', Date: 'May 4, 2020'}],
    ['entities', 'From: Ann &lt;a@x.example&gt;  \nDate: May 4, 2020\n\nText.', {From: 'Ann <a@x.example>', Date: 'May 4, 2020'}],
    ['a long list, wrapped', 'From: Ann <>  \nTo: Bo Chen <bo@x.example>, Cy Dee <cy@x.example>,\nEve Fox <>  \nDate: May 4, 2020\n\nText.', {From: 'Ann <>', To: 'Bo Chen <bo@x.example>, Cy Dee <cy@x.example>, Eve Fox <>', Date: 'May 4, 2020'}],
    ['no blank line after them', 'From: Ann <>  \nDate: May 4, 2020  \nSubject: Lamp  \nText.', {From: 'Ann <>', Date: 'May 4, 2020', Subject: 'Lamp'}],
    ['another header among them', 'From: Ann <>  \nDate: May 4, 2020  \nImportance: High  \nSubject: Lamp\n\nText.', {From: 'Ann <>', Date: 'May 4, 2020', Importance: 'High', Subject: 'Lamp'}],
    ['label and header in one paragraph', '', {From: 'Ann <>', Date: 'May 4, 2020'}],
  ])('%s', (_, text, headers) => {
    const body = text === '' ? '# T\n\n**[Email 1]**\nFrom: Ann <>\nDate: May 4, 2020\n\nText.\n' : `# T\n\n## [Email 1]\n\n${text}\n`
    const [, yaml = '', rest] = /^---\n([^]*?)\n---\n([^]*)$/.exec(textOf(run(body).files, 'exhibits/1.md')) ?? []
    expect((parse(yaml) as {messages: {headers: unknown}[]}).messages[0]?.headers).toEqual(headers)
    expect(rest?.trim()).toBe('Text.')
  })
})
