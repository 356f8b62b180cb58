import {gzipSync, zipSync} from 'fflate'
import {expect, test} from 'vitest'
import type {FileKind} from '../../src/read/kinds/file-kind.ts'
import {tellKind} from '../../src/read/kinds/tell-kind.ts'
import {readSources} from '../../src/read/read-sources.ts'
import {findUnread} from '../../src/read/find-unread.ts'
import {memoryWorld} from '../memory-world.ts'
import {said} from '../said.ts'

const letters = (text: string): Uint8Array => new TextEncoder().encode(text)
/** A compound file as far as its kind can be told: its signature, and the name of a stream. */
const compound = (stream: string): Uint8Array => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le'), Buffer.alloc(600)])
const word = zipSync({'[Content_Types].xml': letters('<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'), 'word/document.xml': letters('<w:document/>')}, {level: 0})
const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c626001000000050001', 'hex')

const mail = 'Return-Path: <ada@example.org>\nReceived: from mill.example\n by weir.example; Mon, 4 Feb 2019\nFrom: Ada Holm <ada@example.org>\n\nHello.'
const kinds: [string, string | Uint8Array, FileKind][] = [
  ['a message as it was received', mail, 'mail'],
  ['a message without addresses, encoded', 'Content-Type: text/plain; charset=gbk\nContent-Transfer-Encoding: base64\n\nxOO6ww==', 'mail'],
  ['a message with a byte order mark and line ends of CR LF', `\uFEFF${mail.replaceAll('\n', '\r\n')}`, 'mail'],
  ['a message below frontmatter', `---\ntitle: T\n---\n\n${mail}`, 'mail'],
  ['a mailbox', `From ada@example.org Mon Feb  4 09:15:00 2019\n${mail}`, 'mbox'],
  ['a page saved with its pictures', 'From: <Saved by Blink>\nSnapshot-Content-Location: https://mill.example/\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary="x"\n\n--x', 'saved-page'],
  ['an Outlook message', compound('__properties_version1.0'), 'outlook'],
  ['an old Word file', compound('WordDocument'), 'word'],
  ['a Word file', word, 'word'],
  ['RTF', '{\\rtf1\\ansi Hello}', 'word'],
  ['a web page', '<!-- saved -->\n<!DOCTYPE html>\n<html><body>Hello</body></html>', 'html'],
  ['a web page in XML', '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"></html>', 'html'],
  ['a part of a page', '<div dir="ltr">\n<div>Hello Bo,</div>\n<div><br></div>\n<div>we paid.</div>\n</div>', 'html'],
  ['a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj', 'pdf'],
  ['a picture', png, 'picture'],
  ['an archive', gzipSync(letters('words')), 'archive'],
  ['a chat of WhatsApp', '[24.07.23, 15:59:10] Ann: Hello\n[24.07.23, 16:00:01] Bo Lind: Hello!\nand more\n[24.07.23, 16:01:00] Ann: \u200Epicture left out', 'chat'],
  ['a chat of WhatsApp, with dashes', '7/24/23, 3:59 PM - Ann: Hello\n7/24/23, 4:00 PM - Bo: Hello\n7/24/23, 4:01 PM - Ann: So?', 'chat'],
  ['a chat of WeChat', '王小明 2023-07-24 15:59:10\n桥关了。\n\n李静 2023-07-24 16:00:11\n知道了。\n\n王小明 2023-07-24 16:02:00\n好。', 'chat'],
  ['a chat of LINE', '2023/07/24(月)\n15:59\tAnn\tHello\n16:00\tBo\tHello\n16:01\tAnn\tSo?', 'chat'],
  ['a table', 'date,payer,amount\n2019-02-04,Ada,4000\n2019-02-05,Bo,"5,000"\n', 'table'],
  ['a table with semicolons', 'Datum;Zahler;Betrag\n4.2.2019;Ada;4.000,00\n5.2.2019;Bo;5.000,00', 'table'],
  ['JSON', '{"messages": [{"from": "Ada"}]}', 'data'],
  ['a calendar', 'BEGIN:VCALENDAR\nVERSION:2.0', 'data'],
  ['subtitles', '1\n00:00:01,000 --> 00:00:02,000\nHello\n', 'data'],
  ['bytes', new Uint8Array([0, 1, 2, 3, 0, 255, 254]), 'other'],
]

test.each(kinds)('%s', async (_, content, kind) => {
  const bytes = typeof content === 'string' ? letters(content) : content
  expect(await tellKind(bytes, 'page.md')).toBe(kind)
})

