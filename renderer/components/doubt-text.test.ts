import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInstance } from 'i18next'
import { expect, it } from 'vitest'
import { doubtText } from './doubt-text.ts'

const root = join(import.meta.dirname, '../..')
const common: unknown = JSON.parse(readFileSync(join(root, 'resources/locales/vi/common.json'), 'utf8'))
const i18n = createInstance({ lng: 'vi', ns: ['common'], defaultNS: 'common', resources: { vi: { common } } } as never)
await i18n.init()

const doubts = globSync('resources/criteria/qd*/*.json', { cwd: root }).flatMap((file) => {
  const { issues = [] } = JSON.parse(readFileSync(join(root, file), 'utf8')) as { issues?: readonly string[] }
  return issues
})

it('shows no name of a data field in a doubt about a form', () => {
  expect(doubts.some((issue) => issue.includes('minStarOnTitle'))).toBe(true)
  const shown = doubts.map((issue) => doubtText(issue, i18n.t))
  expect(shown.filter((text) => /[a-z][A-Z]/.test(text) && !/\b(HTX|ATTP)/.test(text))).toEqual([])
  expect(shown).toContain('3.6: dấu **** in ở tên tiêu chí, không gắn với mức điểm nào (4 sao).')
})
