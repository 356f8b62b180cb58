import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {importClipping} from '../../src/import/import-clipping.ts'
import {auditImport} from '../../src/verify/audit/original/audit-import.ts'

interface Clipped {
  readonly article: string
  readonly rules: readonly (string | null | undefined)[]
  readonly says: string
  readonly errors: readonly string[]
}

/** Imports a page and holds it against what was made of it. */
function clip(page: string): Clipped {
  const file = new VFile({path: 'page.md'})
  const bytes = new TextEncoder().encode(page)
  const {files} = importClipping({name: 'page.md', bytes, file})
  auditImport(new TextDecoder().decode(bytes), files, {file, rule: () => 'verify-audit-import'})
  const errors = file.messages.filter(({fatal}) => fatal).map(({reason}) => reason)
  return {article: String(files.find(({path}) => path === 'article.md')?.content), rules: file.messages.map(({ruleId}) => ruleId), says: file.messages.map(({reason}) => reason).join('\n'), errors}
}

const text = 'The mill was sold in spring.\n\nNobody was told.\n'
const page = (yaml: string, body = text): string => `---\n${yaml}\n---\n\n${body}`

const sound: Readonly<Record<string, string>> = {
  'empty fields': page('title: The mill\nauthor:\npublished: ""\ntags: []\ncover: null\ndescription: ~\nmore: {}'),
  'a block scalar with entities': page('title: The mill\nsource: https://mill.example/a\ndescription: |\n  It begins:\n  see https://film.example/v?a=1&amp;b=2\nsummary: >-\n  Folded,\n\n  with a gap'),
  'words that repeat the first lines': page('title: The mill\ndescription: The mill was sold in spring. Nobody was told.\ntags:\n  - mill\n  - The mill was'),
  'headings that repeat tags': page('Title: 磨坊问答\nTags:\n  - 磨坊\n  - 镇上磨坊', '## 磨坊\n\n## 镇上磨坊\n\n- 第一问\n'),
  'maps and lists of lists': page('title: The mill\nformat:\n  html:\n    toc: true\n  pdf: default\nmatrix: [[1, 2], [3, [4, "five"]]]\nauthors:\n  - name: Ann Bell\n    affiliations:\n      - Mill Trust'),
  'dates and numbers': page('title: 1984\ndate: 2018-04-07 10:00:00 +0800\nweight: 010\nversion: 1.10\nrating: 4.5e3'),
  'anchors and merges': page('base: &base {layout: post, lang: en}\nextra:\n  <<: *base\ntitle: &t The mill\ndescription: *t'),
  'comments': page('# made by a tool\ntitle: The mill # a draft\n\n# the rest\ntags: [a, b] # of no use'),
  'a value said twice': page('title: The mill\nauthor: Ann Bell\nauthor: Ann Bell\nby: Ann Bell'),
  'escapes': page('title: "The \\u006dill \\"and\\" more"\nauthor: \'Ann O\'\'Bell\''),
  'wiki links': page('author:\n  - "[[Ann Bell]]"\n  - "[[People/Jo Hill|Jo Hill]]"\nsource: "https://mill.example/a"'),
  'signs alone': page('title: The mill\nicon: 🏭\nrating: ★★★'),
  'lines of Windows': page('title: The mill\nauthor:\ntags:\n  - a').replaceAll('\n', '\r\n'),
  'a byte order mark': `\uFEFF${page('title: The mill\ndescription:')}`,
  'an end with dots': '---\ntitle: The mill\nlayout: post\n...\n\nThe mill was sold.\n',
  'TOML': '+++\ntitle = "The mill"\ndate = 2020-01-02T10:00:00Z\nauthors = ["Ann Bell", "Jo Hill"]\ndraft = false\ntags = [\n  "a",\n  "b",\n]\n[params]\nauthor = "Nobody"\n+++\n\nThe mill was sold.\n',
  'a map in braces': '---\n{title: The mill, layout: post}\n---\n\nThe mill was sold.\n',
  'a cover that is none, a source that is no address': page('title: The mill\nimage: true\nsource: The Mill Courier'),
  'an address over two lines': page('title: The mill\nsource:\n  https://mill.example/a?b=c#d'),
  'a long title over lines': page(`title: >\n  The mill ${'and more '.repeat(60)}\n  and the end`),
  'a quoted key': page('"title": The mill\n"og:image": https://mill.example/a.png\ndc.title: The mill'),
  'Arabic and Thai': page('title: المطحنة\nauthor: آن\nوصف: قصيرة\nแท็ก: โรงสี'),
}

test.each(Object.entries(sound))('frontmatter is kept or named: %s', (_, original) => {
  const {errors} = clip(original)
  expect(errors).toEqual([])
})

test('an empty field is nothing to keep, and is not spoken of', () => {
  const {article, rules} = clip(sound['empty fields'] as string)
  expect(article).not.toContain('dropped')
  expect(article).not.toMatch(/author|published|cover/)
  expect(rules).toEqual([])
})

test('what is unused is named in one line a file', () => {
  const {rules, says, article} = clip(page('layout: post\ntitle: The mill\ndate: 2018-04-07\ntags: [a, b]\nmath: true'))
  expect(rules).toEqual(['import-frontmatter-has-place'])
  expect(says).toContain('`layout`, `tags`, `math`')
  expect(article).toContain('published: 2018-04-07')
  expect(article).toContain('"tags: [a, b]"')
})

test('frontmatter that is no YAML is read line by line, and named', () => {
  const {article, rules, errors} = clip(page('title: The mill: a history\nauthor: @annbell\nsummary:\tno [end\nlink: https://mill.example/a'))
  expect(errors).toEqual([])
  expect(rules).toEqual(['import-frontmatter-is-yaml', 'import-frontmatter-has-place'])
  expect(article).toContain('title: "The mill: a history"')
  expect(article).toContain('author: "@annbell"')
  expect(article).toContain('link: https://mill.example/a')
  expect(article).toContain('no [end')
})

test('TOML gives its fields', () => {
  const {article} = clip(sound['TOML'] as string)
  expect(article).toMatch(/^title: The mill\nauthor: Ann Bell, Jo Hill\npublished: 2020-01-02T10:00:00Z$/m)
})

test('text between thematic breaks stays text', () => {
  const {article, errors} = clip('---\n\nNothing but words here.\n\nAnd: more of them.\n\n---\n\nThe mill was sold.\n')
  expect(errors).toEqual([])
  expect(article).toContain('Nothing but words here.')
})

test('a field that lost words is found', () => {
  const file = new VFile({path: 'page.md'})
  const original = page('title: The mill\ndescription: A long tale of it')
  for (const article of ['---\ntitle: The mill\n---\n', '---\ntitle: The mill\ndropped:\n  - lines: "3"\n    text: "description: A tale of it"\n    reason: none\n---\n']) {
    expect(auditImport(original, [{path: 'article.md', content: `${article}\n${text}`}], {file, rule: () => 'verify-audit-import'}).unexplained).toBeGreaterThan(0)
  }
  expect(file.messages[0]?.line).toBe(3)
})
