import type {Element, ElementContent} from 'hast'
import type {Event, Message} from '../model/dossier.ts'
import {localSpan, placeMoment} from '../model/instant.ts'
import type {Bench} from './bench.ts'
import {fillWord} from './compile-templates.ts'
import {messagesOf, momentWords, senderWords} from './words-of.ts'

/** Lanes of people, at most; the other messages share one. */
const mostLanes = 8
const laneHeightPx = 22
const axisHeightPx = 26
/** Part of the width, in percent, in which the names of the lanes stand, and where the time begins and ends. */
const [nameEnd, timeStart, timeEnd] = [25, 28, 97]
/** Nearer than this, in percent, marks of one lane are drawn as one. */
const nearest = 1.6
const dayMs = 86_400_000

interface Mark {
  readonly at: number
  /** End of what is known only to the month or year; `undefined`: a day. */
  readonly end?: number
  readonly lane: number
  readonly shape: 'message' | 'article' | 'event'
}

/**
 * The chronology as a figure: a lane for each sender, one for all whose names are not known, one for papers that name none, for articles and for listed events, every event a mark at
 * its day; what is known only to its month or year is a bar as long as that. Lengths across are in percent, so that it is as wide as the text, and its words have the size they are set
 * in. `undefined` where there are fewer than three dated events or all are of one day.
 */
export function chronologyFigure(bench: Bench): Element | undefined {
  const dated = bench.dossier.events.flatMap((event) => daysOf(event, bench))
  const [first, last] = [dated.reduce((least, {day}) => Math.min(least, day), Infinity), dated.reduce((most, {lastDay}) => Math.max(most, lastDay), -Infinity)]
  if (dated.length < 3 || first === last) return undefined
  const lanes = lanesOf(dated.map((one) => one.event), bench)
  const scale = {first, last}
  const marks = gather(dated.map(({event, day, lastDay}): Mark => ({...placeOfDays(day, lastDay, scale), lane: lanes.laneOf(event), shape: shapeOf(event)})))
  const heightPx = lanes.names.length * laneHeightPx + axisHeightPx
  const drawing = element('svg', {className: ['timeline'], role: 'img', ariaLabel: describe(dated.map((one) => one.event), bench), width: '100%', height: heightPx}, [
    ...lanes.names.flatMap((name, lane) => laneOf(name, lane)),
    ...axis(scale, heightPx - axisHeightPx),
    ...marks.flatMap(drawMark),
  ])
  return {type: 'element', tagName: 'figure', properties: {className: ['chronology-figure', 'together']}, children: [drawing]}
}

/** First and last day of what is understood, in the zone of the chronology. */
function daysOf(event: Event, {dossier}: Bench): {event: Event; day: number; lastDay: number}[] {
  const {local} = placeMoment(event.moment, dossier.settings.chronology)
  if (!local) return []
  const {from, to} = localSpan(local)
  return [{event, day: Math.floor(from / dayMs), lastDay: Math.floor((to - 1) / dayMs)}]
}

function shapeOf({target}: Event): Mark['shape'] {
  return target === undefined ? 'event' : target.startsWith('article-') ? 'article' : 'message'
}

