/** Thrown for bytes that are no PDF, or none that is whole: a finding about the file. Whatever else a reader throws is a fault of ours. */
export class PdfDamage extends Error {
  override readonly name = 'PdfDamage'
}

/** Whether a reader threw for what is in the bytes: said by itself, or deeper, longer or larger than anything sound. */
export function isDamage(error: unknown): error is Error {
  return error instanceof PdfDamage || error instanceof RangeError
}
