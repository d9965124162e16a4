import { describe, expect, it } from 'vitest'
import { copyFormula, growAreas, growFormula } from './formula-references.ts'

const growth = { at: 8, listFrom: 6, count: 3, sheet: 'Danh mục', moves: true }

describe('a formula when three rows are put in after a list of rows 6 and 7', () => {
  it.each([
    ['SUM(J6:J8)', 'SUM(J6:J11)'],
    ['SUM(J6:J7)', 'SUM(J6:J10)'],
    ['SUM(J7:J7)', 'SUM(J7:J10)'],
    ['SUM(J5:J7)', 'SUM(J5:J7)'],
    ['SUM(J6:J6)', 'SUM(J6:J6)'],
    ['A7+A8', 'A7+A11'],
    ['$A$9*2', '$A$12*2'],
    ['SUM(8:9)', 'SUM(11:12)'],
    ['IF(B9="A9",1,0)', 'IF(B12="A9",1,0)'],
    ['LOG10(A9)', 'LOG10(A12)'],
    ["'Danh mục'!A9+Khác!A9", "'Danh mục'!A12+Khác!A9"],
    ["'Sổ ''A9'''!B9", "'Sổ ''A9'''!B9"],
    ['SUM([1]Khác!A9,DanhMuc[Cột A9],[1]Danh!A9)', 'SUM([1]Khác!A9,DanhMuc[Cột A9],[1]Danh!A9)'],
    ['COUNTIF(C6:C8,">=70")', 'COUNTIF(C6:C11,">=70")'],
  ])('%s becomes %s', (formula, expected) => {
    expect(growFormula(formula, 'Danh mục', growth)).toBe(expected)
  })

  it('stays on another sheet that does not name the growing one', () => {
    expect(growFormula('A9', 'Khác', growth)).toBe('A9')
  })

  it('only grows where nothing stood below the list', () => {
    expect(growFormula('SUM(J6:J7)+J9', 'Danh mục', { ...growth, moves: false })).toBe('SUM(J6:J10)+J9')
  })
})

describe('areas', () => {
  it('grow with the list where they are meant to, and move below it', () => {
    expect(growAreas('A5:J7 L5:L6 A8:B8', growth, 'any')).toBe('A5:J10 L5:L6 A11:B11')
    // A list without rows yet ends where its head does, which stays.
    expect(growAreas('A4:A5', { ...growth, at: 6 }, 'any')).toBe('A4:A5')
    expect(growAreas('A6:A7', growth, 'none')).toBe('A6:A7')
  })
})

describe('a formula copied two rows down', () => {
  it.each([
    ['L5*2', 'L7*2'],
    ['L$5*$M5', 'L$5*$M7'],
    ['ROW()-5', 'ROW()-5'],
    ['SUM(A5:C5)', 'SUM(A7:C7)'],
  ])('%s becomes %s', (formula, expected) => {
    expect(copyFormula(formula, 2)).toBe(expected)
  })

  it('and one column over', () => {
    expect(copyFormula('Z5*$M5+SUM(5:6)', 0, 1)).toBe('AA5*$M5+SUM(5:6)')
  })
})
