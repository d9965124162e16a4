import { expect, it } from 'vitest'
import type { AuditCommand } from '../../../shared/api/audit-details.ts'
import { factsOfEvent } from './audit-facts.ts'

const facts = (command: AuditCommand, detail: Readonly<Record<string, unknown>>) => factsOfEvent({ command, detail })

it('tells what differs between old and new, at any depth', () => {
  const from = { name: 'Hội đồng', place: '', regulation: { spreadLimit: 10, quorum: { needsChair: false } } }
  const to = { ...from, place: 'Hội trường A', regulation: { spreadLimit: 8, quorum: { needsChair: true } } }
  expect(facts('sessions.update', { from, to })).toEqual([
    { key: 'place', from: '', to: 'Hội trường A' },
    { key: 'spreadLimit', from: 10, to: 8 },
    { key: 'needsChair', from: false, to: true },
  ])
})

it('names bare values by what the command sets, and tells of a value that was taken away', () => {
  expect(facts('ballots.choose', { criterion: '1.2', round: 1, from: null, to: 2 })).toEqual([
    { key: 'criterion', to: '1.2' },
    { key: 'scoringRound', to: 1 },
    { key: 'option', from: null, to: 2 },
  ])
  expect(facts('results.setAgreedLevel', { criterion: '1.2', to: null })).toEqual([
    { key: 'criterion', to: '1.2' },
    { key: 'option', to: null },
  ])
  expect(facts('sessions.setExclusion', { memberId: 3, from: { kind: 'recused', reason: 'x' }, to: null })).toEqual([
    { key: 'kind', from: 'recused', to: null },
    { key: 'reason', from: 'x', to: null },
  ])
})

it('leaves out ids, orders and empty values, and counts lists', () => {
  expect(facts('sessions.orderItems', { from: [1, 2], to: [2, 1] })).toEqual([])
  expect(facts('sessions.setCurrentItem', { from: 1, to: 2 })).toEqual([])
  expect(facts('sessions.addProducts', { added: [4, 5, 6] })).toEqual([{ key: 'added', to: 3 }])
  expect(facts('councils.save', { to: { id: 4, name: 'Hội đồng', district: '' } })).toEqual([
    { key: 'name', to: 'Hội đồng' },
  ])
})

it('names an option by its words where the event has them, not by its number', () => {
  const detail = { criterion: '1.1', to: 3, words: '2 điểm: Có liên kết', reason: 'Theo hồ sơ' }
  expect(facts('results.setAgreedLevel', detail)).toEqual([
    { key: 'criterion', to: '1.1' },
    { key: 'words', to: '2 điểm: Có liên kết' },
    { key: 'reason', to: 'Theo hồ sơ' },
  ])
  expect(facts('results.setAgreedLevel', { criterion: '1.1', to: 3 })).toContainEqual({ key: 'option', to: 3 })
})
