import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {expect, test} from 'vitest'
import {buildDossier} from '../../src/build.ts'
import {foundChapter} from '../../src/verify/audit/edition/found-edition.ts'
import {readTextFiles, type TreeNode} from '../../src/verify/audit/edition/edition-tree.ts'
import {paintedText} from '../../src/verify/audit/painted-text.ts'
import {readPdf, readPdfStructure} from '../../src/verify/pdf/read-pdf.ts'
import {diskWorld} from '../../src/world.ts'

/** Text as it is read back: white space is where lines end, and is not compared. */
const bare = (text: string): string => text.replace(/\s+/g, '')

/** Sections of chapters in the order in which they are read. */
function chaptersIn(node: TreeNode): TreeNode[] {
  if ((node.tag === 'section' || node.tag === 'nav') && node.classes.some((one) => /^chapter(?:-|$)/.test(one))) return [node]
  return node.children.flatMap(chaptersIn)
}

/** Words of the chapters of an edition, and of their notes with their numbers, each note once. */
function textsOf(paths: readonly string[], out: string): {chapters: string[]; notes: Set<string>} {
  const files = readTextFiles(paths.map((path) => ({path, content: readFileSync(join(out, path))})))
  const found = files.flatMap(({body}) => chaptersIn(body)).map((section) => foundChapter(section, true))
  return {
    chapters: found.map(({text}) => bare(text.text)),
    notes: new Set(found.flatMap(({notes}) => notes.map(({label, text}) => bare(label + text.text)))),
  }
}

test.each([
  ['the real dossier', resolve('sources')],
  ['an English dossier', resolve('tests/apparatus/sources')],
])('%s has the same text on paper, in the e-book, in html/ and on the web', async (_, folder) => {
  const out = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  try {
    const {outputs} = await buildDossier({world: diskWorld(), folder, out})
    const paths = outputs.map(({path}) => path)
    const epub = textsOf(['dossier.epub'], out)
    const html = textsOf(paths.filter((path) => path.startsWith('html/')), out)
    const web = textsOf(['dossier.html'], out)
    expect(epub.chapters.length).toBeGreaterThan(8)
    expect(epub.notes.size).toBeGreaterThan(20)
    expect(html).toEqual(epub)
    expect([...web.notes].sort()).toEqual([...epub.notes].sort())
    const missing = epub.chapters.filter((chapter) => !web.chapters.includes(chapter))
    expect(missing).toEqual([])

    const bytes = readFileSync(join(out, 'dossier.pdf'))
    const facts = readPdf(bytes)
    expect(facts.pages.length).toBeGreaterThan(20)
    // The print has each chapter, then its notes; one text after the other, nothing before, between or after.
    let rest = bare(paintedText(facts, readPdfStructure(bytes), 'actual').stream.text)
    const notes = new Set(epub.notes)
    for (const chapter of epub.chapters) {
      expect(rest.slice(0, chapter.length)).toBe(chapter)
      rest = rest.slice(chapter.length)
      for (let note = noteAt(rest, notes); note !== undefined; note = noteAt(rest, notes)) rest = rest.slice(note.length)
    }
    expect(rest).toBe('')
  } finally {
    rmSync(out, {recursive: true})
  }
})

function noteAt(text: string, notes: ReadonlySet<string>): string | undefined {
  return [...notes].filter((note) => text.startsWith(note)).sort((a, b) => b.length - a.length)[0]
}
