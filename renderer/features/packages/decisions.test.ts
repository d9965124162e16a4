import { expect, test } from 'vitest'
import { decided, firstDecisions, undecided } from './decisions.ts'

test('a row is decided once it is taken, or refused with a reason that says something', () => {
  const first = firstDecisions([
    { row: 1, isClear: true },
    { row: 2, isClear: false },
  ])
  expect(undecided(first)).toBe(1)
  const unsaid = new Map([...first, [2, { kind: 'refused', reason: ' . ' }] as const])
  expect(undecided(unsaid)).toBe(1)
  const said = new Map([...first, [2, { kind: 'refused', reason: ' Thiếu hồ sơ ' }] as const])
  expect(undecided(said)).toBe(0)
  expect(decided(said)).toEqual({ accepted: [1], refused: [{ row: 2, reason: 'Thiếu hồ sơ' }] })
})
