import { describe, expect, it } from 'vitest'
import { isBorderline } from './borderline.ts'

const floors = [90, 70, 50, 30, 0]

describe('isBorderline', () => {
  it.each([
    [{ sum: 69 * 9, count: 9 }, true],
    [{ sum: 69 * 9 - 1, count: 9 }, false],
    [{ sum: 71 * 9, count: 9 }, true],
    [{ sum: 71 * 9 + 1, count: 9 }, false],
    [{ sum: 90, count: 1 }, true],
    [{ sum: 0, count: 3 }, false],
    [{ sum: 1, count: 3 }, false],
    [{ sum: 0, count: 0 }, false],
  ])('says of %o: %s', (mean, expected) => expect(isBorderline(mean, floors)).toBe(expected))

  it('looks at the referral threshold too', () => {
    expect(isBorderline({ sum: 79, count: 1 }, [...floors, 80])).toBe(true)
  })
})
