import {describe, expect, it} from 'vitest'
import type {Dossier, Message} from '../../src/model/dossier.ts'
import {nodesIn} from '../../src/model/nodes-in.ts'
import {resolveTexts} from './resolve-texts.ts'

const article = '---\ntitle: T\n---\n\nSee [Exhibit 1] and [Exhibit 2].\n'
const first = {From: 'Ann Lee <ann@a.example>', To: 'Bo Chen <bo@a.example>', Date: 'Mon, 4 Mar 2019 09:15 +0000', Subject: 'The lock gate'}
const answer = {From: 'Bo Chen <bo@a.example>', To: 'Ann Lee <ann@a.example>', Date: 'Tue, 5 Mar 2019 10:00 +0000', Subject: 'Re: The lock gate'}
const text = 'The gate was paid with 1,200 crowns in March, and nobody has seen it since.'

const yaml = (headers: Readonly<Record<string, string>>) => JSON.stringify(headers)
const one = (headers: Readonly<Record<string, string>>, body: string) => `---\nmessages:\n  - headers: ${yaml(headers)}\n---\n\n${body}\n`
const within = (outer: Readonly<Record<string, string>>, inner: Readonly<Record<string, string>>, body: string, more = '') =>
  `---\nmessages:\n  - headers: ${yaml(outer)}\n    forwarded:\n      - headers: ${yaml(inner)}\n${more}---\n\n<!-- message 1 -->\n\nSee below.\n\n<!-- message 1.1 -->\n\n${body}\n`

function resolve(second: string, original = one(first, text)): {dossier: Dossier; inner: Message; said: string[]} {
  const {dossier, files} = resolveTexts({'article.md': article, 'exhibits/1.md': original, 'exhibits/2.md': second})
  const inner = dossier.exhibits[1]?.messages[0]?.parts.find((part): part is Message => !('type' in part))
  if (!inner) throw new Error('There is no message within the second exhibit.')
  return {dossier, inner, said: files.flatMap(({path, messages}) => messages.filter(({ruleId}) => ruleId === 'resolve-copy-agrees').map(({line, reason}) => `${path}:${line} ${reason}`))}
}

const differences = (message: Message) => message.parts.flatMap((part) => ('type' in part ? [...nodesIn(part, 'difference')] : [])).map(({children, there, count}) => ({own: children.map((child) => ('value' in child ? child.value : '')).join(''), ...(there !== undefined && {there}), ...(count !== undefined && {count})}))

