import {describe, expect, test} from 'vitest'
import {allFaces} from '../../../src/render/fonts/faces.ts'
import {readCoverage} from '../../../src/render/fonts/read-coverage.ts'
import {printed} from '../../../src/render/pdf/printed-text.ts'

describe('a text as it is printed', () => {
  test.each([
    ['a letter with a mark that is a character is that character', 'e\u0301', 'é'],
    ['a mark that every Latin face has stays with its letter', 'x\u0301', 'x\u0301'],
    ['a mark that some have not is parted from it', 'x\u0321\u0301', 'x\u2060\u0321\u2060\u0301'],
    ['a mark of kana on a Latin letter is', 'o\u3099', 'o\u2060\u3099'],
    ['a ring on a Chinese character is of its face', '字\u20dd', '字\u20dd'],
    ['a figure on a key stays on it', '1\ufe0f\u20e3', '1\u20e3'],
    ['a mark at the beginning stands on a space', '\u0301a', '\u00a0\u2060\u0301a'],
    ['a soft hyphen would be painted where a line ends', 'a\u00adb', 'ab'],
    ['marks of a script of its own stay with its letters', 'हिन्दी', 'हिन्दी'],
  ])('%s', (_, text, expected) => expect(printed(text)).toBe(expected))

  /** Those that a text of any script may have. */
  const common = /[\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u302a-\u302f\u3099\u309a\ufe20-\ufe2f]/
  test.each(allFaces.filter(({script}) => script === 'latin' || script === 'han'))('keeps those marks with letters that $id has', async (face) => {
    const {glyphOf} = await readCoverage(face)
    const letter = face.script === 'latin' ? 'x' : '字'
    const kept = Array.from({length: 0x10000}, (_, point) => String.fromCharCode(point)).filter((mark) => common.test(mark) && printed(letter + mark) === letter + mark)
    expect(kept.length).toBeGreaterThan(5)
    expect(kept.filter((mark) => glyphOf(mark.charCodeAt(0)) === 0)).toEqual([])
  })
})
