import fc from 'fast-check'

/** Words of every kind that may stand in a source: sane ones by far the most, so that what is odd stands among them. */
export const word: fc.Arbitrary<string> = fc.oneof(
  {weight: 30, arbitrary: fc.constantFrom('bridge', 'the', 'closed', 'Mayor', 'of', 'letter', 'said', 'he', 'insurance', 'no', 'figures', 'in', 'office', 'Weber', 'it', 'was', 'naïve', 'co-op', 'half–open', 'don’t', 'e.g.', 'U.S.')},
  {weight: 30, arbitrary: fc.constantFrom('桥', '关闭了', '市长', '来信', '，', '。', '保险公司', '他说', '《章程》', '（见下）', '“是”', '——', '……', '：', '？', '！', '、', '葛城', '桥梁维修')},
  {weight: 6, arbitrary: fc.constantFrom('01', '1984', 'ii', 'iv', '3', '12', 'p. 3', '第 3 页', '3.', '1)', '(2)', 'x', '§ 4', '№ 5', '10%', '5,000', '1/2', '½', '2024-03-07')},
  {weight: 4, arbitrary: fc.constantFrom('Contents', '目录', 'Notes', '注释', '注', 'Index', 'Chronology', 'Exhibit', '附件', 'page', 'See also', 'continued')},
  {weight: 4, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'undefined', 'null', 'NaN', 'true', '{{slot}}', '{}', '%s', '&amp;', '&lt;b&gt;', '<b>', '</p>', '<!-- x -->', '\\', '$&', '$1')},
  {weight: 4, arbitrary: fc.constantFrom('สวัสดีปีใหม่', 'กรุงเทพ', 'שלום', 'עולם', 'مرحبا', 'العربية', 'हिन्दी', 'क्षत्रिय', 'ភាសាខ្មែរ', 'བོད་སྐད', '한국어', '\u1112\u1161\u11ab\u1100\u1173\u11af', 'ᠮᠣᠩᠭᠣᠯ', 'தமிழ்', 'Ελλάδα', 'Москва', 'ქართული', 'Հայերեն', 'አማርኛ', 'ひらがな', 'カタカナ', 'ㄅㄆㄇ', '\u{20bb7}野', '\u{1d49c}', '\u{10330}', '\u{1e900}', '\u{e000}', '\u{f0000}', '\ufdd0', '\ufffe', '\u{1ffff}')},
  {weight: 3, arbitrary: fc.constantFrom('👍', '👍🏽', '🏽', '👩🏽‍💻', '🇨🇳', '1️⃣', '❤️', '👁️‍🗨️', '🏴‍☠️', 'a🏽', '字🏿', '☃', '©️')},
  {weight: 3, arbitrary: fc.constantFrom('e\u0301', 'a\u0300\u0301\u0302\u0303\u0304', '\u0301mark', '\u302a字', '字\u302a', 'z\u0335\u0321\u031b\u0352a\u0337l\u0334g\u0336o\u0338', 'ﬁgure', 'oﬃce', 'ﬀ', 'ﬆ', 'ĳ', 'ŉ', 'ﷺ', '㎏', '㍿', 'Å', '\u212b', '\uf900', '\u2f00', '⼀', '々', '〇', '\u3099', 'か\u3099', '\u20dd', '1\u20e3', '\u0e33', '\u0e40\u0e01')},
  {weight: 3, arbitrary: fc.constantFrom('\u0001', 'a\u0001b', '\u0007', '\u007f', '\u0085', '\u00ad', 'a\u00adb', '\u200b', '\u200d', '\u200c', '\u200e', '\u200f', '\u202aL\u202c', '\u202eR\u202c', '\u2066i\u2069', '\u2060', '\ufeff', '\u00a0', '\u3000', '\u2009', '\u202f', '\u2028', '\u2029', '\u180e', '\ufe0f', '\u{e0100}', '\u{e0041}', '\ufffc', '\ufffd', '\u061c', '\u3164', '\uffa0')},
  {weight: 2, arbitrary: fc.constantFrom('"quoted"', '\'single\'', '“open', 'shut”', '6"x4"', '’07', '‘', '’', '«', '»', '--', '---', '...', '***', '|', '#', '~', '=', '+', '^', '_', '[', ']', '(', ')', '!', '<', '>', '`', '$$', '%%', '@', '\\*')},
  {weight: 1, arbitrary: fc.constantFrom('http://example.org/', 'https://example.org/a_(b)?x=1&y=2#z', 'www.example.org', 'a@example.org', 'mailto:b@example.org', 'http://例え.テスト/道', 'https://example.org/`x`', 'http://example.org/*x*', 'Donaudampfschifffahrtsgesellschaft'.repeat(4), '长'.repeat(120), 'x'.repeat(200))},
)

/** Words behind each other, as languages with spaces and without have them. */
export function words(min: number, max: number): fc.Arbitrary<string> {
  return fc.array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '', ', ')), {minLength: min, maxLength: max}).map((some) => some.map((pair) => pair.join('')).join('').trim())
}

/** Where a note is called; what it says is known later. */
export const call = '\u0002'

/** What stands within a line of Markdown. */
export const inline: fc.Arbitrary<string> = fc.oneof(
  {weight: 12, arbitrary: words(1, 8)},
  {weight: 2, arbitrary: words(1, 3).map((some) => `*${some}*`)},
  {weight: 2, arbitrary: words(1, 3).map((some) => `**${some}**`)},
  {weight: 1, arbitrary: words(1, 2).map((some) => `~~${some}~~`)},
  {weight: 2, arbitrary: words(1, 2).map((some) => `\`${some.replaceAll('`', '')}\``)},
  {weight: 2, arbitrary: fc.tuple(words(0, 3), fc.webUrl(), words(0, 2)).map(([some, url, title]) => `[${some}](${url.replace(/[()]/g, '')}${title ? ` "${title.replaceAll('"', '')}"` : ''})`)},
  {weight: 1, arbitrary: word.map((one) => `<http://example.org/${one.replace(/[<>\s]/g, '')}>`)},
  {weight: 1, arbitrary: words(0, 2).map((some) => `![${some}](https://example.org/far.png)`)},
  {weight: 1, arbitrary: words(0, 2).map((some) => `![${some}](near.png "${some.replaceAll('"', '')}")`)},
  {weight: 5, arbitrary: fc.constant(call)},
  {weight: 1, arbitrary: words(1, 4).map((some) => `^[${some.replace(/[[\]]/g, '')}]`)},
  {weight: 2, arbitrary: fc.constantFrom('[Exhibit 1]', '[邮件1]', '(Exhibit 1)', '（见附件1）', '[Exhibits 1, 2]', '[邮件2]')},
  {weight: 1, arbitrary: fc.constantFrom('  \n', '\\\n', '\n', '&nbsp;', '&#x1;', '<br>')},
)

/** A stretch of Markdown within a block. */
export function inlines(max: number): fc.Arbitrary<string> {
  return fc.array(fc.tuple(inline, fc.constantFrom(' ', ' ', '', '，', '. ')), {minLength: 1, maxLength: max}).map((some) => some.map((pair) => pair.join('')).join(''))
}

/** The same in one line, for what has no room for more. */
export function oneLine(max: number): fc.Arbitrary<string> {
  return inlines(max).map((some) => some.replace(/\n/g, ' '))
}
