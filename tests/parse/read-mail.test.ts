import {toString} from 'mdast-util-to-string'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import type {ExhibitMeta, MessageMeta} from '../../src/model/source.ts'
import {prepareBook} from '../../src/prepare-book.ts'
import {parseSource} from '../../src/parse/parse-source.ts'
import {memoryWorld} from '../memory-world.ts'

const article = '---\ntitle: The lock\n---\n\nSee [Exhibit 1].\n'

function exhibit(text: string): {messages: readonly MessageMeta[]; preface: readonly string[]; words: string[]; said: string[]} {
  const file = new VFile({path: 'exhibits/1.md', value: text})
  const draft = parseSource(file)
  const meta = draft?.meta as ExhibitMeta
  return {
    messages: meta.messages,
    preface: meta.preface ?? [],
    words: (draft?.tree.children ?? []).map((node) => ('children' in node ? node.children.map((child) => (child.type === 'break' ? '/' : toString(child))).join('') : 'value' in node ? node.value : node.type)),
    said: file.messages.map(({ruleId, line}) => `${line} ${ruleId}`),
  }
}

/** Unexplained characters, and findings of the proof. */
async function audited(text: string): Promise<{unexplained: number | undefined; said: string[]}> {
  const {audit, files} = await prepareBook({world: memoryWorld({'/s/article.md': article, '/s/exhibits/1.md': text}), folder: '/s'})
  const unexplained = audit?.()?.unexplained
  return {unexplained, said: files.flatMap(({messages}) => messages.map(({ruleId}) => String(ruleId))).filter((rule) => rule.startsWith('verify-'))}
}

const head = 'From: Orla Penn <orla@lock.example>\nTo: Tove Lind <tove@lock.example>\nDate: Mon, 4 Feb 2019 09:15:00 +0100\nSubject: Re: The lock'

const letters = {
  'a mail by itself': `${head}\n\nThe lock is open.\n`,
  'each header line in a paragraph': `${head.replaceAll('\n', '\n\n')}\n\nThe lock is open.\n`,
  'text right behind the header': `${head}\nThe lock is open.\nSo it was.\n`,
  'bold labels': `${head.replace(/^(\w+:)/gm, '**$1**')}\n\nThe lock is open.\n`,
  'Chinese labels': '发件人：王小明 <wang@lock.example>\n抄　送：李四 <li@lock.example>\n日期：2019年2月4日 09:15\n主题：船闸\n\n船闸开了。\n',
  'a list of mailboxes over two lines': `${head.replace('Tove Lind <tove@lock.example>', 'Tove Lind <tove@lock.example>,\nBo Lind <bo@lock.example>')}\n\nThe lock is open.\n`,
  'an original below': `${head}\n\nIt is.\n\n-----Original Message-----\nFrom: Tove Lind\nSent: Saturday, February 2, 2019 11:22 AM\nTo: Orla Penn\nSubject: The lock\n\nIs it open?\n`,
  'a quoted forward and words after it': `${head.replace('Re:', 'Fwd:')}\n\nLook.\n\n> Begin forwarded message:\n>\n> From: Tove Lind <tove@lock.example>\n> Date: 2 February 2019 at 11:22\n> Subject: The lock\n>\n> Is it open?\n>\n> > Older words.\n\nSo I wrote.\n`,
  'lines above the first': `# The lock\n\nHanded over in March.\n\n${head}\n\nThe lock is open.\n`,
}

describe.each(Object.entries(letters))('%s', (_, text) => {
  test('becomes messages without a word', () => {
    const {messages, said} = exhibit(text)
    expect(messages.length).toBe(1)
    expect(said).toEqual([])
  })
  test('keeps every character', async () => expect(await audited(text)).toEqual({unexplained: 0, said: []}))
})

test('values are read as they stand, with their brackets', () => {
  expect(exhibit(letters['a list of mailboxes over two lines']).messages[0]?.headers).toEqual({
    From: 'Orla Penn <orla@lock.example>',
    To: 'Tove Lind <tove@lock.example>, Bo Lind <bo@lock.example>',
    Date: 'Mon, 4 Feb 2019 09:15:00 +0100',
    Subject: 'Re: The lock',
  })
  expect(exhibit(letters['Chinese labels']).messages[0]?.headers).toMatchObject({'抄　送': '李四 <li@lock.example>'})
})

test('what is answered is quoted, what is handed on is forwarded', () => {
  expect(exhibit(letters['an original below']).messages[0]?.forwarded).toMatchObject([{quoted: true, headers: {From: 'Tove Lind'}}])
  const [forwarded] = exhibit(letters['a quoted forward and words after it']).messages[0]?.forwarded ?? []
  expect(forwarded?.headers['Subject']).toBe('The lock')
  expect(forwarded).not.toHaveProperty('quoted')
  expect(exhibit(letters['a quoted forward and words after it']).words).toEqual([
    '<!-- message 1 -->', 'Look.', 'Begin forwarded message:', '<!-- message 1.1 -->', 'Is it open?', 'Older words.', '<!-- message 1 -->', 'So I wrote.',
  ])
})

