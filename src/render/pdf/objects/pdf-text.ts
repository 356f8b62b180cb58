/** A text string as it stands in a PDF (ISO 32000-2 §7.9.2.2): literal where it is ASCII, else UTF-16 in hex. */
export function pdfText(words: string): string {
  if (/^[\x20-\x7e]*$/.test(words)) return `(${words.replace(/[\\()]/g, '\\$&')})`
  return `<feff${Buffer.from(words, 'utf16le').swap16().toString('hex')}>`
}

/** Midnight UTC of a day `YYYY-MM-DD` as a PDF date (§7.9.4). */
export function pdfDate(day: string): string {
  return `(D:${day.replaceAll('-', '')}000000Z)`
}
