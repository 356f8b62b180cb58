import {expect, it} from 'vitest'
import {isOfficeName} from '../../src/model/office-names.ts'

it.each(['Council Office', 'noreply@town.example', 'Nordic Timber, Inc.', 'bridge@lists.example.org', '某某公司', '星海集团', 'Town Mailing list', '编辑部', 'Severn Mutual', 'bridge-announce@town.example'])('%s may be no person', (name) => {
  expect(isOfficeName(name)).toBe(true)
})

it.each(['Ann Bell', 'Bell, Ann', '王小明', 'ann.bell@town.example', 'Jean-Luc Marin', 'Ann Listman'])('%s is called a person', (name) => {
  expect(isOfficeName(name)).toBe(false)
})
