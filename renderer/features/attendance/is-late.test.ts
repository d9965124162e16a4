import { expect, it } from 'vitest'
import { isLate } from './is-late.ts'

type Session = Parameters<typeof isLate>[0]

const member = (id: number, arrivedAt: string | null = null) =>
  ({ id, arrivedAt }) as unknown as Session['members'][number]
const item = (state: string) => ({ state }) as unknown as Session['agenda'][number]

const session: Session = {
  state: 'open',
  heldOn: '2026-11-20',
  openedAt: '2026-11-20T01:00:00Z',
  members: [member(1), member(2)],
  agenda: [item('waiting')],
}

it('compares with the opening of that day, 08:00 in Vietnam', () => {
  expect(isLate(session, 2, '08:00')).toBe(false)
  expect(isLate(session, 2, '08:01')).toBe(true)
})

it('compares with the first member where the session was opened on another day', () => {
  const other = { ...session, openedAt: '2026-11-19T01:00:00Z', members: [member(1, '07:50'), member(2)] }
  expect(isLate(other, 2, '07:50')).toBe(false)
  expect(isLate(other, 2, '09:10')).toBe(true)
  expect(isLate({ ...other, members: [member(1)] }, 1, '09:10')).toBe(false)
})

it('takes who comes without a time for late once a product is being scored', () => {
  expect(isLate(session, 2, null)).toBe(false)
  expect(isLate({ ...session, agenda: [item('scored')] }, 2, null)).toBe(true)
})

it('asks nothing before the opening and after the lock', () => {
  for (const state of ['planned', 'closed'] as const) {
    expect(isLate({ ...session, state, agenda: [item('scored')] }, 2, '09:10')).toBe(false)
  }
})
