import {z} from 'zod'

const text = z.string({error: 'text'}).refine((value) => value.trim() !== '', {error: 'text'})
const texts = z.union([text.transform((one) => [one]), z.array(text)], {error: 'a list of texts'}).optional()

function listOf<T extends z.ZodType>(entry: T, example: string) {
  return z.array(entry, {error: `a list of entries such as “- ${example}”`})
}

/** `people.yaml`. */
export const peopleSchema = listOf(z.strictObject({
  name: text.describe('The name as it is printed.'),
  also: texts.describe('Other spellings and addresses of the same person; nothing else is merged.'),
  role: text.optional().describe('Who it is, in a few words.'),
  sort: text.optional().describe('What the name is sorted by: “Musk, Elon”. Default: the name.'),
  not: texts.describe('Words around one of the spellings in which it is not this person: 国王小明日.'),
  in: texts.describe('Words around one of the spellings in which it is this person, though it may seem not.'),
}, {error: 'fields such as “name: …”'}), 'name: …')

/** `events.yaml`. */
export const eventsSchema = listOf(z.strictObject({
  date: z.union([text, z.number({error: 'a date such as 2015-12-11'}).transform(String)], {error: 'a date such as 2015-12-11'}).describe('As exact as it is known: 2015-12-11, March 2018, 2018 年 2 月.'),
  title: text.describe('What happened.'),
  source: text.optional().describe('Where this is known from.'),
}, {error: 'fields such as “date: …”'}), 'date: …')

/** `terms.yaml`. */
export const termsSchema = listOf(z.strictObject({
  term: text.describe('The term or organisation as it is printed.'),
  kind: z.enum(['term', 'organisation'], {error: 'term or organisation'}).optional().describe('Default: term.'),
  also: texts.describe('Other words for it in the texts.'),
  not: texts.describe('Words around it in which it is not this.'),
  in: texts.describe('Words around it in which it is this, though it may seem not.'),
  sort: text.optional().describe('What it is sorted by. Default: the term.'),
  see: text.optional().describe('Another entry to see instead.'),
}, {error: 'fields such as “term: …”'}), 'term: …')

const number = z.union([text, z.number({error: 'a number of an exhibit'}).transform(String)], {error: 'a number of an exhibit'})

/** `paraphrases.yaml`. */
export const paraphrasesSchema = listOf(z.strictObject({
  words: text.describe('Words of the article that give an exhibit in words of their own, as they stand there.'),
  exhibit: number.describe('The exhibit: 7.'),
  passage: text.optional().describe('Words of the exhibit that are given, as they stand there. Default: the exhibit as a whole.'),
}, {error: 'fields such as “words: …”'}), 'words: …')

const line = z.string({error: 'text'})

/** `imported.yaml`, which the import writes. */
export const importedSchema = listOf(z.strictObject({
  rule: z.enum(['import-line-ends', 'import-marks'], {error: 'import-line-ends or import-marks'}),
  file: text.describe('Path of the original.'),
  line: z.int({error: 'a number of a line'}).positive({error: 'a number of a line'}),
  before: line,
  after: line,
}, {error: 'fields such as “rule: …”'}), 'rule: …')
