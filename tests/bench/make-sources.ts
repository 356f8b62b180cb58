import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const latin = 'the of and minutes bridge council survey repair estimate mayor letter answer received invoice before reading public hearing nobody expected signed again however payment contract north river'.split(' ')
const han = '会议纪要桥梁修缮预算市长来信答复收到账单公开听证无人料到再次签字付款合同北岸河道工程师报告说明附件日期金额'

/**
 * Writes a dossier of about `pages` printed pages: an article that cites every exhibit, exhibits of five pages, two notes
 * a page, a third of it Chinese. The same number gives the same sources.
 */
export function makeSources(folder: string, pages: number): void {
  const next = randomNumbers(pages)
  const exhibits = Math.max(1, Math.round(pages / 6))
  mkdirSync(join(folder, 'exhibits'), {recursive: true})
  writeFileSync(join(folder, 'dossier.yaml'), `title: A bench of ${pages} pages\nlanguage: en\n`)
  const citing = Array.from({length: exhibits}, (_, index) => `${words(next, 40)} [Exhibit ${index + 1}] ${words(next, 30)}.`)
  writeFileSync(join(folder, 'article.md'), `---\nkind: article\ntitle: The bridge\nauthor: A. Author\n---\n\n${citing.join('\n\n')}\n\n${body(next, 'a', Math.max(4, pages / 40))}`)
  for (let number = 1; number <= exhibits; number++) {
    const headers = `      From: Ann Clerk <ann@example.org>\n      To: Bob Mayor <bob@example.org>\n      Date: Thu, 1 Feb 2018 03:${String(number % 60).padStart(2, '0')}:00 +0100\n      Subject: Bridge ${number}\n`
    writeFileSync(join(folder, 'exhibits', `${number}.md`), `---\nkind: exhibit\nnumber: "${number}"\nmessages:\n  - headers:\n${headers}---\n\n${body(next, `e${number}`, 16)}`)
  }
}

function body(next: () => number, name: string, blocks: number): string {
  const notes: string[] = []
  const paragraphs = Array.from({length: Math.round(blocks)}, (_, index) => {
    const text = index % 3 === 2 ? sentence(next, 260) : words(next, 110)
    if (index % 5 === 4) return `> ${text}`
    if (index % 2 === 0) return text
    notes.push(`[^${name}-${index}]: ${words(next, 24)}.`)
    const middle = text.indexOf(index % 3 === 2 ? '，' : ' ', text.length / 2)
    return `${text.slice(0, middle)}[^${name}-${index}]${text.slice(middle)}`
  })
  return `${paragraphs.join('\n\n')}\n\n${notes.join('\n\n')}\n`
}

function words(next: () => number, count: number): string {
  return Array.from({length: count}, () => latin[Math.floor(next() * latin.length)]).join(' ')
}

function sentence(next: () => number, count: number): string {
  return Array.from({length: count}, (_, index) => (index % 17 === 16 ? '，' : han[Math.floor(next() * han.length)])).join('')
}

/** Park and Miller's minimal standard generator: the same numbers everywhere. */
function randomNumbers(seed: number): () => number {
  let state = seed % 2147483647 || 1
  return () => (state = (state * 16807) % 2147483647) / 2147483647
}
