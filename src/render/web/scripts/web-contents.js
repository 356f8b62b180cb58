// @ts-check
// The contents: folded in a narrow window, open beside the text in a wide one, with a mark at what is being read.
const hasRoomBeside = matchMedia('(min-width: 64rem)')
/** @param {Element | null} from @param {string} selector */
const closest = (from, selector) => /** @type {HTMLElement | null} */ (from?.closest(selector) ?? null)
/** @param {HTMLAnchorElement | null} link */
const targetOf = (link) => (link ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null)

const contents = document.querySelector('.chapter-contents')
const folding = /** @type {HTMLDetailsElement | null} */ (contents?.querySelector('details') ?? null)
if (contents && folding) {
  const settle = () => (folding.open = hasRoomBeside.matches)
  hasRoomBeside.addEventListener('change', settle)
  settle()
  contents.addEventListener('click', (event) => {
    if (closest(/** @type {Element} */ (event.target), 'a') && !hasRoomBeside.matches) folding.open = false
  })
  followReading(contents)
}

/** Marks in the contents what is being read. @param {Element} contents */
function followReading(contents) {
  const links = new Map()
  for (const link of contents.querySelectorAll('a')) {
    const heading = targetOf(link)
    if (heading) links.set(heading, link)
  }
  const headings = [...links.keys()]
  const watcher = new IntersectionObserver(() => {
    const current = headings.findLast((one) => one.getBoundingClientRect().top < innerHeight / 3)
    for (const [heading, link] of links) {
      if (heading === current) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
  }, {rootMargin: '0px 0px -66% 0px', threshold: [0, 1]})
  for (const heading of headings) watcher.observe(heading)
}
