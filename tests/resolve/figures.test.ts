import {expect, test} from 'vitest'
import {readFigures} from '../../src/resolve/read-figures.ts'
import {mail, resolveTexts} from './resolve-texts.ts'

const isHan = (text: string) => /\p{Script=Han}/u.test(text)

/** Figures of a sentence that cites an exhibit, and that the exhibit has not. */
function unfound(figure: string, exhibit: string): string[] {
  const sentence = isHan(figure) ? `他们说是${figure}。[附件1]` : `They say it was ${figure} [Exhibit 1].`
  const {dossier} = resolveTexts({'article.md': `---\ntitle: T\n---\n\n${sentence}\n`, 'exhibits/1.md': mail({From: 'Alice'}, exhibit)})
  return dossier.unfoundFigures.map(({kind, words}) => `${kind} ${words}`)
}

test.each([
  ['1,500 pounds', 'amount'], ['£1,500', 'amount'], ['fifteen hundred pounds', 'amount'], ['fifteen hundred', 'amount'], ['1.5 million', 'amount'], ['$1bn', 'amount'], ['CHF 300\'000', 'amount'], ['CHF 300’000', 'amount'],
  ['300 000 euros', 'amount'], ['300.000 €', 'amount'], ['US$1.5 million', 'amount'], ['2,000 US dollars', 'amount'], ['twenty-five dollars', 'amount'], ['half a million pounds', 'amount'], ['1,500 sandbags', 'amount', '1,500'], ['€ 40', 'amount'], ['40 yuan', 'amount'],
  ['150万', 'amount'], ['150 万元', 'amount'], ['一百五十万元', 'amount'], ['三千英镑', 'amount'], ['1亿5000万元', 'amount'], ['１，５００英镑', 'amount'], ['5000块钱', 'amount'], ['人民币1500元', 'amount'],
  ['20%', 'percentage'], ['20 per cent', 'percentage'], ['twenty per cent', 'percentage'], ['20 percentage points', 'percentage'], ['two thirds', 'percentage'], ['a third of it', 'percentage', 'a third'],
  ['三分之一', 'percentage'], ['百分之二十', 'percentage'], ['百分之3.5', 'percentage'], ['20 个百分点', 'percentage'],
  ['3 March 2023', 'date'], ['2023-03-04', 'date'], ['2023/3/4', 'date'], ['4.3.2023', 'date'], ['13/3/2023', 'date'], ['二〇二三年三月四日', 'date'], ['三月四日', 'date'],
])('%s is a figure, and listed where the exhibit has none', (text, kind, words = text) => {
  expect(unfound(text, isHan(text) ? '天气很好。' : 'Fine weather.')).toEqual([`${kind} ${words}`])
})

/** In each line all say the same. */
const equal: readonly (readonly string[])[] = [
  ['1,500 pounds', '£1,500', '£1500', 'fifteen hundred pounds', 'GBP 1,500', '1,500 pounds sterling', '1500英镑', '一千五百英镑', '£1.5k', '１，５００英镑', '1 500 pounds', 'one thousand five hundred pounds'],
  ['1.5 million', '1,500,000', '150万', '一百五十万', '1500000', 'one and a half million', '1 500 000'],
  ['20%', '20 per cent', '20 percent', 'twenty per cent', '百分之二十', '百分之20', '20％', '两成左右', '五分之一', 'a fifth of it'],
  ['三分之一', 'a third of it', '33%', '⅓ of it'],
  ['CHF 300\'000', '300,000 francs', '300 000 Swiss francs', 'CHF 300000', '30万瑞士法郎', '300.000 francs'],
  ['$1bn', '$1 billion', '1 billion dollars', '10 亿美元', '十亿美元', '1,000 million dollars', 'US$1,000,000,000', 'a billion dollars'],
  ['3 March 2023', 'March 3, 2023', '2023-03-03', '2023年3月3日', '二〇二三年三月三日', '3.3.2023', '2023/3/3', '3/3/2023'],
  ['10万元', '100,000 yuan', '十万元', 'RMB 100,000', '¥100,000', '人民币10万元'],
]

test('equal values in other spelling are not listed', () => {
  for (const line of equal) {
    for (const one of line) for (const other of line) expect([one, other, unfound(one, isHan(other) ? `共${other}。` : `It came to ${other}.`)]).toEqual([one, other, []])
  }
})

test('other values are listed, however near', () => {
  for (const [index, line] of equal.entries()) {
    for (const [number, other] of equal.entries()) {
      const [figure] = line
      if (index === number || figure === undefined) continue
      for (const text of other) expect([figure, text, unfound(figure, `It came to ${text}.`).length]).toEqual([figure, text, 1])
    }
  }
})

