import {readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {VFile} from 'vfile'
import {afterAll, describe, expect, test} from 'vitest'
import {importClipping, type ImportedFile} from '../../src/import/import-clipping.ts'
import {auditImport} from '../../src/verify/audit/original/audit-import.ts'
import {mutateText, pickerFrom, textMutations} from './mutate-text.ts'

const cases = resolve('tests/import')
const originals = [resolve('sources/originals/clipping.md'), ...readdirSync(cases).filter((name) => /-(?:ok|warning)$/.test(name)).map((name) => join(cases, name, 'input.md'))]

function audit(text: string, files: readonly ImportedFile[]): {unexplained: number; said: string[]} {
  const file = new VFile({path: 'page.md'})
  const {unexplained} = auditImport(text, files, {file, rule: () => 'verify-audit-import'})
  return {unexplained, said: file.messages.map(({ruleId}) => String(ruleId))}
}

let caught = 0
afterAll(() => console.log(`${caught} mutations of imported sources, every one caught`))

describe.each(originals)('%s', (path) => {
  const bytes = readFileSync(path)
  const text = bytes.toString('utf8')
  const {files} = importClipping({name: 'page.md', bytes, file: new VFile({path})})

  test('is in its sources, to the character', () => {
    expect(audit(text, files)).toEqual({unexplained: 0, said: []})
  })

  test('a body of a source that differs is found', () => {
    const pick = pickerFrom(31)
    const sources = files.flatMap((file, index) => (file.path.endsWith('.md') && !file.path.startsWith('originals/') ? [{index, text: String(file.content)}] : []))
    const missed: string[] = []
    let made = 0
    for (let turn = 0; turn < 400 && made < 20; turn++) {
      const source = sources[pick(sources.length)]
      const lines = source?.text.split('\n') ?? []
      const start = lines.indexOf('---', 1) + 1
      const at = start + pick(Math.max(1, lines.length - start))
      const kind = textMutations[turn % textMutations.length] ?? 'alter a character'
      const line = lines[at] ?? ''
      // White space and marks of Markdown are the import's to mend, and marks of messages its own.
      const mutated = /space/.test(kind) || line.startsWith('<!--') ? undefined : mutateText(line, kind, pick)
      const plain = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '')
      if (!source || mutated === undefined || plain(mutated) === plain(line)) continue
      made++
      const changed = files.map((file, index) => (index === source.index ? {...file, content: lines.map((one, place) => (place === at ? mutated : one)).join('\n')} : file))
      if (audit(text, changed).said.length === 0) missed.push(`${kind}: “${line.slice(0, 40)}” to “${mutated.slice(0, 40)}”`)
    }
    caught += made - missed.length
    expect(missed).toEqual([])
    expect(made).toBeGreaterThan(5)
  })

  test('a header line of a message that is gone or differs is found', () => {
    const missed: string[] = []
    for (const [index, {path: name, content}] of files.entries()) {
      if (!name.startsWith('exhibits/')) continue
      const lines = String(content).split('\n')
      lines.forEach((line, at) => {
        const [, label = '', value = ''] = /^ {6,}([^:]+): (.*[\p{L}\p{N}].*)$/u.exec(line) ?? []
        // What the import says of a message is no line of it.
        if (label === '' || /^(?:file|lines|(?:- )?quoted)$/.test(label)) return
        for (const instead of [[], [line.replace(value, value.replace(/[\p{L}\p{N}]/u, 'ẞ'))], [line, line.replace(label, `Q${label}`)]]) {
          const changed = files.map((file, place) => (place === index ? {...file, content: lines.flatMap((one, here) => (here === at ? instead : [one])).join('\n')} : file))
          caught++
          if (audit(text, changed).said.length === 0) missed.push(`${name}: ${line.trim()} to ${instead.join("|").trim()}`)
        }
      })
    }
    expect(missed).toEqual([])
  })
})
