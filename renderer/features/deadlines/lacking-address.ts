import { lackKinds, type LackKind } from '../../../shared/domain/deadlines/lack-kinds.ts'
import { deadlineKinds, type DeadlineKind } from '../../../shared/domain/deadlines/plan-deadlines.ts'
import type { Level } from '../../../shared/domain/rules/rule-set.ts'

/** Which deadline, and what it lacks. */
export type LackingSearch = {
  readonly level: Level
  readonly kind: DeadlineKind
  readonly year: number
  /** Left out for all rounds of the year. */
  readonly round?: number
  readonly lack: LackKind
  readonly page?: number
}

const levels = ['district', 'commune', 'province', 'central'] as const satisfies readonly Level[]

/** What the address does not say, or says wrongly, is the province's evaluation. */
export function readLackingSearch({ level, kind, year, round, lack, page }: Record<string, unknown>): LackingSearch {
  return {
    level: levels.find((one) => one === level) ?? 'province',
    kind: deadlineKinds.find((one) => one === kind) ?? 'evaluated',
    year: isCount(year) ? year : 2026,
    ...(isCount(round) && { round }),
    lack: lackKinds.find((one) => one === lack) ?? 'sessions-open',
    ...(isCount(page) && { page }),
  }
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0
