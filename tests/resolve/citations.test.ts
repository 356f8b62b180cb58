import {expect, test} from 'vitest'
import {bodyWords, mail, resolveTexts} from './resolve-texts.ts'

/** The article's text as {@link bodyWords}, with exhibits of these numbers, and what the citations and messages say. */
function cite(text: string, numbers: readonly string[] = ['1', '2', '3', '4']) {
  const exhibits = numbers.map((number, index) => [`exhibits/${String(index).padStart(2, '0')}.md`, mail({From: 'Alice'}).replace('---\n', `---\nnumber: "${number}"\n`)])
  const {dossier, files} = resolveTexts({'article.md': `---\ntitle: T\n---\n\n${text}\n`, ...Object.fromEntries(exhibits)})
  const body = dossier.articles[0]?.body
  const messages = files.flatMap((file) => file.messages).filter((one) => one.ruleId !== 'resolve-exhibit-is-cited')
  return {
    dossier,
    words: body ? bodyWords(body, dossier) : '',
    cited: dossier.citations.map((one) => one.exhibit.replace('exhibit-', '')),
    said: messages.map((one) => `${one.ruleId}: ${one.reason}`),
  }
}

test.each([
  ['[邮件1]', '1'], ['【邮件 2】', '2'], ['［附件三］', '3'], ['[附件第4号]', '4'], ['[電郵1]', '1'], ['[証拠2]', '2'],
  ['[Exhibit 1]', '1'], ['[exhibit no. 2]', '2'], ['[Email #3]', '3'], ['[E-mail 4]', '4'], ['[ Annex 1 ]', '1'], ['[Exhibit １]', '1'], ['[Exhibit 01]', '1'],
  ['[附件十]', '10'], ['[附件十二]', '12'], ['[Exhibit b]', 'B'], ['[Anlage B]', 'B'],
  ['（见附件一）', '1'], ['（附件2）', '2'], ['〔附件3〕', '3'], ['(Exhibit B)', 'B'], ['(see Email 3)', '3'], ['(vgl. Anlage 1)', '1'],
])('%s is a citation of %s', (words, number) => {
  const {cited, words: printed, said} = cite(`Before ${words} after.`, ['1', '2', '3', '4', '10', '12', 'B'])
  expect(said).toEqual([])
  expect(cited).toEqual([number])
  expect(printed).toBe(`Before ‹${words}›^1 after.`)
})

test.each([
  ['See [Exhibits 1, 2].', 'See ‹[Exhibits 1,› ‹2]›.^1^2'],
  ['See [Exhibits 1 and 3] now.', 'See ‹[Exhibits 1 and› ‹3]›^1^2 now.'],
  ['[附件一、二]。然后', '‹[附件一、›‹二]›。^1^2然后'],
  ['[附件一、附件四和邮件二]', '‹[附件一、›‹附件四和›‹邮件二]›^1^2^3'],
  ['[Exhibit 1; Exhibit 2]', '‹[Exhibit 1;› ‹Exhibit 2]›^1^2'],
])('%s is cut behind what joins its numbers', (text, words) => expect(cite(text)).toMatchObject({words, said: []}))

