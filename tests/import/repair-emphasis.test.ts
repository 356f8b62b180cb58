import fc from 'fast-check'
import type {Root} from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {repairEmphasis} from '../../src/import/repair-emphasis.ts'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly)
const parse = (markdown: string): Root => parser.runSync(parser.parse(markdown)) as Root

/** What is printed as text, and what is emphasized. */
function read(markdown: string): {text: string; strong: string; stress: string} {
  const found = {text: '', strong: '', stress: ''}
  const walk = (node: unknown, strong: boolean, stress: boolean): void => {
    const {type, value, children} = node as {type: string; value?: string; children?: unknown[]}
    if (type === 'text' && value !== undefined) {
      found.text += value
      if (strong) found.strong += value
      if (stress) found.stress += value
    }
    for (const child of children ?? []) walk(child, strong || type === 'strong', stress || type === 'emphasis')
  }
  walk(parse(markdown), false, false)
  return found
}

describe('repairs', () => {
  it.each<[string, string, string]>([
    ['torn before a bracket', '****[** 邮件1]**', '**[ 邮件1]**'],
    ['torn within a word', '**[ 邮件**2]', '**[ 邮件**2]'],
    ['nothing in it', '****', ''],
    ['nothing in it, on two lines', '甲**  \n**', '甲  \n'],
    ['italic within italic', ' _相关公开 _邮件_ 内_ _容如下_', ' *相关公开邮件内容如下*'],
    ['space before the mark that closes', '** 重要 **说', ' **重要**说'],
    ['space after it', '## **需要有盈利的实体** 。', '## **需要有盈利的实体**。'],
    ['punctuation beside a Latin letter', 'see Elon**“power”**x', 'see Elon“**power**”x'],
    ['underscores between Han', '在_中间_的字', '在*中间*的字'],
    ['an opening mark alone', '**标题', '标题'],
    ['a closing mark alone', '结尾** 之后', '结尾之后'],
    ['two runs that touch', '**甲****乙**', '**甲乙**'],
    ['around the half of a link', '**见[这**里](http://x.example/a_b)。', '**见[这里](http://x.example/a_b)**。'],
    ['quoted, over lines', '> **甲\n> 乙 **丙', '> **甲\n> 乙**丙'],
    ['a lone asterisk', '注意*：甲乙', '注意\\*：甲乙'],
    ['glued to an address', '**http://x.example/a**中', '**<http://x.example/a>**中'],
    ['in a cell', '| **a | b** |\n| --- | --- |\n| _c_ | d |', '| a | b |\n| --- | --- |\n| _c_ | d |'],
  ])('%s', (_, given, expected) => {
    expect(repairEmphasis(given)).toBe(expected)
  })
})

describe('leaves alone', () => {
  it.each([
    '**bold** and *italic* and ***both***', '_**OpenAI回复如下：**_', '**注意：**请看', 'snake_case_name and __init__.py in a_b', '5 * 3',
    'http://x.example/__a__b_c and <http://y.example/**>', '[a_b](http://x.example/_c_d_)', '```\n** not prose **\n```', '    ** code', '\\*\\*literal\\*\\*', '* * *', '姓名：____',
    '<div **a>\n** b **\n</div>', '* item\n* item', '***\n\na', 'a\r\n**b**\r\nc',
  ])('%s', (markdown) => {
    expect(repairEmphasis(markdown)).toBe(markdown)
  })
})

/** Pieces of clipped text: words in three scripts, marks, and what clipping tools put around them. */
const piece = fc.constantFrom('**', '**', '**', '*', '_', '_', '****', '***', '__', ' ', ' ', '\n', '中文', '字', '，', '。', '“', '”', '（', '）', 'Elon', 'x', '7', '.', ',', '[', ']', '：', '-', '`c`', '[l](http://x.example/a_b)', 'http://x.example/a*b_')
const clipped = fc.array(piece, {maxLength: 30}).map((pieces) => pieces.join(''))

describe('properties', () => {
  it('leaves no ** in the text, whatever was clipped', () => {
    fc.assert(fc.property(clipped, (text) => {
      const {text: printed} = read(repairEmphasis(`甲${text}`))
      expect(printed).not.toContain('**')
    }), {numRuns: 3000})
  })

  it('changes no letter or digit and no line', () => {
    const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.join('') ?? ''
    fc.assert(fc.property(clipped, (text) => {
      const repaired = repairEmphasis(text)
      expect(letters(repaired)).toBe(letters(text))
      expect(repaired.split('\n').length).toBe(text.split('\n').length)
    }), {numRuns: 2000})
  })

  it('is idempotent', () => {
    fc.assert(fc.property(clipped, (text) => {
      const once = repairEmphasis(text)
      expect(repairEmphasis(once)).toBe(once)
    }), {numRuns: 2000})
  })

  it('finds the emphasis that a tool has torn with spaces', () => {
    const word = fc.constantFrom('中文', '盈利', 'Elon', '第3', '实体')
    const run = fc.record({before: word, inside: word, after: word, mark: fc.constantFrom('**', '_'), left: fc.constantFrom('', ' '), right: fc.constantFrom('', ' ')})
    fc.assert(fc.property(run, ({before, inside, after, mark, left, right}) => {
      // The tool's space stands outside of the marks on one side and inside of them on the other.
      const found = read(repairEmphasis(`${before}。${left === '' ? ' ' : ''}${mark}${left}${inside}${right}${mark}${right === '' ? ' ' : ''}${after}`))
      expect(mark === '**' ? found.strong : found.stress).toBe(inside)
    }))
  })

  it('takes any text', () => {
    fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 300}), (text) => {
      expect(repairEmphasis(text).split(/\r\n|\n|\r/).length).toBe(text.split(/\r\n|\n|\r/).length)
    }))
  })
})

it('takes long text of one kind', () => {
  for (const unit of ['**', '_a', ' **a', '[', '](', '`', '<a', '> ', '* ', '**a**b ', '_中 _', 'http://x', '\\', '|', '[a**](b) **']) {
    const text = unit.repeat(200_000 / unit.length)
    expect(repairEmphasis(text).length).toBeGreaterThanOrEqual(0)
  }
})
