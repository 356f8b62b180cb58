import {z} from 'zod'
import {readZone} from '../model/read-zone.ts'

/** What names an exhibit. */
const exhibitNumber = 'the number or letter of an exhibit'

/** `dossier.yaml` as a person writes it; every field may be missing. The descriptions are shown by editors. */
export const settingsSchema = z.strictObject(
  {
    title: text().describe('Title of the dossier. Default: the title of the first article.'),
    subtitle: text().describe('A second line under the title.'),
    editor: text().describe('Who edits the dossier.'),
    language: text()
      .refine(isLanguage, {error: 'a language tag such as zh-Hans or en'})
      .describe('Language of the dossier, as a BCP 47 tag. Default: told from the text.'),
    issued: text()
      .refine(isDay, {error: 'a date such as 2024-03-07'})
      .meta({pattern: '^\\d{4}-\\d{2}-\\d{2}$'})
      .describe('Date of issue. Default: none is printed.'),
    page: z
      .strictObject({size: z.enum(['A4', 'Letter', 'A5']).optional().describe('Size of the page. Default: A4.')}, {error: 'fields'})
      .optional()
      .describe('The printed page.'),
    exhibits: z
      .enum(['normalized', 'diplomatic'])
      .optional()
      .describe('normalized (default): marks and spaces may change in exhibits; diplomatic: nothing changes in them.'),
    normalize: z
      .record(z.string(), z.boolean({error: 'true or false'}), {error: 'fields with true or false'})
      .optional()
      .describe('Transforms of the text by id; false switches one off. Default: all on.'),
    attachments: z
      .enum(['sources', 'none'])
      .optional()
      .describe('sources (default): PDF and EPUB carry the sources and originals along; none: they carry nothing.'),
    chronology: z
      .strictObject({
        zone: zone().describe('Zone in which the chronology gives instants, such as UTC-08:00. Default: UTC.'),
        assume: zone().describe('Zone of dates that give none; the chronology says that it is assumed. Default: none.'),
      }, {error: 'fields'})
      .optional()
      .describe('How the chronology gives times.'),
    redactions: z
      .array(z.strictObject({text: needed('the words to take out'), reason: needed('text that gives the reason')}, {error: 'fields text and reason'}), {error: 'a list of texts with reasons'})
      .optional()
      .describe('Words taken out of everything that is printed, each with the reason.'),
    edits: z
      .array(z.strictObject({original: needed('words of the original'), now: z.string({error: 'text, empty for words that were taken out'}), reason: needed('text that gives the reason')}, {error: 'fields original, now and reason'}), {error: 'a list of edits with reasons'})
      .optional()
      .describe('What was changed by hand in the sources, against the original they were made from: its words, what stands for them now, and the reason. The editorial log prints them.'),
    unpublished: z
      .array(z.union([z.number({error: exhibitNumber}).int({error: exhibitNumber}).min(0, {error: exhibitNumber}), needed(exhibitNumber)], {error: exhibitNumber}), {error: 'a list of numbers or letters of exhibits, such as [9]'})
      .optional()
      .describe('Exhibits that the articles cite and that are not here, because they were not published: numbers or letters. Such citations are printed as they stand, and listed among the claims.'),
    silence: z
      .array(z.strictObject({rule: needed('the id of a rule'), reason: needed('text that gives the reason')}, {error: 'fields rule and reason'}), {
        error: 'a list of rules with reasons',
      })
      .optional()
      .describe('Warnings that are not shown, each with the reason. Errors cannot be silenced.'),
  },
  {error: 'fields such as “title: …”'},
)

/** The JSON Schema of `dossier.yaml`, for editors. */
export function settingsJsonSchema(): Record<string, unknown> {
  return {...z.toJSONSchema(settingsSchema, {io: 'input'}), title: 'dossier.yaml'}
}

function zone() {
  return text().refine((words) => words === undefined || readZone(words)?.state === 'given', {error: 'a zone such as UTC-08:00'})
}

function text() {
  return needed('text').optional()
}

function needed(expected: string) {
  return z.string({error: expected}).refine(value => value.trim() !== '', {error: expected})
}

function isLanguage(tag: string | undefined): boolean {
  if (tag === undefined) return true
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

function isDay(day: string | undefined): boolean {
  if (day === undefined) return true
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!parts) return false
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number]
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return year >= 1 && date >= 1 && date <= (lengths[month - 1] ?? 0)
}