test('lines above the first message are its preface', () => {
  expect(exhibit(letters['lines above the first']).preface).toEqual(['The lock', 'Handed over in March.'])
})

test('mail within the text of a message of the frontmatter comes after what that has', () => {
  const {messages, words} = exhibit("---\nmessages:\n  - headers: {From: Orla Penn, Subject: 'Re: The lock'}\n---\n\nIt is.\n\n-----Original Message-----\nFrom: Tove Lind\nTo: Orla Penn\nSubject: The lock\n\nIs it?\n")
  expect(messages).toMatchObject([{headers: {From: 'Orla Penn'}, forwarded: [{quoted: true, headers: {From: 'Tove Lind', To: 'Orla Penn'}}]}])
  expect(words).toEqual(['It is.', '-----Original Message-----', '<!-- message 1.1 -->', 'Is it?'])
})

describe('no message is made', () => {
  test.each([
    ['of a journey', 'From: London\nTo: Paris\nDate: 3 May 2020\n\nA fine day.\n', 'From: London/To: Paris/Date: 3 May 2020', ['1 parse-mail-is-message']],
    ['where a value has a link', 'From: [Orla](https://lock.example)\nTo: Tove <tove@lock.example>\n\nYes.\n', 'From: Orla/To: Tove <tove@lock.example>', ['1 parse-mail-is-message']],
    ['of one header below a separator', 'Fine.\n-----Original Message-----\nFrom: Tove Lind\nIs it?\n', 'Fine./-----Original Message-----/From: Tove Lind/Is it?', ['3 parse-mail-is-message']],
    ['of a sentence', 'From: a friend. To: me. That was all.\n', 'From: a friend. To: me. That was all.', []],
    ['of definitions', 'Subject: what it is about\n\nBody: the rest\n', 'Subject: what it is about', []],
  ])('%s', async (_, text, first, said) => {
    const read = exhibit(text)
    expect(read.messages).toEqual([])
    expect(read.words[0]).toBe(first)
    expect(read.said).toEqual(said)
    expect(await audited(text)).toEqual({unexplained: 0, said: []})
  })

  test.each([['of code', '```\nFrom: a@b.example\nTo: c@d.example\nSubject: e\n```\n'], ['of a list', '- From: a@b.example\n- To: c@d.example\n- Subject: e\n']])('%s', (_, text) => {
    expect(exhibit(text)).toMatchObject({messages: [], said: []})
  })
})

test('in an article header lines keep their lines and are named, each mail once', () => {
  const file = new VFile({path: 'article.md', value: `# T\n\nHe wrote:\n\n${head}\n\nOpen.\n\n* * *\n\n${head.replaceAll('\n', '\n\n')}\n\nShut.\n`})
  const draft = parseSource(file)
  const [, first] = draft?.tree.children.filter(({type}) => type === 'paragraph') ?? []
  expect(first && 'children' in first && first.children.filter(({type}) => type === 'break').length).toBe(3)
  expect(first && toString(first)).toContain('<orla@lock.example>')
  expect(file.messages.map(({ruleId, line}) => [ruleId, line])).toEqual([['parse-mail-is-message', 5], ['parse-mail-is-message', 14]])
})

test('an address keeps its brackets in evidence, and loses them in the words of an article', () => {
  const words = (path: string, value: string) => toString(parseSource(new VFile({path, value}))?.tree ?? {type: 'root', children: []})
  expect(words('exhibits/1.md', 'On Monday Orla <orla@lock.example> wrote:\n')).toBe('On Monday Orla <orla@lock.example> wrote:')
  expect(words('article.md', 'Ask <orla@lock.example> for it.\n')).toBe('Ask orla@lock.example for it.')
  expect(words('article.md', '> Ask Orla <orla@lock.example>.\n')).toBe('Ask Orla <orla@lock.example>.')
})

test('a line that introduces a quotation may be broken, in any language of the labels', async () => {
  for (const line of ['On Mon, Feb 4, 2019 at 9:15 AM Orla Penn\n<orla@lock.example> wrote:', 'Am 04.02.2019 um 09:15 schrieb Orla Penn\n<orla@lock.example>:', 'Le lun. 4 févr. 2019 à 09:15, Orla Penn\n<orla@lock.example> a écrit :']) {
    const text = `Fine.\n\n${line}\n\\> It is.\n\\> Since when?\n`
    const {dossier, audit} = await prepareBook({world: memoryWorld({'/s/article.md': article, '/s/exhibits/1.md': text}), folder: '/s'})
    expect(dossier?.exhibits[0]?.body?.children.map((node) => [node.type, toString(node)])).toEqual([['paragraph', 'Fine.'], ['paragraph', line.replace('\n', ' ').replace(' :', '\u00A0:')], ['blockquote', 'It is. Since when?']].map(([type, words]) => [type, words?.replace('\u00A0', ' ')]))
    expect(audit?.()?.unexplained).toBe(0)
  }
})
