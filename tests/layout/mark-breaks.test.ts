import type {Element} from 'hast'
import {expect, test} from 'vitest'
import {markBreaks} from '../../src/layout/mark-breaks.ts'

/** What a paragraph with this text comes to, `|` where a line may end. */
function broken(value: string, tagName = 'p', properties: Element['properties'] = {}): string {
  const block: Element = {type: 'element', tagName, properties, children: [{type: 'text', value}]}
  markBreaks([block])
  return block.children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' && child.tagName === 'wbr' ? '|' : '?')).join('')
}

test.each([
  ['就能保持与 DeepMind/Google 相关', '就能保持与 DeepMind/|Google 相关'],
  ['Alpha/Bravo/Charlie', 'Alpha/|Bravo/|Charlie'],
  ['and/or, km/h, 2018/12/26, c/o', 'and/or, km/h, 2018/12/26, c/o'],
  ['a // b', 'a // b'],
])('%s', (text, expected) => expect(broken(text)).toBe(expected))

test('code and addresses stay as they are', () => {
  expect(broken('/usr/local/share', 'code')).toBe('/usr/local/share')
  expect(broken('example.org/alpha/bravo', 'a', {className: ['address']})).toBe('example.org/alpha/bravo')
})

test('an anchor behind the slash changes nothing', () => {
  const anchor: Element = {type: 'element', tagName: 'span', properties: {className: ['anchor'], id: 'a'}, children: []}
  const block: Element = {type: 'element', tagName: 'p', properties: {}, children: [{type: 'text', value: 'DeepMind/'}, anchor, {type: 'text', value: 'Google'}]}
  markBreaks([block])
  expect(block.children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? child.tagName : ''))).toEqual(['DeepMind/', 'span', 'wbr', 'Google'])
})
