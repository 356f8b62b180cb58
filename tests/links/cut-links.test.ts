import {mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {buildDossier} from '../../src/build.ts'
import {readPdf} from '../../src/verify/pdf/read-pdf.ts'
import {textInRect} from '../../src/verify/pdf/text-in-rect.ts'
import {diskWorld} from '../../src/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
afterAll(() => rmSync(folder, {recursive: true}))

/** Words with a link at every ninth, and a long address now and then; each link shows what it leads to. */
function linked(words: number, name: string): string {
  return Array.from({length: words}, (_, index) => {
    const word = ['council', '会议', 'bridge', 'letter', '桥梁修缮'][index % 5]
    if (index % 9 === 5) return `${word} [two ${name}-${index}](https://example.org/${name}-${index})`
    return index % 31 === 20 ? `${word} https://example.org/an/address/that/is/broken/${name}-${index}` : word
  }).join(' ')
}

test('the areas of links lie on their words, in paragraphs and notes that pages cut', async () => {
  const paragraphs = Array.from({length: 9}, (_, index) => linked(300, `p${index}`)).join('\n\n')
  const text = `---\ntitle: Links\n---\n\n${paragraphs}\n\nCalled.[^1]\n\n> ${linked(400, 'quoted')}\n\n- ${linked(400, 'listed')}\n\n[^1]: ${linked(900, 'noted')}\n`
  mkdirSync(join(folder, 'sources'))
  writeFileSync(join(folder, 'sources', 'article.md'), text)
  const {files} = await buildDossier({world: diskWorld(), folder: join(folder, 'sources'), out: folder, only: ['pdf']})
  expect(files.flatMap((file) => file.messages).filter((message) => message.fatal)).toEqual([])

  const {pages, links} = readPdf(readFileSync(join(folder, 'dossier.pdf')))
  const shown = new Map<string, string>()
  for (const {page, rect, target} of links) {
    if (!target || !('uri' in target)) continue
    const words = textInRect(pages[page] as (typeof pages)[number], rect).replace(/\s/g, '')
    shown.set(target.uri, (shown.get(target.uri) ?? '') + words)
  }
  expect(pages.length).toBeGreaterThan(20)
  expect(shown.size).toBeGreaterThan(500)
  const wrong = [...shown].filter(([uri, words]) => words !== (uri.includes('/an/') ? uri : `two${uri.slice('https://example.org/'.length)}`))
  expect(wrong).toEqual([])
})
