import {spawn, spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {readPrinted} from '../printed/read-printed.ts'
import {wordsOf} from '../printed/sort-page.ts'

const bin = resolve('src/bin.js')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), content)
  }
}

/** Builds `sources` into `out`, with an output of an earlier build in it. */
function build(...words: string[]) {
  write({'out/dossier.pdf': 'the old one'})
  const {status, stdout, stderr} = spawnSync(process.execPath, [bin, 'build', ...words], {cwd: folder, encoding: 'utf8', env: {...process.env, NO_COLOR: '1'}})
  return {status, stdout, stderr, out: readdirSync(join(folder, 'out')), old: readFileSync(join(folder, 'out', 'dossier.pdf')).toString('latin1')}
}

const untouched = {status: 1, stdout: '', out: ['dossier.pdf'], old: 'the old one'}

test('errors of single files are told together, each with its line and rule, and the old output stays', () => {
  write({
    'sources/article.md': [
      '---', 'title: T', '---', '', 'Text[^nope].', '', '![](missing.png)', '', '![](../outside.png)', '', '![](https://example.org/x.png)', '', '![](file:///etc/passwd)', '',
    ].join('\n'),
    'sources/articles/deep.md': `# Deep\n\n${'>'.repeat(500)} deep\n`,
    'sources/exhibits/1.md': '---\nmessages:\n  - headers: {From: [a, b\n---\n\nText.\n',
    'sources/exhibits/2.md': '---\nmessages:\n  - headers:\n      Subject: "x[^gone]"\n---\n\nText.\n',
    'outside.png': '',
  })
  const {stderr, ...rest} = build()
  expect(rest).toEqual(untouched)
  const said = (path: string): string => stderr.split(/\n(?=sources\/)/).find((part) => part.startsWith(path)) ?? ''
  expect(said('sources/article.md')).toMatch(/^5:5\S* +error .*\[\^nope\].* parse-note-exists$/m)
  expect(said('sources/article.md')).toMatch(/^7:1\S* +error .*missing\.png.* read-picture-exists$/m)
  expect(said('sources/article.md')).toMatch(/^9:1\S* +error .*outside\.png.* read-picture-inside$/m)
  expect(said('sources/article.md')).toMatch(/^11:1\S* +warning .* read-picture-is-local$/m)
  expect(said('sources/article.md')).toMatch(/^13:1\S* +error .*passwd.* read-picture-inside$/m)
  expect(said('sources/articles/deep.md')).toMatch(/^3:1\S* +error .* parse-within-limits$/m)
  expect(said('sources/exhibits/1.md')).toMatch(/^4:1\S* +error .* parse-frontmatter-is-valid$/m)
  expect(said('sources/exhibits/2.md')).toMatch(/^4:1\S* +error .*\[\^gone\].* parse-note-exists$/m)
  expect(stderr).not.toMatch(/root:|\n +at /)
})

test('what is no UTF-8 is named by its byte', () => {
  write({'sources/article.md': Buffer.from('# T\n\nabc \xff\n', 'latin1')})
  const {stderr, ...rest} = build()
  expect(rest).toEqual(untouched)
  expect(stderr).toMatch(/error +Unexpected byte 0xFF.* parse-is-utf8/)
})

test('errors between files are told together: citations, numbers; and warnings with them', () => {
  const message = (date: string): string => `---\nmessages:\n  - headers:\n      From: A\n      Date: ${date}\n---\n\nText.\n`
  write({
    'sources/article.md': '# T\n\nSee [Exhibit 9] and [Exhibit 1].\n',
    'sources/exhibits/1.md': message('"Mon, Feb 1, 2018 at 3:52 AM"'),
    'sources/exhibits/2.md': message('whenever'),
    'sources/exhibits/3.md': `---\nnumber: "1"\n${message('"Thu, Feb 1, 2018 at 3:52 AM"').slice(4)}`,
  })
  const {stderr, ...rest} = build()
  expect(rest).toEqual(untouched)
  expect(stderr).toMatch(/sources\/article\.md\n3:\S* +error .*\[Exhibit 9\].* resolve-citation-exists\n.*1, 2/)
  expect(stderr).toMatch(/sources\/exhibits\/1\.md\n5:1\S* +warning .*"Mon".* resolve-weekday-agrees/)
  expect(stderr).toMatch(/sources\/exhibits\/2\.md\n[^]*warning .* resolve-exhibit-is-cited/)
  expect(stderr).toMatch(/5:1\S* +warning .*whenever.* resolve-date-understood/)
  expect(stderr).toMatch(/sources\/exhibits\/3\.md\n1:1\S* +error .* resolve-exhibit-number-unique/)
})

test.each([
  ['an empty folder', ['empty'], 1, 'read-sources-present'],
  ['a folder that is not there', ['nowhere'], 1, 'read-folder-exists'],
  ['an output that is not there', ['sources', '--only', 'odf'], 2, 'odf'],
  ['a place that no folder can be made in', ['sources', '--out', 'sources/article.md/out'], 1, 'render-output-written'],
])('%s is refused', (_, words, code, says) => {
  write({'sources/article.md': '# T\n\nText.\n', 'empty/.gitkeep': ''})
  const {stderr, ...rest} = build(...words)
  expect(rest).toEqual({...untouched, status: code})
  expect(stderr).toContain(says)
})

async function hits(work: (origin: string) => Promise<void> | void): Promise<string[]> {
  const asked: string[] = []
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  await new Promise((done) => server.close(done))
  return asked
}

