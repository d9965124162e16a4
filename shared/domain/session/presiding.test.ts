import { expect, it } from 'vitest'
import { presiding } from './presiding.ts'

const chair = { id: 1, role: 'chair', isPresent: true } as const
const vice = { id: 2, role: 'vice-chair', isPresent: true } as const
const member = { id: 3, role: 'member', isPresent: true } as const

it('is the chair, in whatever order the members stand', () => {
  expect(presiding([member, vice, chair])).toBe(chair)
})

it('is a vice-chair who is there while the chair is not', () => {
  expect(presiding([{ ...chair, isPresent: false }, { ...vice, id: 4, isPresent: false }, vice, member])).toBe(vice)
})

it('is nobody where neither is present', () => {
  expect(presiding([{ ...chair, isPresent: false }, member])).toBeUndefined()
})
