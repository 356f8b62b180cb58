import type {Element, ElementContent} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {describe, expect, it} from 'vitest'
import {markLanguages} from '../../src/layout/mark-languages.ts'

describe('a block takes the declared language, unless its script contradicts it', () => {
  const cases: [string, string, string | undefined][] = [
    ['de', 'Das ist ein Absatz auf Deutsch.', undefined],
    ['fr', 'Voici un paragraphe.', undefined],
    ['en', 'A paragraph.', undefined],
    ['de', '这是一段中文。', 'zh-Hans'],
    ['de', '這是一段中文，說給你們聽。', 'zh-Hant'],
    ['de', 'これは日本語の段落です。', 'ja'],
    ['ja', 'これは日本語の段落です。', undefined],
    ['ja', '東京都千代田区', undefined],
    ['ja', 'A paragraph in English.', 'en'],
    ['zh-Hans', 'A paragraph in English.', 'en'],
    ['zh-Hans', 'これは日本語の段落です。', 'ja'],
    ['zh-Hant', '这是一段中文。', undefined],
    ['ko', '이것은 한국어 문장입니다.', undefined],
    ['ru', 'Это абзац.', undefined],
    ['ru', 'A paragraph in English.', 'en'],
    ['sr-Latn', 'Ovo je pasus.', undefined],
    ['no such tag', 'A paragraph.', undefined],
    ['zh-Hans', '123 — 456', undefined]
  ]
  it.each(cases)('%s: %s', (language, text, expected) => expect(marked(text, language).properties.lang).toBe(expected))

  it('comes back to the declared one inside another', () => {
    const quote: Element = {type: 'element', tagName: 'blockquote', properties: {}, children: [paragraph('这是一段很长的中文引文。'), paragraph('Und Deutsch.')]}
    markLanguages([quote], 'de')
    expect(toHtml(quote)).toBe('<blockquote lang="zh-Hans"><p>这是一段很长的中文引文。</p><p lang="de">Und Deutsch.</p></blockquote>')
  })
})

describe('a run within a block', () => {
  const cases: [string, string, string][] = [
    ['zh-Hans', '他说 very good 的话', '他说 <span lang="en">very good</span> 的话'],
    ['de', 'Das Wort 中文 steht hier in einem Satz', 'Das Wort <span lang="zh-Hans">中文</span> steht hier in einem Satz'],
    ['de', 'Das Wort ひらがな steht hier in einem langen Satz', 'Das Wort <span lang="ja">ひらがな</span> steht hier in einem langen Satz'],
    ['ja', '彼は very good と言った', '彼は <span lang="en">very good</span> と言った'],
    ['en', '中文“引号”words, and many more of them in English', '<span lang="zh-Hans">中文“引号”</span>words, and many more of them in English'],
    ['en', '中文‘引号’ and many more words in English', '<span lang="zh-Hans">中文‘引号’</span> and many more words in English'],
    ['en', 'The word “中文” and many more words in English', 'The word “<span lang="zh-Hans">中文</span>” and many more words in English'],
    ['en', 'The “word 中文” and “中文。” and many more words', 'The “word <span lang="zh-Hans">中文</span>” and “<span lang="zh-Hans">中文。</span>” and many more words'],
    ['en', '李四’s words, and many more of them', '<span lang="zh-Hans">李四</span>’s words, and many more of them']
  ]
  it.each(cases)('%s: %s', (language, text, expected) => expect(toHtml(marked(text, language).children)).toBe(expected))
})

function marked(text: string, language: string): Element {
  const block = paragraph(text)
  markLanguages([block], language)
  return block
}

function paragraph(text: string): Element {
  const children: ElementContent[] = [{type: 'text', value: text}]
  return {type: 'element', tagName: 'p', properties: {}, children}
}
