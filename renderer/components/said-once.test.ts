import { expect, test } from 'vitest'
import { saidOnce } from './said-once.ts'

test('a sentence is looked up once for the same facts, and again for others', () => {
  const asked: string[] = []
  const t = saidOnce((key: string, facts?: { readonly day: string }) => {
    asked.push(key)
    return `${key} ${facts?.day ?? ''}`
  })
  expect([
    t('ends', { day: '1/1' }),
    t('ends', { day: '1/1' }),
    t('ends', { day: '2/1' }),
    t('none'),
    t('none'),
  ]).toEqual(['ends 1/1', 'ends 1/1', 'ends 2/1', 'none ', 'none '])
  expect(asked).toEqual(['ends', 'ends', 'none'])
})
