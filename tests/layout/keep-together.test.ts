import type {Element, ElementContent} from 'hast'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {expect, it} from 'vitest'
import {keepEndsTogether, keepTogether} from '../../src/layout/keep-together.ts'

const element = (tagName: string, ...children: (string | Element)[]): Element =>
  ({type: 'element', tagName, properties: {}, children: children.map((one) => (typeof one === 'string' ? {type: 'text', value: one} : one))})

function glued(keep: (nodes: readonly ElementContent[]) => void, ...children: (string | Element)[]): string {
  const nodes = [element('p', ...children)]
  keep(nodes)
  return unified().use(rehypeStringify).stringify({type: 'root', children: nodes})
}

it('keeps the last two characters of a Chinese paragraph on one line, with the marks that close it', () => {
  expect(glued(keepEndsTogether, '逐一核对。”')).toBe('<p>逐一<span class="glue">核对。”</span></p>')
  expect(glued(keepEndsTogether, 'Checked one by one.')).toBe('<p>Checked one by one.</p>')
  expect(glued(keepEndsTogether, '前', element('b', '后'))).toBe('<p>前<b>后</b></p>')
})

it('keeps a number with its unit in texts alone', () => {
  expect(glued(keepTogether, '共 25 kg 的信件')).toBe('<p>共 <span class="glue">25 kg</span> 的<span class="glue">信件</span></p>')
  expect(glued(keepEndsTogether, '共 25 kg 的信件')).toBe('<p>共 25 kg 的<span class="glue">信件</span></p>')
})
