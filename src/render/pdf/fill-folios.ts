/** Page numbers to fill in. */
export interface FoliosInput {
  /** Folio by anchor. */
  readonly folios: Readonly<Record<string, string>>
  /** Digits that every number gets room for from now on; 0: as much as each takes. */
  readonly slotDigits: number
}

/**
 * Writes the page numbers into their places; in a list (`.folios > .item`) each number stands once. Runs in the browser: it may use nothing of this file.
 *
 * @returns true when no line moved: every block is as high as before, and every call as far down in it
 */
export function fillFolios({folios, slotDigits}: FoliosInput): boolean {
  const links = [...document.querySelectorAll<HTMLElement>('[data-page-of]')]
  const blocks = [...new Set(links.map((link) => link.closest('p, li, dd, tr, h1, h2, h3, h4, h5, h6') ?? link))]
  const shape = (): string => blocks.map((block) => {
    const {top, bottom} = block.getBoundingClientRect()
    const calls = [...block.querySelectorAll('a.call, [id]')].map((call) => Math.round(call.getBoundingClientRect().top - top))
    return `${Math.round(bottom - top)}:${calls.join()}`
  }).join(';')
  const before = shape()
  if (slotDigits > 0) {
    document.documentElement.classList.add('folio-slots')
    document.documentElement.style.setProperty('--folio-digits', String(slotDigits))
  }
  for (const link of links) link.textContent = folios[link.dataset['pageOf'] ?? ''] ?? ''
  for (const list of document.querySelectorAll('.folios')) {
    const seen = new Set<string>()
    const shown: {readonly item: HTMLElement; readonly page: number}[] = []
    for (const item of list.querySelectorAll<HTMLElement>(':scope > .item')) {
      const folio = item.querySelector('[data-page-of]')?.textContent ?? ''
      item.hidden = seen.has(folio)
      if (!item.hidden) shown.push({item, page: /^\d+$/.test(folio) ? Number(folio) : NaN})
      seen.add(folio)
    }
    if (list.classList.contains('ranges')) joinRanges(shown)
  }
  return slotDigits === 0 && shape() === before

  /** Three pages in a row and more are a range; the same as `showFolios` of the model. */
  function joinRanges(shown: readonly {readonly item: HTMLElement; readonly page: number}[]): void {
    shown.forEach(({item, page}, at) => {
      const isWithin = (from: number): boolean => shown[from] !== undefined && [1, 2].every((step) => shown[from + step]?.page === (shown[from]?.page ?? NaN) + step)
      const continues = shown[at + 1]?.page === page + 1 && shown[at - 1]?.page === page - 1
      const ends = !continues && shown[at - 1]?.page === page - 1 && isWithin(at - 2)
      const separator = item.querySelector('.separator')
      if (!separator) return
      const own = (item.dataset['separator'] ??= separator.textContent)
      separator.textContent = ends ? '–' : own
      if (continues) item.hidden = true
    })
  }
}