/** The same as {@link build}, without stopping this process, which answers requests meanwhile. */
function buildMeanwhile(): Promise<{status: number | null; stderr: string}> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [bin, 'build'], {cwd: folder, env: {...process.env, NO_COLOR: '1'}})
    let stderr = ''
    child.stderr.on('data', (words: Buffer) => (stderr += words.toString()))
    child.on('close', (status) => done({status, stderr}))
  })
}

test('hostile sources are printed as they stand: nothing runs, nothing is fetched, nothing of the machine is in the file', async () => {
  const asked = await hits(async (origin) => {
    write({
      'sources/article.md': [
        '---', 'title: "{{constructor}} {{{__proto__}}} <script>alert(1)</script>"', 'author: "<img src=x onerror=alert(1)>"', `link: javascript:alert(1)`, '__proto__: {polluted: yes}', 'constructor: {prototype: {polluted: yes}}', '---', '',
        `<script src="${origin}/script"></script>`, '', `<img src="${origin}/img">`, '', `<iframe src="file:///etc/passwd"></iframe>`, '', `![](${origin}/picture.png)`, '',
        '[run](javascript:alert(1)) [data](data:text/html,x) [file](file:///etc/passwd) {{constructor}} {{> message}}', '',
        `<link rel=stylesheet href=${origin}/css> <style>@import "${origin}/style"; * { display: none }</style>`, '',
        'A call[^__proto__] and one[^constructor].', '', '[^__proto__]: Called proto.', '[^constructor]: Called constructor.', '', '[Exhibit 1]', '',
      ].join('\n'),
      'sources/exhibits/1.md': `---\nmessages:\n  - headers:\n      From: '<script>alert(2)</script> <a@b>'\n      constructor: x\n      toString: y\n      Subject: '"><img src=${origin}/subject>'\n---\n\n<!-- message 1 -->\n\n<svg onload=alert(1)>\n`,
    })
    const {status, stderr} = await buildMeanwhile()
    expect(status, stderr).toBe(0)
    expect(stderr).toContain('parse-no-raw-html')
  })
  expect(asked).toEqual([])
  const printed = await readPrinted(readFileSync(join(folder, 'out', 'dossier.pdf')))
  const words = wordsOf(printed.pages.flatMap((page) => page.glyphs))
  expect(words).toContain('{{constructor}}')
  expect(words).toContain('alert(2)')
  expect(words).toContain('Called proto.')
  expect(words).not.toMatch(/root:|daemon:/)
  for (const {uri} of printed.pages.flatMap((page) => page.links)) expect(uri ?? '').not.toMatch(/^(?:javascript|data|file):/i)
  expect(Object.keys(Object.prototype)).toEqual([])
})

test('a paragraph of two megabytes is printed', () => {
  write({'sources/article.md': `# T\n\n${'木箱在否答曰在，'.repeat(87_000)}\n`})
  const {status, stderr, stdout} = build()
  expect(status, stderr).toBe(0)
  expect(stdout).toMatch(/^5[0-9]{2} pages/m)
}, 150_000)

/** Processes begun by one, and those begun by them. */
function descendantsOf(pid: number): {pid: number; command: string}[] {
  const all = spawnSync('ps', ['-eo', 'pid=,ppid=,args='], {encoding: 'utf8'}).stdout.split('\n').flatMap((line) => {
    const [, own, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return own === undefined ? [] : [{pid: Number(own), parent: Number(parent), command: command ?? ''}]
  })
  const walk = (parent: number): typeof all => all.filter((one) => one.parent === parent).flatMap((one) => [one, ...walk(one.pid)])
  return walk(pid)
}

test.skipIf(process.platform !== 'linux')('a browser that is killed at work: a new try or a clear word, the old output or the whole new one, and no process left', async () => {
  write({'sources/article.md': `# T\n\n${'木箱在否答曰在，'.repeat(60_000)}\n`, 'out/dossier.pdf': 'the old one'})
  const child = spawn(process.execPath, [bin, 'build'], {cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], env: {...process.env, NO_COLOR: '1'}})
  let stderr = ''
  child.stderr.on('data', (words: Buffer) => (stderr += words.toString()))
  const ended = new Promise<number | null>((done) => child.on('close', done))
  let browsers: number[] = []
  let seen = 0
  const watch = setInterval(() => {
    const now = descendantsOf(child.pid ?? 0)
    const renderer = now.find((one) => one.command.includes('--type=renderer'))
    // Some time after it has begun, so that it is loading, measuring or printing.
    if (!renderer || browsers.length > 0 || ++seen < 10) return
    browsers = now.map((one) => one.pid)
    process.kill(renderer.pid, 'SIGKILL')
    const main = now.find((one) => /chrom/i.test(one.command) && !one.command.includes('--type='))
    if (main) process.kill(main.pid, 'SIGKILL')
  }, 100)
  const code = await ended
  clearInterval(watch)
  expect(browsers.length).toBeGreaterThan(0)
  const output = readFileSync(join(folder, 'out', 'dossier.pdf')).subarray(0, 11).toString('latin1')
  if (code === 0) expect(output).toMatch(/^%PDF-/)
  else {
    expect(code).toBe(1)
    expect(stderr).toMatch(/browser/)
    expect(stderr).not.toMatch(/our bug|Internal error|\n +at /)
    expect(output).toBe('the old one')
  }
  await new Promise((done) => setTimeout(done, 500))
  expect(browsers.filter((pid) => isAlive(pid))).toEqual([])
}, 120_000)

/** A process that has ended but was not asked for its code counts as ended. */
function isAlive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
