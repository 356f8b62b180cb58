/** What {@link placeInPage} does, as plain numbers. Chapters in the order of the document. */
export interface Placement {
  readonly chapters: readonly PlacedChapter[]
  readonly textHeightPx: number
  readonly topPx: number
}

export interface PlacedChapter {
  /** Blank pages before it. */
  readonly blanks: number
  /** Blocks before which a page begins, each with the pages to leave empty before it. */
  readonly breaks: readonly (readonly [block: number, empty: number])[]
  /** Blocks whose lines are parted: boxes to put at their beginning, height of a gap and of a bar in turn. */
  readonly bars: readonly (readonly [block: number, heights: readonly number[]])[]
  /** Blocks that are parted, with or without bars. */
  readonly cut: readonly number[]
  /** Pages with only notes after the end of the text. */
  readonly trailing: number
  readonly pages: readonly PlacedPage[]
}

export interface PlacedPage {
  readonly head: string
  readonly folio: string
  readonly side: 'left' | 'right'
  /** Height of the text; below it all is covered with white, since blocks are drawn down to the page's end. */
  readonly usedPx: number
  /** Height of the notes with their rule; 0 without notes. */
  readonly footPx: number
  /** Beside the rule, where a note of the page before goes on; empty where none does. */
  readonly continued: string
  /** Notes that begin here. */
  readonly notes: readonly PlacedNoteBox[]
  /** Height from the top of the page at which the first of them stands; `undefined` when they follow a continued one. */
  readonly notesTopPx: number | undefined
}

export interface PlacedNoteBox {
  readonly id: string
  /** Anchor of this copy, when the note stands on an earlier page already. */
  readonly copy?: string
  /** Calls of the text whose links lead here. */
  readonly calls: readonly string[]
  /** Calls within the note that lead to a copy of their note. */
  readonly leads: readonly (readonly [call: string, copy: string])[]
  readonly breaks: readonly (readonly [block: number, gapPx: number])[]
  readonly bars: PlacedChapter['bars']
  readonly cut: PlacedChapter['cut']
}

/**
 * Puts the pages into the document: a page break before each block that begins a page, bars that push lines to the next
 * page, notes at the feet, running heads and folios. Runs in the browser: it may use nothing of this file.
 */
