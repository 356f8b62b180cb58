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
    for (const item of list.querySelectorAll<HTMLElement>(':scope > .item')) {
      const folio = item.querySelector('[data-page-of]')?.textContent ?? ''
      item.hidden = seen.has(folio)
      seen.add(folio)
    }
  }
  return slotDigits === 0 && shape() === before
}
