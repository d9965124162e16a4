import { describe, expect, it } from 'vitest'
import { copyFormula, shiftFormula } from './shift-formula.ts'

const insertion = { at: 8, listFrom: 6, count: 3, sheet: 'Danh mục' }

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
    ['COUNTIF(C6:C8,">=70")', 'COUNTIF(C6:C11,">=70")'],
  ])('%s becomes %s', (formula, expected) => {
    expect(shiftFormula({ formula, home: 'Danh mục', insertion })).toBe(expected)
  })

  it('stays on another sheet that does not name the growing one', () => {
    expect(shiftFormula({ formula: 'A9', home: 'Khác', insertion })).toBe('A9')
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
})