export function placeInPage({chapters, topPx, textHeightPx}: Placement): void {
  const flows = (globalThis as typeof globalThis & {measuredBlocks: {block: HTMLElement; starters: HTMLElement[]}[][]}).measuredBlocks
  let flowIndex = 0
  const make = (tag: string, className: string, heightPx?: number): HTMLElement => {
    const element = document.createElement(tag)
    element.className = className
    if (heightPx !== undefined) element.style.height = `${heightPx}px`
    return element
  }

  function beginPage({block, starters}: {block: HTMLElement; starters: HTMLElement[]}): HTMLElement {
    const outermost = starters[0] ?? block
    for (const one of starters) one.style.marginTop = '0'
    outermost.style.breakBefore = 'page'
    return outermost
  }

  /** What follows the last line is no part of what was measured; where that just fills its page, it would begin another. */
  function endWithLastLine(flow: HTMLElement): void {
    const lastOf = (element: Element): Element | null => {
      const last = element.lastElementChild
      for (let after = last?.nextSibling; after; after = after.nextSibling) if (after.nodeType === Node.TEXT_NODE && (after.nodeValue ?? '').trim() !== '') return null
      return last
    }
    for (let last = lastOf(flow); last instanceof HTMLElement; last = lastOf(last)) last.style.marginBottom = '0'
  }

  /** Line by line, the end of each piece of a link, as places between characters. */
  function lineEnds(link: HTMLElement): [Text, number][] {
    const ends: [Text, number][] = []
    const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    let bottom: number | undefined
    while (walker.nextNode()) {
      const text = walker.currentNode as Text
      for (let at = 0; at < text.data.length; at++) {
        range.setStart(text, at)
        range.setEnd(text, at + 1)
        const box = range.getClientRects()[0]
        if (!box || box.width === 0) continue
        if (bottom !== undefined && (box.top + box.bottom) / 2 > bottom) ends.push([text, at])
        bottom = box.bottom
      }
    }
    return ends
  }

  /**
   * In a block that is cut, Chromium draws the areas of inline links as if it were whole. Boxes of their own are drawn
   * where they are: one for each line of the link, so that every line stays as it was measured.
   */
  function boxLinks(block: HTMLElement): void {
    for (const link of block.querySelectorAll<HTMLElement>('a[href]')) {
      if (getComputedStyle(link).display !== 'inline') continue
      for (const [text, at] of lineEnds(link).reverse()) {
        const range = document.createRange()
        range.setStart(text, at)
        range.setEndAfter(link.lastChild as Node)
        const rest = link.cloneNode(false) as HTMLElement
        rest.removeAttribute('id')
        rest.append(range.extractContents())
        rest.classList.add('boxed')
        link.after(rest)
      }
      link.classList.add('boxed')
    }
  }

  function putBars(blocks: (typeof flows)[number], bars: PlacedChapter['bars']): void {
    for (const [index, heights] of bars) {
      const pieces = heights.map((height, at) => make('span', at % 2 === 0 ? 'gap' : 'bar', height))
      blocks[index]?.block.prepend(...pieces)
    }
  }

  function putNotes(feet: HTMLElement, pages: readonly PlacedPage[], noteFlows: Map<string, (typeof flows)[number]>): void {
    const placed = document.createDocumentFragment()
    const originals = new Map([...feet.children].map((note) => [note.id, note as HTMLElement]))
    const copied = [...new Set(pages.flatMap((page) => page.notes.flatMap(({id, copy}) => (copy === undefined ? [] : [id]))))]
    const pristine = new Map(copied.map((id) => [id, markedCopy(originals.get(id), noteFlows.get(id) ?? [])]))
    for (const page of pages) {
      const group = make('div', page.notesTopPx === undefined ? 'foot follows' : 'foot', undefined)
      if (page.notesTopPx !== undefined) group.append(make('div', 'room', page.notesTopPx))
      for (const box of page.notes) {
        const note = box.copy === undefined ? originals.get(box.id) : (pristine.get(box.id)?.cloneNode(true) as HTMLElement | undefined)
        if (!note) continue
        // Its lines are measured where it stands.
        if (box.copy !== undefined && box.cut.length > 0) feet.append(note)
        partNote(box, blocksIn(note, noteFlows.get(box.id) ?? []))
        for (const [call, copy] of box.leads) leadTo(note.querySelector(`[id="${CSS.escape(call)}"]`), copy)
        if (box.copy !== undefined) makeCopy(note, {...box, copy: box.copy})
        group.append(note)
      }
      placed.append(group)
    }
    feet.replaceChildren(placed)
  }

  /** A copy whose blocks are told by their numbers. */
  function markedCopy(note: HTMLElement | undefined, blocks: (typeof flows)[number]): HTMLElement | undefined {
    const all = new Set(blocks.flatMap(({block, starters}) => [block, ...starters]))
    ;[...all].forEach((element, part) => (element.dataset['part'] = String(part)))
    return note?.cloneNode(true) as HTMLElement | undefined
  }

  /** The measured blocks of a note, in this one of its copies. */
  function blocksIn(note: HTMLElement, blocks: (typeof flows)[number]): (typeof flows)[number] {
    const counterpart = (element: HTMLElement): HTMLElement => (note.contains(element) ? element : (note.querySelector<HTMLElement>(`[data-part="${element.dataset['part'] ?? ''}"]`) ?? note))
    return blocks.map(({block, starters}) => ({block: counterpart(block), starters: starters.map(counterpart)}))
  }

  function partNote(box: PlacedNoteBox, blocks: (typeof flows)[number]): void {
    for (const index of box.cut) if (blocks[index]) boxLinks(blocks[index].block)
    putBars(blocks, box.bars)
    for (const [index, gapPx] of box.breaks) {
      const begin = blocks[index]
      if (!begin) continue
      const outermost = beginPage(begin)
      outermost.style.breakBefore = ''
      const gap = make('div', 'room', gapPx)
      gap.style.breakBefore = 'page'
      outermost.before(gap)
    }
  }

  function leadTo(link: Element | null, target: string): void {
    const old = link?.getAttribute('href') ?? '#'
    link?.setAttribute('href', `${old.slice(0, old.indexOf('#'))}#${target}`)
  }

  /** A note that is printed again: its anchors are those of the first. */
  function makeCopy(note: HTMLElement, {calls, copy}: PlacedNoteBox & {copy: string}): void {
    for (const call of calls) leadTo(document.getElementById(call), copy)
    const [first] = calls
    if (first !== undefined) leadTo(note.querySelector('.note-label'), first)
    note.id = copy
    for (const inner of note.querySelectorAll('[id]')) inner.removeAttribute('id')
  }

  function furnish(pages: readonly PlacedPage[]): HTMLElement {
    const furniture = make('div', 'furniture')
    furniture.setAttribute('aria-hidden', 'true')
    for (const page of pages) {
      const sheet = make('div', `sheet sheet-${page.side}`)
      const head = make('div', 'running-head', topPx)
      const words = make('span', 'words')
      words.textContent = page.head
      if (page.head !== '') head.append(words)
      const folio = make('div', 'folio-place')
      folio.textContent = page.folio
      const foot = make('div', 'foot-space', page.footPx)
      if (page.continued !== '') {
        const continued = make('div', 'note-continued', 0)
        continued.textContent = page.continued
        foot.append(continued)
      }
      if (page.footPx > 0) foot.append(make('div', 'note-rule'))
      sheet.append(head, make('div', 'room', page.usedPx), make('div', 'cover', textHeightPx - page.footPx - page.usedPx), foot, folio)
      furniture.append(sheet)
    }
    return furniture
  }

  document.querySelector('body > .specimen')?.remove()
  ;[...document.querySelectorAll<HTMLElement>('section.chapter')].forEach((section, index) => {
    const chapter = chapters[index]
    const flow = section.querySelector<HTMLElement>(':scope > .flow')
    const feet = section.querySelector<HTMLElement>(':scope > .feet')
    const blocks = flows[flowIndex++] ?? []
    const noteFlows = new Map([...(feet?.children ?? [])].map((note) => [note.id, flows[flowIndex++] ?? []]))
    if (!chapter || !flow || !feet) return
    for (let blank = 0; blank < chapter.blanks; blank++) section.before(make('div', 'blank-page'))
    for (const index of chapter.cut) if (blocks[index]) boxLinks(blocks[index].block)
    putBars(blocks, chapter.bars)
    for (const [block, empty] of chapter.breaks) {
      const begin = blocks[block]
      if (!begin) continue
      const outermost = beginPage(begin)
      for (let count = 0; count < empty; count++) outermost.before(make('div', 'empty-page'))
    }
    endWithLastLine(flow)
    for (let count = 0; count < chapter.trailing; count++) flow.append(make('div', 'empty-page'))
    putNotes(feet, chapter.pages, noteFlows)
    feet.before(furnish(chapter.pages))
  })
}
