const date = String.raw`(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{4}年\d{1,2}月\d{1,2}日)\.?`
const time = String.raw`(?:[ap]\.?m\.?|[AP]M|上午|下午|晚上|凌晨|中午|早上|오전|오후|午前|午後)?\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*(?:[ap]\.?\s?m\.?|[AP]\.?M\.?))?`
const moment = String.raw`${date},?\s+(?:(?:um|at|klo|à)\s+)?${time}`

/** How the programs write the line that begins a message: each with a moment, and with who wrote. */
const openings: readonly RegExp[] = [
  // WhatsApp, Signal: `[24.07.23, 15:59:10] Ann: …`, `24/07/2023, 15:59 - Ann: …`
  new RegExp(String.raw`^\[?${moment}\]?\s*(?:[-–—]\s*)?[^:\n]{1,60}:\s`),
  // WeChat, QQ, as they are copied: `2023-07-24 15:59:10 Ann(12345)`, `Ann 2023-07-24 15:59:10`; the words stand below.
  new RegExp(String.raw`^${moment}\s+[^\s:][^:\n]{0,60}$`),
  new RegExp(String.raw`^[^:\n]{1,40}?,?\s+\[?${moment}\]?:?$`),
  // LINE: `15:59<tab>Ann<tab>…`
  /^\d{1,2}:\d{2}\t[^\t\n]{1,60}\t/,
]
/** Signs that programs put around names and moments to keep their direction. */
const directions = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** Whether a text is what a chat program exports: three lines that begin a message, in one form, at a third of its lines. */
export function isChat(text: string): boolean {
  const lines = text.replace(directions, '').replace(/[\u00A0\u202F]/g, ' ').split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return openings.some((opening) => {
    const begun = lines.filter((line) => line.length < 4000 && opening.test(line)).length
    return begun >= 3 && begun * 3 >= lines.length
  })
}
