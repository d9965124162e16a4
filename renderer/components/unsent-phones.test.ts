import { expect, it } from 'vitest'
import { unsentPhones } from './unsent-phones.ts'

const member = { memberId: 1, name: 'Ủy viên', waiting: [], devices: 1, connected: 1 }
const waiting = [{ agendaItemId: 7, code: 'SP7', count: 2 }]

it('names whose phone said that something waits, and whose phone cannot be heard', () => {
  const phones = unsentPhones([
    member,
    { ...member, memberId: 2, waiting },
    { ...member, memberId: 3, connected: 0 },
    { ...member, memberId: 4, waiting, connected: 0 },
    { ...member, memberId: 5, devices: 0, connected: 0 },
  ])
  expect(phones.map(({ memberId, isSilent }) => [memberId, isSilent])).toEqual([
    [2, false],
    [3, true],
    [4, true],
  ])
})
