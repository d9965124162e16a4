import { expect, test } from 'vitest'
import { conclusionProblem } from './conclusion-problem.ts'

test.each([
  [4, '', null],
  [3, 'Bao bì chưa đạt', null],
  [3, '', 'reason-required'],
  [3, '   ', 'reason-required'],
  [3, '.', 'reason-required'],
  [3, '—…', 'reason-required'],
  [0, 'x', null],
  [5, 'Bao bì đẹp', 'conclusion-above-result'],
] as const)('concluding %s for “%s” where the result is 4 stars: %s', (star, note, problem) => {
  expect(conclusionProblem({ star, note, result: { star: 4 } })).toBe(problem)
})
