import {readdirSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import type {ComparedWords} from '../../src/model/quotation.ts'
import {leastStrength} from '../../src/resolve/strength.ts'
import {derivedStrength, falselyIn, falselyLike, falseOfUnquoted, measure, strengths} from '../corpus/collation.ts'
import {chinese, english, heldOutChinese, heldOutEnglish, otherClaimsChinese, otherClaimsEnglish, unrelatedChinese, unrelatedEnglish} from '../corpus/collation-pairs.ts'
import {bodyWords, mail, resolveTexts} from './resolve-texts.ts'

const article = (text: string) => `---\ntitle: T\n---\n\n${text}\n`
const marked = (pieces: readonly ComparedWords[] = []) => pieces.map(({words, inBoth}) => (inBoth ? words : `‹${words}›`)).join('')

/** Quotations of an article as `result(small) exhibit: words / passage`; pieces that the other side has not as `‹…›`. */
function collate(text: string, exhibits: readonly string[]): string[] {
  const sources = exhibits.map((body, index) => [`exhibits/${index + 1}.md`, mail({From: 'Alice'}, body)] as const)
  const {dossier} = resolveTexts({'article.md': article(text), ...Object.fromEntries(sources)})
  return dossier.quotations.map(({result, small, words, passage}) => (passage ? `${result}${small ? `(${small})` : ''} ${passage.exhibit}: ${marked(passage.quoted)} / ${marked(passage.words)}` : `${result}: ${words}`))
}

const letter = 'We opened the north bridge in May, and nobody was told that the bearings had cracked. Repairs cost $1.5 million.'
const note = '这座桥在五月通车时，没有人被告知支座已经开裂。修缮费用为一百五十万元。'

test.each([
  ['She wrote: “nobody was told that the bearings had cracked” [Exhibit 1].', ['same exhibit-1: nobody was told that the bearings had cracked / nobody was told that the bearings had cracked']],
  ['"nobody was told—that the bearings, had cracked"', ['same exhibit-1: nobody was told—that the bearings, had cracked / nobody was told that the bearings had cracked']],
  ['‘We opened the north bridge in May’', ['same exhibit-1: We opened the north bridge in May / We opened the north bridge in May']],
  ['> nobody was told that\n> the *bearings* had cracked', ['same exhibit-1: nobody was told that the bearings had cracked / nobody was told that the bearings had cracked']],
  ['“nobody was told … the bearings had cracked.”', ['same exhibit-1: nobody was told … the bearings had cracked. / nobody was told ‹that ›the bearings had cracked']],
  ['“somebody was told that the bearings had cracked”', ['differing exhibit-1: ‹somebody ›was told that the bearings had cracked / ‹We opened the north bridge in May, and nobody ›was told that the bearings had cracked']],
  ['“nobody was told that the bearings had broken” [Exhibit 1]', ['differing exhibit-1: nobody was told that the bearings had ‹broken› / nobody was told that the bearings had ‹cracked.›']],
  ['“Repairs cost $15 million”', ['differing exhibit-1: Repairs cost $‹15 ›million / Repairs cost $‹1.5 ›million']],
])('%s', (text, expected) => {
  expect(collate(text, [letter])).toEqual(expected)
})

test.each([
  ['“没有人被告知支座已经开裂”', ['same exhibit-1: 没有人被告知支座已经开裂 / 没有人被告知支座已经开裂']],
  ['「没有人被告知，支座已经 开裂。」', ['same exhibit-1: 没有人被告知，支座已经 开裂。 / 没有人被告知支座已经开裂']],
  ['“没有一个人被告知支座已经开裂”', ['differing exhibit-1: 没有‹一个›人被告知支座已经开裂 / 没有人被告知支座已经开裂']],
  ['他说“五月大桥通车时，谁也没被告知支座已经裂开”[附件一]。', [`similar exhibit-1: ‹五月大桥通车时，谁也没被告知支座已经裂开› / ‹这座桥在五月通车时，没有人被告知支座已经开裂。›`]],
  ['“今天天气很好，我们去河边散步吧”', ['missing: 今天天气很好，我们去河边散步吧']],
  ['“今天天气很好，我们去河边散步吧”[附件一]', ['missing: 今天天气很好，我们去河边散步吧']],
  ['所谓“瓜”和“对。”[附件一]', ['brief: 瓜', 'brief: 对。']],
  ['他答“开裂”[附件一]', ['brief: 开裂']],
  ['他答“没有人”[附件一]', ['same exhibit-1: 没有人 / 没有人']],
])('%s', (text, expected) => {
  expect(collate(text, [note])).toEqual(expected)
})

test('never says “word for word” of words that are only near', () => {
  for (const words of ['We opened the north bridge in may', 'nobody was told that the bearing had cracked', 'nobody was ever told that the bearings had cracked', "nobody was told that the bearings hadn't cracked", 'Repairs cost €1.5 million', 'bridge north the opened We', 'told that the bearings had']) {
    expect(collate(`“${words}”`, [letter])[0], words).toMatch(words === 'told that the bearings had' ? /^same/ : /^(?:differing|similar|missing)/)
  }
})

test.each([
  ["the chain has gone and she won't lift", 'same exhibit-1: '],
  ['the chain has gone and she won‘t lift', 'same exhibit-1: '],
  ['the chain has gone and she won\u02bct lift', 'same exhibit-1: '],
  ['the chain has gone and she will not lift', 'differing(contractions) exhibit-1: the chain has gone and she ‹will not ›lift / the chain has gone and she ‹won’t ›lift'],
  ['The chain has gone and she won’t lift', 'same(capital) exhibit-1: '],
  ['[T]he chain has gone and she won’t lift', 'same(capital) exhibit-1: '],
  ['[t]he chain has gone and she won’t lift', 'same exhibit-1: '],
  ['The chain has gone and she will not lift', 'differing exhibit-1: '],
  ['The chain has gone … she won’t lift', 'same(capital) exhibit-1: '],
  ['the Chain has gone and she won’t lift', 'differing exhibit-1: '],
  ['THE chain has gone and she won’t lift', 'differing exhibit-1: '],
  ['We can not say who is to blame', 'differing(contractions) exhibit-1: '],
  ['we can not say who is to blame', 'differing exhibit-1: '],
  ['We cannot say who is to blame', 'same exhibit-1: '],
  ['we can’t say who is to blame', 'differing exhibit-1: '],
  ['they’re sure that it is the frost', 'differing(contractions) exhibit-1: '],
  ['they are sure that its the frost', 'differing exhibit-1: '],
])('small differences are named and nothing more is called the same: %s', (words, expected) => {
  expect(collate(`“${words}” [Exhibit 1]`, ['Call at ten from the weir: the chain has gone and she won’t lift. We cannot say who is to blame. They are here and they are sure that it’s the frost.'])[0]).toMatch(new RegExp(`^${expected.replace(/[()]/g, '\\$&')}`))
})

test('a passage that says the same in other words is similar, where it is cited', () => {
  const advice = 'The report of October 2021 is a report on maintenance. It should not be called a warning. I would say as little as possible.'
  expect(collate('“ought not to be described as a warning” [Exhibit 1]', [advice])).toEqual(['similar exhibit-1: ‹ought not to be described as a warning› / ‹It should not be called a warning.›'])
  expect(collate('“ought not to be described as a warning”', [advice])[0]).toMatch(/^missing/)
  expect(collate('“a warning was nailed to the door of the church” [Exhibit 1]', [advice])[0]).toMatch(/^missing/)
  expect(collate('“账上没有钱了，三月的工资发不出来”[附件1]', ['保罗，你好。账户上已经没有钱，我们无法支付三月份的工资。请不要告诉别人。'])[0]).toMatch(/^similar exhibit-1: .*‹账户上已经没有钱，我们无法支付三月份的工资。›$/)
})

test('a name in common is no similar passage', () => {
  expect(collate('“Bernard Holt was born in Leeds” [Exhibit 1]', ['Dear Ruth. Bernard Holt is ill. Please send soup.'])[0]).toMatch(/^missing/)
  expect(collate('“阿尔巴尼亚政府下令关闭所有港口”[附件1]', ['我去过那里。阿尔巴尼亚政府欢迎游客。天气很好。'])[0]).toMatch(/^missing/)
})

test.each([
  ['English', english, unrelatedEnglish, 1], ['Chinese', chinese, unrelatedChinese, 2], ['English that no table was made for', heldOutEnglish, unrelatedEnglish, 1], ['Chinese that no table was made for', heldOutChinese, unrelatedChinese, 2],
] as const)('%s in another translation is found, and nothing else', (_, pairs, unrelated, missing) => {
  const {missed, falseInCited, falseAnywhere} = measure(pairs, unrelated)
  expect(falseInCited).toEqual([])
  expect(falseAnywhere).toEqual([])
  expect(missed.length).toBeLessThanOrEqual(missing)
})

test('nothing that is unrelated is found in the dossiers that are here', () => {
  const bodies = (folder: string) => readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8').replace(/^---.*?\n---\n/su, '').replace(/<!--.*?-->/gsu, ''))
  const sentences = [...unrelatedEnglish, ...unrelatedChinese, ...otherClaimsEnglish.map(({quoted}) => quoted)]
  expect(falselyIn(sentences, [...bodies('sources/exhibits'), ...bodies('tests/apparatus/sources/exhibits')])).toEqual([])
})

test('another claim on the same matter is not similar', () => {
  expect([...falselyLike(otherClaimsEnglish), ...falselyLike(otherClaimsChinese)]).toEqual([])
})

test('of sentences in which nothing is quoted nothing is said, and the threshold is the one that they give', () => {
  const {found, sentences} = falseOfUnquoted()
  expect(found).toEqual([])
  expect(sentences).toBeGreaterThanOrEqual(300)
  expect(derivedStrength(strengths().none)).toBe(leastStrength)
})

/** The exhibit cited for each quotation. */
const citedFor = (text: string) => resolveTexts({'article.md': article(text), 'exhibits/1.md': mail({From: 'Alice'}, letter), 'exhibits/2.md': mail({From: 'Bob'}, note)}).dossier.quotations.map(({cited}) => cited ?? '')

test.each([
  ['“Ten grey geese flew over” [Exhibit 1].\n\n> Nobody has heard of it.', ['exhibit-1', '']],
  ['He wrote [Exhibit 1].\n\nThe paper said: “ten grey geese flew over”.', ['']],
  ['He wrote [Exhibit 1]:\n\n> Nobody has heard of it.', ['exhibit-1']],
  ['He came [Exhibit 2]. He wrote:\n\n> Nobody has heard of it.', ['']],
  ['> Nobody has heard of it.\n\n[Exhibit 2]', ['exhibit-2']],
  ['> Nobody has heard of it.\n\n— Ann Bell [Exhibit 2]', ['exhibit-2']],
  ['> Nobody has heard of it.\n\nLater she came [Exhibit 2].', ['']],
  ['> Nobody has heard of it [Exhibit 2].', ['exhibit-2']],
  ['She came [Exhibit 1]. She wrote “ten grey geese flew over” [Exhibit 2]. She left [Exhibit 1].', ['exhibit-2']],
  ['她来了[附件1]。她写道：“十只灰雁飞过去了。”[附件2]她走了[附件1]。', ['exhibit-2']],
])('a quotation belongs to the citation of its own sentence or paragraph: %s', (text, expected) => {
  expect(citedFor(text)).toEqual(expected)
})

test('common words alone are no similar passage', () => {
  const talk = 'It is said that the people of the town have been to the river, and that they are of the opinion that it was not the best of the days.'
  expect(collate('“it is not the case that they have been of the opinion to go” [Exhibit 1]', [letter, talk])).toEqual(['missing: it is not the case that they have been of the opinion to go'])
})

test('brief words are found where they are a whole message, or enough of them in the exhibit cited', () => {
  expect(collate('“Yes.” [Exhibit 1] and “Yes.” [Exhibit 2]', ['Yes', letter])).toEqual(['same exhibit-1: Yes. / Yes', 'brief: Yes.'])
  expect(collate('“north bridge” [Exhibit 1], “north bridge”', [letter])[0]).toBe('same exhibit-1: north bridge / north bridge')
})

test('the exhibit cited comes first, another is named where the words stand only there', () => {
  const twice = '“the bearings had cracked in May” [Exhibit 2]'
  const words = 'He knew that the bearings had cracked in May.'
  expect(collate(twice, [words, words])[0]).toMatch(/^same exhibit-2/)
  expect(collate(twice, [words, 'Nothing of the kind.'])[0]).toMatch(/^same exhibit-1/)
  expect(collate('As she wrote [Exhibit 2]:\n\n> the bearings had cracked in May', [words, words])[0]).toMatch(/^same exhibit-2/)
})

test('a quotation may go on over two paragraphs, not over two messages', () => {
  expect(collate('> One two three four. Five six seven eight.', ['One two three four.\n\nFive six seven eight.'])[0]).toMatch(/^same/)
  const {dossier} = resolveTexts({
    'article.md': article('> One two three four. Five six seven eight.'),
    'exhibits/1.md': '---\nmessages:\n  - headers: {From: A}\n  - headers: {From: B}\n---\n\n<!-- message 1 -->\n\nOne two three four.\n\n<!-- message 2 -->\n\nFive six seven eight.\n',
  })
  expect(dossier.quotations[0]?.result).not.toBe('same')
})

test('apostrophes, inches and marks that do not close are no quotations', () => {
  expect(collate("It’s 5'11\" tall, the neighbours’ dog’s house", [letter])).toEqual([])
  expect(collate('He said: “nobody was told that the bearings had cracked', [letter])[0]).toMatch(/^same/)
})

test('every quotation and its passage have an anchor where they begin', () => {
  const {dossier} = resolveTexts({'article.md': article('She wrote: “nobody was told that *the* bearings” [Exhibit 1].'), 'exhibits/1.md': mail({From: 'Alice'}, letter)})
  const [quotation] = dossier.quotations
  expect([quotation?.id, quotation?.passage?.id]).toEqual(['quotation-1', 'passage-1'])
  const article1 = dossier.articles[0]
  const [part] = dossier.exhibits[0]?.messages[0]?.parts ?? []
  expect(article1 && anchored(article1.body)).toBe('She wrote: “#quotation-1#nobody was told that the bearings” .')
  expect(part && 'type' in part && anchored(part)).toContain('May, and #passage-1#nobody was told')
  expect(article1 && bodyWords(article1.body, dossier)).toBe('She wrote: “nobody was told that the bearings” ‹[Exhibit 1]›.^1')
})

function anchored(node: {type: string; id?: string; value?: string; children?: readonly unknown[]}): string {
  if (node.type === 'anchor') return `#${node.id}#`
  if (node.type === 'text') return node.value ?? ''
  return (node.children ?? []).map((child) => anchored(child as Parameters<typeof anchored>[0])).join('')
}

test.each([
  ['They paid $2 million in 2019 [Exhibit 1].', 'Paid: $2,000,000 in May 2019.', []],
  ['They paid $2 million in 2018 [Exhibit 1].', 'Paid: $2 million in May 2019.', ['date 2018']],
  ['They paid €2 million [Exhibit 1].', 'Paid: $2 million.', ['amount €2 million']],
  ['Some 40 percent agreed on 3 May 2019 [Exhibit 1].', 'Of all, 40% agreed on May 3, 2019.', []],
  ['Some 45% agreed on 4 May 2019 [Exhibit 1].', 'Of all, 40% agreed on May 3, 2019.', ['percentage 45%', 'date 4 May 2019']],
  ['First they asked for $9 million. They paid $2 million [Exhibit 1].', 'Paid: $2 million.', ['amount $9 million before']],
  ['They asked for $9 million. They paid $2 million. [Exhibit 1]', 'Asked for: $9 million.', ['amount $2 million']],
  ['他们付了 10 亿美元，占 5%。[附件一]', '共 100,000 万美元，占百分之5。', []],
  ['2018 年 2 月付了 10 亿美元。[附件一]', '二月付了 10 亿元。', ['date 2018 年 2 月', 'amount 10 亿美元']],
])('figures: %s against %s', (text, body, expected) => {
  const {dossier} = resolveTexts({'article.md': article(text), 'exhibits/1.md': mail({From: 'Alice'}, body)})
  expect(dossier.unfoundFigures.map(({kind, words, where}) => `${kind} ${words}${where === 'before' ? ' before' : ''}`)).toEqual(expected)
})

test('figures: dates of the headers count', () => {
  const {dossier} = resolveTexts({'article.md': article('On 1 February 2018 he wrote [Exhibit 1]. On 2 February he slept [Exhibit 1].'), 'exhibits/1.md': mail({Date: 'Thu, 1 Feb 2018 03:52:00 -0800'}, 'Text.')})
  expect(dossier.unfoundFigures.map(({words}) => words)).toEqual(['2 February'])
})

test('claims: the sentence that a citation stands for, quotations whole', () => {
  const {dossier} = resolveTexts({'article.md': article('Before. He said: “No. Never.” [Exhibit 1] Then he left. [Exhibit 1] Mr. Smith paid [Exhibit 1].'), 'exhibits/1.md': mail({From: 'Alice'}, 'Text.')})
  expect(dossier.citations.map(({claim}) => claim)).toEqual(['He said: “No. Never.”', 'Then he left.', 'Mr. Smith paid.'])
})
