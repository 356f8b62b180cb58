/**
 * Shows a hidden body to a page that rests, and loads the fonts of its text. Runs in the browser: it may use nothing of
 * this file.
 *
 * A page rests while its media is the screen: it has styles, from which it is known what fonts its text needs, and no
 * layout. Text that is laid out before its fonts have come is laid out twice, the first time with whatever fonts the
 * system may have for each of its characters; behind the sandbox that takes longer than all the rest of loading.
 */
export async function loadFonts(): Promise<void> {
  const {body, fonts} = document
  const resting = new CSSStyleSheet()
  resting.replaceSync('@media screen { body { content-visibility: hidden !important } }')
  document.adoptedStyleSheets.push(resting)
  body.hidden = false
  const texts = new Map<string, string>()
  let parent: Element | null = null
  let font = ''
  for (const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT); walker.nextNode();) {
    const text = walker.currentNode as Text
    if (text.parentElement && text.parentElement !== parent) {
      parent = text.parentElement
      const {fontStyle, fontWeight, fontFamily} = getComputedStyle(parent)
      font = `${fontStyle} ${fontWeight} 16px ${fontFamily}`
    }
    texts.set(font, (texts.get(font) ?? '') + text.data)
  }
  // A font that can't be had is missed by whoever counts the requests that were refused.
  await Promise.allSettled([...texts].map(([name, words]) => fonts.load(name, words)))
  await fonts.ready
}
