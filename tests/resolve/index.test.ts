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
    'R Sam Reed (person): 2',
  ])
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
