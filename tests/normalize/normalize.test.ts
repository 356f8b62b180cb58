import fc from 'fast-check'
import type {Nodes, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import type {Settings} from '../../src/model/settings.ts'
import type {Draft} from '../../src/model/source.ts'
import {normalizeDraft} from '../../src/normalize/normalize.ts'
import {transforms} from '../../src/normalize/transforms.ts'

const settings: Settings = {language: 'en', page: {size: 'A4'}, exhibits: 'normalized', normalize: {}, attachments: 'sources', silence: []}
const exhibit = {kind: 'exhibit', number: '1', messages: []} as const

describe('soft breaks', () => {
  const cases: [string, string][] = [
    ['只有时间\n能够告诉', '只有时间能够告诉'],
    ['起诉Sam\nAltman事件', '起诉Sam Altman事件'],
    ['投入 10\n亿美元', '投入 10 亿美元'],
    ['他说，\nMusk 也说', '他说，Musk 也说'],
    ['他说\n“好”', '他说“好”'],
    ['a well-\nknown man', 'a well-known man'],
    ['10-\n20', '10- 20'],
    ['one\ntwo *three\nfour*', 'one two three four'],
    ['一**二**\n三', '一二三'],
    ['한국어\n문장', '한국어 문장']
  ]
  it.each(cases)('%j', (before, after) => expect(words(before)).toBe(after))
})

describe('quotes', () => {
  const cases: [string, string][] = [
    ['He said "yes" and \'no\'.', 'He said “yes” and ‘no’.'],
    ['他说"你好"。', '他说“你好”。'],
    ["他说'你好'，Musk's 回答", '他说‘你好’，Musk’s 回答'],
    ['＂你好＂', '“你好”'],
    ['"你好”', '“你好”'],
    ['"Say \'hello\' to her," he said.', '“Say ‘hello’ to her,” he said.'],
    ["Don't use the '90s, '16 or 'tis.", 'Don’t use the ’90s, ’16 or ’tis.'],
    ['He is 5\' 11" tall.', 'He is 5′ 11″ tall.'],
    ['He is 5\'11" tall.', 'He is 5′11″ tall.'],
    ['a 12" record, "good"', 'a 12″ record, “good”'],
    ['"a *b* c" and *"d"*', '“a b c” and “d”'],
    ['"a **b" c**', '“a b” c'],
    ["the boys' books", 'the boys’ books'],
    ['`"code"` and "text"', '"code" and “text”'],
    ['https://example.org/?a="b" "c"', 'https://example.org/?a="b" “c”'],
    ['「你好」『嗯』', '「你好」『嗯』'],
    ['(“good” or "bad")', '(“good” or “bad”)'],
    ['"I was 21"', '“I was 21”'],
    ['"Yes"—"no"', '“Yes”—“no”'],
    ["Marked 'as read'. He asked 'is that all?' and she 'and why not more?'", 'Marked ‘as read’. He asked ‘is that all?’ and she ‘and why not more?’'],
    ["Mr O'Shea and Mrs O'Dowd said 'every word was weighed'.", 'Mr O’Shea and Mrs O’Dowd said ‘every word was weighed’.'],
    ["'I heard \"no\",' she wrote, 'and the girls' teacher heard \"yes, it's 'fine'\".'", '‘I heard “no”,’ she wrote, ‘and the girls’ teacher heard “yes, it’s ‘fine’”.’'],
    ["rock 'n' roll of '77, fish 'n' chips, the letter 'n' and 'is'", 'rock ’n’ roll of ’77, fish ’n’ chips, the letter ‘n’ and ‘is’'],
    ["the owners' rights and 'the owners' duties' and the owners' house", 'the owners’ rights and ‘the owners’ duties’ and the owners’ house'],
    ["'Twas 'ard for 'em. 'All's well,' I said. 'It is.'", '’Twas ’ard for ’em. ‘All’s well,’ I said. ‘It is.’'],
    ['8"x3", 7"×2", 4\'-2", 4\' 2 1/2", ¾" wide, 2"x4"x6\' long', '8″x3″, 7″×2″, 4′-2″, 4′ 2 1/2″, ¾″ wide, 2″x4″x6′ long'],
    ['at 51°30\'12.5"N 0°7\'39"W', 'at 51°30′12.5″N 0°7′39″W'],
    ['"the 7" record" and a 10\' wall', '“the 7″ record” and a 10′ wall'],
    ['He said "yes"[^1].\n\n[^1]: x', 'He said “yes”.']
  ]
  it.each(cases)('%s', (before, after) => expect(words(before)).toBe(after))

  it('leaves alone and reports what has no partner', () => {
    const draft = parse('He said "yes and went.')
    expect(toString(normalizeDraft(draft, settings).draft.tree)).toBe('He said "yes and went.')
    expect(draft.file.messages.map(message => `${message.line}:${message.column} ${message.ruleId}`)).toEqual(['1:9 normalize-quotes-balance'])
  })

  it.each([
    ["She said 'yes and went.", [10]],
    ['A 27"屏和一台32"屏', [5, 12]],
    ['A 27"屏和"旧"屏', [5, 8, 10]],
    ["the '07' report", [5, 8]],
    ["She wrote 'a 'new' bridge'.", [11, 14]],
  ])('leaves straight and names what may be another mark: %s', (text, columns) => {
    const draft = parse(text)
    const normalized = toString(normalizeDraft(draft, settings).draft.tree)
    expect([draft.file.messages.map(({column}) => column), columns.map((column) => normalized[column - 1])]).toEqual([columns, columns.map((column) => text[column - 1])])
  })

  it('counts the marks that are more than it names', () => {
    const draft = parse(Array.from({length: 25}, () => "so 'we went on.").join('\n\n'))
    normalizeDraft(draft, settings)
    expect([draft.file.messages.length, draft.file.messages.at(-1)?.reason]).toEqual([21, expect.stringContaining('5 more')])
  })

  it('says nothing of a quotation in single marks that goes on in the next paragraph', () => {
    const draft = parse("'One.\n\n'Two.'")
    expect(toString(normalizeDraft(draft, settings).draft.tree)).toBe('‘One.‘Two.’')
    expect(draft.file.messages).toEqual([])
  })

  it('says nothing of a quotation that goes on in the next paragraph', () => {
    const draft = parse('"One.\n\n"Two."')
    expect(toString(normalizeDraft(draft, settings).draft.tree)).toBe('“One.“Two.”')
    expect(draft.file.messages).toEqual([])
  })
})

describe('dashes, ellipses and spaces', () => {
  const cases: [string, string][] = [
    ['one -- two', 'one — two'],
    ['word---word', 'word—word'],
    ['1914--1918, pp. 3--5', '1914–1918, pp. 3–5'],
    ['10---20', '10—20'],
    ['--', '--'],
    ['a\\\n--\\\nb', 'a--b'],
    ['这是--重点', '这是——重点'],
    ['run it with --force', 'run it with --force'],
    ['-----Original Message-----', '-----Original Message-----'],
    ['see pp. 10-20 and 10-20', 'see pp. 10–20 and 10-20'],
    ['pp. 123-7, nos. 3-5', 'pp. 123–7, nos. 3–5'],
    ['No. 00-4471, nos. 22-0417, page 31-24', 'No. 00-4471, nos. 22-0417, page 31-24'],
    ['born (1914-1918)', 'born (1914–1918)'],
    ['on 2015-12-17', 'on 2015-12-17'],
    ['wait...', 'wait…'],
    ['等等...', '等等……'],
    ['等等。。。', '等等……'],
    ['a....', 'a....'],
    ['a   b \t c', 'a b c'],
    ['a\u00A0 b', 'a\u00A0 b'],
    ['\u3000\u3000第一段', '第一段'],
    ['李\u3000四', '李\u3000四'],
    ['he\u200Bllo\u00AD', 'hello'],
    ['AI模型 GPT', 'AI模型 GPT'],
    ['👩\u200D👧 ok', '👩\u200D👧 ok'],
    ['a *b * c', 'a *b * c']
  ]
  it.each(cases)('%j', (before, after) => expect(words(before)).toBe(after))
})

describe('spaces before calls', () => {
  const cases: [string, string][] = [
    ['A word [^1] and so.', 'A word and so.'],
    ['Two [^1] [^1] calls, end [^1]. Last [^1]', 'Two calls, end. Last'],
    ['上报 [^1] 这里，又报 [^1]说', '上报 这里，又报说'],
    ['a word [^1]word stays', 'a word word stays'],
    ['[^1] A call that begins', ' A call that begins'],
    ['a line\n[^1] goes on', 'a line goes on'],
    ['*so* [^1] and **so [^1]** on', 'so and so on'],
  ]
  it.each(cases)('%j', (before, after) => expect(words(`${before}\n\n[^1]: x`)).toBe(after))

  it('keeps the space behind the call, and logs the one before', () => {
    const {draft, changes} = normalizeDraft(parse('One [^1] two.\n\n[^1]: x'), settings)
    const [block] = draft.tree.children
    expect(block && 'children' in block && block.children.map((one) => ('value' in one ? one.value : one.type))).toEqual(['One', 'footnoteReference', ' two.'])
    expect(changes.map(({rule, before, after}) => [rule, before, after])).toEqual([['spaces', ' ', '']])
  })
})

describe('quoted mail', () => {
  it('becomes quotations, with the introduction by itself', () => {
    const draft = parse('Agreed.\nOn Mon, Jan 4, Wu Lan wrote:\n\\> Shall we?\n\\> > Yes.\n\\>\n\\> Good.\nBye.', exhibit)
    const {draft: normalized, changes} = normalizeDraft(draft, settings)
    expect(outline(normalized.tree)).toBe('root(p"Agreed." p"On Mon, Jan 4, Wu Lan wrote:" q(p"Shall we?" q(p"Yes.") p"Good.") p"Bye.")')
    expect(changes.filter(change => change.rule === 'quoted-mail').map(change => [change.place.line, change.before])).toEqual([
      [2, '\n'], [3, '> '], [4, '> > '], [5, '>'], [6, '> ']
    ])
  })

  it('leaves a lone mark, and every article, as it is', () => {
    expect(outline(normalizeDraft(parse('a\n\\> b', exhibit), settings).draft.tree)).toBe('root(p"a > b")')
    expect(outline(normalizeDraft(parse('\\> a\n\\> b'), settings).draft.tree)).toBe('root(p"> a > b")')
  })
})

describe('the log', () => {
  it('names the line and, where it can be told, the column of every change', () => {
    const {changes} = normalizeDraft(parse('One "two"\nthree...\n\n> four -- five\n> six "seven"'), settings)
    expect(changes.map(({rule, place, before, after}) => `${place.line}:${place.column ?? '-'} ${rule} ${JSON.stringify(before)} ${after}`)).toEqual([
      '1:10 soft-breaks "\\n"  ', '1:5 quotes "\\"" “', '1:9 quotes "\\"" ”', '2:- ellipses "..." …',
      '4:- soft-breaks "\\n"  ', '4:- dashes "--" —', '5:- quotes "\\"" “', '5:- quotes "\\"" ”'
    ])
  })
})

describe('properties', () => {
  const piece = fc.oneof(
    fc.constantFrom('"', "'", '“', '”', '‘', '’', '＂', '-', '--', '---', '...', '。。。', '…', '——', ' ', '  ', '\n', '\n\n', '\n> ', '\\> ', '\u3000', '\u200B', '\u200D', '\u00A0'),
    fc.constantFrom('*', '**', '`', '中文', '，', '。', '「', '」', 'word', "don't", '5\' 11"', 'https://a.b/"c"', '[a](b)', '[^1]', 'On x wrote:\n', '10-20', 'p. ', '\t', '\u2028', '\u202E'),
    fc.string({unit: 'grapheme', maxLength: 4})
  )
  const draftOf = fc.tuple(fc.array(piece, {maxLength: 30}), fc.boolean())
    .map(([pieces, isExhibit]) => parse(`${pieces.join('')}\n\n[^1]: note "x"\n`, isExhibit ? exhibit : undefined))

  it('normalizing twice is normalizing once', () => {
    fc.assert(fc.property(draftOf, draft => {
      const once = normalizeDraft(draft, settings)
      const twice = normalizeDraft(once.draft, settings)
      expect(twice.changes).toEqual([])
      expect(outline(twice.draft.tree)).toBe(outline(once.draft.tree))
    }), {numRuns: 1500})
  })

  it('keeps every letter and digit, in its order, and the draft that was given', () => {
    fc.assert(fc.property(draftOf, draft => {
      const given = structuredClone(draft.tree)
      const {draft: normalized} = normalizeDraft(draft, settings)
      expect(lettersOf(normalized.tree)).toBe(lettersOf(given))
      expect(draft.tree).toEqual(given)
    }), {numRuns: 500})
  })

  it('changes nothing when everything is switched off, and nothing in a diplomatic exhibit', () => {
    const off = {...settings, normalize: Object.fromEntries(transforms.map(({id}) => [id, false]))}
    fc.assert(fc.property(draftOf, draft => {
      expect(normalizeDraft(draft, off)).toEqual({draft, changes: []})
      const diplomatic = {...draft, meta: exhibit}
      expect(normalizeDraft(diplomatic, {...settings, exhibits: 'diplomatic'})).toEqual({draft: diplomatic, changes: []})
    }), {numRuns: 200})
  })

  const named: Record<string, RegExp> = {
    'soft-breaks': /\s/gu, spaces: /[\s\p{C}\p{Z}]/gu, quotes: /["'＂＇“”‘’′″]/gu,
    dashes: /[-－—–]/gu, ellipses: /[.。…]/gu, 'quoted-mail': /[>\s]/gu
  }
  it.each(transforms.map(({id}) => id))('%s changes only the characters it names', id => {
    const only = {...settings, normalize: Object.fromEntries(transforms.map(other => [other.id, other.id === id]))}
    fc.assert(fc.property(draftOf, draft => {
      const rest = (tree: Root): string => toString(tree).replace(named[id] ?? /x/, '')
      expect(rest(normalizeDraft(draft, only).draft.tree)).toBe(rest(draft.tree))
    }), {numRuns: 300})
  })
})

function parse(markdown: string, meta: Draft['meta'] = {kind: 'article'}): Draft {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown)
  return {file: new VFile({path: 'source.md'}), meta, tree}
}

function words(markdown: string): string {
  const {draft} = normalizeDraft(parse(markdown), settings)
  return toString(draft.tree.children[0] ?? draft.tree)
}

function lettersOf(tree: Root): string {
  let letters = ''
  visit(tree, ['text', 'inlineCode', 'code'], node => {
    letters += ('value' in node ? node.value : '').replace(/[^\p{L}\p{N}]/gu, '')
  })
  return letters
}

function outline(node: Nodes): string {
  if (node.type === 'paragraph') return `p${JSON.stringify(toString(node))}`
  const name = node.type === 'blockquote' ? 'q' : node.type
  return 'children' in node ? `${name}(${node.children.map(outline).join(' ')})` : `${name}${'value' in node ? JSON.stringify(node.value) : ''}`
}
