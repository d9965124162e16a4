import { expect, test } from 'vitest'
import { isSummaryDue, screenSteps } from './screen-steps.ts'

const agendaOf = (...opened: readonly boolean[]) =>
  opened.map((isRevealed, place) => ({ id: place + 1, isRevealed, round: 1 }))

const stepsAt = (currentItemId: number | null, ...opened: readonly boolean[]) => {
  const { before, next } = screenSteps({ state: 'open', agenda: agendaOf(...opened), currentItemId })
  return [before === null ? '–' : before.agendaItemId, next === null ? '–' : next.agendaItemId]
}

test('steps through the products in their order, and begins with the first', () => {
  expect(stepsAt(null, false, false, false)).toEqual(['–', 1])
  expect(stepsAt(1, true, false, false)).toEqual(['–', 2])
  expect(stepsAt(2, true, true, false)).toEqual([1, 3])
  expect(stepsAt(3, true, true, false)).toEqual([2, '–'])
})

test('has the summary after the last product once the chair opened every result, and leads back from it', () => {
  expect(stepsAt(3, true, true, true)).toEqual([2, null])
  expect(stepsAt(null, true, true, true)).toEqual([3, '–'])
})

test('stays at the summary where a product is scored again, and leads back where nothing is left to sum up', () => {
  const [first, second] = agendaOf(true, false)
  const agenda = [first, { ...second, round: 2 }] as ReturnType<typeof agendaOf>
  const at = (currentItemId: number | null, those = agenda) =>
    screenSteps({ state: 'open', agenda: those, currentItemId })
  expect(isSummaryDue({ state: 'open', agenda })).toBe(true)
  expect(at(null)).toEqual({ before: { agendaItemId: 2 }, next: null })
  expect(at(2).next).toEqual({ agendaItemId: null })
  const alone = agenda.slice(1)
  expect(isSummaryDue({ state: 'open', agenda: alone })).toBe(false)
  expect(at(null, alone)).toEqual({ before: { agendaItemId: 2 }, next: { agendaItemId: 2 } })
})

test('sums up what was opened of a locked session, and nothing of one where nothing was', () => {
  expect(isSummaryDue({ state: 'open', agenda: agendaOf(true, false) })).toBe(false)
  expect(isSummaryDue({ state: 'closed', agenda: agendaOf(true, false) })).toBe(true)
  expect(isSummaryDue({ state: 'closed', agenda: agendaOf(false, false) })).toBe(false)
  expect(isSummaryDue({ state: 'open', agenda: [] })).toBe(false)
})