const texts: [string, string][] = [
  ['Markdown', '# The bridge\n\nIt was closed, and nobody, not even the mayor, knew.\n'],
  ['nothing', ''],
  ['a pasted letter', 'From: Ada Holm <ada@example.org>\nSent: Monday, 4 February 2019 09:15\nTo: Bo Lind\nSubject: The sluice\n\nWe paid 4,000 crowns.'],
  ['a letter pasted with its id', 'From: Ada\nMessage-ID: <1@example.org>\n\nHello.'],
  ['a page that begins with HTML', '<p align="center">\n<img src="logo.png">\n</p>\n\n# Sluice\n\nA program for mills.\n\nIt has words.\n\nAnd more words.'],
  ['a link alone', '<https://mill.example/>'],
  ['fields of a letter in prose', 'From: a friend. To: me.\n\nSubject: nothing.'],
  ['a poem with commas', 'the mill, the weir, the stream,\nthe wheel, the stone, the beam,\nthe corn, the bread, the dream,'],
  ['sentences with as many commas', 'We saw the mill, the weir, the bridge.\nWe heard the wheel, the stream, the bell.\nWe left the town, the road, the hill.'],
  ['a table of Markdown', '| a | b | c |\n| --- | --- | --- |\n| 1 | 2 | 3 |'],
  ['a list of changes with dates', '- 2023-07-24 15:59 Ann: closed\n- 2023-07-25 10:00 Bo: opened\n- 2023-07-26 11:00 Ann: closed'],
  ['minutes with hours', '09:00 Opening\n\n09:30 Report: the mill\n\n10:00 Questions'],
  ['a list of tasks in brackets', '[x] one\n[ ] two\n'],
  ['a letter of dates', 'On 24.07.2023, 15:59, Ann wrote: closed.\n\nNobody answered her for days, so the bridge stayed as it was.\n\nThen the mayor came.'],
  ['another charset', Buffer.from('c4e3bac3', 'hex').toString('latin1')],
]

test.each(texts)('%s is text', async (_, text) => {
  expect(await tellKind(letters(text), 'page.md')).toBeUndefined()
})

test('text in UTF-16 is text, for whoever decodes it to complain of', async () => {
  expect(await tellKind(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Hello', 'utf16le')]), 'page.md')).toBeUndefined()
})

test('a name speaks where the content does not', async () => {
  expect(await tellKind(letters('From: a@example.org\nSubject: x\n\nbody'), '1.eml')).toBe('mail')
  expect(await tellKind(letters('From: a@example.org\nSubject: x\n\nbody'), '1.md')).toBeUndefined()
})

test('a source that is something else is refused, and the others are read', async () => {
  const sources = await readSources(memoryWorld({'/in/article.md': 'Words.', '/in/exhibits/1.md': mail}), '/in')
  expect(sources.files.map(({path}) => path)).toEqual(['article.md'])
  expect(said(sources.troubled)).toEqual(['exhibits/1.md:1:1 read-file-kind'])
  expect(String(sources.troubled[0]?.messages[0])).toContain('Unexpected mail file, expected Markdown or plain text')
})

async function unread(files: Record<string, string | Uint8Array>, known: readonly string[]) {
  const world = memoryWorld(Object.fromEntries(Object.entries(files).map(([name, content]) => [`/in/${name}`, content])))
  return findUnread({world, folder: '/in', known: new Set(known), out: '/in/built'})
}

test('every file that nothing reads is named, with what it is', async () => {
  const files = await unread({'article.md': '', 'exhibits/2.eml': mail, 'pics/unused.png': png, 'drafts/deep/x.md': 'Words', 'README.md': 'Read'}, ['article.md'])
  expect(said(files)).toEqual(['README.md', 'exhibits/2.eml', 'pics/unused.png', 'drafts/deep/x.md'].map((path) => `${path} read-file-is-used`))
  expect(files.map(({messages}) => /Unexpected (.*?) that no part/.exec(String(messages[0]))?.[1])).toEqual(['file', 'mail file', 'picture', 'file'])
})

test('hidden files, packages and outputs are no sources', async () => {
  const files = {'article.md': '', '.git/config': '', 'node_modules/x/readme.md': '', 'built/dossier.pdf': '', 'other/manifest.json': '{}', 'other/dossier.pdf': '', 'a/.DS_Store': ''}
  expect(await unread(files, ['article.md'])).toEqual([])
})

test('of very many the rest is counted', async () => {
  const files = await unread(Object.fromEntries(Array.from({length: 25}, (_, index) => [`x${index}.txt`, ''])), [])
  expect(files).toHaveLength(21)
  expect(String(files.at(-1)?.messages[0])).toContain('5 more files that no part of the dossier reads, from x20.txt on')
})
