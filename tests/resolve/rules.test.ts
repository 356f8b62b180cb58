import {expect, test} from 'vitest'
import type {Settings} from '../../src/model/settings.ts'
import {rules} from '../../src/report/rules.ts'
import {mail, resolveTexts} from './resolve-texts.ts'

const article = '---\ntitle: T\n---\n\nSee [Exhibit 1].\n'
const exhibit = mail({From: 'Alice', Date: 'Thu, 1 Feb 2018 03:52:00 -0800'}, 'Some words to quote.')
const fine = {'article.md': article, 'exhibits/1.md': exhibit}
const notes = (target: string, body: string) => ({...fine, 'notes/n.md': `---\nby: ED\nfor: ${target}\n---\n\n${body}\n`})

/** For each rule sources that break it: where it is said, and words of the message and of its hint. */
const broken: Record<string, {texts: Record<string, string>; settings?: Partial<Settings>; place: string; says: string; hint: string}> = {
  'resolve-exhibit-number-unique': {
    texts: {...fine, 'exhibits/x.md': '---\nnumber: 1\n---\n\nText.\n'},
    place: 'exhibits/x.md:1', says: 'second exhibit 1', hint: 'another number',
  },
  'resolve-copy-agrees': {
    texts: {...fine, 'article.md': article.replace(' 1', 's 1 and 2'), 'exhibits/2.md': '---\nmessages:\n  - headers: {From: Bob}\n    forwarded:\n      - headers: {From: Alice, Date: "Thu, 1 Feb 2018 03:52:00 -0800"}\n---\n\n<!-- message 1 -->\n\nSee.\n\n<!-- message 1.1 -->\n\nNo words to quote.\n'},
    place: 'exhibits/2.md:14', says: 'words “No” in a copy of message 1 of exhibit 1, expected “Some”', hint: 'the copy marks where it differs',
  },
  'resolve-exhibit-is-cited': {
    texts: {...fine, 'exhibits/2.md': mail({From: 'Bob'})},
    place: 'exhibits/2.md:1', says: 'exhibit 2 that nothing cites', hint: '[Exhibit 2]',
  },
  'resolve-citation-exists': {
    texts: {...fine, 'article.md': `${article}\nAnd [Exhibit 7].\n`},
    place: 'article.md:7', says: 'citation [Exhibit 7]', hint: 'The exhibits are 1.',
  },
  'resolve-cited-is-here': {
    texts: {...fine, 'article.md': `${article.replace('title: T', 'title: T\noriginal: {file: originals/a.md, lines: 1-3}')}\nAnd [Exhibit 7].\n`},
    place: 'article.md:8', says: 'citation [Exhibit 7] of what is not among', hint: '“unpublished: [7]”',
  },
  'resolve-unpublished-holds': {
    texts: fine, settings: {unpublished: [{number: '7', place: {file: 'dossier.yaml', line: 3}}]},
    place: 'dossier.yaml:3', says: 'exhibit 7 that no article cites', hint: 'Take it out',
  },
  'resolve-range-is-in-order': {
    texts: {...fine, 'exhibits/2.md': exhibit, 'article.md': article.replace(' 1', 's 2–1')},
    place: 'article.md:5', says: 'range 2–1', hint: 'Turn the range round',
  },
  'resolve-message-has-headers': {
    texts: {...fine, 'exhibits/1.md': mail({From: 'Alice'}, '<!-- message 1 -->\n\nText.\n\n<!-- message 2 -->\n\nText.')},
    place: 'exhibits/1.md:11', says: 'mark of message 2', hint: 'under `messages:`',
  },
  'resolve-link-leads-somewhere': {
    texts: {...fine, 'article.md': `${article}\nA [link](#exhibit-11).\n`},
    place: 'article.md:7', says: 'address "#exhibit-11"', hint: 'did you mean #exhibit-1?',
  },
  'resolve-date-understood': {
    texts: {...fine, 'exhibits/1.md': mail({Subject: 'the other day', Date: 'the other day'})},
    place: 'exhibits/1.md:5', says: 'date "the other day" in message 1', hint: 'printed as it stands',
  },
  'resolve-weekday-agrees': {
    texts: {...fine, 'exhibits/1.md': exhibit.replace('Thu', 'Fri')},
    place: 'exhibits/1.md:5', says: 'weekday "Fri"', hint: 'check the date',
  },
  'resolve-order-is-possible': {
    texts: {...fine, 'exhibits/1.md': '---\nmessages:\n  - headers: {From: Alice, Subject: A, Date: 2018-02-02 10:00}\n  - headers: {From: Bob, Subject: "Re: A", Date: 2018-02-01 09:00}\n---\n\n<!-- message 2 -->\n\nNo.\n'},
    place: 'exhibits/1.md:4', says: 'answers one of "2018-02-02 10:00"', hint: 'Check both dates',
  },
  'resolve-redaction-found': {
    texts: fine, settings: {redactions: [{text: 'a secret', reason: 'private', place: {file: 'dossier.yaml', line: 3}}]},
    place: 'dossier.yaml:3', says: 'redaction 1 that stands nowhere', hint: 'Copy the words',
  },
  'resolve-redaction-spelling': {
    texts: {...fine, 'article.md': `${article}\nSome words to: quote.\n`}, settings: {redactions: [{text: 'Some words to quote', reason: 'private', place: {file: 'dossier.yaml', line: 3}}]},
    place: 'article.md:7', says: 'redaction 1 takes out in another spelling', hint: 'Add a redaction with the words as they stand here',
  },
  'resolve-redaction-file-name': {
    texts: {'articles/Bob.md': `${article}\nBob.\n`, 'exhibits/1.md': exhibit}, settings: {redactions: [{text: 'Bob', reason: 'private', place: {file: 'dossier.yaml', line: 3}}]},
    place: 'articles/Bob.md:1', says: 'name of a file, articles/Bob.md', hint: 'Rename this one, and what refers to it',
  },
  'resolve-redaction-reason': {
    texts: fine, settings: {redactions: [{text: 'Alice', reason: 'the name of ALICE', place: {file: 'dossier.yaml', line: 3}}]},
    place: 'dossier.yaml:3', says: 'reason of redaction 1', hint: 'general words',
  },
  'resolve-redaction-picture': {
    texts: {...fine, 'exhibits/1.md': exhibit.replace('Some words', 'Some ![Scan](scan.png) words')}, settings: {redactions: [{text: 'quote', reason: 'A private word.', place: {file: 'dossier.yaml', line: 2}}]},
    place: 'exhibits/1.md:8', says: 'sight of', hint: 'look',
  },
  'resolve-redaction-person': {
    texts: {...fine, 'people.yaml': '- name: Alice\n  also: [al]\n', 'article.md': `${article}\nAl came.\n`}, settings: {redactions: [{text: 'Alice', reason: 'private', place: {file: 'dossier.yaml', line: 3}}]},
    place: 'people.yaml:1', says: 'redaction 1 takes out: al', hint: 'add each to “redactions”',
  },
  'resolve-person-once': {
    texts: {...fine, 'people.yaml': '- name: Bob\n  also: [Bobby, bob, Alice]\n'},
    place: 'people.yaml:1', says: 'spelling "bob" that Bob has already', hint: 'nobody is their own alias',
  },
  'resolve-mention-is-clear': {
    texts: {...fine, 'article.md': `${article}\n国王小明日登基。\n`, 'people.yaml': '- name: 王小明\n'},
    place: 'article.md:7', says: '“王小明” within “国王小明日”', hint: 'not: [国王小明日]',
  },
  'resolve-person-appears': {
    texts: {...fine, 'people.yaml': '- name: Alice\n- name: Carol\n- name: Dave\n'},
    place: 'people.yaml:2', says: 'whom no text names: Carol, Dave', hint: 'Check the spelling',
  },
  'resolve-person-spelled-once': {
    texts: {...fine, 'exhibits/1.md': mail({From: 'Alice <a@example.org>', To: 'Al <a@example.org>'})},
    place: 'dossier.yaml:undefined', says: '“Alice” beside “Al”', hint: 'also: [Alice]',
  },
  'resolve-term-once': {
    texts: {...fine, 'terms.yaml': '- term: words\n- term: Exhibit\n  also: [quote, Words]\n'},
    place: 'terms.yaml:2', says: 'second "Words"', hint: 'Keep it with one',
  },
  'resolve-term-appears': {
    texts: {...fine, 'terms.yaml': '- term: words\n- term: bridge\n'},
    place: 'terms.yaml:2', says: 'stand in no text: bridge', hint: 'Check the spelling',
  },
  'resolve-paraphrase-exhibit': {
    texts: {...fine, 'paraphrases.yaml': '- words: See\n  exhibit: 11\n'},
    place: 'paraphrases.yaml:2', says: 'exhibit 11 of a paraphrase', hint: 'The exhibits are 1.',
  },
  'resolve-paraphrase-passage': {
    texts: {...fine, 'paraphrases.yaml': '- words: See\n  exhibit: 1\n  passage: Some words to quite\n'},
    place: 'paraphrases.yaml:3', says: '"Some words to quite" that stand nowhere in exhibit 1', hint: 'The nearest passage is "Some words to quote." (exhibits/1.md:8)',
  },
  'resolve-note-target': {
    texts: notes('exhibit 4', '> See\n\nNote.'),
    place: 'notes/n.md:3', says: 'target "exhibit 4"', hint: '`for: article`',
  },
  'resolve-note-passage': {
    texts: notes('exhibit 1', '> Some words to quite\n\nNote.'),
    place: 'notes/n.md:6', says: 'stand nowhere', hint: 'The nearest passage is "Some words to quote."',
  },
  'resolve-note-kind': {
    texts: notes('exhibit 1', '> [!persn] Some words to quote\n\nNote.'),
    place: 'notes/n.md:6', says: 'kind "persn"', hint: 'person',
  },
  'resolve-note-has-passage': {
    texts: notes('article', 'Words without a quotation.\n\n> See\n\nNote.'),
    place: 'notes/n.md:6', says: 'text before the first quoted passage', hint: 'as a block quote before the note',
  },
}

