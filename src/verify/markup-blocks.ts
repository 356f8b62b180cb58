import {inlineTags} from '../model/inline-tags.ts'

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}
const attribute = /\s(alt|title|content|aria-label|href|src|id|data-[\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

/** Words of markup, block by block, without tags, styles and scripts, and those of each attribute that has words. */
export function markupBlocks(markup: string): string[] {
  const bare = markup.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '').replace(/<!--[\s\S]*?-->/g, '')
  const parted = bare.replace(/<[!?/]?\s*([\w:-]*)[^>]*>/g, (_, name: string) => (inlineTags.has(name.toLowerCase()) ? '' : '\u0001'))
  const attributes = attributesOf(bare).flatMap(({name, value}) => (/^(?:alt|title|content|aria-label)$/.test(name) ? [value] : []))
  return [...parted.split('\u0001').map(decode), ...attributes].filter((words) => words.trim() !== '')
}

/** What links and pictures of markup lead to, and its ids. */
export function markupAddresses(markup: string): string[] {
  return attributesOf(markup).flatMap(({name, value}) => (/^(?:href|src|id|data-.*)$/.test(name) && !value.startsWith('data:') ? [value] : []))
}

function attributesOf(markup: string): {name: string; value: string}[] {
  return [...markup.matchAll(attribute)].map(([, name = '', double, single]) => ({name: name.toLowerCase(), value: decode(double ?? single ?? '')}))
}

/** The usual entities as what they stand for. */
function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(amp|lt|gt|quot|apos));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
