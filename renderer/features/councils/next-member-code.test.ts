import { expect, it } from 'vitest'
import { nextMemberCode } from './next-member-code.ts'

it('counts on in the manner of the codes in use', () => {
  expect(nextMemberCode([])).toBe('TV01')
  expect(nextMemberCode(['TV01', 'TV02'])).toBe('TV03')
  expect(nextMemberCode(['UV9', 'UV10'])).toBe('UV11')
  expect(nextMemberCode(['TV09'])).toBe('TV10')
})

it('offers a code that is free where none has a number', () => {
  expect(nextMemberCode(['CT', 'TK'])).toBe('TV03')
})
