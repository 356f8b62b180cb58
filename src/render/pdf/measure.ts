import type {MeasuredChapter} from './measured.ts'

/** What {@link measureInPage} needs to know. */
export interface MeasureInput {
  /** Rows higher than this are taken apart: the cells of their table are set one under the other. */
  readonly tallestRowPx: number
}

/** A {@link MeasuredChapter} as arrays of numbers, which pass quickly between the browser and us. */
export interface RawChapter {
  /** Ten numbers a piece, in the order of {@link Unit}: top … lines, keepWithNext, whole, repeatedHead. */
  readonly units: readonly number[]
  readonly calls: readonly (readonly [unit: number, call: string, note: string])[]
  readonly notes: readonly {readonly id: string; readonly height: number; readonly units: readonly number[]; readonly calls: RawChapter['calls']; readonly anchors: RawChapter['anchors']}[]
  readonly anchors: readonly (readonly [string, number])[]
}

/** Measures every chapter in the page. Runs in the browser: it may use nothing of this file. */
export function measureInPage({tallestRowPx}: MeasureInput): RawChapter[] {
  const containers = new Set(['DIV', 'SECTION', 'HEADER', 'FOOTER', 'ASIDE', 'NAV', 'BLOCKQUOTE', 'UL', 'OL', 'LI', 'DL', 'DD', 'FIGURE', 'TBODY', 'THEAD', 'TR', 'TD', 'TH', 'TABLE'])
  const blocks = new Set([...containers, 'P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'PRE', 'HR', 'FIGCAPTION'])
  /** Blocks of each chapter and of each note, in the order in which the units count them. */
  const store = globalThis as typeof globalThis & {measuredBlocks?: unknown}
  const flows: {block: HTMLElement; starters: HTMLElement[]}[][] = []
  store.measuredBlocks = flows

  interface Column {
    readonly origin: number
    readonly units: number[]
    readonly blocks: {block: HTMLElement; starters: HTMLElement[]}[]
    readonly tops: Map<Element, number>
    waiting: HTMLElement[]
  }
  const width = 10
  const hasBlocks = (element: Element): boolean => {
    for (const child of element.children) if (blocks.has(child.tagName)) return true
    return false
  }

  function addUnits(column: Column, block: HTMLElement, lines: readonly (readonly [number, number])[], flags: {keep: boolean; whole: boolean; head: number}): void {
    const starters = column.waiting
    column.waiting = []
    const top = starters[0] ? starters[0].getBoundingClientRect().top - column.origin : undefined
    const box = block.getBoundingClientRect()
    lines.forEach(([lineTop, lineBottom], line) => {
      const outerTop = line === 0 ? Math.min(top ?? lineTop, box.top - column.origin) : lineTop
      const outerBottom = line === lines.length - 1 ? box.bottom - column.origin : lineBottom
      const keep = flags.keep && (flags.whole ? line === lines.length - 1 : true)
      column.units.push(lineTop, lineBottom, outerTop, Math.max(lineBottom, outerBottom), column.blocks.length, line, lines.length, keep ? 1 : 0, flags.whole ? 1 : 0, flags.head)
    })
    column.blocks.push({block, starters})
  }

  /** Lines of a block: even ones by division, otherwise from the boxes of its text. */
  function linesOf(block: HTMLElement, origin: number): (readonly [number, number])[] {
    const style = getComputedStyle(block)
    const box = block.getBoundingClientRect()
    const top = box.top - origin + parseFloat(style.paddingTop) + parseFloat(style.borderTopWidth)
    const height = box.bottom - origin - parseFloat(style.paddingBottom) - parseFloat(style.borderBottomWidth) - top
    const line = parseFloat(style.lineHeight)
    const count = Math.max(1, Math.round(height / line))
    // What stands for a picture is a block, too.
    const pictures = [...block.querySelectorAll('img,.picture-missing')].map((one) => one.getBoundingClientRect())
    if (pictures.length === 0 && Math.abs(height - count * line) < 1) return Array.from({length: count}, (_, index) => [top + index * line, top + (index + 1) * line] as const)
    const range = document.createRange()
    range.selectNodeContents(block)
    const found: DOMRect[][] = []
    let bottom = -Infinity
    for (const rect of [...range.getClientRects()].filter((one) => one.height > 0 && one.width > 0).sort((a, b) => a.top - b.top)) {
      const middle = (rect.top + rect.bottom) / 2 - origin
      if (middle > bottom) found.push([])
      found.at(-1)?.push(rect)
      bottom = Math.max(bottom, rect.bottom - origin)
    }
    const isPicture = (rect: DOMRect): boolean => pictures.some((one) => one.top === rect.top && one.left === rect.left)
    // The box of a text is that of its font, higher or lower than its line, which it is in the midst of.
    const tops = found.map((rects) => {
      const widest = rects.reduce((one, other) => (other.width > one.width ? other : one))
      const highest = Math.min(...rects.filter(isPicture).map((one) => one.top))
      return Math.min(highest, (widest.top + widest.bottom - line) / 2) - origin
    })
    if (tops.length === 0) return [[top, top + height]]
    return tops.map((start, index) => [index === 0 ? top : start, index === tops.length - 1 ? top + height : (tops[index + 1] as number)] as const)
  }

  function walk(element: HTMLElement, column: Column, keep: boolean): void {
    if (element.tagName === 'DT' || element.classList.contains('aside')) return
    const box = element.getBoundingClientRect()
    if (box.height === 0 && element.tagName !== 'HR') return
    column.waiting.push(element)
    const before = column.units.length
    // In a table taken apart, a page number alone is no beginning of a page.
    const keepHere = keep || element.nextElementSibling?.matches('td.page-column') === true || element.matches('h1,h2,h3,h4,h5,h6,.headers > div,.signs > div:not(:last-child),.exhibit-head,.article-head,.preface,.lead,.keep-with-next')
    if (element.tagName === 'TABLE' && !element.classList.contains('stacked')) walkTable(element as HTMLTableElement, column)
    else if (containers.has(element.tagName) && hasBlocks(element)) {
      const last = element.lastElementChild
      for (const child of element.children) walk(child as HTMLElement, column, keepHere && (child !== last || keep || !element.matches('.headers')))
    } else {
      const single = element.tagName === 'HR' || element.matches('.together')
      const top = box.top - column.origin
      const whole = [[top, box.bottom - column.origin] as const]
      const parted = single ? whole : linesOf(element, column.origin)
      // A picture with the line behind it stays with that; one among the words of a long paragraph is a word of it.
      const lines = parted.length < 4 && element.querySelector('img,.picture-missing') !== null ? whole : parted
      addUnits(column, element, lines, {keep: keepHere, whole: /^H[1-6]$/.test(element.tagName), head: 0})
    }
    if (column.waiting.at(-1) === element) column.waiting.pop()
    if (column.units.length > before) {
      const at = column.units.length - width + 3
      column.units[at] = Math.max(column.units[at] as number, box.bottom - column.origin)
    }
  }

  function walkTable(table: HTMLTableElement, column: Column): void {
    const isRepeated = table.tHead !== null && getComputedStyle(table.tHead).display === 'table-header-group'
    const headHeight = isRepeated ? (table.tHead?.getBoundingClientRect().height ?? 0) : 0
    for (const row of table.rows) {
      const box = row.getBoundingClientRect()
      const inHead = row.parentElement === table.tHead
      if (row.parentElement?.firstElementChild === row && !inHead) column.waiting.push(row.parentElement as HTMLElement)
      column.waiting.push(row)
      addUnits(column, row, [[box.top - column.origin, box.bottom - column.origin]], {keep: inHead, whole: true, head: inHead ? 0 : headHeight})
    }
  }

  function takeTablesApart(): void {
    for (const table of document.querySelectorAll('table')) {
      const isWide = (): boolean => table.getBoundingClientRect().right > (table.parentElement?.getBoundingClientRect().right ?? Infinity) + 1
      if (isWide()) table.classList.add('tight')
      if (isWide()) table.classList.add('tighter')
      if ([...table.rows].some((row) => row.getBoundingClientRect().height > tallestRowPx)) table.classList.add('stacked')
    }
  }

  /** The unit that holds a height: the last one that begins above it. */
  function unitAt(units: readonly number[], y: number): number {
    let low = 0
    let high = units.length / width - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((units[middle * width] as number) <= y) low = middle
      else high = middle - 1
    }
    return low
  }

  function callsIn(root: Element, column: Column): (readonly [number, string, string])[] {
    return [...root.querySelectorAll('a.call')].map((call) => {
      const box = call.getBoundingClientRect()
      const y = (box.top + box.bottom) / 2 - column.origin
      return [unitAt(column.units, y), call.id, (call.getAttribute('href') ?? '').split('#')[1] ?? ''] as const
    })
  }

  /** An empty anchor may stand at the end of a line while the words that it is for begin the next one: theirs is the place. */
  function boxBehind(anchor: Element, root: Element): DOMRect | undefined {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    walker.currentNode = anchor
    for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
      const at = text.data.search(/\S/)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(text, at)
      range.setEnd(text, at + 1)
      return range.getClientRects()[0]
    }
    return undefined
  }

  function anchorsIn(root: Element, column: Column): (readonly [string, number])[] {
    return [...root.querySelectorAll('[id]')].map((anchor) => {
      const box = (anchor.tagName === 'SPAN' && anchor.textContent === '' ? boxBehind(anchor, root) : undefined) ?? anchor.getClientRects()[0] ?? anchor.getBoundingClientRect()
      return [anchor.id, box.top - column.origin] as const
    })
  }

  /** @param headPx height above its text that is the head of every page */
  function measure(root: HTMLElement, headPx = 0): Column {
    const column: Column = {origin: root.getBoundingClientRect().top + headPx, units: [], blocks: [], tops: new Map(), waiting: []}
    for (const child of root.children) walk(child as HTMLElement, column, false)
    flows.push(column.blocks)
    return column
  }

  takeTablesApart()
  return [...document.querySelectorAll<HTMLElement>('section.chapter')].map((chapter) => {
    const flow = chapter.querySelector<HTMLElement>(':scope > .flow') as HTMLElement
    const column = measure(flow, parseFloat(getComputedStyle(flow).paddingTop))
    const notes = [...chapter.querySelectorAll<HTMLElement>(':scope > .feet > .note')].map((note) => {
      const own = measure(note)
      return {id: note.id, height: note.getBoundingClientRect().height, units: own.units, calls: callsIn(note, own), anchors: anchorsIn(note, own)}
    })
    return {units: column.units, calls: callsIn(flow, column), notes, anchors: anchorsIn(flow, column)}
  })
}

/** The arrays of numbers as what they mean. */
export function readMeasured(raw: RawChapter): MeasuredChapter {
  return {
    units: unitsOf(raw.units, raw.calls),
    notes: raw.notes.map((note) => ({id: note.id, height: note.height, lines: unitsOf(note.units, note.calls), anchors: note.anchors})),
    anchors: raw.anchors,
  }
}

function unitsOf(numbers: readonly number[], calls: RawChapter['calls']): MeasuredChapter['units'] {
  const callsOf = new Map<number, [string, string][]>()
  for (const [unit, call, note] of calls) callsOf.set(unit, [...(callsOf.get(unit) ?? []), [call, note]])
  return Array.from({length: numbers.length / 10}, (_, index) => {
    const [top = 0, bottom = 0, outerTop = 0, outerBottom = 0, block = 0, line = 0, lines = 1, keep = 0, whole = 0, repeatedHead = 0] = numbers.slice(index * 10, index * 10 + 10)
    return {top, bottom, outerTop, outerBottom, block, line, lines, keepWithNext: keep === 1, whole: whole === 1, repeatedHead, calls: callsOf.get(index) ?? []}
  })
}
