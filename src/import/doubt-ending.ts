import type {VFile} from 'vfile'
import {report} from '../report/report.ts'
import {wordsOf} from './find-exhibits.ts'
import {plainWords} from '../model/mail/plain-words.ts'
import {isMessage, type FoundMessages} from '../model/mail/read-messages.ts'
import type {Block} from '../model/mail/split-blocks.ts'

/** How the lines begin that web pages have under their texts. */
const pageLine = /^(?:share|subscribe|comments?|discussion|related|topics?|tags?|filed under|most (?:read|viewed|popular)|back to top|last updated|advertisement|about the author|newsletter|teilen|kommentare?|mehr zum thema|schlagw[oö]rter|责任编辑|責任編輯|本文(?:首发|来源|為|为)|版权|版權|标签|標籤|评论|評論|相关(?:阅读|文章)|相關(?:閱讀|文章))(?:$|[\s:：(（|｜])/iu
const rights = /©|\(c\)\s*\d{4}|\bcopyright\b|\ball rights reserved\b|\bCC BY\b|版权所有|版權所有|转载|轉載/iu
const button = /\]\((?:javascript:|#)/i

/**
 * Says where the text of the last exhibit may be the end of the web page: after a rule, or from the first line on that
 * reads like one under a text. It stays where it is, since a mail may hold such lines, too.
 *
 * Reports `import-page-ends-clearly`, once.
 */
export function doubtEnding({before, messages}: FoundMessages, file: VFile): void {
  const blocks = messages.length === 0 ? before : (messages.at(-1)?.parts ?? []).filter((part): part is Block => !isMessage(part))
  const at = blocks.findIndex((block, index) => index > 0 && block.depth === (blocks[0]?.depth ?? 0) && (block.kind === 'rule' || isOfPage(block)))
  const line = at < 0 ? undefined : blocks.slice(at).find((block) => wordsOf(block) !== '')?.lines[0]
  if (!line) return
  report(file, 'import-page-ends-clearly', `Unexpected “${plainWords(line.text).slice(0, 40)}” in the last exhibit, expected its text`, {
    place: {file: file.path, line: line.number},
    hint: 'From here on it may be the end of the web page: move it to the article, or take it out and name its lines under `dropped`.',
  })
}

function isOfPage(block: Block): boolean {
  const words = wordsOf(block)
  return words.length <= longestLine && (pageLine.test(words) || rights.test(words) || button.test(block.lines.map(({text}) => text).join(' ')))
}

/** Longest paragraph that may be such a line, in UTF-16 units. */
const longestLine = 200
