import { expect, it } from 'vitest'
import { nextCode } from './next-code.ts'

const next = (...codes: readonly string[]) => nextCode(codes, 'TV01')

it('counts on in the manner of the codes in use', () => {
  expect(next('TV01', 'TV02')).toBe('TV03')
  expect(next('UV10', 'UV9')).toBe('UV11')
  expect(next('TV09')).toBe('TV10')
  expect(nextCode(['SP999'], 'SP001')).toBe('SP1000')
})

it('begins with the first code', () => {
  expect(next()).toBe('TV01')
})

it('counts codes without a number', () => {
  expect(next('CT', 'TK')).toBe('TV03')
})
