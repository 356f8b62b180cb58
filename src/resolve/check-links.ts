import type {Link, Parents, RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import type {Message} from '../model/dossier.ts'
import {nearestName} from '../model/nearest-name.ts'
import {nodesIn} from '../model/nodes-in.ts'
import {report} from '../report/report.ts'
import {isBody, type Texts} from './texts.ts'

/** Addresses that a reader can follow from paper, mail or web. Everything else (`javascript:`, `file:`) is no link. */
const followed = /^(?:https?|mailto|tel|ftp|urn|doi|news|xmpp|ircs?):/i

/**
 * Keeps links that lead somewhere: addresses on the web, mail addresses, and anchors of the dossier. Of other links the
 * words stay and the link goes.
 *
 * Reports `resolve-link-leads-somewhere`.
 *
 * @param further anchors besides articles, exhibits and messages: citations, quotations and paraphrases, the passages behind them
 */
export function checkLinks(texts: Texts, further: readonly string[]): void {
  const whole = [...texts.articles, ...texts.exhibits, ...texts.exhibits.flatMap(({messages}) => messages.flatMap(withForwarded))]
  const anchors = new Set([...whole.map((one) => one.id), ...further])
  for (const {content, file} of texts.passages) if (isBody(content)) checkIn(content, file, anchors)
  for (const note of texts.pending.values()) {
    const file = texts.passages.find((passage) => passage.file.path === note.source.file)?.file ?? texts.annotations.find((draft) => draft.file.path === note.source.file)?.file
    if (file) checkIn({type: 'root', children: note.body as RootContent[]}, file, anchors)
  }
}

function withForwarded(message: Message): Message[] {
  return [message, ...message.parts.flatMap((part) => ('type' in part ? [] : withForwarded(part)))]
}

function checkIn(root: Parents, file: VFile, anchors: ReadonlySet<string>): void {
  if (nodesIn(root, 'link').length === 0) return
  visit(root, 'link', (node: Link, index, parent) => {
    if (followed.test(node.url) || (node.url.startsWith('#') && anchors.has(node.url.slice(1)))) return undefined
    reportLink(file, node, anchors)
    ;(parent as Parents).children.splice(index ?? 0, 1, ...(node.children as never[]))
    return index
  })
}

function reportLink(file: VFile, node: Link, anchors: ReadonlySet<string>): void {
  const address = node.url
  const near = nearestName(address.slice(1), [...anchors])
  report(file, 'resolve-link-leads-somewhere', `Unexpected address "${address.slice(0, 120)}" of a link, expected one on the web, a mail address, or an anchor of the dossier`, {
    place: node.position,
    hint: near === undefined ? 'The words are printed without a link.' : `The words are printed without a link; did you mean #${near}?`,
  })
}
