import type {Nodes} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import type {Settings} from '../../src/model/settings.ts'
import type {Draft} from '../../src/model/source.ts'
import {normalizeDraft} from '../../src/normalize/normalize.ts'

const settings: Settings = {language: 'en', page: {size: 'A4'}, exhibits: 'normalized', normalize: {}, attachments: 'sources', silence: []}
const exhibit = {kind: 'exhibit', number: '1', messages: []} as const

describe('line ends of mail', () => {
  const cases: [string, string, string][] = [
    ['mark of a signature', 'See you there.\n\\--\nWu Lan\nHead of Tests, Example Ltd.\n+1 555 0100', 'See you there.|--|Wu Lan|Head of Tests, Example Ltd.|+1 555 0100'],
    ['mark that begins the block', '-- \nWu Lan\nExample Ltd.\n\nSent from a train.', '--|Wu Lan|Example Ltd.¶Sent from a train.'],
    ['prose above a mark is joined', 'one line of prose\nand another one.\n\\--\nWu Lan', 'one line of prose and another one.|--|Wu Lan'],
    ['small print below a mark is joined', `-- \nWu Lan\n${'word '.repeat(13)}\nend of it.`, `--|Wu Lan|${'word '.repeat(13)}end of it.`],
    ['Chinese closing', '好的。\n\n祝好\n李四', '好的。¶祝好|李四'],
    ['English closing', 'Fine.\n\nBest,\nAlice', 'Fine.¶Best,|Alice'],
    ['closing in small letters', 'thanks\nalice', 'thanks|alice'],
    ['closing in emphasis', 'Fine.\n\n*Best,\nAlice*', 'Fine.¶Best,|Alice'],
    ['closing before a mark', 'Best,\nAlice\n\\--\nAlice Wu', 'Best,|Alice|--|Alice Wu'],
    ['closing before a block of a signature', 'Best,\nAlice\n\n--\nAlice Wu', 'Best,|Alice¶--|Alice Wu'],
    ['closing before what is answered', 'Best,\nAlice\n\nOn Monday, Wu Lan wrote:\n\n> Shall we?\n>\n> Yours,\n> Wu', 'Best,|Alice¶On Monday, Wu Lan wrote:¶Shall we?¶Yours,|Wu'],
    ['closing of each message', 'Best,\nAlice\n\n<!-- message 2 -->\n\nYours,\nBob\n\n[^1]: A note.', 'Best,|Alice¶Yours,|Bob¶A note.'],
    ['not at the end', 'Best,\nAlice\n\nOne more thing.', 'Best, Alice¶One more thing.'],
    ['a sentence ends', 'I will see to it\nat once.', 'I will see to it at once.'],
    ['a sentence goes on', 'I will go to the place\nwhere it happened', 'I will go to the place where it happened'],
    ['long lines', 'This line is longer than a closing,\nAlice', 'This line is longer than a closing, Alice'],
    ['four lines', 'One\nTwo\nThree\nFour', 'One Two Three Four'],
    ['wrapped Chinese', '这一行是普通的文字，\n在这里换行。', '这一行是普通的文字，在这里换行。']
  ]
  it.each(cases)('%s', (_, before, after) => {
    expect(shown(normalizeDraft(parse(before, exhibit), settings).draft.tree)).toBe(after)
  })

  it('are no matter of articles', () => {
    expect(shown(normalizeDraft(parse('Best,\nAlice\n\\--\nWu', {kind: 'article'}), settings).draft.tree)).toBe('Best, Alice — Wu')
  })

  it('leave the lines of later changes right, and are no change themselves', () => {
    const {changes} = normalizeDraft(parse('Bye.\n\\--\nWu "Lan" Li\na -- b', exhibit), settings)
    expect(changes.map(({rule, place}) => `${place.line} ${rule}`)).toEqual(['3 quotes', '3 quotes', '4 dashes'])
  })

  it('are as written when soft breaks are switched off, and stay as they are when read again', () => {
    const draft = parse('Best,\nAlice', exhibit)
    expect(normalizeDraft(draft, {...settings, normalize: {'soft-breaks': false}}).draft.tree).toEqual(draft.tree)
    const once = normalizeDraft(draft, settings).draft
    expect(normalizeDraft(once, settings).draft.tree).toEqual(once.tree)
  })
})

function parse(markdown: string, meta: Draft['meta']): Draft {
  return {file: new VFile({path: 'source.md'}), meta, tree: unified().use(remarkParse).use(remarkGfm).parse(markdown)}
}

function shown(node: Nodes): string {
  if (node.type === 'break') return '|'
  if (node.type === 'html') return ''
  if ('children' in node) {
    const isBlock = node.type === 'root' || node.type === 'blockquote'
    return node.children.map(child => shown(child)).filter(part => part !== '').join(isBlock ? '¶' : '')
  }
  return 'value' in node ? node.value : ''
}
