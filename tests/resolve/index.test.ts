import {expect, test} from 'vitest'
import {showFolios} from '../../src/model/folio-ranges.ts'
import {wordOrder} from '../../src/resolve/compare-words.ts'
import {mail, resolveTexts} from './resolve-texts.ts'

const article = (text: string) => `---\ntitle: T\n---\n\n${text}\n`

test('entries come from people, terms and definitions; other words refer to them where a text uses them', () => {
  const {dossier} = resolveTexts({
    'article.md': article('The AGI that Sam wants is artificial general intelligence, says OpenAI. A board sat.'),
    'exhibits/1.md': mail({From: 'Sam Reed'}, 'The board of OpenAI.'),
    'people.yaml': '- name: Sam Reed\n  also: [Sam, the mayor]\n  sort: Reed, Sam\n',
    'terms.yaml': '- term: artificial general intelligence\n  also: [AGI, strong AI]\n- term: OpenAI\n  kind: organisation\n- term: company\n  see: OpenAI\n',
    'notes/n.md': '---\nfor: dossier\n---\n\n> [!definition] @board\n\nThe council.\n',
  })
  const words = new Map(dossier.index.map((one) => [one.id, one.words]))
  expect(dossier.index.map(({words: own, letter, kind, places, see}) => `${letter} ${own} (${kind}): ${see === undefined ? places.length : `see ${words.get(see)}`}`)).toEqual([
    'A AGI (term): see artificial general intelligence',
    'A artificial general intelligence (term): 1',
    'B board (term): 2',
    'C company (organisation): see OpenAI'.replace('organisation', 'term'),
    'O OpenAI (organisation): 2',
    'R Reed, Sam (person): 2',
  ])
})

test('an entry and what refers to it are put in order by one rule: family name first, as the entry is printed', () => {
  const {dossier} = resolveTexts({
    'article.md': article('Bernard Holt came. B. Holt and the treasurer, said Mr. Holt. The Fund paid. Ann Bell and A. Bell left.'),
    'people.yaml': '- name: Bernard Holt\n  also: [B. Holt, "Holt, Bernard", the treasurer, Mr. Holt]\n  sort: Holt, Bernard\n- name: Ann Bell\n  also: [A. Bell]\n',
    'terms.yaml': '- term: The Fund\n  kind: organisation\n',
  }, {language: 'en'})
  const words = new Map(dossier.index.map((one) => [one.id, one.words]))
  expect(dossier.index.map(({letter, words: own, see}) => `${letter} ${own}${see === undefined ? '' : ` → ${words.get(see)}`}`)).toEqual([
    'A A. Bell → Ann Bell',
    'A Ann Bell',
    'F The Fund',
    'H Holt, B. → Holt, Bernard',
    'H Holt, Bernard',
    'H Holt, Mr. → Holt, Bernard',
    'T the treasurer → Holt, Bernard',
  ])
})

test('a Chinese name has one place in a dossier of any language, its family name as it is read', () => {
  const texts = {
    'article.md': article('王小明 met Adam Zorn, 曾国藩 and 张三. 单田芳 came with Will Young.'),
    'people.yaml': ['王小明', '曾国藩', '张三', '单田芳'].map((name) => `- name: ${name}\n`).join('') + '- name: Adam Zorn\n  sort: Zorn, Adam\n- name: Will Young\n  sort: Young, Will\n',
  }
  for (const language of ['en', 'zh-Hans']) {
    const {dossier} = resolveTexts(texts, {language})
    expect(dossier.index.map(({letter, words}) => `${letter} ${words}`)).toEqual(['S 单田芳', 'W 王小明', 'Y Young, Will', 'Z 曾国藩', 'Z 张三', 'Z Zorn, Adam'])
    expect(dossier.people.map(({name}) => name)).toEqual(['单田芳', '王小明', 'Will Young', '曾国藩', '张三', 'Adam Zorn'])
  }
})

test('without lists and definitions there is no index', () => {
  expect(resolveTexts({'article.md': article('Sam.'), 'exhibits/1.md': mail({From: 'Sam'})}).dossier.index).toEqual([])
})

test('Chinese goes by pinyin among the letters, other languages by their own order', () => {
  const chinese = wordOrder('zh-Hans')
  expect(['特斯拉', '马斯克', 'OpenAI', '谷歌', 'AGI', '阿尔巴尼亚', '猎鹰 9 号', '中国', '2018'].sort(chinese.compare)).toEqual(['2018', '阿尔巴尼亚', 'AGI', '谷歌', '猎鹰 9 号', '马斯克', 'OpenAI', '特斯拉', '中国'])
  expect(['特', '马', 'O', '谷', '阿', '中', '9', '许', '区'].map(chinese.letterOf)).toEqual(['T', 'M', 'O', 'G', 'A', 'Z', '#', 'X', 'Q'])
  expect(['Österberg', 'Zorn', 'Osten'].sort(wordOrder('sv').compare)).toEqual(['Osten', 'Österberg', 'Zorn'])
  expect(['Ärger', 'Zorn', 'Arm'].sort(wordOrder('de').compare)).toEqual(['Ärger', 'Arm', 'Zorn'])
})

test('a list of pages has each once, and three in a row as a range', () => {
  const shown = (folios: string[], joins = true) => showFolios(folios, joins).map((state) => ({shown: '+', joined: '–', hidden: '.'})[state]).join('')
  expect(shown(['5', '6', '6', '8', '9', '10', '12'])).toBe('++.+.–+')
  expect(shown(['5', '6', '7'], false)).toBe('+++')
  expect(shown(['iii', 'iv', 'v', '', '1'])).toBe('+++.+')
  expect(shown(['1', '2', '3', '4', '1'])).toBe('+..–.')
})

test('the title of a letter names whom it is from', () => {
  const {dossier} = resolveTexts({'article.md': '---\ntitle: T\n---\n\nThe insurers paid. [Exhibit 1]\n', 'exhibits/1.md': '---\ntitle: Letter of the Severn Mutual\n---\n\nWe have paid. The Severn Mutual.\n'}, {}, {
    people: [], terms: [{term: 'Severn Mutual', kind: 'organisation', also: ['insurers'], place: {file: 'terms.yaml', line: 1}}], events: [], files: [],
  })
  expect(dossier.index.find(({words}) => words === 'Severn Mutual')?.places).toEqual(['mention-1', 'exhibit-1', 'mention-2'])
})
