const word = /=\?([A-Za-z0-9_.:-]{1,40})(?:\*[A-Za-z-]{1,20})?\?([BbQq])\?([^?\s]*)\?=/g
/** What GB2312 and its kin are decoded as: the larger set holds all of them. */
const wider: Readonly<Record<string, string>> = {gb2312: 'gb18030', gbk: 'gb18030', cp936: 'gb18030', 'ks_c_5601-1987': 'euc-kr'}

/**
 * Decodes the encoded words of a header (RFC 2047): `=?utf-8?q?Andr=C3=A9?=`. Neighbours of one charset are decoded
 * together, for programs cut them inside a character. What can't be decoded stays as it is.
 */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text
  const joined = text.replace(/(\?=)\s+(?==\?[^?\s]{1,62}\?[BbQq]\?)/g, '$1')
  const pieces: string[] = []
  let bytes: number[] = []
  let [charset, at] = ['', 0]
  const flush = (): void => {
    if (bytes.length > 0) pieces.push(textOf(bytes, charset))
    bytes = []
  }
  for (const match of joined.matchAll(word)) {
    const [whole, own = '', kind = '', content = ''] = match
    if (match.index > at || own.toLowerCase() !== charset) flush()
    pieces.push(joined.slice(at, match.index))
    charset = own.toLowerCase()
    bytes.push(...(kind.toLowerCase() === 'b' ? Buffer.from(content, 'base64') : quotedBytes(content)))
    at = match.index + whole.length
  }
  flush()
  return `${pieces.join('')}${joined.slice(at)}`
}

function quotedBytes(content: string): Buffer {
  return Buffer.from(content.replaceAll('_', ' ').replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1')
}

function textOf(bytes: readonly number[], charset: string): string {
  try {
    return new TextDecoder(wider[charset] ?? charset).decode(Uint8Array.from(bytes))
  } catch (error) {
    // A charset that no decoder has.
    if (error instanceof RangeError) return `=?${charset}?B?${Buffer.from(bytes).toString('base64')}?=`
    throw error
  }
}
