import {describe, expect, it} from 'vitest'
import {fieldOf, isForwardSeparator, splitHeaderLine} from '../../src/model/header-label.ts'
import {headerLabels} from '../../src/model/header-vocabulary.ts'

describe('fieldOf', () => {
  it.each([
    ['发件人', 'from'], ['寄件者：', 'from'], ['From', 'from'], ['FROM:', 'from'], ['Ｆｒｏｍ：', 'from'], ['差出人', 'from'], ['보낸 사람', 'from'], ['Von', 'from'],
    ['抄　送', 'cc'], ['抄\u00A0送', 'cc'], ['主　题', 'subject'], ['标题', 'subject'], ['主旨', 'subject'], ['Betreff', 'subject'], ['Objet ', 'subject'],
    ['发送日期', 'date'], ['寄件日期', 'date'], ['Gesendet', 'date'], ['Sent', 'date'], ['日時', 'date'], ['À', 'to'], ['收件人', 'to'], ['Кому', 'to'],
    ['附件', 'attachments'], ['Reply-To', 'reply-to'], ['Importance', 'other'],
    ['备注', undefined], ['', undefined], ['__proto__', undefined], ['constructor', undefined], ['x'.repeat(1e6), undefined],
  ])('%s', (label, field) => {
    expect(fieldOf(label)).toBe(field)
  })

  it('gives each label one field', () => {
    const labels = Object.values(headerLabels).flat()
    for (const [field, words] of Object.entries(headerLabels)) for (const word of words) expect([word, fieldOf(word)]).toEqual([word, field])
    expect(new Set(labels).size).toBe(labels.length)
  })
})

describe('splitHeaderLine', () => {
  it('cuts at the first colon of either width', () => {
    expect(splitHeaderLine(' 抄　送：Ann <a@b.example>')).toEqual({label: '抄　送', value: 'Ann <a@b.example>'})
    expect(splitHeaderLine('Objet : Re: x')).toEqual({label: 'Objet', value: 'Re: x'})
    expect(splitHeaderLine('发件人：')).toEqual({label: '发件人', value: ''})
    expect(splitHeaderLine('no label')).toBeUndefined()
    expect(splitHeaderLine(': value')).toBeUndefined()
    expect(splitHeaderLine(`${'x'.repeat(50)}: value`)).toBeUndefined()
  })
})

describe('isForwardSeparator', () => {
  it.each([
    '开始转发的邮件：', '开始转发消息：', 'Begin forwarded message:', '---------- Forwarded message ---------', '-----Original Message-----', '-----邮件原件-----',
    '------------------ 原始邮件 ------------------', '-------- 转发邮件信息 --------', 'Anfang der weitergeleiteten Nachricht:', '-----Ursprüngliche Nachricht-----', '> Forwarded Message',
  ])('%s', (line) => {
    expect(isForwardSeparator(line)).toBe(true)
  })

  it.each(['转发：猎鹰', 'Original Message was lost', '', '-----', '原始邮件在这里'])('%s is none', (line) => {
    expect(isForwardSeparator(line)).toBe(false)
  })
})
