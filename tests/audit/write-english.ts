import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const words = 'the bridge was closed in March and nobody had said so before the council met; a letter of the mayor, which the clerk kept, gives another day than the minutes do'.split(' ')

/** Writes a dossier in English: an article with notes, lists and a table, and mail with quotations and headers. */
export function writeEnglish(folder: string): void {
  mkdirSync(join(folder, 'exhibits'), {recursive: true})
  let state = 11
  const pick = (count: number): number => (state = (state * 48271) % 2147483647) % count
  const sentence = (): string => {
    const some = Array.from({length: 6 + pick(12)}, () => words[pick(words.length)] ?? '').join(' ')
    return `${some.charAt(0).toUpperCase()}${some.slice(1).replace(/[;,]$/, '')}.`
  }
  const paragraph = (): string => Array.from({length: 2 + pick(4)}, sentence).join(' ')
  const notes = Array.from({length: 12}, (_, index) => `[^n${index + 1}]: ${paragraph()}`)
  const body = Array.from({length: 12}, (_, index) => `${paragraph()}[^n${index + 1}] See [Exhibit ${1 + index % 3}]. "Quoted," she said -- it's what they *all* said...`)
  writeFileSync(join(folder, 'dossier.yaml'), 'title: The Bridge\nlanguage: en\n')
  writeFileSync(join(folder, 'article.md'), [
    '---\ntitle: "The bridge, and who knew"\nauthor: A. Author\npublished: 2018-03-01\n---',
    ...body.slice(0, 6), '## What the minutes say', ...body.slice(6),
    `- ${sentence()}\n- ${sentence()}\n  1. ${sentence()}\n  2. ${sentence()}`,
    `| Day | What | Who |\n| --- | --- | --- |\n| 1 March | ${sentence()} | clerk |\n| 2 March | ${sentence()} | mayor | and a cell too many |`,
    `> ${paragraph()}\n>\n> - ${sentence()}`,
    '```text\ncode  stays\n  as it is\n```',
    ...notes,
  ].join('\n\n') + '\n')
  for (const number of [1, 2, 3]) {
    writeFileSync(join(folder, 'exhibits', `${number}.md`), [
      `---\nmessages:\n  - headers: {From: 'Ann Clerk <ann@example.org>', To: 'Bob Mayor <>', Date: 'Thu, 1 Feb 2018 03:0${number}:00 +0100', Subject: 'Bridge ${number}'}\n    forwarded:\n      - headers: {From: 'Cy Lee <>', Date: 'Wed, 31 Jan 2018 10:00:00 +0100', Subject: 'Fw: Bridge'}\n  - headers: {From: 'Bob Mayor <>', Subject: 'Re: Bridge ${number}'}\n---`,
      '<!-- message 1 -->', paragraph(), paragraph(), '<!-- message 1.1 -->', paragraph(), '<!-- message 2 -->', paragraph(),
      'On Monday Ann wrote:\n\\> ' + sentence() + '\n\\> ' + sentence(), 'Best,\nBob',
    ].join('\n\n') + '\n')
  }
}
