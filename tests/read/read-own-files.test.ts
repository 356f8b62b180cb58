import {expect, test} from 'vitest'
import {readOwnFiles} from '../../src/read/read-own-files.ts'
import {readTemplates} from '../../src/read/read-templates.ts'
import {readLoadingStyles} from '../../src/verify/style-troubles.ts'
import {memoryWorld, type Stored} from '../memory-world.ts'
import {makePng} from '../printed/make-png.ts'
import {said} from '../said.ts'

const png = makePng(40, 20)
const inText = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
const rule = 'read-own-file-stands-alone'

async function read(own: Record<string, Stored>) {
  const world = memoryWorld({'/package/templates/cover.hbs': 'ours', '/package/styles/book.css': 'ours', ...own})
  const templates = await readTemplates(world, '/in')
  return {...(await readOwnFiles(world, '/in', templates)), messages: said(templates.own)}
}

/** Every one asks a server, another file of the machine, or runs. */
const outside = [
  '@import "http://a.example/x.css";', '@im\\70 ort url(//a.example/x.css);', '@import url("mine.css") layer(a);',
  '@font-face { font-family: A; src: url(http://a.example/a.woff2) }', 'a { cursor: url(http://a.example/c.cur), auto }',
  'a { background: -webkit-image-set("//a.example/y" 1x) }', 'a { background: cross-fade("http://a.example/2", red) }', 'a { background: image(ltr "//a.example") }',
  ':root { --x: url(http://a.example) }', ':root { --x: "http://a.example" } a { background: image-set(var(--x) 1x) }', 'a { background: image-set(--f() 1x) }',
  'a { background: u\\72l(http://a.example/x) }', 'a { background: \\55 RL("http://a.example") }', 'a { background: url(/**/"http://a.example") }', 'a { background: url("htt\\70://a.example") }',
  'a { background: src("http://a.example") }', 'a { background: src(var(--q)) }', 'a { behavior: url(x.htc) }', 'a { -moz-binding: url(x.xml#a) }', 'a { filter: progid:DX.M(src="x") }',
  'a { width: expression(alert(1)) }', '@later "http://a.example";', '@later { src: "//a.example" }', 'a { background: url("javascript:alert(1)") }', 'a { background: url(file:///etc/passwd) }',
  'a { background: url("\\\\\\\\a.example\\\\y") }', 'a { background: url("h\\9 ttp://a.example") }', 'a { background: url(/etc/x.png) }', '@supports (background: url(http://a.example)) { a { color: red } }',
  'a { background: url(http://a.example', 'p { &:hover { mask: url(//a.example) } }', '<!-- a { background: url(http://a.example) } -->',
]

test.each(outside)('refused, at its line: %s', async (css) => {
  const {messages} = await read({'/in/styles/mine.css': `/* mine */\n${css}\n`})
  expect(messages.length).toBeGreaterThan(0)
  for (const message of messages) expect(message).toMatch(/^styles\/mine\.css:2/)
  expect(messages.some((message) => message.includes(rule) || message.includes('read-picture'))).toBe(true)
})

test.each([
  '@namespace url(http://www.w3.org/1999/xhtml);', '@charset "utf-8";', 'a[href^="http://a.example"] { color: red }', 'a { content: "see http://a.example" }', ':root { --x: "http://a.example" }',
  '@font-face { font-family: A; src: local("A") }', 'a { background: image-set(linear-gradient(var(--a), red) 1x) }', 'a { mask: url(#m) }', 'behavior:hover { color: red }', ':is(a[href="//x"]):lang("en") { color: red }',
])('names nothing outside: %s', async (css) => {
  const {messages, styles} = await read({'/in/styles/mine.css': css})
  expect(messages).toEqual([])
  expect(styles.get('mine')).toBe(css)
  const {addresses, troubles} = readLoadingStyles(css)
  expect([...addresses.filter((one) => !one.startsWith('#')), ...troubles]).toEqual([])
})