test.each([
  ['[Exhibits 1-3]', '1 2 3', '‹[Exhibits 1-›‹›‹3]›^1^2^3'],
  ['[Email 2–4]', '2 3 4', '‹[Email 2–›‹›‹4]›^1^2^3'],
  ['[附件1至3]', '1 2 3', '‹[附件1至›‹›‹3]›^1^2^3'],
  ['[附件一至附件四]', '1 2 3 4', '‹[附件一至›‹›‹›‹附件四]›^1^2^3^4'],
  ['[Exhibits 1 to 2]', '1 2', '‹[Exhibits 1 to› ‹2]›^1^2'],
  ['[Exhibits 1, 2–4]', '1 2 3 4', '‹[Exhibits 1,› ‹2–›‹›‹4]›^1^2^3^4'],
  ['[Exhibits 1—2, 4]', '1 2 4', '‹[Exhibits 1—›‹2,› ‹4]›^1^2^3'],
])('%s cites %s', (text, numbers, words) => {
  const found = cite(text)
  expect(found).toMatchObject({cited: numbers.split(' '), words, said: []})
  for (const citation of found.dossier.citations) {
    expect(citation.asPrinted).toBe(text)
    expect(found.dossier.exhibits.find((one) => one.id === citation.exhibit)).toMatchObject({citedBy: [citation.id], label: /^\[(\D+?)s?(?= ?[1一])|^\[(Email)/.exec(text)?.slice(1).find(Boolean)})
    expect(found.dossier.notes.filter((one) => one.citation === citation.id)).toMatchObject([{kind: 'citation', calls: [expect.stringMatching(/^call-\d$/)]}])
  }
})

test.each(['(Appendix IV)', '（附件八）', '(letter to the editor)', '(Exhibit 1, Exhibit 9)', '(Email me)', '（见第 1 页）'])('%s in round brackets is no citation where that is not there', (words) => {
  expect(cite(`Before ${words} after.`)).toMatchObject({cited: [], words: `Before ${words} after.`, said: []})
})

test('single letters make a range too', () => {
  expect(cite('[Exhibits A–C]', ['A', 'B', 'C', 'D'])).toMatchObject({cited: ['A', 'B', 'C'], said: []})
})

test('a number with a dash of its own is no range', () => {
  expect(cite('[附件2-1]', ['1', '2', '2-1'])).toMatchObject({cited: ['2-1'], words: '‹[附件2-1]›^1', said: []})
  expect(cite('（附件2-1）', ['1', '2-1'])).toMatchObject({cited: ['2-1'], words: '‹（附件2-1）›^1', said: []})
})

test.each([
  ['[Exhibits 3-1]', '3 2 1', ['resolve-range-is-in-order: Unexpected range 3–1 in [Exhibits 3-1], expected one from a smaller number or letter to a larger one']],
  ['[Exhibits 3-6]', '3 4', ['resolve-citation-exists: Unexpected citation [Exhibits 3-6] (5, 6), expected the number of an exhibit that is there']],
  ['[Exhibits 1-9999]', '1 2 3 4', ['resolve-citation-exists: Unexpected citation [Exhibits 1-9999] (5, 6, 7, 8, 9 … 9999), expected the number of an exhibit that is there']],
  ['[Exhibits 2-B]', '2', ['resolve-range-is-in-order', 'resolve-citation-exists']],
  ['[Exhibits 0-2]', '1 2', ['resolve-citation-exists']],
])('%s cites %s, and says what is not there', (text, numbers, said) => {
  const found = cite(`${text} after`)
  expect(found.cited).toEqual(numbers.split(' '))
  expect(found.said.map((one, index) => one.slice(0, said[index]?.length))).toEqual(said)
  expect(found.words.replace(/[‹›]|\^\d/g, '')).toBe(`${text} after`)
})

test.each([
  ['So [Exhibit 1]. And', 'So ‹[Exhibit 1]›.^1 And'],
  ['（见[附件一]）。又', '（见‹[附件一]›）。^1又'],
  ['“as [Exhibit 1],” he', '“as ‹[Exhibit 1]›,”^1 he'],
  ['[Exhibit 1]’s words', '‹[Exhibit 1]›^1’s words'],
  ['[Exhibit 1] .', '‹[Exhibit 1]›^1 .'],
  ['*[Exhibit 1].*', '‹[Exhibit 1]›.^1'],
])('%s has its call behind the marks that close the phrase', (text, words) => expect(cite(text).words).toBe(words))

test('what the author put behind a bracket stays there', () => {
  expect(cite('See [Exhibit 1][^a]. And this[^a].\n\n[^a]: Note.').words).toBe('See ‹[Exhibit 1]›^1^2. And this^2.')
})

test('words in code, in links, and in brackets without a number are none', () => {
  expect(cite('`[Exhibit 1]` [Exhibit 2](https://example.org) [Exhibit] [see Exhibit 1] [1] [Exhibits] [letter to] [message a] [mails].')).toMatchObject({cited: [], said: []})
})

/** What an imported article cites, what of it is not there, and what is said. */
function citeImported(text: string, unpublished: readonly string[] = [], head = '\noriginal: {file: originals/a.md, lines: 1-9}') {
  const exhibits = ['1', '2', 'B'].map((number, index) => [`exhibits/0${index}.md`, mail({From: 'Alice'}).replace('---\n', `---\nnumber: "${number}"\n`)])
  const {dossier, files} = resolveTexts({'article.md': `---\ntitle: T${head}\n---\n\n${text}\n`, ...Object.fromEntries(exhibits)}, {unpublished: unpublished.map((number) => ({number}))})
  const said = files.flatMap((file) => file.messages.map((one) => `${file.path} ${one.ruleId} ${one.fatal === true ? 'error' : 'warning'}: ${one.reason} ${String((one as {note?: string}).note)}`)).filter((one) => !one.includes('resolve-exhibit-is-cited'))
  const body = dossier.articles[0]?.body
  return {cited: dossier.citations.map((one) => one.exhibit.replace('exhibit-', '')).join(' '), absent: dossier.absent.map(({numbers, isStated}) => `${numbers.join('+')}${isStated ? ' stated' : ''}`), claims: dossier.absent.map(({claim}) => claim), said, words: body ? bodyWords(body, dossier).replace(/[‹›]|\^\d/g, '') : ''}
}

test.each([
  ['They met [Exhibit 9].', '', ['9']], ['他们见过面[附件九]。', '', ['九']], ['See [Exhibits 1, 9 and C].', '1', ['9', 'C']], ['See [Exhibits 2–5].', '2', ['3+4', '5']], ['[Annex D], then [Annex D].', '', ['D', 'D']],
  ['[附件一、七]说', '1', ['七']], ['[附件2-1]说', '', ['2-1']], ['[Exhibit 2-C] says', '', ['2-C']], ['【证据十二】', '', ['十二']], ['[Anlage F]', '', ['F']], ['[Exhibits 3 to 1]', '1', ['3']], ['[Exhibits 1-2000]', '1 2', [Array.from({length: 1997}, (_, at) => at + 3).join('+'), '2000']],
])('in an imported text %s is printed as it stands, and what is not there is a finding', (text, cited, absent) => {
  const found = citeImported(text)
  expect(found).toMatchObject({cited, absent, words: text})
  expect(found.said).toHaveLength(1)
  expect(found.said[0]).toMatch(/^article\.md resolve-cited-is-here warning: .*not among the exhibits.*unpublished: \[.+\]/)
})

test.each([
  ['They met [Exhibit 9].', ['9'], '', ['9 stated']], ['他们见过面[附件九]。', ['9'], '', ['九 stated']], ['他们见过面（见附件九）。', ['九'], '', ['九 stated']], ['See [Exhibits 1–5].', ['3', '4', '5'], '1 2', ['3+4 stated', '5 stated']], ['(Exhibits 1, 9)', ['9'], '1', ['9 stated']], ['[附件2-1]', ['2-1'], '', ['2-1 stated']], ['[exhibit d]', ['D'], '', ['d stated']],
])('what the settings name as unpublished ends the warning, and the error: %s', (text, unpublished, cited, absent) => {
  for (const head of [undefined, '']) expect(citeImported(text, unpublished, head)).toMatchObject({cited, absent, words: text, said: []})
})

test('of some that are stated the others are reported', () => {
  expect(citeImported('[Exhibits 2–6]', ['3', '5'])).toMatchObject({cited: '2', absent: ['3 stated', '4', '5 stated', '6'], said: [expect.stringContaining('(4, 6)')]})
  expect(citeImported('[Exhibits 2–6]', ['3', '5'], '').said).toEqual([expect.stringMatching(/resolve-citation-exists error: .*\(4, 6\).*unpublished: \[4, 6\]/)])
})

test('what is stated must be cited, and not be here', () => {
  expect(citeImported('See [Exhibit 1].', ['1', '7']).said).toEqual([expect.stringMatching(/^dossier\.yaml resolve-unpublished-holds warning: .*exhibit 1 that is among the exhibits/), expect.stringMatching(/exhibit 7 that no article cites/)])
})

test('the claim for what is not there is the sentence that it stands in', () => {
  expect(citeImported('It rained. They met at noon [Exhibit 9]. They left. [Exhibit 8] Then it was over.').claims).toEqual(['They met at noon.', 'They left.'])
})

test('in round brackets an imported text may call other things an exhibit', () => {
  expect(citeImported('（见附件八） (Appendix IV)')).toMatchObject({cited: '', absent: [], said: []})
})

test('exhibits cite nothing', () => {
  const {dossier} = resolveTexts({'exhibits/1.md': mail({From: 'Alice'}, 'See [Exhibit 1].')})
  expect(dossier.citations).toEqual([])
})

test('long runs of spaces take no long time to be told from a citation', () => {
  const text = `[Exhibit${' '.repeat(20_000)}x and [Exhibits 1${' ,'.repeat(2_000)}`
  expect(cite(text).cited).toEqual([])
})
