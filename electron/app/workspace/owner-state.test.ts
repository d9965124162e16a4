import { expect, it } from 'vitest'
import { ownerState } from './owner-state.ts'

const now = new Date('2026-11-20T08:00:00.000Z')
const seconds = (count: number) => new Date(now.getTime() - count * 1000).toISOString()
const mark = { machine: 'MAY-1', process: 7, processStart: 'boot 100', lastSign: seconds(5) }
const facts = { mark, machine: 'MAY-1', now, isRunning: () => true, startOf: () => 'boot 100' }

it.each([
  { what: 'a process of this machine that runs', more: {}, state: 'there' },
  { what: 'one that ended', more: { isRunning: () => false }, state: 'gone' },
  { what: 'one whose number is another’s by now', more: { startOf: () => 'boot 999' }, state: 'gone' },
  {
    what: 'one of a system that does not say when it began',
    more: { mark: { ...mark, processStart: null }, startOf: () => null },
    state: 'there',
  },
  { what: 'one that hangs', more: { mark: { ...mark, lastSign: seconds(600) } }, state: 'silent' },
  { what: 'one of another machine', more: { machine: 'MAY-2', isRunning: () => false }, state: 'there' },
  {
    what: 'one of another machine that gives no sign',
    more: { machine: 'MAY-2', mark: { ...mark, lastSign: seconds(181) } },
    state: 'silent',
  },
] as const)('$what: $state', ({ more, state }) => {
  expect(ownerState({ ...facts, ...more })).toBe(state)
})
