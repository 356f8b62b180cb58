/**
 * Shows a hidden body when the fonts of its text are there. Runs in the browser: it may use nothing of this file.
 *
 * Text that is shown before its fonts have come is laid out twice, the first time with whatever fonts the system may
 * have for each of its characters; behind the sandbox that takes longer than all the rest of loading. Which fonts it
 * needs is known from its styles, without a layout.
 */
export async function showWithFonts(): Promise<void> {
  const {body, fonts} = document
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
  body.hidden = true
  // A font that can't be had is missed by whoever counts the requests that were refused.
  await Promise.allSettled([...texts].map(([name, words]) => fonts.load(name, words)))
  body.hidden = false
}
