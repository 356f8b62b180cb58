import type {PdfFacts, TextRun} from '../../src/verify/pdf/pdf-facts.ts'
import type {PdfStructure} from '../../src/verify/pdf/read-structure.ts'
import {mutateText, pickerFrom, textMutations, type Pick} from './mutate-text.ts'

/** What was read from a PDF, with one thing wrong. */
export interface MutatedFacts {
  readonly facts: PdfFacts
  readonly structure: PdfStructure
  readonly says: string
}

const markMutations = ['lose marked content', 'say marked content twice', 'swap marked contents', 'take marked content out of the structure', 'lose all of a page', 'paint a box for a character', 'paint a line twice'] as const
const kinds = [...textMutations, ...markMutations]

/** Facts with one mutation each, kind after kind, as a fault of the printer or of the file would show in them. */
export function* mutatedFacts(facts: PdfFacts, structure: PdfStructure, {seed, count}: {seed: number; count: number}): Generator<MutatedFacts> {
  const pick = pickerFrom(seed)
  let made = 0
  for (let turn = 0; made < count && turn < count * 20; turn++) {
    const kind = kinds[turn % kinds.length] as (typeof kinds)[number]
    const mutated = isMark(kind) ? mutateMarks({facts, structure}, kind, pick) : mutateRun(facts, kind, pick)
    if (!mutated) continue
    made++
    yield {facts, structure, ...mutated, says: `${kind}: ${mutated.says}`}
  }
}

function isMark(kind: (typeof kinds)[number]): kind is (typeof markMutations)[number] {
  return (markMutations as readonly string[]).includes(kind)
}

type Mutated = Partial<MutatedFacts> & {says: string}

function mutateRun(facts: PdfFacts, kind: (typeof textMutations)[number], pick: Pick): Mutated | undefined {
  const page = facts.pages[pick(facts.pages.length)]
  const index = pick(Math.max(1, page?.runs.length ?? 0))
  const run = page?.runs[index]
  const text = run && mutateText(run.text, kind, pick)
  if (!page || !run || text === undefined) return undefined
  return {facts: withRuns(facts, page.index, page.runs.map((one, at) => (at === index ? {...one, text} : one))), says: `page ${page.label}, “${run.text.slice(0, 40)}” to “${text.slice(0, 40)}”`}
}

function withRuns(facts: PdfFacts, page: number, runs: readonly TextRun[]): PdfFacts {
  return {...facts, pages: facts.pages.map((one) => (one.index === page ? {...one, runs} : one))}
}

function mutateMarks({facts, structure}: {facts: PdfFacts; structure: PdfStructure}, kind: (typeof markMutations)[number], pick: Pick): Mutated | undefined {
  const words = (at: number): string => facts.pages[structure.pages[at] as number]?.runs.filter(({mcid}) => mcid === structure.mcids[at]).map(({text}) => text).join('').trim() ?? ''
  const at = pick(structure.mcids.length)
  const page = facts.pages[structure.pages[at] as number]
  if (!page || words(at).replace(/\s/g, '').length < 2 || structure.roles[at] !== 'text') return undefined
  const says = `page ${page.label}, “${words(at).slice(0, 40)}”`
  const moved = (change: <Kind>(list: readonly Kind[]) => readonly Kind[]): Mutated => ({
    structure: {...structure, mcids: change(structure.mcids), pages: change(structure.pages), elements: change(structure.elements), roles: change(structure.roles), languages: change(structure.languages)}, says,
  })
  const own = (run: TextRun): boolean => run.mcid === structure.mcids[at]
  switch (kind) {
    case 'lose marked content': return {facts: withRuns(facts, page.index, page.runs.filter((run) => !own(run))), says}
    case 'say marked content twice': return moved((list) => [...list.slice(0, at), list[at] as never, ...list.slice(at)])
    case 'take marked content out of the structure': return moved((list) => list.filter((_, index) => index !== at))
    case 'swap marked contents': {
      const other = pick(structure.mcids.length)
      if (words(other).replace(/\s/g, '').length < 2 || words(other) === words(at) || structure.roles[other] !== 'text') return undefined
      return moved((list) => list.map((one, index) => (index === at ? list[other] as typeof one : index === other ? list[at] as typeof one : one)))
    }
    case 'lose all of a page': return {facts: withRuns(facts, page.index, page.runs.filter(({mcid}) => mcid === undefined)), says}
    case 'paint a line twice': {
      const run = page.runs.find((one) => own(one) && /\S/.test(one.text))
      return run && {facts: withRuns(facts, page.index, page.runs.flatMap((one) => (one === run ? [one, one] : [one]))), says}
    }
    default: {
      const index = page.runs.findIndex((run) => own(run) && /\S/.test(run.text))
      const text = page.runs[index]?.text.replace(/\S/, '\uFFFD') ?? ''
      return {facts: withRuns(facts, page.index, page.runs.map((one, place) => (place === index ? {...one, text} : one))), says}
    }
  }
}