test.each([
  ['£1,500', 'There were 1,500 sandbags.', true], ['£1,500', 'Total: 1,500.', false], ['1,500 pounds', 'We paid $1,500.', true], ['1,500 dollars', 'We paid 1,500 Canadian dollars.', false], ['US$1,500', 'We paid C$1,500.', true],
  ['150 pounds', 'We paid £1,500.', true], ['£48,000', 'It comes to £84,000.', true], ['15%', 'It was 1.5%.', true], ['35%', 'About a third.', true], ['a third of it', 'It was 33.3 per cent.', false], ['33.3%', 'About a third.', false], ['33%', 'It was 33.3 per cent.', true], ['300 euros', 'Some 300.000 €.', false],
  ['in 2019', 'The spring 2019 budget.', false], ['in 2019', 'Invoice 20190.', true], ['on 4 March 2023', 'Dated 4/3/2023.', false], ['on 4 March 2023', 'Dated 3/4/2023.', false], ['on 4 March 2023', 'Dated 4/5/2023.', true],
  ['$1 million', 'Between $1–2 million.', false], ['$1', 'Between $1–2 million.', true], ['50% of it', 'Half of it.', false], ['22 pounds', 'At 22:04.', true],
])('%s beside “%s”', (figure, exhibit, isListed) => {
  expect(unfound(figure, exhibit).length > 0).toBe(isListed)
})

test('what is no figure is not read as one', () => {
  for (const text of ['数十亿美元', '几万元', '上千人', '一元化的领导', '第三千页', '万一下雨', '一成不变', '三月的工资', 'a few thousand', 'a third letter', 'a thousand times no', 'hundreds of pounds', 'one of the two', 'five of us', 'a quarter of an hour', 'He won 3 to 2', 'in the may of life', 'at 22:04', '[Exhibit 12]', 'page 1500', '版本 1.2.3', 'half of them', 'the second of two', '千万要小心', '十分之好']) {
    expect([text, readFigures(text).map(({words}) => words)]).toEqual([text, []])
  }
})

test('figures keep their words and places, full-width ones too', () => {
  expect(readFigures('共１，５００英镑，占20％，即2023年3月4日。').map(({kind, words, start}) => [kind, words, start])).toEqual([['amount', '１，５００英镑', 1], ['percentage', '20％', 10], ['date', '2023年3月4日', 15]])
})

test.each([
  ['A letter of 5 May 2021 [Exhibit 1].', {date: '5 May 2021'}, []],
  ['A letter of May 2021 [Exhibit 1].', {date: '2021-05-05'}, []],
  ['A letter of 6 May 2021 [Exhibit 1].', {date: '5 May 2021'}, ['6 May 2021']],
  ['信写于 2021 年 5 月 5 日[附件1]。', {date: '5 May 2021'}, []],
  ['Minutes of 1,500 members [Exhibit 1].', {date: '5 May 2021', to: 'The 1,500 members of the club'}, []],
])('what is said at the head of a paper counts as words of it: %s', (text, head: Readonly<Record<string, string>>, expected) => {
  const fields = Object.entries({paper: 'Letter', ...head}).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')
  const {dossier} = resolveTexts({'article.md': `---\ntitle: T\n---\n\n${text}\n`, 'exhibits/1.md': `---\n${fields}---\n\nDear Sir, we agree.\n`})
  expect(dossier.unfoundFigures.map(({words}) => words)).toEqual(expected)
})

test.each([
  ['They met on 3 Dec. [Exhibit 1].', ['3 Dec']], ['Of £900, and again £900, nothing came [Exhibit 1].', ['£900']], ['It was £900 [Exhibit 1], they say, £900 [Exhibit 2].', ['£900']], ['It was £900 [Exhibit 1]. Later it was £900 [Exhibit 1].', ['£900', '£900']],
  ['It came to 7,000 euros [Exhibit 1].', []], ['It came to 7.000 euros. [Exhibit 1]', []],
])('a figure is listed once for a sentence, without its full stop: %s', (text, expected) => {
  const {dossier} = resolveTexts({'article.md': `---\ntitle: T\n---\n\n${text}\n`, 'exhibits/1.md': mail({From: 'Alice'}, 'The sum is 7.000 EUR, or EUR 7000.'), 'exhibits/2.md': mail({From: 'Bob'}, 'Nothing.')})
  expect(dossier.unfoundFigures.map(({words}) => words)).toEqual(expected)
})
