import {expect, test} from 'vitest'
import {digestOf, hashFile} from '../../src/model/input-file.ts'
import {lackingWords} from '../../src/model/words.ts'

const all = new Map([['en', {}], ['zh', {}], ['sr-Latn', {}]])

test.each([
  ['en', undefined], ['en-GB', undefined], ['zh', undefined], ['zh-Hans', undefined], ['zh-CN', undefined], ['sr-Latn-RS', undefined],
  ['fr', 'en'], ['de-CH', 'en'], ['zh-Hant', 'zh'], ['zh-TW', 'zh'], ['sr', 'en'], ['x', 'en'],
])('%s has words, or those that stand for them', (language, used) => {
  expect(lackingWords(all, language)).toBe(used)
})

test('the digest is that of the lines of sha256sum, also for names that it escapes', () => {
  // printf 'x' > 'a\b'; printf 'y' > 'c'; sha256sum 'a\b' c | LC_ALL=C sort -k 2 | sha256sum
  expect(digestOf([hashFile('c', 'y'), hashFile('a\\b', 'x')])).toBe('71338192015d825c2c4dad50740323fd950f3a516e3e5e94c6e5d02892262871')
})