test('every rule of the stage has its case', () => {
  expect(Object.keys(broken).sort()).toEqual(Object.keys(rules).filter((id) => id.startsWith('resolve-')).sort())
})

test.each(Object.entries(broken))('%s says where and what to do', (rule, {texts, settings, place, says, hint}) => {
  const {files} = resolveTexts(texts, settings)
  const messages = files.flatMap((file) => file.messages.map((message) => ({message, at: `${file.path}:${message.line}`})))
  expect(messages.map(({message}) => message.ruleId)).toEqual([rule])
  expect(messages.map(({at}) => at)).toEqual([place])
  expect(messages[0]?.message.reason).toContain(says)
  expect(messages[0]?.message.note).toContain(hint)
  expect(messages[0]?.message.fatal).toBe(rules[rule as keyof typeof rules].severity === 'error')
})

test.each([
  ['the plain dossier', fine],
  ['numbers of their own', {...fine, 'article.md': article.replace(' 1', 's 1 and A'), 'exhibits/A.md': mail({From: 'Bob'})}],
  ['exhibits without an article', {'exhibits/1.md': exhibit}],
  ['a range that runs forwards', {...fine, 'exhibits/2.md': exhibit, 'article.md': article.replace(' 1', 's 1–2')}],
  ['a mark for each message', {...fine, 'exhibits/1.md': mail({From: 'Alice'}, '<!-- message 1 -->\n\nText.')}],
  ['links to the web, to mail and into the dossier', {...fine, 'article.md': `${article}\n[a](https://example.org) [b](mailto:a@example.org) [c](#exhibit-1)\n`}],
  ['a date without a weekday', {...fine, 'exhibits/1.md': mail({Date: '2018-02-01'})}],
  ['notes on the article', notes('article', '> See\n\nNote.')],
  ['lists whose entries appear', {...fine, 'people.yaml': '- name: Alice\n  also: [al]\n  role: A clerk\n', 'terms.yaml': '- term: words\n  also: [letters]\n- term: text\n  see: words\n', 'events.yaml': '- date: 2018-01-01\n  title: New year\n'}],
  ['a copy with the words of its original', {...fine, 'article.md': article.replace(' 1', 's 1 and 2'), 'exhibits/2.md': '---\nmessages:\n  - headers: {From: Bob}\n    forwarded:\n      - headers: {From: Alice, Date: "Thu, 1 Feb 2018 03:52:00 -0800"}\n---\n\n<!-- message 1 -->\n\nSee.\n\n<!-- message 1.1 -->\n\nSome words to quote.\n'}],
  ['an answer and a forward at their times', {...fine, 'exhibits/1.md': '---\nmessages:\n  - headers: {From: Alice, Subject: A, Date: "2018-02-01 10:00"}\n    forwarded:\n      - headers: {From: Carol, Subject: A, Date: "2018-02-01 12:00 CST"}\n  - headers: {From: Bob, Subject: "Re: A", Date: 2018-02-01 11:00}\n---\n\n<!-- message 2 -->\n\nNo.\n'}],
  ['links to nothing taken out', {...fine, 'article.md': `${article}\n[Nobody](https://example.org)\n`}],
  ['notes of a kind', notes('exhibit 1', '> [!person] Some words to quote.\n\nNote.\n\n> [!sic] ¶ 1\n\nNote.')],
  ['notes on an exhibit', notes('exhibit 1', '# Notes\n\n> Some words to quote.\n\nNote.')],
])('%s: nothing to say', (_, texts) => {
  expect(resolveTexts(texts).files.flatMap((file) => file.messages.map(String))).toEqual([])
})

test('words that stand twice are told from words that stand nowhere', () => {
  const {files} = resolveTexts(notes('exhibit 1', '> o\n\nNote.'))
  const [message] = files.flatMap((file) => file.messages)
  expect(message?.reason).toContain('stand 4 times')
  expect(message?.note).toContain('Quote a few more words')
})

test('a date is found in its line, with a note called in it', () => {
  const text = mail({'Sent': 'some day[^d]', Subject: 'some day'}, 'Text.\n\n[^d]: Which one?').replace('messages:', 'title: some day\nmessages:')
  const [message] = resolveTexts({'exhibits/1.md': text}).files.flatMap((file) => file.messages)
  expect([message?.ruleId, message?.line, message?.reason]).toEqual(['resolve-date-understood', 5, expect.stringContaining('"some day"')])
})
