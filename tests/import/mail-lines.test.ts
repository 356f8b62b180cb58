import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {importClipping} from '../../src/import/import-clipping.ts'

function imported(text: string): {files: Map<string, string>; errors: string[]} {
  const file = new VFile({path: 'page.md'})
  const {files} = importClipping({name: 'page.md', bytes: new TextEncoder().encode(text), file})
  return {files: new Map(files.map(({path, content}) => [path, String(content)])), errors: file.messages.filter(({fatal}) => fatal).map(String)}
}

test('header lines of mail in the article of a page keep their lines', () => {
  const {files, errors} = imported('# The lock\n\nBy Mara Quill\n\nShe wrote to us.\n\nThis is all of it:\nFrom: Orla Penn <orla@lock.example>\nTo: Tove Lind <tove@lock.example>\nSubject: The lock\nIt is open.\n')
  expect(errors).toEqual([])
  expect(files.get('article.md')).toContain('This is all of it:\\\nFrom: Orla Penn <orla@lock.example>\\\nTo: Tove Lind <tove@lock.example>\\\nSubject: The lock\\\nIt is open.')
})

test('an original below an answer is written as quoted, one handed on is not', () => {
  const mail = (subject: string, line: string) => `# The lock\n\nSee [Exhibit 1].\n\n## Exhibit 1\n\nFrom: Orla Penn <orla@lock.example>\nTo: Tove Lind <tove@lock.example>\nSubject: ${subject}\n\nIt is open.\n\n${line}\nFrom: Tove Lind <tove@lock.example>\nTo: Orla Penn <orla@lock.example>\nSubject: The lock\n\nIs it open?\n`
  expect(imported(mail('RE: The lock', '-----Original Message-----')).files.get('exhibits/1.md')).toContain('quoted: true')
  expect(imported(mail('FW: The lock', '---------- Forwarded message ---------')).files.get('exhibits/1.md')).not.toContain('quoted')
})
