import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {applySilences} from '../../src/report/apply-silences.ts'
import {messagesAsJson} from '../../src/report/messages-as-json.ts'
import {printMessages} from '../../src/report/print-messages.ts'
import {report} from '../../src/report/report.ts'
import {said} from '../said.ts'

function files() {
  const article = new VFile({path: 'article.md'})
  const settings = new VFile({path: 'dossier.yaml'})
  const at = (line: number) => ({file: 'article.md', line, column: 3})
  for (let line = 1; line <= 25; line++) report(article, 'read-picture-is-local', `Unexpected address ${line}, expected a file`, {place: at(line), hint: 'Save it.'})
  report(article, 'read-picture-exists', 'Unexpected name, expected a picture', {place: at(2), related: {place: {file: 'b.md', line: 9}, says: 'also here'}})
  return {article, settings, all: [settings, article]}
}

test('a person sees ten of a kind with their hints, and all are counted', () => {
  const printed = printMessages(files().all, {folder: 'sources', colors: false})
  expect(printed.split('\n')[0]).toBe('sources/article.md')
  expect(printed).not.toContain('dossier.yaml')
  expect(printed.match(/Unexpected address/g)).toHaveLength(10)
  expect(printed).toContain('10:3 warning … and 15 more')
  expect(printed).toContain('    also here (b.md:9)\n')
  expect(printed.trimEnd().split('\n').at(-1)).toBe('1 error, 25 warnings')
})

test('nothing to say prints nothing', () => {
  expect(printMessages([new VFile({path: 'a.md'})], {folder: '', colors: true})).toBe('')
})

test('colours only when asked for, control characters never', () => {
  const file = new VFile({path: 'a\u001b[2J.md'})
  report(file, 'read-file-exists', 'Unexpected \u001b]0;title\u0007 and \u202etxet, expected text', {hint: '\u009b31m'})
  const plain = printMessages([file], {folder: '', colors: false})
  expect(plain).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
  expect(plain).toContain('\\u001b]0;title\\u0007')
  expect(printMessages([file], {folder: '', colors: true})).toContain('\u001b[31merror')
})

test('another program gets all of them, in the order of the lines', () => {
  const json = messagesAsJson(files().all)
  expect(json).toHaveLength(26)
  expect(json.slice(0, 3).map(({line, rule}) => `${line} ${rule}`)).toEqual(['1 read-picture-is-local', '2 read-picture-is-local', '2 read-picture-exists'])
  expect(json[2]).toEqual({
    file: 'article.md', line: 2, column: 3, endLine: null, endColumn: null, rule: 'read-picture-exists', severity: 'error',
    reason: 'Unexpected name, expected a picture', hint: 'also here (b.md:9)', expected: [],
  })
})

test('a silence takes its warnings off and leaves errors', () => {
  const {settings, article, all} = files()
  const silences = [{rule: 'read-picture-is-local', reason: 'r'}, {rule: 'read-picture-exists', reason: 'r'}]
  expect(applySilences({files: all, silences, settings, stages: ['read']})).toBe(25)
  expect(said([article])).toEqual(['article.md:2:3 read-picture-exists'])
  expect(said([settings])).toEqual([])
})

test('a silence for nothing is reported where it stands, unless its stage did not run', () => {
  const {settings, all} = files()
  const silences = [{rule: 'read-folder-name', reason: 'r', place: {file: 'dossier.yaml', line: 4}}, {rule: 'resolve-exhibit-is-cited', reason: 'r'}]
  expect(applySilences({files: all, silences, settings, stages: ['read']})).toBe(0)
  expect(said([settings])).toEqual(['dossier.yaml:4:1 read-silence-needed'])
})
