import {expect, test} from 'vitest'
import {mail, resolveTexts} from './resolve-texts.ts'

/** People as `name (variants): wrote; received; copied`, from the headers of exhibits 1, 2 …. */
function people(...headers: Record<string, string>[]): string[] {
  const texts = Object.fromEntries(headers.map((one, index) => [`exhibits/${index + 1}.md`, mail(one)]))
  const short = (ids: readonly string[]) => ids.map((id) => id.replace(/exhibit-(\d+)-message-/, '$1.')).join(' ')
  return resolveTexts(texts).dossier.people.map(({name, variants, wrote, received, copied}) =>
    `${name} (${variants.join(', ')}): ${short(wrote)}; ${short(received)}; ${short(copied)}`)
}

test('a name and an address met apart become one person when a mailbox joins them', () => {
  expect(people(
    {From: 'Alice'},
    {From: 'alice@example.org', To: 'Alice'},
    {From: 'Bob <bob@example.org>', To: 'Alice <alice@example.org>', Cc: 'alice@example.org'},
  )).toEqual([
    'Alice (alice@example.org): 1.1 2.1; 2.1 3.1; 3.1',
    'Bob (): 3.1; ; ',
  ])
})

test('different names at one address stay apart, and the address alone is nobody’s in particular', () => {
  expect(people({From: 'Al <a@example.org>', To: 'Alice <b@example.org>', Cc: 'Alice <a@example.org>'}, {From: 'b@example.org', To: 'a@example.org', Cc: 'AL'})).toEqual([
    'a@example.org (): ; 2.1; ',
    'Al (AL): 1.1; ; 2.1',
    'Alice (b@example.org): 2.1; 1.1; 1.1',
  ])
})

test('the editor’s list joins what it names, and nothing else', () => {
  const texts = {
    'article.md': '---\ntitle: T\n---\n\nSam met Samuel Reed and Sammy. 张 三 and 张三丰. [Exhibit 1]\n',
    'exhibits/1.md': mail({From: 'Al <a@example.org>', To: 'Reed, Sam <s@example.org>; "S. Reed" <s@example.org>'}, 'Sam, SAM.'),
    'people.yaml': '- name: Samuel Reed\n  also: [Sam, S. Reed, "s@example.org"]\n  role: Mayor\n  sort: Reed, Samuel\n- name: 张三\n- name: 张三丰\n',
  }
  const {dossier} = resolveTexts(texts)
  expect(dossier.people.map(({name, role, variants, received, mentions}) => [name, role, variants, received.length, mentions.map(({within}) => within)])).toEqual([
    ['Al', undefined, [], 0, []],
    ['Samuel Reed', 'Mayor', ['Sam Reed', 'S. Reed', 'Sam'], 1, ['article-1', 'exhibit-1']],
    ['张三', undefined, [], 0, ['article-1']],
    ['张三丰', undefined, [], 0, ['article-1']],
  ])
})

test('ten thousand listed people are looked for in one reading, and those who are nowhere are told of once', () => {
  const list = Array.from({length: 10_000}, (_, index) => `- name: Person Number${index}\n`).join('')
  const {dossier, files} = resolveTexts({'article.md': `---\ntitle: T\n---\n\n${'Person Number77 said that Number7777x did not. '.repeat(2000)}\n`, 'people.yaml': list})
  expect(dossier.people.map(({name}) => name)).toEqual(['Person Number77'])
  expect(files.flatMap((file) => file.messages.map((one) => one.ruleId))).toEqual(['resolve-person-appears'])
})

test('parts of listed names that stand alone are suggested, and counted as nobody', () => {
  const {dossier, files} = resolveTexts({'article.md': '---\ntitle: T\n---\n\nElon Musk came. Elon left, said Elon.\n', 'people.yaml': '- name: Elon Musk\n'})
  expect(dossier.people[0]?.mentions).toHaveLength(1)
  expect(files.flatMap((file) => file.messages.map((one) => one.reason))).toEqual(['Unexpected “Elon”, 2 times in the texts, expected to know whether it is Elon Musk'])
})

test('an address is the name of those only who have no other', () => {
  expect(people({From: 'alice@example.org', To: 'carol@example.org'}, {From: '"alice@example.org" <alice@example.org>', To: 'Alice <ALICE@example.org>'})).toEqual([
    'Alice (alice@example.org): 1.1 2.1; 2.1; ',
    'carol@example.org (): ; 1.1; ',
  ])
})

test('different names stay apart, and blanked mailboxes without a name belong to nobody', () => {
  expect(people({From: 'Alice <>', To: 'Alicia <>, <>'})).toEqual(['Alice (): 1.1; ; ', 'Alicia (): ; 1.1; '])
})

test('anchors are made from names, each once', () => {
  const {dossier} = resolveTexts({'exhibits/1.md': mail({From: 'Ann Lee', To: 'Ann-Lee; 李 安'})})
  expect(dossier.people.map(({id}) => id)).toEqual(['person-ann-lee', 'person-ann-lee-2', 'person-李安'])
})
