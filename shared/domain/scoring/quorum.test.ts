import { expect, it } from 'vitest'
import { countQuorum } from './quorum.ts'

const panel = ({ members, present, chair }: { members: number; present: number; chair: boolean }) =>
  Array.from({ length: members }, (_, index) => ({
    role: index === 0 ? ('chair' as const) : ('member' as const),
    isPresent: index === 0 ? chair : index <= present - (chair ? 1 : 0),
  }))

it.each([
  { members: 9, present: 6, fraction: [2, 3], required: 6, isMet: true },
  { members: 9, present: 5, fraction: [2, 3], required: 6, isMet: false },
  { members: 10, present: 7, fraction: [2, 3], required: 7, isMet: true },
  { members: 10, present: 6, fraction: [2, 3], required: 7, isMet: false },
  { members: 11, present: 9, fraction: [3, 4], required: 9, isMet: true },
  { members: 11, present: 8, fraction: [3, 4], required: 9, isMet: false },
  { members: 7, present: 7, fraction: [1, 1], required: 7, isMet: true },
  { members: 0, present: 0, fraction: [2, 3], required: 0, isMet: false },
] as const)('$present of $members at $fraction', ({ members, present, fraction, required, isMet }) => {
  const [numerator, denominator] = fraction
  const regulation = { quorum: { numerator, denominator, needsChair: false } }
  expect(countQuorum(panel({ members, present, chair: members > 0 }), regulation)).toEqual({
    present,
    members,
    required,
    chairPresent: members > 0,
    isMet,
  })
})

it.each([
  { needsChair: true, chair: false, isMet: false },
  { needsChair: true, chair: true, isMet: true },
  { needsChair: false, chair: false, isMet: true },
])('the chair: $needsChair/$chair', ({ needsChair, chair, isMet }) => {
  const regulation = { quorum: { numerator: 2, denominator: 3, needsChair } }
  const quorum = countQuorum(panel({ members: 9, present: 8, chair }), regulation)
  expect(quorum).toMatchObject({ present: 8, chairPresent: chair, isMet })
})
