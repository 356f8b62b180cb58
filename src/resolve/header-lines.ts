import type {VFile} from 'vfile'
import {isMap, isNode, isSeq, LineCounter, parseDocument, type Node} from 'yaml'
import {once} from '../model/once.ts'

/** Line of a file in which a header line stands: of a message (`2.1`) the one with a number, from 0; line 1 where it is not found. */
export type LineOfHeader = (path: string, index: number) => number

/** Reads where the header lines of an exhibit stand, once they are asked for. */
export function headerLines(file: VFile | undefined): LineOfHeader {
  const document = once(() => {
    const counter = new LineCounter()
    const yaml = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(String(file ?? ''))?.[1] ?? ''
    return {counter, root: parseDocument(yaml, {lineCounter: counter}).contents as Node | null}
  })
  return (path, index) => {
    const {counter, root} = document()
    let messages = valueOf(root, 'messages')
    let message: unknown
    for (const number of path.split('.')) {
      message = isSeq(messages) ? messages.items[Number(number) - 1] : undefined
      messages = valueOf(message, 'forwarded')
    }
    const headers = valueOf(message, 'headers')
    const key = isMap(headers) ? headers.items[index]?.key : undefined
    // The frontmatter begins in the second line.
    return isNode(key) && key.range ? counter.linePos(key.range[0]).line + 1 : 1
  }
}

function valueOf(node: unknown, key: string): unknown {
  return isMap(node) ? node.get(key, true) : undefined
}
