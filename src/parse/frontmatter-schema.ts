import {z} from 'zod'
import {paperFields} from '../model/paper.ts'
import type {LineRange} from '../model/place.ts'

/** Text. A number is taken as the digits that stand there. */
const words = z.union([z.string(), z.number()]).transform(String)

const path = z.string().min(1).describe('Path relative to the source folder, with forward slashes.')

const lineRanges = z
  .union([z.string(), z.number()])
  .transform((written, context) => readRanges(String(written)) ?? refuseRanges(context, '`98-119` or `98-119, 130-140`'))
  .describe('Lines of the original: `98-119`, several joined by a comma.')

const lineRange = z
  .union([z.string(), z.number()])
  .transform((written, context) => onlyOne(readRanges(String(written))) ?? refuseRange(context, '`98-119` or `98`'))
  .describe('Lines of the original: `98-119`, or `98`.')

const origin = z
  .union([path.transform(file => ({file})), z.strictObject({file: path, lines: lineRanges.exactOptional()})])
  .describe('Where the text comes from.')

const dropped = z.strictObject({lines: lineRange, text: words, reason: words})

/** Words of YAML stay words when they are read. */
const isTrue = z.union([z.literal('true'), z.literal(true)]).transform((): true => true)

const message = z.strictObject({
  headers: z.record(z.string(), words).describe('Label, without its colon, to value, as they stand.'),
  original: origin.exactOptional(),
  quoted: isTrue.exactOptional().describe('`true` for a message that the one around it answers and quotes.'),
  get forwarded() {
    return z.array(message).exactOptional().describe('Messages forwarded or quoted within this one.')
  }
})

const article = z.strictObject({
  kind: z.literal('article'),
  title: words.exactOptional(),
  author: words.exactOptional(),
  published: words.exactOptional().describe('When it was published, as printed at its head.'),
  place: words.exactOptional().describe('Where it was published.'),
  link: words.exactOptional().describe('Its address on the web.'),
  cover: words.exactOptional().describe('Address or path of its cover picture.'),
  language: words.exactOptional().describe('BCP 47: `zh-Hans`, `en` …'),
  original: origin.exactOptional(),
  dropped: z.array(dropped).exactOptional().describe('What the import left out of the article, and why.')
})

const exhibit = z.strictObject({
  kind: z.literal('exhibit'),
  number: words.describe('Its number as cited: 1, 12, A.'),
  title: words.exactOptional(),
  language: words.exactOptional(),
  original: origin.exactOptional(),
  preface: z.array(words).exactOptional().describe('Lines between the heading and the first message, as printed.'),
  messages: z.array(message).default([]),
  paper: words.exactOptional().describe('What an exhibit that is no mail is: Letter, Minutes …'),
  from: words.exactOptional().describe('Who wrote an exhibit that is no mail; several are separated by a semicolon.'),
  to: words.exactOptional().describe('Whom it was written to.'),
  cc: words.exactOptional().describe('Who got a copy.'),
  date: words.exactOptional().describe('Its date, as exact as it is known: 2 June 2023, 2023-06, 2023 年 6 月 2 日. In mail all this stands in the headers.')
}).check(({value, issues}) => {
  if (value.messages.length === 0) return
  for (const name of paperFields) {
    if (value[name] !== undefined) issues.push({code: 'custom', input: value, path: [name], message: 'expected it among the headers of a message: this exhibit is mail'})
  }
})

const notes = z.strictObject({
  kind: z.literal('notes'),
  for: words.describe('The source they belong to: `article`, `exhibit 1`, or a path.'),
  by: words.exactOptional().describe('Initials of the annotator.')
})

/** The frontmatter of every kind of source, told apart by `kind`; its output is the `Meta` of the model. */
export const frontmatterSchema = z.discriminatedUnion('kind', [article, exhibit, notes])

/** The kinds of source there are. */
export const kinds = ['article', 'exhibit', 'notes'] as const

/**
 * JSON Schema (draft 2020-12) of the frontmatter, for editors that complete and check YAML.
 * In the file `kind` may be missing where the folder tells it.
 */
export function frontmatterJsonSchema(): object {
  return z.toJSONSchema(frontmatterSchema, {io: 'input'})
}

/** Reads `98-119, 130-140`; `undefined` when it is not that, or a range runs backwards. */
function readRanges(written: string): LineRange[] | undefined {
  const ranges = written.split(/[,，]/).map(part => {
    const found = /^\s*(\d{1,9})\s*(?:[-–]\s*(\d{1,9})\s*)?$/.exec(part)
    return found && {first: Number(found[1]), last: Number(found[2] ?? found[1])}
  })
  const valid = ranges.every(range => range && range.first >= 1 && range.last >= range.first)
  return valid ? (ranges as LineRange[]) : undefined
}

function onlyOne(ranges: LineRange[] | undefined): LineRange | undefined {
  return ranges?.length === 1 ? ranges[0] : undefined
}

function refuseRanges(context: z.RefinementCtx, expected: string): LineRange[] {
  context.addIssue({code: 'custom', message: `expected lines such as ${expected}`})
  return z.NEVER
}

function refuseRange(context: z.RefinementCtx, expected: string): LineRange {
  context.addIssue({code: 'custom', message: `expected lines such as ${expected}`})
  return z.NEVER
}
