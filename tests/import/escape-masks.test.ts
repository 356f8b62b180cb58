import {expect, test} from 'vitest'
import {escapeMasks} from '../../src/import/escape-masks.ts'

const escaped = (text: string): string => escapeMasks({kind: 'paragraph', depth: 0, lines: [{number: 1, depth: 0, prefix: '', text}]}).lines.map((line) => line.text).join('\n')

test.each([
  ['138****5678', '138\\*\\*\\*\\*5678'],
  ['138**56 and 139**78', '138\\*\\*56 and 139\\*\\*78'],
  ['<jia***@qq.com>, k**@qq.com', '<jia\\*\\*\\*@qq.com>, k\\*\\*@qq.com'],
  ['linxd@***.com', 'linxd@\\*\\*\\*.com'],
  ['刘**、王**', '刘\\*\\*、王\\*\\*'],
  ['**收件人：** 刘**', '**收件人：** 刘\\*\\*'],
  ['**电话** 138****5678', '**电话** 138\\*\\*\\*\\*5678'],
])('%s holds masks', (text, expected) => expect(escaped(text)).toBe(expected))

test.each([
  '**one****two**', '**Exhibit****A**', '**刘**说', '说**刘**', '*a*, **b**', '**ann**@example.org', '`138****5678`', 'https://example.org/a**b', 'foo**bar', '**2019****2020**', '* * *', '\\*\\*',
])('%s holds none', (text) => expect(escaped(text)).toBe(text))
