import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import fc from 'fast-check'
import type {Nodes} from 'mdast'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {frontmatterJsonSchema} from '../../src/parse/frontmatter-schema.ts'
import {parseSource} from '../../src/parse/parse-source.ts'

const cases = join(import.meta.dirname, 'cases')

describe('a source file', () => {
  for (const name of readdirSync(cases)) {
    it(name, () => {
      const folder = join(cases, name)
      const found = show(folder)
      const expected = join(folder, 'expected.txt')
      if (process.env['UPDATE'] || !existsSync(expected)) writeFileSync(expected, found)
      expect(found).toBe(readFileSync(expected, 'utf8'))
      const verdict = /^\S+ error/m.test(found) ? 'error' : /^\S+ warning/m.test(found) ? 'warning' : 'ok'
      expect(name).toMatch(new RegExp(`-${verdict}$`))
    })
  }

  it('gives messages for any text at all, and never throws', () => {
    const piece = fc.oneof(
      fc.constantFrom('---\n', '> ', '- ', '1. ', '^[', ']', '[^a]', '[^a]: ', '**', '*', '_', '`', '```\n', '<!-- message 2 -->', '<!--', '-->'),
      fc.constantFrom('<br>', '<div>', '\n', '\n\n', '|', '|-|\n', '中', '，', '“', 'a', ' ', '    ', '\t', '\\', '&amp;', '\0', '\ud800', '#', 'title: x\n'),
      fc.string({unit: 'binary'})
    )
    const text = fc.array(piece, {maxLength: 40}).map(pieces => pieces.join(''))
    fc.assert(fc.property(text, fc.constantFrom('a.md', 'exhibits/1.md', 'notes/article.md'), (value, path) => {
      const draft = parseSource(new VFile({path, value}))
      if (draft) expectNoHtml(draft.tree)
    }), {numRuns: 500})
  })

  it('keeps the positions of the whole file, however it is cut for the parser', () => {
    const paragraphs = Array.from({length: 700}, (_, index) => `Paragraph **${index}** with [^n].\n\n- item\n\n> quote\n`)
    const value = `---\ntitle: Long\n---\n${paragraphs.join('\n')}\n[^n]: A note at the end.\n`
    const draft = parseSource(new VFile({path: 'article.md', value}))
    const calls = new Set<string>()
    for (const node of draft?.tree.children ?? []) {
      const start = node.position?.start
      if (node.type !== 'paragraph' || start?.offset === undefined) continue
      expect(value.slice(start.offset, start.offset + 10)).toBe('Paragraph ')
      expect(value.slice(0, start.offset).split('\n').length).toBe(start.line)
      for (const child of node.children) if (child.type === 'footnoteReference') calls.add(`${start.line}`)
    }
    expect(calls.size).toBe(700)
  })

  it('has a JSON Schema of its frontmatter', () => {
    expect(JSON.stringify(frontmatterJsonSchema())).toContain('"published"')
  })
})

describe('what would keep the parser busy', () => {
  const hard: Record<string, string> = {
    'quotes in quotes': '>'.repeat(5000),
    'lists in lists': Array.from({length: 500}, (_, depth) => `${' '.repeat(2 * depth)}- a\n`).join(''),
    'lists in one line': '- '.repeat(5000),
    'notes in notes': '[^a]: '.repeat(5000),
    'runs of backticks that rise': Array.from({length: 3000}, (_, length) => `a${'`'.repeat(length)}`).join(''),
    'emphasis never closed': '*a_'.repeat(100_000),
    'emphasis beside Han': '中**。'.repeat(100_000),
    'comments never closed': 'a <!-- '.repeat(100_000),
    'closing brackets': ']'.repeat(100_000),
    'links never closed': '[a]('.repeat(100_000),
    'notes never closed': '[^a'.repeat(100_000),
    'underlines of headings': 'a\n---\n'.repeat(30_000),
    'lines without the marks of their quote': `${'> '.repeat(50)}a\n${'a\n'.repeat(50_000)}`,
    'emphasis in emphasis': `${'*a '.repeat(500)}b${' a*'.repeat(500)}`
  }
  for (const [name, value] of Object.entries(hard)) {
    it(`is refused: ${name}`, () => {
      const file = new VFile({path: 'article.md', value})
      expect(parseSource(file)).toBeUndefined()
      expect(file.messages.map(message => message.ruleId)).toEqual(['parse-within-limits'])
    })
  }

  it('is not ordinary text, long as it may be', () => {
    const value = `${'普通的一段话，with some *words* of Latin. '.repeat(2000)}\n\n${'Ordinary words. '.repeat(60_000)}\n`
    const file = new VFile({path: 'article.md', value})
    expect(parseSource(file)?.tree.children.length).toBe(2)
  })
})

function show(folder: string): string {
  const path = sourceIn(folder)
  const file = new VFile({path: relative(folder, path).replaceAll('\\', '/'), value: readFileSync(path)})
  const draft = parseSource(file)
  const messages = file.messages.map(message => {
    const severity = message.fatal ? 'error' : 'warning'
    return `${message.line ?? 1}:${message.column ?? 1} ${severity} ${message.ruleId}: ${message.reason}${message.note ? `\n    ${message.note}` : ''}`
  })
  return [JSON.stringify(draft?.meta, undefined, 2) ?? 'no draft', draft ? sketch(draft.tree, '') : '', ...messages].join('\n').trimEnd() + '\n'
}

function sourceIn(folder: string): string {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return sourceIn(path)
    if (name.endsWith('.md')) return path
  }
  throw new Error(`No source in ${folder}`)
}

function sketch(node: Nodes, indent: string): string {
  const place = `${node.position?.start.line ?? '?'}:${node.position?.start.column ?? '?'}`
  const value = 'value' in node ? ` ${JSON.stringify(node.value)}` : 'identifier' in node ? ` ${node.identifier}` : 'url' in node ? ` ${node.url}` : ''
  const children = 'children' in node ? node.children.map(child => sketch(child, `${indent}  `)) : []
  return [`${indent}${node.type} ${place}${value}`, ...children].join('\n')
}

function expectNoHtml(tree: Nodes): void {
  if (tree.type === 'html') expect(tree.value).toMatch(/^<!--\s*message [\d.]+\s*-->$/)
  if ('children' in tree) for (const child of tree.children) expectNoHtml(child)
}
