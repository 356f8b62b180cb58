import {expect, test} from 'vitest'
import {hasColors} from '../../src/cli/has-colors.ts'
import {showProgress} from '../../src/cli/show-progress.ts'
import {summaryWords} from '../../src/cli/summary-words.ts'
import {memoryWorld} from '../memory-world.ts'

/** A world whose messages go to a person's terminal. */
function terminalWorld(environment: Record<string, string> = {}) {
  const world = memoryWorld({}, {environment})
  return {...world, terminal: {...world.terminal, isErrorTerminal: true}}
}

test.each([
  ['on a terminal', terminalWorld(), true],
  ['in a pipe', memoryWorld({}), false],
  ['against NO_COLOR', terminalWorld({NO_COLOR: '1'}), false],
  ['with NO_COLOR empty, which counts as unset', terminalWorld({NO_COLOR: ''}), true],
  ['on a dumb terminal', terminalWorld({TERM: 'dumb'}), false],
])('colours %s', (_, world, expected) => {
  expect(hasColors(world)).toBe(expected)
})

test('progress is one living line that is gone at the end', () => {
  const world = terminalWorld()
  const {show, end} = showProgress(world, {isQuiet: false})
  show({stage: 'read'})
  show({stage: 'render', pages: 120})
  end()
  expect(world.said.err).toBe('\r\x1b[2Kread · 0.0 s\r\x1b[2Krender · 120 pages · 0.0 s\r\x1b[2K')
})

test.each([
  ['in a pipe', memoryWorld({}), false],
  ['beside JSON', terminalWorld(), true],
  ['on a dumb terminal', terminalWorld({TERM: 'dumb'}), false],
])('no progress %s', (_, world, isQuiet) => {
  const {show, end} = showProgress(world, {isQuiet})
  show({stage: 'read'})
  end()
  expect(world.said.err).toBe('')
})

test('the summary names outputs with their sizes and what is in them', () => {
  const summary = {articles: 1, exhibits: 4, messages: 7, copies: 0, notes: 12, citations: 9, absent: 0, pages: 34, silenced: 2, sandbox: false}
  expect(summaryWords({files: [], isProved: true, outputs: [{path: 'out/dossier.pdf', bytes: 2_500_000}, {path: 'out/a', bytes: 3}], summary, elapsedMs: 6340})).toBe(
    'out/dossier.pdf (2.4 MiB)\nout/a (1 KiB)\n' +
      '34 pages, 1 article, 4 exhibits, 7 messages, 12 notes, 9 citations, 0 warnings and 2 silenced, 6.3 s\n' +
      'The browser ran without its sandbox: this system gives this user none.\n',
  )
})
