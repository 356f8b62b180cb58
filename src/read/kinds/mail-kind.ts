import type {FileKind} from './file-kind.ts'

/** A field of a header (RFC 5322 §2.2), with the lines that it is folded over. */
const field = /^([!-9;-~]+):[ \t]*([^\n]*(?:\n[ \t]+[^\n]*)*)(?:\n|$)/
/** The line between two messages of an mbox (RFC 4155): an address and a date as of `asctime`. */
const mboxLine = /^From \S.*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2} \d\d:\d\d(?::\d\d)? .*\d{4}[^\n]*\n/
/** What only programs write: nobody types it above a letter that is pasted into a text. */
const written = /^(?:received|return-path|delivered-to|mime-version|content-type|content-transfer-encoding|message-id|dkim-signature|arc-[a-z-]+|authentication-results|x-[a-z0-9-]+|references|in-reply-to|list-[a-z]+|user-agent|thread-(?:topic|index))$/
const addressed = /^(?:from|to|cc|bcc|date|subject|sender|reply-to|return-path|delivered-to|received)$/

/** A looser line of that kind, where what stands below it is a header. */
const looseMboxLine = /^From \S+@\S+[^\n]*\n(?=(?:Return-Path|Received|X-[\w-]+|Date|Message-ID): )/i
/** What tells how a body is written (RFC 2045): its words can't be read without a program. */
const encoding = /^[\w.+-]+\/[\w.+-]+\s*(?:;|$)|^(?:7bit|8bit|binary|base64|quoted-printable)$|^1\.0$/i

/**
 * Whether a text is a message as it was received, a mailbox of them, or a web page that was saved in the form of one (RFC 2557).
 * Header lines that were pasted above a letter are no mail file: a program's own fields must be among them.
 */
export function mailKind(text: string): FileKind | undefined {
  const envelope = (mboxLine.exec(text) ?? looseMboxLine.exec(text))?.[0] ?? ''
  const fields = readFields(text.slice(envelope.length))
  if (envelope !== '' && fields.size > 0) return 'mbox'
  const names = [...fields.keys()]
  const type = fields.get('content-type') ?? ''
  if (fields.has('snapshot-content-location') || (/^multipart\/related/i.test(type) && !fields.has('to'))) return 'saved-page'
  const isEncoded = ['content-type', 'content-transfer-encoding', 'mime-version'].some((name) => encoding.test(fields.get(name) ?? ''))
  const isReceived = names.length >= 3 && names.some((name) => addressed.test(name)) && names.some((name) => written.test(name))
  return isEncoded || isReceived ? 'mail' : undefined
}

/** The fields at the head of a text, names in small letters; as far as they go. */
function readFields(text: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (let rest = text, found = field.exec(rest); found; found = field.exec(rest)) {
    fields.set((found[1] ?? '').toLowerCase(), (found[2] ?? '').trim())
    rest = rest.slice(found[0].length)
  }
  return fields
}
