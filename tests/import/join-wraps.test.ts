import {describe, expect, it} from 'vitest'
import {hardBreak, joinWraps} from '../../src/import/join-wraps.ts'

describe('joinWraps', () => {
  it.each<[string, string, string]>([
    ['Latin words', 'Sam\nAltman', 'Sam Altman'],
    ['a number and its unit', '以 10\n亿美元', '以 10 亿美元'],
    ['Han and Latin', '达到\nAGI（通用', '达到 AGI（通用'],
    ['Han and Han', '他们\n的路', '他们的路'],
    ['kana', 'これは\nペンです', 'これはペンです'],
    ['Hangul', '보낸\n사람', '보낸 사람'],
    ['after a full-width mark', '好，\nElon', '好，Elon'],
    ['a dash before Han', '价值的--\n然后', '价值的--然后'],
    ['an em dash', 'the lamp—\nhis lamp', 'the lamp—his lamp'],
    ['a dash with spaces', 'the lamp -\nhis lamp', 'the lamp - his lamp'],
    ['a hyphen in a word', 'well-\nknown', 'well-known'],
    ['a hyphen that waits', 'short- and long-\nterm, short-\nor long', 'short- and long-term, short- or long'],
    ['numbers', '2-\n3 years', '2-3 years'],
    ['emphasis between', '在**这里**\n**的**', '在**这里****的**'],
    ['a line break of the writer', `甲${hardBreak}乙`, '甲\\\n乙'],
    ['an address', 'see http://x.example/should-\nai-be-open.', 'see <http://x.example/should-ai-be-open>.'],
    ['an address over three lines', 'http://x.example/a-\nb-\nc d', '<http://x.example/a-b-c> d'],
    ['an address that ends', 'at http://x.example/\nThis is', 'at <http://x.example/> This is'],
    ['a destination', '[the list](http://x.example/a-\nb) is', '[the list](http://x.example/a-b) is'],
    ['an address before Han', '见http://x.example/a，然后', '见<http://x.example/a>，然后'],
    ['no address', 'http:// and `http://x.example/a` and <http://y.example>', 'http:// and `http://x.example/a` and <http://y.example>'],
  ])('%s', (_, given, expected) => {
    expect(joinWraps(given).text).toBe(expected)
  })

  it('names the addresses that it mended', () => {
    expect(joinWraps('http://x.example/a-\nb-\nc and http://y.example').mended).toEqual(['http://x.example/a-b-c'])
  })
})
