import type {Nodes, Parents, PhrasingContent, RootContent} from 'mdast'
import type {CallNode} from '../model/body-nodes.ts'
import type {Note} from '../model/dossier.ts'
import {isBody, type Texts} from './texts.ts'

/** A note that has its number; its calls are still being collected. */
type OpenNote = Note & {calls: string[]}

/** `[^name]` within a header line. */
const inHeader = /\[\^([^\]\s]+)\]/g

/**
 * Puts calls where footnote references stand, and numbers the notes in the order of their first calls, through the
 * whole dossier. A note called twice keeps its number. Notes called within notes come right after them.
 */
export function numberNotes(texts: Texts): Note[] {
  const notes = new Map<string, OpenNote>()
  for (const {content, file} of texts.passages) {
    if (isBody(content)) {
      putCalls(content, texts, notes)
      continue
    }
    // In one pass: a header may call very many notes.
    const value = content.value.replace(inHeader, (token, name: string) => {
      const call = callOf(`${file.path}#${name.toLowerCase()}`, texts, notes)
      if (call) content.calls.push(call)
      return call ? '' : token
    })
    if (value !== content.value) Object.assign(content, {value: value.trim()})
    for (const [index, call] of content.calls.entries()) {
      if (call.id === '') content.calls[index] = callOf(call.note, texts, notes) ?? call
    }
  }
  return [...notes.values()].map((note) => (note.first === undefined ? note : {...note, first: notes.get(note.first)?.id ?? ''}))
}

function putCalls(node: Nodes, texts: Texts, notes: Map<string, OpenNote>): void {
  if (!('children' in node)) return
  const children = (node as Parents).children as RootContent[]
  for (const [index, child] of children.entries()) {
    if (child.type !== 'footnoteReference') putCalls(child, texts, notes)
    else children[index] = callOf(child.identifier, texts, notes) ?? missing(child.identifier)
  }
}

function callOf(identifier: string, texts: Texts, notes: Map<string, OpenNote>): CallNode | undefined {
  const known = notes.get(identifier)
  if (known) {
    const id = `call-${known.number}-${known.calls.length + 1}`
    known.calls.push(id)
    return {type: 'call', id, note: known.id}
  }
  const pending = texts.pending.get(identifier)
  if (!pending) return undefined
  const number = notes.size + 1
  const note: OpenNote = {...pending, id: `note-${number}`, number, calls: [`call-${number}`]}
  notes.set(identifier, note)
  for (const block of note.body) putCalls(block, texts, notes)
  return {type: 'call', id: `call-${number}`, note: note.id}
}

/** The parse stage has reported it; the words stay readable. */
function missing(identifier: string): PhrasingContent {
  return {type: 'text', value: `[^${identifier.slice(identifier.indexOf('#') + 1)}]`}
}
