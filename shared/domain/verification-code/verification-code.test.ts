import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readVerificationCode, verificationCode } from './verification-code.ts'

const hashes = fc.stringMatching(/^[0-9a-f]{64}$/)
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

it('is read back, however it is written', () => {
  const missed = fc.check(
    fc.property(hashes, (hash) => {
      const code = verificationCode(hash)
      const asWritten = code.toLowerCase().replaceAll('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l')
      return [code, asWritten].every((typed) => {
        const read = readVerificationCode(typed)
        return typeof read === 'object' && read.hashStart === hash.slice(0, 20)
      })
    }),
  )
  expect(missed.counterexample).toBeNull()
})

it('is four groups of four and a check letter', () => {
  expect(verificationCode('0'.repeat(64))).toBe('0000-0000-0000-0000-0')
  expect(verificationCode('2d675732a4e66c626287')).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]$/)
})

it('says of one wrong letter and of two neighbours swapped that it is a slip', () => {
  const missed = fc.check(
    fc.property(hashes, fc.nat(15), fc.nat(31), (hash, place, other) => {
      const text = verificationCode(hash).replaceAll('-', '')
      const wrong = text.slice(0, place) + letters[other] + text.slice(place + 1)
      const swapped = text.slice(0, place) + text[place + 1] + text[place] + text.slice(place + 2)
      return [wrong, swapped].every((typed) => typed === text || readVerificationCode(typed) === 'slip')
    }),
  )
  expect(missed.counterexample).toBeNull()
})

it.each(['', '4K7P', 'U'.repeat(17), '4'.repeat(18), 'không phải mã'])('takes %j for no code', (typed) => {
  expect(readVerificationCode(typed)).toBe('no-code')
})