test('files beside the sheet or in the source folder, and data in it, are read and named by their content', async () => {
  const {messages, styles, named} = await read({
    '/in/styles/mine.css': `a { background: url( 'pics/a.png' ) } b { background: image-set("../pics/b.png" 1x, url(${inText}) 2x) } @font-face { font-family: A; src: url(a.woff2) format("woff2") }`,
    '/in/pics/a.png': png, '/in/pics/b.png': makePng(4, 4), '/in/styles/a.woff2': 'wOF2 and more',
  })
  expect(messages).toEqual([])
  expect(named.map(({path, type, source, line}) => [path, type, source, line])).toEqual([
    ['pics/a.png', 'image/png', 'styles/mine.css', 1], ['pics/b.png', 'image/png', 'styles/mine.css', 1], [undefined, 'image/png', 'styles/mine.css', 1], ['styles/a.woff2', 'font/woff2', 'styles/mine.css', 1],
  ])
  expect(styles.get('mine')?.replace(/-[0-9a-f]{16}/g, '-x')).toBe('a { background: url("own/picture-x.png") } b { background: image-set(url("own/picture-x.png") 1x, url("own/picture-x.png") 2x) } @font-face { font-family: A; src: url("own/font-x.woff2") format("woff2") }')
})

test('pictures of templates are read; drawings that load nothing, too', async () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>A</title><path d="M0 0h1v1z" fill="url(#g)"/></svg>'
  const {messages, templates} = await read({
    '/in/templates/cover.hbs': `{{!-- <script> --}}<p class="a">{{title}}</p>\n<IMG alt="A" src='pics/a.png'><img src="data:image/svg+xml,${encodeURIComponent(drawing)}" alt="">`,
    '/in/pics/a.png': png,
  })
  expect(messages).toEqual([])
  expect(templates.get('cover')?.replace(/-[0-9a-f]{16}/g, '-x')).toBe('{{!-- <script> --}}<p class="a">{{title}}</p>\n<IMG alt="A" src="own/picture-x.png"><img src="own/picture-x.svg" alt="">')
})

test.each([
  '<img src="http://a.example/x.png">', '<img src="pics/none.png">', '<img src="{{title}}">', '<img src="pics/{{title}}.png">', `<img src="${inText.slice(0, 80)}">`, '<img srcset="pics/a.png 2x" src="pics/a.png">',
  '<p style="color: red">', '<style>p { color: red }</style>', '<link rel="stylesheet" href="x.css">', '<script>1</script>', '<meta http-equiv="refresh" content="0;url=//a.example">', '<p onclick="1">', '<p ONCLICK=1>',
  '<svg><image href="//a.example"/></svg>', '<svg><use xlink:href="//a.example#a"/></svg>', '<svg><path fill="url(//a.example)"/></svg>', '<svg><path fill="u\\72l(//a.example)"/></svg>', '<svg><a xlink:href="javascript:1"><text>a</text></a></svg>',
  '<a href="javascript:1">a</a>', '<a href="file:///etc/passwd">a</a>', '<a href="#a" ping="//a.example">a</a>', '<iframe srcdoc="a"></iframe>', '<object data="a"></object>', '<video poster="//a.example"></video>', '<form action="//a.example"></form>',
  '<table background="//a.example"></table>', '<base href="//a.example">', '<template><script>1</script></template>', '<svg><set attributeName="href" to="//a.example"/></svg>', '<img src="data:image/svg+xml,<svg onload=1>">',
])('refused in a template, at its line: %s', async (markup) => {
  const {messages} = await read({'/in/templates/cover.hbs': `<div>\n\n${markup}</div>`, '/in/pics/a.png': png})
  expect(messages.length).toBeGreaterThan(0)
  for (const message of messages) expect(message).toMatch(/^templates\/cover\.hbs:3/)
})

test('what is sound in a template', async () => {
  const markup = '<div class="{{#if title}}a{{else}}b{{/if}}" lang="en"><a href="#{{id}}">a</a><a href="{{link}}">b</a><a href="https://a.example/">c</a><svg viewBox="0 0 1 1"><title>A</title><use href="#a"/></svg></div>'
  expect((await read({'/in/templates/cover.hbs': markup})).messages).toEqual([])
})

test('what a verified output would load is found by its own reader', () => {
  for (const css of outside.filter((one) => !/expression|@later|progid/.test(one))) {
    const {addresses, troubles} = readLoadingStyles(css)
    expect(addresses.length + troubles.length, css).toBeGreaterThan(0)
  }
})
