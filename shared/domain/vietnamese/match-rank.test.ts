import { describe, expect, it } from 'vitest'
import { byMatch, rankedBy } from './match-rank.ts'

describe('words find a text', () => {
  it.each([
    ['khoa phien hop', ['khoa', 'phien'], 0],
    ['go: khoa phien hop', ['khoa', 'phien'], 1],
    ['phien hop nay can khoa', ['khoa', 'phien'], 2],
    ['dakhoa phien hop', ['khoa', 'phien'], 3],
    ['mo phien hop', ['khoa', 'phien'], null],
    ['phien hop', ['phien'], 0],
    ['mo phien', ['phien'], 1],
    ['haiphien', ['phien'], 3],
    ['mo phien hop', [], 0],
  ] as const)('%s', (key, words, rank) => {
    expect(rankedBy(words)(key)).toBe(rank)
  })

  it('the best stands first, without accents', () => {
    const things = ['Phiên đã khóa', 'Mở phiên họp', 'Khóa phiên họp']
    const found = byMatch(things, { words: ['khoa', 'phien'], textOf: (thing) => thing })
    expect(found.map(({ thing }) => thing)).toEqual(['Khóa phiên họp', 'Phiên đã khóa'])
  })
})