/** Senders with most messages first come first; names are cut to the room of the lane. */
function lanesOf(events: readonly Event[], {dossier, words}: Bench): {names: string[]; laneOf: (event: Event) => number} {
  const papers = dossier.exhibits.flatMap(({id, paper}) => (paper ? [{id, from: paper.from}] : []))
  const messages = dossier.exhibits.flatMap(messagesOf)
  const letters = [...papers.filter(({from}) => from.length > 0), ...messages]
  const dated = new Set(events.map(({target}) => target))
  const isUnnamed = ({from}: Pick<Message, 'from'>): boolean => from.every(({name, address}) => name === undefined && address === undefined)
  // Two senders without a name need not be one: they share a lane that says so.
  const hasSeveral = letters.filter((letter) => dated.has(letter.id) && isUnnamed(letter)).length > 1
  const laneWords = ({from}: Pick<Message, 'from'>): string => ((isUnnamed({from}) && hasSeveral) || from.length === 0 ? (words['lane-unnamed'] ?? '') : senderWords({from}, words))
  const senders = new Map(letters.map((letter) => [letter.id, laneWords(letter)] as const))
  const counts = new Map<string, number>()
  for (const {target} of events) {
    const sender = target === undefined ? undefined : senders.get(target)
    if (sender) counts.set(sender, (counts.get(sender) ?? 0) + 1)
  }
  const all = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name)
  const own = all.length > mostLanes ? all.slice(0, mostLanes - 1) : all
  const others = all.length > own.length ? [words['lane-others'] ?? ''] : []
  const articles = events.some((one) => shapeOf(one) === 'article') ? [words['part-article'] ?? ''] : []
  const listed = events.some((one) => shapeOf(one) === 'event') ? [words['event-listed'] ?? ''] : []
  const unsigned = events.some((one) => shapeOf(one) === 'message' && !senders.get(one.target ?? '')) ? [words['lane-exhibits'] ?? ''] : []
  const people = [...own, ...others]
  return {
    names: [...listed, ...people, ...unsigned, ...articles],
    laneOf: (event) => {
      const shape = shapeOf(event)
      if (shape === 'event') return 0
      if (shape === 'article') return listed.length + people.length + unsigned.length
      const sender = senders.get(event.target ?? '')
      if (!sender) return listed.length + people.length
      const lane = own.indexOf(sender)
      return listed.length + (lane === -1 ? own.length : lane)
    },
  }
}

interface Scale {
  readonly first: number
  readonly last: number
}

function placeOf(day: number, {first, last}: Scale): number {
  return Math.round((timeStart + (day - first) / (last - first) * (timeEnd - timeStart)) * 100) / 100
}

/** A bar too short to be seen as one is a mark in its middle. */
function placeOfDays(day: number, lastDay: number, scale: Scale): Pick<Mark, 'at' | 'end'> {
  const [at, end] = [placeOf(day, scale), placeOf(lastDay, scale)]
  return end - at < nearest ? {at: Math.round((at + end) * 50) / 100} : {at, end}
}

/** Marks of one lane that would lie on each other, as one with their number. */
function gather(marks: readonly Mark[]): (Mark & {readonly count: number})[] {
  const gathered: (Mark & {count: number})[] = []
  for (const mark of [...marks].sort((a, b) => a.lane - b.lane || Number(a.end === undefined) - Number(b.end === undefined) || a.at - b.at)) {
    const before = gathered.at(-1)
    const isNear = before?.end === undefined && mark.end === undefined ? mark.at - (before?.at ?? 0) < nearest : before?.at === mark.at && before.end === mark.end
    if (before && before.lane === mark.lane && before.shape === mark.shape && isNear) before.count++
    else gathered.push({...mark, count: 1})
  }
  return gathered
}

function laneOf(name: string, lane: number): Element[] {
  const y = middleOf(lane)
  return [
    element('line', {className: ['lane'], x1: `${timeStart - 1}%`, x2: `${timeEnd + 1}%`, y1: y, y2: y}, []),
    element('text', {className: ['lane-name'], x: `${nameEnd}%`, y: y + 4, textAnchor: 'end'}, [text(shortName(name))]),
  ]
}

/** Room for sixteen letters, or eight Han characters: as much as a quarter of the narrowest paper takes. */
function shortName(name: string): string {
  let room = 16
  for (let at = 0; at < name.length; at++) {
    room -= name.charCodeAt(at) >= 0x2e80 ? 2 : 1
    if (room < 0) return `${name.slice(0, at)}…`
  }
  return name
}

