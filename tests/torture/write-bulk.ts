/**
 * A long article, the same on every run: paragraphs, lists, quotations and tables with notes called in all of them, so
 * that calls fall on every line of a page. Each call stands after a word `k…` that its note repeats.
 */
export function writeBulk(blocks: number, seed = 20210614): string {
  const pick = pickerFrom(seed)
  const notes: string[] = []
  const call = (): string => {
    const name = `k${notes.length + 1}`
    notes.push(`[^${name}]: ${name} ${noteWords(pick)}`)
    return `${name}[^${name}]`
  }
  const body = Array.from({length: blocks}, (_, index) => blockAt(index, pick, call))
  return ['---\ntitle: 抄本：登记簿流水\nauthor: 沈知远\n---', ...body, ...notes].join('\n\n') + '\n'
}

type Pick = (count: number) => number

/** Numbers 0 … count - 1 from a small generator (Lehmer, modulus 2³¹ − 1). */
function pickerFrom(seed: number): Pick {
  let state = seed
  return (count) => {
    state = (state * 48271) % 2147483647
    return state % count
  }
}

const han = ['三月初一，进麻袋四十，出麻袋十二', '雨，无进出，屋顶漏', '晴，晒麻袋，得铜钱一枚', '条子不见，找条子', '进桐油六桶，漏一桶，记五桶', '换人数，仍是六桶', '请人来看锁，锁无恙', '（此处缺字）', '“木箱在否？”答：“在。”', '北墙裂，移砖至南墙下；南墙裂', '《仓储章程》第三条', 'Okafor 来信，问 4 把钥匙', '水深 1.2 m，登记簿移楼上']
const latin = ['the barrel was counted again and there were five', 'nobody signed', 'see the ledger, page 41', 'rain, and nothing in or out', 'the lock (changed twice) was sound', 'a stranger came with a slip; the slip said “yes”', 'institutionalization notwithstanding, the bricks were carried back', 'no answer']

function sentence(pick: Pick, english: boolean): string {
  const parts = Array.from({length: 1 + pick(4)}, () => (english ? latin[pick(latin.length)] : han[pick(han.length)]) as string)
  return parts.join(english ? ', ' : '，') + (english ? '. ' : '。')
}

function noteWords(pick: Pick): string {
  const english = pick(4) === 0
  const length = pick(20) === 0 ? 14 : 1 + pick(3)
  return Array.from({length}, () => sentence(pick, english)).join('').trim()
}

function paragraph(pick: Pick, call: () => string): string {
  const english = pick(5) === 0
  return Array.from({length: 1 + pick(7)}, () => {
    const words = sentence(pick, english)
    const calls = pick(3) === 0 ? (pick(6) === 0 ? `${call()}、${call()}，` : `${call()}，`) : ''
    return english ? `${calls.replace(/[，、]/g, ' ')}${words}` : `${calls}${words}`
  }).join('').trim()
}

function blockAt(index: number, pick: Pick, call: () => string): string {
  if (index % 17 === 16) return `## 第 ${index} 段：${han[pick(han.length)]}`
  const kind = pick(14)
  if (kind === 0) return Array.from({length: 2 + pick(5)}, () => `- ${sentence(pick, false)}${call()}`).join('\n')
  if (kind === 1) return Array.from({length: 1 + pick(3)}, () => `> ${paragraph(pick, call)}`).join('\n>\n')
  if (kind === 2) return table(pick, call)
  if (kind === 3) return `> > ${paragraph(pick, call)}\n>\n> ${sentence(pick, false)}`
  return paragraph(pick, call)
}

function table(pick: Pick, call: () => string): string {
  const rows = Array.from({length: 3 + pick(12)}, (_, row) => `| ${row + 1} | ${sentence(pick, false)} | ${pick(3) === 0 ? call() : '—'} |`)
  return ['| 行 | 所记 | 注 |', '| --: | --- | --- |', ...rows].join('\n')
}
