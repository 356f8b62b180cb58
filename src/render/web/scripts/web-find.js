// @ts-check
// Finds words in the dossier: lists the hits with the words around them and marks them in the text.
const hasRoomBeside = matchMedia('(min-width: 64rem)')
const wantsCalm = matchMedia('(prefers-reduced-motion: reduce)')
/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id))
/** @param {Element | null} from @param {string} selector */
const closest = (from, selector) => /** @type {HTMLElement | null} */ (from?.closest(selector) ?? null)
/** @param {HTMLElement} to @param {ScrollLogicalPosition} block */
const bringIntoView = (to, block) => to.scrollIntoView({block, behavior: wantsCalm.matches ? 'auto' : 'smooth'})
const main = byId('web-text')

const find = byId('web-find')
const field = /** @type {HTMLInputElement} */ (byId('web-find-words'))
const found = byId('web-found')
const count = /** @type {HTMLElement} */ (found.querySelector('.found-count'))
const places = /** @type {HTMLElement} */ (found.querySelector('.found-places'))
const listed = 100
const around = 24
/** Parts cells: white space that is not left out beside Han. */
const cellEnd = '\x1F'
/** What is not seen: soft hyphens, places where a word may break, joiners. */
const unseen = /[\xAD\u034F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFE00-\uFE0F\uFEFF]/
/** @type {Record<string, string | undefined>} */
const plainMarks = {'\u2018': "'", '\u2019': "'", '\u201C': '"', '\u201D': '"', '\u300C': '"', '\u300D': '"', '\u2013': '-', '\u2014': '-', '\u2212': '-'}
/** @type {ReturnType<typeof readText> | undefined} */
let read
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting

find.hidden = false
find.addEventListener('submit', (event) => {
  event.preventDefault()
  search()
  places.querySelector('button')?.click()
})
field.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(search, 150)
})
// The cross in the field.
field.addEventListener('search', () => {
  if (field.value === '') forget()
})
field.addEventListener('focus', () => {
  if (places.childElementCount > 0) found.hidden = false
})
document.addEventListener('pointerdown', (event) => {
  if (!hasRoomBeside.matches && !find.contains(/** @type {Node} */ (event.target))) found.hidden = true
})

document.addEventListener('keydown', (event) => {
  const focused = document.activeElement
  if (event.key !== 'Escape' || !(find.contains(focused) || focused?.matches('mark.hit'))) return
  forget()
  field.focus()
  event.preventDefault()
})

function forget() {
  clearTimeout(waiting)
  unmark()
  field.value = ''
  found.hidden = true
  places.replaceChildren()
}

function search() {
  clearTimeout(waiting)
  unmark()
  const words = fold(field.value).text.trim()
  places.replaceChildren()
  found.hidden = words === ''
  if (words === '') return
  read ??= readText()
  const hits = []
  for (let at = read.text.indexOf(words); at >= 0; at = read.text.indexOf(words, at + words.length)) hits.push(at)
  count.textContent = countWords(hits.length)
  const shown = hits.slice(0, listed).map((at) => hitAt(at, words.length))
  const marks = shown.toReversed().map(mark).toReversed()
  places.replaceChildren(...shown.map((hit, index) => place(hit, marks[index] ?? [])))
}

/** @param {number} hits */
function countWords(hits) {
  const words = hits === 0 ? found.dataset['none'] : hits > listed ? found.dataset['first'] : found.dataset['count']
  const values = hits === 0 ? [field.value.trim()] : [String(hits), String(listed)]
  return (words ?? '').replace(/\{\}/g, () => values.shift() ?? '')
}

/** One hit in the list. @param {ReturnType<typeof hitAt>} hit @param {HTMLElement[]} marks */
function place({before, words, after, title}, marks) {
  const item = document.createElement('li')
  const button = document.createElement('button')
  button.type = 'button'
  const where = document.createElement('span')
  where.className = 'found-where'
  where.textContent = title
  const inside = document.createElement('mark')
  inside.textContent = words
  button.append(where, before, inside, after)
  button.addEventListener('click', () => {
    const [first] = marks
    if (!first) return
    for (const one of document.querySelectorAll('mark.current')) one.classList.remove('current')
    for (const one of marks) one.classList.add('current')
    if (!hasRoomBeside.matches) found.hidden = true
    first.tabIndex = -1
    first.focus({preventScroll: true})
    bringIntoView(first, 'center')
  })
  item.append(button)
  return item
}

/** Takes all marks out again; what was read of the text is of other nodes then. */
function unmark() {
  const marks = document.querySelectorAll('mark.hit')
  const parents = new Set()
  for (const one of marks) {
    parents.add(one.parentNode)
    one.replaceWith(...one.childNodes)
  }
  for (const one of parents) one.normalize()
  if (marks.length > 0) read = undefined
}

