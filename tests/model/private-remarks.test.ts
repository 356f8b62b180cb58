import fc from 'fast-check'
import {expect, test} from 'vitest'
import {takeOutRemarks} from '../../src/model/private-remarks.ts'

test.each([
  ['The mill %%ask Ada%% stood.', 'The mill stood.'],
  ['The mill %%ask Ada%%, and more', 'The mill, and more'],
  ['The weir%%why?%% stood.', 'The weir stood.'],
  ['一句话%%私下%%结束。', '一句话结束。'],
  ['%%one%% and %%two%%', ' and'],
  ['%%\nlong\n\n- list\n%%\nmore', '\n\n\n\n\nmore'],
  ['words %%over\na line%% more', 'words\n more'],
  ['> %%quoted\n> remark%%\n> words', '>\n\n> words'],
])('%j has none in %j', (before, after) => {
  expect(takeOutRemarks(before).text).toBe(after)
})

test.each([
  'A sum of 100%% and 50%% more',
  'never closed %%here',
  'not over %%a\n\nparagraph%% of words',
  '`%%code%%`',
  '``a ` %%code%%``',
  '```\n%%code%%\n```',
  '~~~\n%%\n~~~\n',
  '\\%%meant%%',
  '%%%%',
  'a %%% b %%% c',
  '100% of 50 %',
])('%j has no remark', (text) => {
  expect(takeOutRemarks(text)).toEqual({text, remarks: []})
})

test('says the line and the length of each', () => {
  expect(takeOutRemarks('one\ntwo %%a b%%\n\n%%\nc\n%%').remarks).toEqual([{line: 2, characters: 3}, {line: 4, characters: 1}])
})

test('keeps lines, and has nothing left to take out', () => {
  const piece = fc.constantFrom('%%', '%', 'a', ' ', '\n', '`', '```\n', '> ', '\\', '1', '。')
  fc.assert(fc.property(fc.array(piece, {maxLength: 40}), (pieces) => {
    const before = pieces.join('')
    const {text} = takeOutRemarks(before)
    expect(text.split('\n').length).toBe(before.split('\n').length)
  }), {numRuns: 2000})
})
