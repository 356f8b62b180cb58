import type {Element, ElementContent} from 'hast'
import {elementsIn} from '../../model/elements-in.ts'
import {element, hasClass, wordsIn} from './elements.ts'

/**
 * Readies tables for narrow windows. A list (`.list`) may be shown row under row: its cells carry the words of their
 * column, and roles that keep it a table to those who listen. Any other table gets a frame that scrolls on its own,
 * and so does a drawing where there are words for its frame.
 *
 * @param names words for the frames
 */
export function settleTables(nodes: readonly ElementContent[], names: {readonly table: string; readonly figure?: string}): ElementContent[] {
  return nodes.map((node): ElementContent => {
    if (node.type !== 'element') return node
    if (node.tagName === 'svg') return names.figure === undefined ? node : frame(node, 'figure-frame', names.figure)
    if (node.tagName !== 'table') return {...node, children: settleTables(node.children, names)}
    if (hasClass(node, 'list')) return labelled(node)
    return frame(node, 'table-frame', names.table)
  })
}

function frame(node: Element, kind: string, name: string): Element {
  return element('div', {className: [kind], tabIndex: 0, role: 'group', ariaLabel: name}, [node])
}

const roles: Readonly<Record<string, string>> = {table: 'table', thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', td: 'cell'}

function labelled(table: Element): Element {
  const parts = elementsIn(table)
  // A row may stand under the head of the one before: what has no words heads nothing.
  for (const part of parts) if (part.tagName === 'th' && part.properties['scope'] === 'row' && wordsIn(part) === '') Object.assign(part, {tagName: 'td', properties: {}})
  const columns = parts.filter((one) => one.tagName === 'th' && one.properties['scope'] === 'col').map(wordsIn)
  for (const part of [table, ...parts]) {
    const role = part.tagName === 'th' ? (part.properties['scope'] === 'row' ? 'rowheader' : 'columnheader') : roles[part.tagName]
    if (role !== undefined) part.properties['role'] = role
  }
  for (const row of parts.filter((one) => one.tagName === 'tr')) {
    const cells = row.children.filter((one): one is Element => one.type === 'element')
    cells.forEach((cell, index) => {
      if (cell.tagName === 'td') cell.properties['dataColumn'] = columns[index] ?? ''
    })
  }
  return table
}