describe('a message within another', () => {
  it('is joined with the message that it is a copy of, and counted once', () => {
    const {dossier, inner, said} = resolve(within(answer, first, text))
    expect(inner).toMatchObject({copyOf: 'exhibit-1-message-1', quoted: true})
    expect(inner.differs).toBeUndefined()
    expect(said).toEqual([])
    expect(dossier.people.find(({name}) => name === 'Ann Lee')?.wrote).toEqual(['exhibit-1-message-1'])
    expect(dossier.events.map(({target}) => target)).toEqual(['exhibit-1-message-1', 'exhibit-2-message-1'])
  })

  it('has its differences marked and warned of, with the words of the original', () => {
    const {inner, said} = resolve(within(answer, first, 'The gate was paid with 12,000 crowns in March, and **somebody has** seen it since.'))
    expect(inner.differs).toBe(true)
    expect(differences(inner)).toEqual([{own: '12,000', there: '1,200'}, {own: 'somebody', there: 'nobody'}])
    expect(said).toEqual([
      'exhibits/2.md:14 Unexpected words “12,000” in a copy of message 1 of exhibit 1, expected “1,200”',
      'exhibits/2.md:14 Unexpected words “somebody” in a copy of message 1 of exhibit 1, expected “nobody”',
    ])
  })

  it('shows what it leaves out and what it adds', () => {
    expect(differences(resolve(within(answer, first, 'The gate was paid with 1,200 crowns, and nobody has ever seen it since.')).inner)).toEqual([{own: '', there: 'in March'}, {own: 'ever', there: ''}])
  })

  it.each([
    ['another time', {...first, Date: 'Mon, 4 Mar 2019 09:16 +0000'}, text],
    ['another sender', {...first, From: 'Cy Fox <cy@a.example>'}, text],
    ['another subject', {...first, Subject: 'The weir'}, text],
    ['other words', first, 'Come to the meeting on Friday, please, and bring the drawings of the weir.'],
    ['no date and few words', {From: first.From, Subject: first.Subject}, 'The gate'],
  ])('is a letter of its own where it has %s', (_, headers, body) => {
    const {inner, said} = resolve(within({...answer, Subject: 'FW: x'}, headers, body))
    expect(inner.copyOf).toBeUndefined()
    expect(said).toEqual([])
  })

  it('is joined by its id, by an instant of another zone, by names without addresses, and by words where the zone is open', () => {
    const identified = {...first, 'Message-ID': '<1@a.example>'}
    expect(resolve(within(answer, {From: 'A. Lee', 'Message-ID': '<1@a.example>'}, text), one(identified, text)).inner.copyOf).toBe('exhibit-1-message-1')
    expect(resolve(within(answer, {...first, Date: 'Mon, 4 Mar 2019 17:15 +0800'}, text)).inner.copyOf).toBe('exhibit-1-message-1')
    expect(resolve(within(answer, {From: 'Lee, Ann', Date: first.Date}, text)).inner.copyOf).toBe('exhibit-1-message-1')
    expect(resolve(within(answer, {From: first.From, Date: '2019-03-04 17:15'}, text)).inner.copyOf).toBe('exhibit-1-message-1')
    expect(resolve(within(answer, {...first, 'Message-ID': '<2@a.example>'}, text), one(identified, text)).inner.copyOf).toBeUndefined()
  })

  it('is the original itself where no exhibit has it; a second copy is joined with the first', () => {
    const {dossier} = resolve(within(answer, first, text), within({...answer, Date: 'Wed, 6 Mar 2019 10:00 +0000', Subject: 'FW: The lock gate', To: 'Cy Fox'}, first, text))
    const [a, b] = dossier.exhibits.map(({messages}) => messages[0]?.parts.find((part): part is Message => !('type' in part)))
    expect([a?.copyOf, a?.quoted]).toEqual([undefined, undefined])
    expect([b?.copyOf, b?.quoted]).toEqual(['exhibit-1-message-1-1', true])
    expect(dossier.people.find(({name}) => name === 'Ann Lee')?.wrote).toEqual(['exhibit-1-message-1-1'])
  })

  it('does not answer the message that forwards it', () => {
    const {files} = resolveTexts({
      'article.md': article, 'exhibits/1.md': `---\nmessages:\n  - headers: ${yaml(first)}\n  - headers: ${yaml(answer)}\n---\n\n<!-- message 1 -->\n\n${text}\n\n<!-- message 2 -->\n\nSee below.\n`,
      'exhibits/2.md': `---\nmessages:\n  - headers: ${yaml({From: 'Cy Fox', Subject: 'FW: The lock gate', Date: 'Fri, 8 Mar 2019 10:00 +0000'})}\n    forwarded:\n      - headers: ${yaml(answer)}\n        forwarded:\n          - headers: ${yaml(first)}\n---\n\n<!-- message 1.1 -->\n\nSee below.\n\n<!-- message 1.1.1 -->\n\n${text}\n`,
    })
    expect(files.flatMap(({messages}) => messages.map(String))).toEqual([])
  })

  it('is compared in Chinese, character by character', () => {
    const han = {发件人: '李安 <l@a.example>', 日期: '2019年3月4日 09:15', 主题: '闸门'}
    const {inner} = resolve(within({发件人: '陈博 <b@a.example>', 收件人: '李安', 日期: '2019年3月5日 10:00', 主题: '回复：闸门'}, han, '闸门花了四万元，至今没有人见过。'), one(han, '闸门花了四千元，至今没有人见过。'))
    expect(differences(inner)).toEqual([{own: '万', there: '千'}])
    expect(inner.quoted).toBe(true)
  })
})