/** Puts marks around a hit, one in each of the texts it runs through; hits behind it have theirs already. @param {ReturnType<typeof hitAt>} hit */
function mark({pieces}) {
  return pieces.toReversed().map(({node, from, to}) => {
    const inner = node.splitText(from)
    inner.splitText(to - from)
    const box = document.createElement('mark')
    box.className = 'hit'
    inner.replaceWith(box)
    box.append(inner)
    return box
  }).toReversed()
}

/** A hit with its words, those around it, and the texts it runs through. @param {number} at @param {number} length */
function hitAt(at, length) {
  const {raw, starts, nodes, places} = /** @type {ReturnType<typeof readText>} */ (read)
  const from = places[at] ?? 0
  const to = (places[at + length - 1] ?? 0) + 1
  const block = [raw.lastIndexOf('\n\n', from) + 1, raw.indexOf('\n\n', to)]
  const before = asRead(raw.slice(Math.max(block[0] ?? 0, from - around), from))
  const after = asRead(raw.slice(to, Math.min(block[1] === -1 ? raw.length : (block[1] ?? 0), to + around)))
  const pieces = []
  let index = starts.findLastIndex((start) => start <= from)
  for (; index < nodes.length && (starts[index] ?? 0) < to; index++) {
    const node = /** @type {Text} */ (nodes[index])
    const start = starts[index] ?? 0
    const piece = {node, from: Math.max(0, from - start), to: Math.min(node.data.length, to - start)}
    if (piece.to > piece.from) pieces.push(piece)
  }
  const chapter = closest(pieces[0]?.node.parentElement ?? null, '.chapter')
  const title = chapter?.querySelector('.heading-1')?.textContent ?? ''
  return {before, words: asRead(raw.slice(from, to)), after, title, pieces}
}

/** Words as they are read. @param {string} text */
function asRead(text) {
  return text.replaceAll(cellEnd, ' ').replaceAll('\xAD', '').replace(/\s+/g, ' ')
}

/** The text of the page, as it stands and as it is compared; blocks are parted, so that no hit runs over their ends. */
function readText() {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  const blocks = 'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, pre, div, section, header, figure, figcaption, caption, blockquote'
  const nodes = []
  const starts = []
  let raw = ''
  let last = null
  while (walker.nextNode()) {
    const node = /** @type {Text | Element} */ (walker.currentNode)
    if (!('data' in node)) {
      // Not a line end: two of them part blocks.
      if (node.localName === 'br') raw += ' '
      continue
    }
    // What is no word of the text: numbers of calls and notes, marks of pages, readings above characters.
    if (closest(node.parentElement, '.opened-note, .note-label, .ways-back, .call, .page-mark, rt, rp')) continue
    // Between cells and blocks white space is of the file, not of the text.
    if (node.parentElement?.matches('table, thead, tbody, tfoot, tr, dl, ul, ol, div, section, header, figure, blockquote') && node.data.trim() === '') continue
    const block = closest(node.parentElement, blocks)
    if (block !== last) raw += areBeside(last, block) ? cellEnd : '\n\n'
    last = block
    nodes.push(node)
    starts.push(raw.length)
    raw += node.data
  }
  return {raw, starts, nodes, ...fold(raw)}
}

/** Cells of one row, label and value of one line: they are read one after the other. @param {Element | null} one @param {Element | null} other */
function areBeside(one, other) {
  return Boolean(one?.matches('td, th, dt, dd') && other?.matches('td, th, dt, dd') && one.parentElement === other.parentElement && one.parentElement?.localName !== 'dl')
}

/** A text as it is compared: without case, accents and widths, marks made plain, white space one or, beside Han, none. @param {string} raw */
function fold(raw) {
  /** @type {string[]} */
  const pieces = []
  /** @type {number[]} */
  const places = []
  let last = ''
  /** @param {string} sign @param {number} at */
  const put = (sign, at) => {
    pieces.push(sign)
    for (let unit = 0; unit < sign.length; unit++) places.push(at)
    last = sign
  }
  for (let at = 0; at < raw.length; at++) {
    const sign = raw[at] ?? ''
    if (unseen.test(sign)) continue
    if (sign === '\n' && raw[at + 1] === '\n') {
      if (last !== '\n') put('\n', at)
    } else if (sign === cellEnd) {
      if (last === ' ') last = cellEnd
      else if (last !== '\n') put(' ', at)
      last = cellEnd
    } else if (/\s/.test(sign)) {
      if (last !== ' ' && last !== '\n' && last !== cellEnd && !isHan(last)) put(' ', at)
    } else {
      if (last === ' ' && isHan(sign)) {
        pieces.pop()
        places.pop()
      }
      for (const one of plain(sign)) put(one, at)
    }
  }
  return {text: pieces.join(''), places}
}

/** @param {string} sign */
function isHan(sign) {
  return sign >= '\u2E80' && sign <= '\uFAFF'
}

/** @param {string} sign */
function plain(sign) {
  if (sign < '\x80') return sign.toLowerCase()
  if (isHan(sign)) return sign.normalize('NFKC')
  return plainMarks[sign] ?? sign.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
