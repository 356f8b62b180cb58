import type {Element, Nodes} from 'hast'
import {expect, test} from 'vitest'
import {prepareBook} from '../../src/prepare-book.ts'
import {elementsIn} from '../../src/model/elements-in.ts'
import {memoryWorld} from '../memory-world.ts'

const article = '---\ntitle: T\nlanguage: en\npublished: 2024-03-07\n---\n\nWords. [Exhibit 1]\n'
const mail = (...dates: string[]) => `---\nmessages:\n${dates.map((date) => `  - headers: {From: Ann, Date: ${JSON.stringify(date)}}\n`).join('')}---\n\n<!-- message 1 -->\n\nOne.\n`

async function chronologyOf(texts: Readonly<Record<string, string>>): Promise<{lead: string; rows: string[]; figure: Element | undefined}> {
  const files = Object.fromEntries(Object.entries({'article.md': article, ...texts}).map(([path, text]) => [`/in/${path}`, text]))
  const {book} = await prepareBook({world: memoryWorld(files), folder: '/in'})
  const body = book?.chapters.find(({kind}) => kind === 'chronology')?.body
  if (!body) throw new Error('There is no chronology.')
  const all = elementsIn(body)
  return {
    lead: all.filter((one) => one.tagName === 'p').map(words).join(' '),
    rows: all.filter((one) => one.tagName === 'tr').slice(1).map((row) => row.children.map(words).join(' ').replace(/\s+/g, ' ').trim()),
    figure: all.find((one) => one.tagName === 'svg'),
  }
}

function words(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  return node.type === 'element' && node.tagName === 'br' ? ' | ' : node.children.map(words).join('')
}

const shapes = (figure: Element | undefined, name: string) => (figure ? elementsIn({type: 'root', children: [figure]}) : []).filter(({properties: {className}}) => Array.isArray(className) && className.includes(name))

test('the zone of instants is stated, and how many times have none, also where nothing needs to be moved', async () => {
  const none = await chronologyOf({'exhibits/1.md': mail('2024-03-01 10:00'), 'dossier.yaml': 'chronology: {zone: UTC-08:00}\n'})
  expect(none.lead).toContain('Instants are given in UTC\u221208:00. Zones of the times: 1 not given.')
  const days = await chronologyOf({'exhibits/1.md': mail('2024-03-01')})
  expect(days.lead).toContain('Instants are given in UTC. In the order')
})

test('each time says the state of its zone: given, assumed, ambiguous, contradictory', async () => {
  const {lead, rows} = await chronologyOf({
    'exhibits/1.md': mail('Fri, 1 Mar 2024 10:00:00 +0800', '2024-03-02 10:00', 'March 3, 2024 10:00 AM CST', 'Mon, 4 Mar 2024 10:00:00 -0800 (EST)'),
    'dossier.yaml': 'chronology: {zone: UTC+01:00, assume: UTC+08:00}\n',
  })
  expect(lead).toContain('Zones of the times: 1 given, 1 not given and assumed to be UTC+08:00, as marked, 1 ambiguous, 1 contradictory.')
  expect(rows[0]).toContain('2024-03-01 03:00:00 | UTC+01:00 | zone given: +0800 (UTC+08:00)')
  expect(rows[0]).toContain('As it stands: Fri, 1 Mar 2024 10:00:00 +0800')
  expect(rows[1]).toContain('2024-03-02 03:00 | UTC+01:00 | zone not given, UTC+08:00 assumed')
  expect(rows[2]).toContain('2024-03-03 10:00 | CST may mean')
  expect(rows[3]).toContain('2024-03-04 10:00:00 | -0800 (EST) contradicts itself')
})

test('a weekday that does not fit, and a date that is not understood, are marked in print', async () => {
  const {rows} = await chronologyOf({'exhibits/1.md': mail('Mon, 1 Mar 2024 10:00:00 +0000', 'some day'), 'events.yaml': '- {date: "Tuesday, 5 March 2024", title: A meeting}\n- {date: "Monday, 4 March 2024", title: Another}\n'})
  expect(rows.find((one) => one.includes('2024-03-01'))).toContain('“Mon” is not the weekday of this day')
  expect(rows.find((one) => one.includes('Another'))).not.toContain('weekday')
  expect(rows.at(-1)).toContain('some day')
  expect(rows.at(-1)).toContain('The date is not understood')
})

test('a year and a month are printed and drawn as what they are: bars as long as they last', async () => {
  const {rows, lead, figure} = await chronologyOf({'exhibits/1.md': mail('2023-06-10 10:00'), 'events.yaml': '- {date: 2023年, title: A year}\n- {date: 2022, title: Before}\n- {date: June 2023, title: A month}\n- {date: 2023-06-10, title: A day}\n'})
  expect(rows.map((row) => row.split(' ').slice(0, 1).join())).toEqual(['2022', '2023', '2023-06', '2023-06-10', '2023-06-10', '2024-03-07'])
  expect(lead).toContain('A year or a month stands before the days in it')
  const spans = shapes(figure, 'mark-span').map(({properties}) => Number.parseFloat(String(properties['x2'])) - Number.parseFloat(String(properties['x1'])))
  expect(spans).toHaveLength(3)
  expect(Math.abs((spans[0] ?? 0) - (spans[1] ?? 0))).toBeLessThan(0.5)
  expect(spans[2]).toBeLessThan((spans[0] ?? 0) / 8)
  expect(shapes(figure, 'mark-event')).toHaveLength(1)
})

test('letters that name no writer have a lane of their own', async () => {
  const {figure, rows} = await chronologyOf({'exhibits/1.md': mail('2024-01-01'), 'exhibits/2.md': '---\ntitle: Minutes\ndate: 2024-02-01\n---\n\nText.\n'})
  expect(shapes(figure, 'lane-name').map(words)).toEqual(['Ann', 'Papers', 'Article'])
  expect(rows[1]).toMatch(/^2024-02-01 Minutes Exhibit 2/)
})

test('two senders whose names are blanked are not one person: their lane says that they are not named', async () => {
  const {figure} = await chronologyOf({'exhibits/1.md': '---\nmessages:\n  - headers: {From: "<>", Date: 2024-03-01}\n  - headers: {From: "[REDACTED] <>", Date: 2024-03-02}\n  - headers: {From: Ann, Date: 2024-03-03}\n---\n\n<!-- message 1 -->\n\nOne.\n'})
  expect(shapes(figure, 'lane-name').map(words)).toEqual(['Not named', 'Ann', 'Article'])
})
