import {readFileSync} from 'node:fs'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {defaultSettings, readSettings} from '../../src/read/read-settings.ts'
import {settingsJsonSchema} from '../../src/read/settings-schema.ts'

function read(text: string | Uint8Array) {
  const file = new VFile({path: 'dossier.yaml', value: text})
  return {settings: readSettings(file, ['quotes', 'dashes']), file}
}

test('no file, an empty file and a comment give the defaults', () => {
  expect(readSettings(undefined, [])).toEqual(defaultSettings)
  for (const text of ['', '\n', '# nothing yet\n', '{}']) {
    const {settings, file} = read(text)
    expect(settings).toEqual(defaultSettings)
    expect(file.messages).toEqual([])
  }
})

test('every field', () => {
  const {settings, file} = read(`\uFEFFtitle: 标题
subtitle: "2024"
editor: A. Editor
language: zh-Hans
issued: 2024-02-29
page: {size: A5}
exhibits: diplomatic
attachments: none
normalize: {quotes: false}
silence:
  - rule: read-picture-is-local
    reason: the pictures may not be copied
`)
  expect(file.messages).toEqual([])
  expect(settings).toEqual({
    title: '标题', subtitle: '2024', editor: 'A. Editor', language: 'zh-Hans', issued: '2024-02-29', page: {size: 'A5'},
    exhibits: 'diplomatic', normalize: {quotes: false}, attachments: 'none',
    silence: [{rule: 'read-picture-is-local', reason: 'the pictures may not be copied', place: {file: 'dossier.yaml', line: 11, column: 5}}],
  })
})

test('exhibits that were not published are named by number or letter', () => {
  const {settings, file} = read('unpublished: [9, B, "3-1", 九]')
  expect(file.messages).toEqual([])
  expect(settings.unpublished?.map(({number}) => number)).toEqual(['9', 'B', '3-1', '九'])
  expect(settings.unpublished?.[1]?.place).toEqual({file: 'dossier.yaml', line: 1, column: 18})
  expect(read('unpublished: []').settings.unpublished).toBeUndefined()
})

const troubles: [string, string, string, string][] = [
  ['an unknown field', 'title: A\ntitel: B\n', '2:1 read-settings-fields', 'Did you mean “title”?'],
  ['an unknown field within', 'page:\n  format: A4\n', '2:3 read-settings-fields', 'Known here: size.'],
  ['a number for a text', 'title: 2024', '1:1 read-settings-fields', 'Put it between quotation marks: "2024".'],
  ['an empty value', 'title:', '1:1 read-settings-fields', ''],
  ['an unknown size', 'page: {size: A44}', '1:8 read-settings-fields', 'Did you mean “A4”?'],
  ['no date', 'issued: 2023-02-29', '1:1 read-settings-fields', ''],
  ['no language', 'language: "?"', '1:1 read-settings-fields', ''],
  ['an unknown transform', 'normalize:\n  quots: false', '2:3 read-settings-fields', 'Did you mean “quotes”?'],
  ['a transform that is no switch', 'normalize:\n  quotes: off', '2:3 read-settings-fields', ''],
  ['a silence without a reason', 'silence:\n- rule: read-picture-is-local', '2:3 read-settings-fields', ''],
  ['a silence for no rule', 'silence:\n- {rule: read-pictures-is-local, reason: x}', '2:4 read-settings-fields', 'Did you mean “read-picture-is-local”?'],
  ['a silence for an error', 'silence:\n- {rule: read-file-exists, reason: x}', '2:4 read-silence-is-warning', 'Mend what the error names, and take the silence out.'],
  ['an exhibit that is no list', 'unpublished: 9', '1:1 read-settings-fields', ''],
  ['an exhibit that is no number', 'unpublished:\n- [9]', '2:3 read-settings-fields', ''],
  ['a list', '- title', '1:1 read-settings-fields', ''],
  ['a text', 'title', '1:1 read-settings-fields', ''],
  ['no YAML', 'title: "a', '1:10 read-settings-syntax', ''],
  ['a field twice', 'title: a\ntitle: b', '2:1 read-settings-syntax', ''],
  ['a tag', 'title: !!js/function x', '1:8 read-settings-syntax', ''],
  ['two documents', 'title: a\n---\ntitle: b', '2:1 read-settings-syntax', ''],
  ['the prototype as a field', '__proto__: {x: 1}', '1:1 read-settings-fields', ''],
  ['the constructor as a field', 'constructor: {}', '1:1 read-settings-fields', ''],
  ['a bomb of aliases', `a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]`, '1:1 read-settings-syntax', ''],
  ['nesting without end', '['.repeat(20_000), '1:1 read-settings-syntax', ''],
]

test.each(troubles)('%s', (_, text, expected, hint) => {
  const {settings, file} = read(text)
  const [message] = file.messages
  expect(`${message?.line}:${message?.column} ${message?.ruleId}`).toBe(expected)
  expect(message?.reason).toMatch(/^Unexpected .*, expected /)
  if (hint) expect(message?.note).toContain(hint)
  if (!text.startsWith('silence') && !text.startsWith('normalize')) expect(settings).toEqual(defaultSettings)
})

test('bytes that are no UTF-8', () => {
  const {settings, file} = read(new Uint8Array([0x74, 0xff]))
  expect(file.messages.map(message => message.ruleId)).toEqual(['read-text-is-utf8'])
  expect(settings).toEqual(defaultSettings)
})

test('the JSON Schema describes every field for an editor', () => {
  const {properties, additionalProperties} = settingsJsonSchema() as {properties: Record<string, {description?: string}>; additionalProperties: boolean}
  expect(additionalProperties).toBe(false)
  for (const [name, field] of Object.entries(properties)) expect(field.description, name).toBeTruthy()
})

test('the schema that the package carries is the one of the program', () => {
  // Mend with: npm run --silent dossier -- schema > dossier.schema.json
  expect(JSON.parse(readFileSync('dossier.schema.json', 'utf8'))).toEqual(settingsJsonSchema())
})
