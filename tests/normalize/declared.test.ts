import {toString} from 'mdast-util-to-string'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import type {Settings} from '../../src/model/settings.ts'
import type {Draft} from '../../src/model/source.ts'
import {normalizeDraft} from '../../src/normalize/normalize.ts'

const settings: Settings = {page: {size: 'A4'}, exhibits: 'normalized', normalize: {}, attachments: 'sources', silence: []}

describe('the declared language', () => {
  const cases: [string | undefined, string | undefined, string][] = [
    [undefined, undefined, 'a “b” c…'],
    ['en-GB', 'de', 'a “b” c…'],
    ['zh-Hans', undefined, 'a “b” c…'],
    [undefined, 'de', 'a "b" c…'],
    ['fr', 'en', 'a "b" c…'],
    ['de_AT', undefined, 'a "b" c…'],
    ['ja', undefined, 'a "b" c…'],
    ['no tag', undefined, 'a “b” c…']
  ]
  it.each(cases)('article %s, dossier %s', (language, dossier, expected) => {
    const draft = draftOf({kind: 'article', ...(language !== undefined && {language})}, 'a "b" c...')
    expect(toString(normalizeDraft(draft, {...settings, ...(dossier !== undefined && {language: dossier})}).draft.tree)).toBe(expected)
  })

  it('with other marks has no pairs to complain about', () => {
    const draft = draftOf({kind: 'article', language: 'de'}, '„Gut“, sagte er, "und')
    normalizeDraft(draft, settings)
    expect(draft.file.messages).toEqual([])
  })
})

describe('titles', () => {
  it('are normalized as text is, and the log names their line', () => {
    const {draft, changes} = normalizeDraft({...draftOf({kind: 'article', title: '"A fair  deal" -- really...', author: 'A "B" C'}, 'x'), titleLine: 3}, settings)
    expect(draft.meta).toEqual({kind: 'article', title: '“A fair deal” — really…', author: 'A "B" C'})
    expect(changes.map(({rule, place}) => `${place.file}:${place.line}:${place.column ?? '-'} ${rule}`)).toEqual([
      'source.md:3:- spaces', 'source.md:3:- ellipses', 'source.md:3:- dashes', 'source.md:3:- quotes', 'source.md:3:- quotes'
    ])
    expect(normalizeDraft(draft, settings)).toEqual({draft, changes: []})
  })

  it('of exhibits are, but not their header lines and preface, and nothing at all in a diplomatic one', () => {
    const meta = {kind: 'exhibit', number: '1', title: 'The "deal"', preface: ['"x"'], messages: [{headers: {Subject: 'The "deal"'}}]} as const
    expect(normalizeDraft(draftOf(meta, 'x'), settings).draft.meta).toEqual({...meta, title: 'The “deal”'})
    expect(normalizeDraft(draftOf(meta, 'x'), {...settings, exhibits: 'diplomatic'}).draft.meta).toEqual(meta)
  })

  it('keep what is switched off, and marks without a partner are told of in their line', () => {
    expect(normalizeDraft(draftOf({kind: 'article', title: '"A" -- b'}, 'x'), {...settings, normalize: {quotes: false}}).draft.meta).toEqual({kind: 'article', title: '"A" — b'})
    const draft = {...draftOf({kind: 'article', title: 'A "fair deal'}, 'x'), titleLine: 2}
    normalizeDraft(draft, settings)
    expect(draft.file.messages.map(message => `${message.line} ${message.ruleId}`)).toEqual(['2 normalize-quotes-balance'])
  })
})

function draftOf(meta: Draft['meta'], text: string): Draft {
  const position = {start: {line: 5, column: 1, offset: 0}, end: {line: 5, column: text.length + 1, offset: text.length}}
  return {file: new VFile({path: 'source.md'}), meta, tree: {type: 'root', children: [{type: 'paragraph', children: [{type: 'text', value: text, position}]}]}}
}