function drawMark({at, end, lane, shape, count}: Mark & {readonly count: number}): Element[] {
  const y = middleOf(lane)
  const x = `${end === undefined ? at : Math.round((at + end) * 50) / 100}%`
  const own = end !== undefined
    ? element('line', {className: ['mark-span', `span-${shape}`], x1: `${at}%`, x2: `${end}%`, y1: y, y2: y}, [])
    : shape === 'message'
    ? element('circle', {className: ['mark-message'], cx: x, cy: y, r: count > 1 ? 6 : 4}, [])
    : element('circle', {className: [`mark-${shape}`], cx: x, cy: y, r: 4}, [])
  return count === 1 ? [own] : [own, element('text', {className: ['mark-count'], x, y: y - 8, textAnchor: 'middle'}, [text(String(count))])]
}

function middleOf(lane: number): number {
  return lane * laneHeightPx + laneHeightPx / 2 + 4
}

/** Years, or months or days where the whole time is short; never more than about ten of them. */
function axis(scale: Scale, y: number): Element[] {
  return [
    element('line', {className: ['axis'], x1: `${timeStart - 1}%`, x2: `${timeEnd + 1}%`, y1: y + 6, y2: y + 6}, []),
    ...ticksOf(scale).flatMap(({day, words}) => {
      const x = `${placeOf(day, scale)}%`
      return [element('line', {className: ['axis'], x1: x, x2: x, y1: y + 6, y2: y + 10}, []), element('text', {className: ['tick'], x, y: y + 22, textAnchor: 'middle'}, [text(words)])]
    }),
  ]
}

function ticksOf({first, last}: Scale): {day: number; words: string}[] {
  const from = dateOf(first)
  const to = dateOf(last)
  const days = last - first
  const inside = (ticks: {day: number; words: string}[]): {day: number; words: string}[] => ticks.filter(({day}) => day >= first && day <= last)
  if (days > 900) {
    const step = Math.ceil((to.year - from.year) / 10)
    return inside(Array.from({length: to.year - from.year + 2}, (_, index) => from.year + index).filter((year) => year % step === 0).map((year) => ({day: dayOf(year, 1, 1), words: String(year)})))
  }
  if (days > 60) {
    const months = (to.year - from.year) * 12 + to.month - from.month
    const step = [1, 2, 3, 6].find((one) => months / one <= 9) ?? 6
    return inside(Array.from({length: months + 2}, (_, index) => from.month - 1 + index).filter((month) => month % step === 0).map((month) => {
      const [year, own] = [from.year + Math.floor(month / 12), month % 12 + 1]
      return {day: dayOf(year, own, 1), words: `${year}-${String(own).padStart(2, '0')}`}
    }))
  }
  const step = Math.max(1, Math.ceil(days / 7))
  return inside(Array.from({length: Math.floor(days / step) + 1}, (_, index) => first + index * step).map((day) => ({day, words: `${String(dateOf(day).month).padStart(2, '0')}-${String(dateOf(day).day).padStart(2, '0')}`})))
}

function dayOf(year: number, month: number, day: number): number {
  return Math.floor(localSpan({year, month, day}).from / dayMs)
}

function dateOf(day: number): {year: number; month: number; day: number} {
  const date = new Date(day * dayMs)
  return {year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate()}
}

/** For those who listen: how many events, from when to when; the table has them all. */
function describe(events: readonly Event[], {words}: Bench): string {
  const [first, last] = [events[0], events.at(-1)]
  return fillWord(words, 'chronology-figure', [events.length, first ? momentWords(first.moment, words) : '', last ? momentWords(last.moment, words) : ''])
}

/** Numbers are pixels. */
function element(tagName: string, properties: Readonly<Record<string, string | number | string[]>>, children: ElementContent[]): Element {
  const written = Object.entries(properties).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value])
  return {type: 'element', tagName, properties: Object.fromEntries(written) as Element['properties'], children}
}

function text(value: string): ElementContent {
  return {type: 'text', value}
}
