import { expect, it } from 'vitest'
import { orderForToday } from './order-for-today.ts'

it('puts open sessions first, then the nearest planned, then the latest closed', () => {
  const sessions = [
    { id: 1, state: 'closed', heldOn: '2023-10-01' },
    { id: 2, state: 'planned', heldOn: '2026-12-20' },
    { id: 3, state: 'open', heldOn: '2026-11-20' },
    { id: 4, state: 'closed', heldOn: '2024-10-21' },
    { id: 5, state: 'planned', heldOn: '2026-12-01' },
  ] as const
  expect(orderForToday(sessions).map(({ id }) => id)).toEqual([3, 5, 2, 4, 1])
})
