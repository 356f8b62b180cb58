import type {NavigationItem} from '../../../model/book.ts'
import {pdfText} from './pdf-text.ts'

/** Numbered bodies to add to a file. */
export interface AddedObjects {
  readonly bodies: readonly string[]
  /** Number of the root, the first of them. */
  readonly root: number
}

/**
 * The outline (ISO 32000-2 §12.3.3) with exact titles. The first level is open, what is beneath is folded.
 *
 * @param firstNumber number that the first added object will have
 * @param destination words of the destination of an anchor; `undefined` leaves the title without one
 */
export function outlineObjects(
  items: readonly NavigationItem[], firstNumber: number, destination: (anchor: string) => string | undefined,
): AddedObjects {
  const bodies: string[] = ['']
  const add = (siblings: readonly NavigationItem[], parent: number): {first: number; last: number} => {
    const numbers = siblings.map(() => firstNumber + bodies.push('') - 1)
    for (const [index, item] of siblings.entries()) {
      const number = numbers[index] as number
      const target = destination(item.id)
      const children = item.children.length > 0 ? add(item.children, number) : undefined
      bodies[number - firstNumber] = dictionary({
        Title: pdfText(item.title),
        Parent: `${parent} 0 R`,
        Prev: referenceTo(numbers[index - 1]),
        Next: referenceTo(numbers[index + 1]),
        First: referenceTo(children?.first),
        Last: referenceTo(children?.last),
        Count: children && String(-item.children.length),
        Dest: target,
      })
    }
    return {first: numbers[0] as number, last: numbers.at(-1) as number}
  }
  const ends = add(items, firstNumber)
  bodies[0] = dictionary({Type: '/Outlines', First: referenceTo(ends.first), Last: referenceTo(ends.last), Count: String(items.length)})
  return {bodies, root: firstNumber}
}

function referenceTo(number: number | undefined): string | undefined {
  return number === undefined ? undefined : `${number} 0 R`
}

/** A dictionary's words; entries without a value are left out. */
export function dictionary(entries: Readonly<Record<string, string | undefined>>): string {
  return `<<${Object.entries(entries).flatMap(([key, value]) => value === undefined ? [] : [`/${key} ${value}`]).join(' ')}>>`
}
