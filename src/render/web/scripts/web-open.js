// @ts-check
// What opens where it is pointed at: notes under the line of their call, exhibits beside the text. Without this script
// the same links lead to the note and to the exhibit.
const root = document.documentElement
const hasRoomBeside = matchMedia('(min-width: 64rem)')
const wantsCalm = matchMedia('(prefers-reduced-motion: reduce)')
/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id))
/** @param {Element | null} from @param {string} selector */
const closest = (from, selector) => /** @type {HTMLElement | null} */ (from?.closest(selector) ?? null)
/** @param {HTMLElement} to @param {ScrollLogicalPosition} block */
const bringIntoView = (to, block) => to.scrollIntoView({block, behavior: wantsCalm.matches ? 'auto' : 'smooth'})
/** @param {HTMLAnchorElement | null} link */
const targetOf = (link) => (link ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null)

/** A copy without anchors, so that each stays on the page once. @param {Element} original */
function copyOf(original) {
  const copy = /** @type {HTMLElement} */ (original.cloneNode(true))
  for (const one of [copy, ...copy.querySelectorAll('[id], [aria-labelledby], [aria-expanded]')]) {
    for (const name of ['id', 'aria-labelledby', 'aria-expanded']) one.removeAttribute(name)
  }
  for (const one of copy.querySelectorAll('.page-mark, .opened-note')) one.remove()
  for (const one of copy.querySelectorAll('mark.hit')) one.replaceWith(...one.childNodes)
  return copy
}

/** @param {string} words @param {() => void} onClick */
function closeButton(words, onClick) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'close'
  button.setAttribute('aria-label', words)
  button.textContent = '\u00D7'
  button.addEventListener('click', onClick)
  return button
}

// Notes open at their call, under its line.
/** @type {Map<HTMLElement, HTMLElement>} */
const openedNotes = new Map()
let made = 0

/** @param {HTMLElement} call */
function openNote(call) {
  const note = targetOf(/** @type {HTMLAnchorElement} */ (call))
  const words = note?.querySelector('.note-text')
  if (!words) return false
  const box = document.createElement('span')
  box.className = 'opened-note'
  box.id = `web-opened-${++made}`
  box.setAttribute('role', 'note')
  box.setAttribute('aria-label', call.getAttribute('aria-label') ?? '')
  box.lang = closest(note, '[lang]')?.lang ?? ''
  const label = document.createElement('span')
  label.className = 'note-label'
  label.textContent = call.textContent
  box.append(label, copyOf(words), closeButton(byId('web-close').textContent ?? '', () => closeNote(call)))
  placeAt(call, box)
  call.setAttribute('aria-expanded', 'true')
  call.setAttribute('aria-controls', box.id)
  openedNotes.set(call, box)
  return true
}

/** After the words that hold together with the call; after the whole of a heading, whose name it is no part of. @param {HTMLElement} call @param {HTMLElement} box */
function placeAt(call, box) {
  const heading = closest(call, 'h1, h2, h3, h4, h5, h6')
  let place = heading ?? call
  while (!heading && place.parentElement?.matches('.glue, em, strong, del, span:not(.opened-note)')) place = place.parentElement
  place.after(box)
}

/** @param {HTMLElement} call */
function closeNote(call) {
  const box = openedNotes.get(call)
  const hadFocus = box?.contains(document.activeElement)
  // Notes within this one go with it.
  for (const [inner, other] of openedNotes) if (inner !== call && box?.contains(inner)) forgetNote(inner, other)
  if (box) forgetNote(call, box)
  if (hadFocus) call.focus()
}

/** @param {HTMLElement} call @param {HTMLElement} box */
function forgetNote(call, box) {
  box.remove()
  openedNotes.delete(call)
  call.removeAttribute('aria-controls')
  call.setAttribute('aria-expanded', 'false')
}

// An exhibit beside the text.
const beside = byId('web-beside')
const besideName = beside.getAttribute('aria-label') ?? ''
const besideText = /** @type {HTMLElement} */ (beside.querySelector('.beside-text'))
const besidePlace = /** @type {HTMLAnchorElement} */ (beside.querySelector('.beside-place'))
/** @type {HTMLElement | null} */
let besideOpener = null

/** @param {HTMLElement} exhibit @param {HTMLElement} opener */
function openBeside(exhibit, opener) {
  closeBeside()
  const copy = copyOf(exhibit)
  copy.querySelector('.notes')?.remove()
  besideText.replaceChildren(...copy.childNodes)
  besideText.lang = exhibit.lang
  besidePlace.hash = exhibit.id
  beside.setAttribute('aria-label', `${besideName}: ${besideText.querySelector('.heading-1')?.textContent ?? ''}`)
  beside.hidden = false
  root.classList.add('has-beside')
  beside.scrollTop = 0
  besideOpener = opener
  opener.setAttribute('aria-expanded', 'true')
  beside.focus({preventScroll: true})
  bringIntoView(opener, 'nearest')
}

function closeBeside() {
  if (beside.hidden) return
  for (const [call, box] of openedNotes) if (beside.contains(call)) forgetNote(call, box)
  const hadFocus = beside.contains(document.activeElement)
  beside.hidden = true
  besideText.replaceChildren()
  root.classList.remove('has-beside')
  besideOpener?.setAttribute('aria-expanded', 'false')
  if (hadFocus) besideOpener?.focus()
  besideOpener = null
}
byId('web-close').addEventListener('click', () => {
  beside.focus()
  closeBeside()
})
hasRoomBeside.addEventListener('change', () => {
  if (!hasRoomBeside.matches) closeBeside()
})

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = /** @type {HTMLAnchorElement | null} */ (closest(/** @type {Element} */ (event.target), 'a[href^="#"]'))
  if (!link) return
  if (link.matches('.call')) {
    if (openedNotes.has(link)) closeNote(link)
    else if (!openNote(link)) return
    event.preventDefault()
    return
  }
  const target = targetOf(link)
  const pointsAtExhibit = link.matches('.citation, .note-text a, .opened-note a') && target?.matches('.chapter-exhibit')
  if (pointsAtExhibit && target && hasRoomBeside.matches) {
    event.preventDefault()
    openBeside(target, link)
  } else if (link === besidePlace) closeBeside()
})

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  const focused = /** @type {HTMLElement} */ (document.activeElement ?? document.body)
  const call = [...openedNotes].findLast(([call, box]) => call === focused || box.contains(focused))?.[0]
  if (call) {
    closeNote(call)
    call.focus()
    event.preventDefault()
  } else if (!beside.hidden) {
    const opener = besideOpener
    closeBeside()
    opener?.focus()
    event.preventDefault()
  }
})
