/**
 * Why a browser did not do what it was asked. `gone`: it died or was killed; `too-slow`: the time limit passed;
 * `too-large`: it took more memory than it may.
 */
export type Trouble = 'gone' | 'too-slow' | 'too-large' | 'refused'

/** What every promise of a page rejects with. After all but `refused` the browser is of no use any more. */
export class BrowserTrouble extends Error {
  override readonly name = 'BrowserTrouble'
  readonly kind: Trouble

  constructor(kind: Trouble, says: string) {
    super(says)
    this.kind = kind
  }
}

/** Whether Puppeteer says that the browser refused a command or closed the conversation. Told by name: it is loaded late. */
export function isProtocolError(error: unknown): error is Error {
  return error instanceof Error && (error.name === 'ProtocolError' || error.name === 'TargetCloseError')
}
