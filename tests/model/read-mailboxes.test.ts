import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readMailboxes} from '../../src/model/read-mailboxes.ts'

const short = (value: string) => readMailboxes(value).map(({name, address, redacted}) => `${name ?? ''}|${address ?? ''}${redacted ? '|redacted' : ''}`)

it.each<[string, string[]]>([
  ['Pryce, Gareth', ['Gareth Pryce|']],
  ['Pryce, Gareth (Highways)', ['Pryce, Gareth (Highways)|']],
  ['Ann Lee, Bo Chen', ['Ann Lee|', 'Bo Chen|']],
  ['李安, 陈博', ['李安|', '陈博|']],
])('a mail has one sender: %s', (value, expected) => {
  expect(readMailboxes(value, {isSender: true}).map(({name, address}) => `${name ?? ''}|${address ?? ''}`)).toEqual(expected)
})

describe('readMailboxes', () => {
  it.each<[string, string[]]>([
    ['Greg Brockman <>', ['Greg Brockman||redacted']],
    ['<>', ['||redacted']],
    ['█████████', ['||redacted']],
    ['Ann Lee; ████', ['Ann Lee|', '||redacted']],
    ['Sam Altman <>, <>', ['Sam Altman||redacted', '||redacted']],
    ['Elon Musk <', ['Elon Musk||redacted']],
    ['Ann Lee <, Bo Chen <>', ['Ann Lee||redacted', 'Bo Chen||redacted']],
    ['Bo [redacted]', ['Bo||redacted']],
    ['a@b.example', ['|a@b.example']],
    ['a@b.example (Ann Lee)', ['Ann Lee|a@b.example']],
    ['Ann <mailto:a@b.example>', ['Ann|a@b.example']],
    ['Ann Lee [mailto:a@b.example]', ['Ann Lee|a@b.example']],
    ['Ann Lee', ['Ann Lee|']],
    ['Ann Lee, Bo Chen', ['Ann Lee|', 'Bo Chen|']],
    ['Lee, Ann <a@b.example>', ['Ann Lee|a@b.example']],
    ['Lee, Ann; Chen, Bo', ['Ann Lee|', 'Bo Chen|']],
    ['Ann, Bo Chen <b@b.example>', ['Ann|', 'Bo Chen|b@b.example']],
    ['"Lee, Ann" <a@b.example>, Bo <b@b.example>', ['Ann Lee|a@b.example', 'Bo|b@b.example']],
    ['Acme, Inc. <x@acme.example>', ['Acme, Inc.|x@acme.example']],
    ['李安＜a@b.example＞；陈博、王一，<c@b.example>', ['李安|a@b.example', '陈博|', '王一|', '|c@b.example']],
    ['李安 代表 陈博 <b@b.example>', ['李安|', '陈博|b@b.example']],
    ['人大代表团 <x@b.example>', ['人大代表团|x@b.example']],
    ['Ann <a@b.example> on behalf of Bo <b@b.example>', ['Ann|a@b.example', 'Bo|b@b.example']],
    ['undisclosed-recipients:;', []],
    ['Undisclosed recipients:', []],
    ['未公开的收件人：；', []],
    ['Crew: Ann Lee <a@b.example>, c@b.example;, Bo Chen <b@b.example>', ['Ann Lee|a@b.example', '|c@b.example', 'Bo Chen|b@b.example']],
    ['Stone, Peter James', ['Peter James Stone|']],
    ['To: Ekman, Astrid', ['Astrid Ekman|']],
    ['Ann, Bob', ['Ann|', 'Bob|']],
    ['Hill, Mary, Stone, Peter', ['Mary Hill|', 'Peter Stone|']],
    ['Di Luca, Marco <m.diluca@b.example>, Stone, Peter James <pjstone@b.example>, Bo Chen <b@b.example>', ['Marco Di Luca|m.diluca@b.example', 'Peter James Stone|pjstone@b.example', 'Bo Chen|b@b.example']],
    ['Ann Lee, Bob <bob@b.example>', ['Ann Lee|', 'Bob|bob@b.example']],
    ['Nordic Timber, Co. Ltd <n@b.example>, Ann Lee <a@b.example>', ['Nordic Timber, Co. Ltd|n@b.example', 'Ann Lee|a@b.example']],
    ['Ruth Stone, M.D., MPH <r@b.example>', ['Ruth Stone, M.D., MPH|r@b.example']],
    ['Stone, Ruth, Ph.D. <r@b.example>', ['Ruth Stone, Ph.D.|r@b.example']],
    ["'ann@b.example'; 'Bo Chen' <b@b.example>", ['|ann@b.example', 'Bo Chen|b@b.example']],
    [`"'ann@b.example'" <ann@b.example>`, ['|ann@b.example']],
    ["o'hara@b.example", ["|o'hara@b.example"]],
    ['Bo (b@b.example), 陈博（c@b.example）', ['Bo|b@b.example', '陈博|c@b.example']],
    ['[REDACTED] <>; [REDACTED]; (b)(6)', ['||redacted', '||redacted', '||redacted']],
    ['[REDACTED] <a@b.example>', ['|a@b.example']],
    ['a@b.example; on behalf of; Bo Chen [b@b.example]', ['|a@b.example', 'Bo Chen|b@b.example']],
    ["'Ann Lee' via Town List <town@lists.example>", ['Ann Lee|']],
    [String.raw`"Ann \"Nan\" Lee" <a@b.example>`, ['Ann "Nan" Lee|a@b.example']],
    ['=?utf-8?q?Lee=2C_Zo=C3=A9?= <z@b.example>, =?gb2312?B?zfXQocP3?= <w@b.example>', ['Zoé Lee|z@b.example', '王小明|w@b.example']],
    ['=?utf-8?b?5p2O?= =?utf-8?b?5a6J?= <l@b.example>', ['李安|l@b.example']],
    ['a@b.example c@b.example', ['|a@b.example', '|c@b.example']],
    [String.raw`"odd, \"name\""@b.example`, [String.raw`|"odd, \"name\""@b.example`]],
    ['', []],
    [' , ; ', []],
  ])('%s', (value, expected) => {
    expect(short(value)).toEqual(expected)
  })

  it('reads back what is written, whatever the separator', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{1,8} [A-Z][a-z]{1,8}$/)
    const address = fc.oneof(fc.constant(undefined), fc.constant(''), fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.example$/))
    fc.assert(fc.property(fc.array(fc.record({name, address}), {minLength: 1}), fc.constantFrom(', ', '; ', '；', '，', '、'), (people, separator) => {
      const value = people.map((one) => (one.address === undefined ? one.name : `${one.name} <${one.address}>`)).join(separator)
      expect(short(value)).toEqual(people.map((one) => `${one.name}|${one.address ?? ''}${one.address === '' ? '|redacted' : ''}`))
    }))
  })

  it('never throws and keeps the words', () => {
    fc.assert(fc.property(fc.string({unit: fc.constantFrom(...'<>,;"()[]@ a：，代表\\')}), (value) => {
      for (const one of readMailboxes(value)) expect(value).toContain(one.asPrinted)
    }))
  })
})
