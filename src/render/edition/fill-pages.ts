import type {Element, ElementContent} from 'hast'
import {elementsIn} from '../../model/elements-in.ts'
import {element, hasClass, pageTargetOf, text} from './elements.ts'
import {showFolios} from '../../model/folio-ranges.ts'
import type {Folios} from './page-places.ts'

/** What is known of the places that page numbers stand for. */
export interface PlaceNames {
  readonly folios: Folios
  /** Words for a printed page: `p. 12`. */
  readonly pageWords: (folio: string) => string
  /** Words for a place where there are no pages: `Exhibit 4`. */
  readonly placeWords: (anchor: string) => string
  /** Words over a column of such places. */
  readonly placesTitle: string
  /** Whether a column of pages is one of places instead. Default: false, it is taken out where there are no pages. */
  readonly keepsColumn?: boolean
}

/**
 * Writes printed page numbers into their links. Without pages, what would be empty is taken out: the words around a
 * number, leaders, whole columns; a list of pages becomes a list of places by name, each once.
 */
export function fillPages(nodes: readonly ElementContent[], names: PlaceNames): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    const is = (name: string): boolean => hasClass(node, name)
    const isPaged = targetsIn(node).some((target) => names.folios.has(target))
    if (is('page-part') && !isPaged) return []
    if (is('page-ref') && !isPaged) return isBeside(node, nodes) ? [] : fillPages(node.children.filter((one) => one.type === 'element'), names)
    if ((is('leader') || is('pages-only')) && names.folios.size === 0) return []
    if (is('page-column') && names.folios.size === 0) return placeCell(node, names)
    if (node.tagName === 'table') return [{...node, children: fillPages(node.children, {...names, keepsColumn: hasUnlinkedRow(node)})}]
    if (is('folios')) return [{...node, children: fillList(node, names)}]
    if (is('line')) return [{...node, children: fillPages(plainFolios(node.children, names), names)}]
    const target = pageTargetOf(node)
    if (target !== undefined) return [numberLink(node, target, names)]
    return [{...node, children: fillPages(node.children, names)}]
  })
}

/** Whether a link that leads to the same place stands right before a page number. */
function isBeside(node: Element, siblings: readonly ElementContent[]): boolean {
  const before = siblings.slice(0, siblings.indexOf(node)).findLast((one) => one.type === 'element')
  return before?.type === 'element' && targetsIn(node).some((target) => before.properties['href'] === `#${target}`)
}

/** Whether the column of pages has the only links that lead where its rows lead. */
function hasUnlinkedRow(table: Element): boolean {
  return elementsIn(table).filter((one) => one.tagName === 'tr').some((row) => {
    const column = row.children.find((one) => hasClass(one, 'page-column'))
    const others = elementsIn({...row, children: row.children.filter((one) => one !== column)}).map((one) => one.properties['href'])
    return column?.type === 'element' && targetsIn(column).some((target) => !others.includes(`#${target}`))
  })
}

function placeCell(node: Element, names: PlaceNames): ElementContent[] {
  if (!names.keepsColumn) return []
  return [{...node, children: node.tagName === 'th' ? [text(names.placesTitle)] : fillPages(node.children, names)}]
}

function targetsIn(node: Element): string[] {
  return elementsIn(node).flatMap((one) => pageTargetOf(one) ?? [])
}

function numberLink(node: Element, target: string, {folios, pageWords, placeWords}: PlaceNames): Element {
  const folio = folios.get(target)
  const {dataPageOf: _target, ...properties} = node.properties
  if (folio === undefined) return {...node, properties, children: [text(placeWords(target))]}
  return {...node, properties: {...properties, ariaLabel: pageWords(folio)}, children: [text(folio)]}
}

/** In the contents the title beside it is the link already. */
function plainFolios(nodes: readonly ElementContent[], {folios}: PlaceNames): ElementContent[] {
  return nodes.flatMap((node) => {
    const target = node.type === 'element' ? pageTargetOf(node) : undefined
    if (target === undefined) return [node]
    const folio = folios.get(target)
    return folio === undefined ? [] : [element('span', {className: ['folio']}, [folio])]
  })
}

/** A list of places: each number or name once, numbers in a row as a range where the list joins them; equal names for different places are told apart by a count. */
function fillList(list: Element, names: PlaceNames): ElementContent[] {
  const items = list.children.filter((one): one is Element => hasClass(one, 'item'))
  const targets = items.map((one) => targetsIn(one)[0] ?? '')
  const labels = targets.map((target) => names.folios.get(target) ?? names.placeWords(target))
  const told = labels.map((label, index) => {
    const same = targets.filter((target, at) => labels[at] === label && !names.folios.has(target))
    return same.length > 1 && !names.folios.has(targets[index] ?? '') ? `${label} (${same.indexOf(targets[index] ?? '') + 1})` : label
  })
  const states = showFolios(told, hasClass(list, 'ranges'))
  const kept = items.filter((_, index) => states[index] !== 'hidden')
  return list.children.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    const index = items.indexOf(node)
    if (index < 0) return fillPages([node], names)
    if (!kept.includes(node)) return []
    const isFirst = node === kept[0]
    const children = states[index] === 'joined' ? node.children.map((one) => (hasClass(one, 'separator') ? {...one, children: [text('–')]} : one)) : node.children
    return [{...node, children: fillItem(children, {isFirst, label: told[index] ?? '', names})}]
  })
}

function holdsLink(node: ElementContent): boolean {
  return node.type === 'element' && [node, ...elementsIn(node)].some((one) => one.tagName === 'a')
}

interface Item {
  /** It begins the list: nothing stands before its link. */
  readonly isFirst: boolean
  readonly label: string
  readonly names: PlaceNames
}

/** The number or name of an item in its words. Words around a number are those of a page: a place by name has none. */
function fillItem(nodes: readonly ElementContent[], {isFirst, label, names}: Item): ElementContent[] {
  const filled = nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    const target = pageTargetOf(node)
    if (target !== undefined) return [{...numberLink(node, target, names), children: [text(label)]}]
    const children = fillItem(node.children, {isFirst: false, label, names})
    const isPaged = targetsIn(node).some((one) => names.folios.has(one))
    return hasClass(node, 'page-ref') && !isPaged ? children.filter((one) => one.type === 'element') : [{...node, children}]
  })
  const from = isFirst ? filled.findIndex(holdsLink) : 0
  return filled.slice(Math.max(0, from))
}
