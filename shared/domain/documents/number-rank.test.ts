import { describe, expect, it } from 'vitest'
import { numberRank } from './number-rank.ts'

describe('a paper by its number', () => {
  it.each([
    '12/GCN-OCOP',
    '12',
    ' 12 / gcn – ocop ',
    '12gcn',
    'Số: 12/GCN-OCOP',
    'so 12',
    '0012/GCN',
    '１２/GCN',
    '12/GCN-Ocóp',
  ])('is named whole by %j', (typed) => {
    expect(numberRank('12/GCN-OCOP', typed)).toBe(0)
  })

  it('is named by the beginning of its number, worse than the whole of another', () => {
    expect(numberRank('120/GCN-OCOP', '12')).toBe(2)
    expect(numberRank('120/GCN-OCOP', '12/GCN')).toBeNull()
    expect(numberRank('05/QĐ-UBND', '5/qd')).toBe(0)
  })

  it('is not named by other numbers, by no number, nor by its symbol alone', () => {
    for (const typed of ['2', '112', '12/QĐ', 'GCN-OCOP', '', 'Cam 12'])
      expect(numberRank('12/GCN-OCOP', typed)).toBeNull()
    expect(numberRank('', '12')).toBeNull()
  })

  it('whose symbol begins with a year is not the number with that year after it', () => {
    expect(numberRank('12/2026/GCN', '12/2026')).toBe(0)
    expect(numberRank('12/2026/GCN', '122026')).toBeNull()
  })
})
