/** A mailbox of a header (RFC 5322 §3.4): a name, an address, or both; what the publisher blanked is said. */
export interface Mailbox {
  /** The words of the header for this mailbox, untouched. */
  readonly asPrinted: string
  /** Display name; `undefined` when there is none. */
  readonly name?: string
  /** addr-spec; `undefined` when there is none or it is blanked. */
  readonly address?: string
  /** True when the address stands as empty angle brackets (`Greg Brockman <>`): a redaction of the publisher. */
  readonly redacted: boolean
}
