import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInstance } from 'i18next'
import { expect, it } from 'vitest'
import { inWords } from './DataText.tsx'

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
  const shown = doubts.map((issue) => inWords(issue, i18n.t))
  expect(shown.filter((text) => /[a-z][A-Z]/.test(text) && !/\b(HTX|ATTP)/.test(text))).toEqual([])
  expect(shown).toContain('3.6: dấu **** in ở tên tiêu chí, không gắn với mức điểm nào (4 sao).')
})

it('says every doubt and note of the shipped data in English, and nothing that it does not have', () => {
  const sentences = globSync('resources/{criteria,rules,holidays}/**/*.json', { cwd: root }).flatMap((file) => {
    const { issues = [], notes } = JSON.parse(readFileSync(join(root, file), 'utf8')) as Readonly<
      Partial<Record<'issues' | 'notes', readonly string[]>>
    >
    return [...issues, ...(notes ?? [])]
  })
  const english = JSON.parse(readFileSync(join(root, 'resources/locales/data/en.json'), 'utf8')) as object
  expect(Object.keys(english).toSorted()).toEqual([...new Set(sentences)].toSorted())
})
