import { expect, test } from 'vitest'
import { findDecisionNumbers, datedDecisions, yearOfDecisionNumber } from './read-decision.ts'

test.each([
  ['3075/QĐ-UBND', '3075/QĐ-UBND'],
  ['Quyết định số 3075/QĐ-UBND ngày 30/12/2019', '3075/QĐ-UBND'],
  ['3075 / qđ – ubnd', '3075/QĐ-UBND'],
  ['QĐ 3075/QD-UBND', '3075/QĐ-UBND'],
  ['123/2020/QĐ-UBND', '123/2020/QĐ-UBND'],
  ['1234a/QĐ-BNN-VPĐP', '1234a/QĐ-BNN-VPĐP'],
  ['3075/QĐ-UBND;30/12/2019', '3075/QĐ-UBND'],
  ['1.234/QĐ-UBND', '1234/QĐ-UBND'],
  ['123/QĐUBND', '123/QĐ-UBND'],
  ['123 /QĐ.UBND', '123/QĐ-UBND'],
  ['123/QĐ UBND-NN', '123/QĐ-UBND-NN'],
  ['8/Q§-UBND', '8/QĐ-UBND'],
  ['123/QĐ ngày 1/2/2024', '123/QĐ'],
  ['12.34/QĐ-UBND', null],
  ['123/QĐABC', null],
  ['30/12/2019', null],
  ['3075', null],
  ['', null],
])('%s', (text, number) => {
  expect(findDecisionNumbers(text)[0] ?? null).toBe(number)
})

test.each([
  ['20/QĐ-UBND; 21/QĐ-UBND', ['20/QĐ-UBND', '21/QĐ-UBND']],
  ['20/QĐ-UBND (đính chính Quyết định số 19/QĐ-UBND)', ['20/QĐ-UBND', '19/QĐ-UBND']],
  ['20/QĐ-UBND và 20 / qđ-ubnd', ['20/QĐ-UBND']],
  ['20/QĐ-UBND - 21/QĐ-UBND', ['20/QĐ-UBND', '21/QĐ-UBND']],
])('every number of %s', (text, numbers) => {
  expect(findDecisionNumbers(text)).toEqual(numbers)
})

test.each([
  ['3163/QĐ-UBND ngày 30/12/2019; 22/QĐ-UBND ngày 06/5/2023', { number: '22/QĐ-UBND', day: '2023-05-06' }],
  ['22/QĐ-UBND ngày 06/5/2023\nQĐ số 3163/QĐ-UBND, 30/12/2019', { number: '22/QĐ-UBND', day: '2023-05-06' }],
  ['30/12/2019: 3163/QĐ-UBND; 6/5/2023: 22/QĐ-UBND', { number: '22/QĐ-UBND', day: '2023-05-06' }],
  ['3163/QĐ-UBND; 22/QĐ-UBND ngày 06/5/2023', { number: '22/QĐ-UBND', day: '2023-05-06' }],
  ['3163/QĐ-UBND; 22/QĐ-UBND', null],
  ['30/12/2019 3163/QĐ-UBND, 22/QĐ-UBND ngày 06/5/2023', null],
  ['3163/QĐ-UBND ngày 30/12/2019', null],
])('the latest decision of %s', (text, latest) => {
  expect(datedDecisions(text)[0] ?? null).toEqual(latest)
})

test('a year that the number carries', () => {
  expect(yearOfDecisionNumber('123/2020/QĐ-UBND')).toBe(2020)
  expect(yearOfDecisionNumber('3075/QĐ-UBND')).toBeNull()
})
