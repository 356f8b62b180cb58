import type {Element} from 'hast'
import {elementsIn} from '../../model/elements-in.ts'
import {addClass} from './elements.ts'

/**
 * Sets the levels of a chapter's headings under the one `h1` of the page, without gaps, however the text skips. The
 * level in the Book stays as the class `heading-1` …, for the looks.
 *
 * @param top level of the chapter's own title
 */
export function settleHeadings(headings: readonly Element[], top: number): void {
  const open: number[] = []
  for (const heading of headings) {
    const own = Number(heading.tagName.slice(1))
    while (open.length > 0 && (open.at(-1) ?? 0) >= own) open.pop()
    open.push(own)
    addClass(heading, `heading-${own}`)
    heading.tagName = `h${Math.min(6, top + open.length - 1)}`
  }
}

/** The headings beneath some nodes, in order. */
export function headingsIn(nodes: Element['children']): Element[] {
  return elementsIn({type: 'root', children: [...nodes]}).filter((one) => /^h[1-6]$/.test(one.tagName))
}
