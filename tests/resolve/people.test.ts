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

test('joining goes on over several names and addresses, whatever comes first', () => {
  const joined = {From: 'Al <a@example.org>', To: 'Alice <b@example.org>', Cc: 'Alice <a@example.org>'}
  const apart = {From: 'b@example.org', To: 'a@example.org', Cc: 'AL'}
  expect(people(apart, joined)).toEqual(['AL (b@example.org, a@example.org, Al, Alice): 1.1 2.1; 1.1 2.1; 1.1 2.1'])
  expect(people(joined, apart)).toEqual(['Al (Alice, b@example.org, a@example.org, AL): 1.1 2.1; 1.1 2.1; 1.1 2.1'])
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
  expect(dossier.people.map(({id}) => id)).toEqual(['person-ann-lee', 'person-ann-lee-2', 'person-李-安'])
})
