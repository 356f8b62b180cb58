import {expect, test} from 'vitest'
import {compileTemplates} from '../../src/layout/compile-templates.ts'

const fill = (template: string, view: object = {}) => compileTemplates(new Map([['a', template]]), {})('a', view)

test.each([
  ['<img src="{{link}}" alt="">', {link: 'https://a.example/x.png'}],
  ['<{{!}}p onclick=1>', {}],
  ['<p {{name}}="1">', {name: 'onclick'}],
  ['<{{name}}>1</{{name}}>', {name: 'script'}],
  ['<svg><use href="{{link}}"/></svg>', {link: '//a.example#a'}],
])('nothing loads or runs that values make of a template: %s', (template, view) => expect(() => fill(template, view)).toThrow('nothing may load'))

test('pictures that were read are shown', () => expect(fill('<img src="own/picture-1.png" alt="">').children).toMatchObject([{tagName: 'img', properties: {src: 'own/picture-1.png'}}]))

test('a quote that closes a phrase of a title stays with its character', () => {
  const spans = fill('<h1>{{phrases title}}</h1>', {title: '渡口停航，“灯已灭”'}).children
  expect(spans).toMatchObject([{children: [{children: [{value: '渡口停航，'}]}, {children: [{value: '“灯已'}, {properties: {className: ['glue']}, children: [{value: '灭”'}]}]}]}])
})
