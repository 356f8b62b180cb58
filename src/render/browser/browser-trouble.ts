/** Why a browser did not do what it was asked. `gone`: it died or was killed; `too-slow`: the time limit passed. */
export type Trouble = 'gone' | 'too-slow' | 'refused'

/** What every promise of a page rejects with. After `gone` or `too-slow` the browser is of no use any more. */
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
