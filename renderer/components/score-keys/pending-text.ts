import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { Pending } from '../../../shared/score-grid/score-grid.ts'

/** What is to be said at the criterion about a key that has not become a choice. */
export function pendingText(pending: Pending, t: TFunction<'scoring'>): string {
  switch (pending.kind) {
    case 'digits':
      return pending.canStand
        ? t('pending.wait', { typed: pending.digits })
        : t('pending.more', { typed: pending.digits })
    case 'ask':
      return t('pending.ask', { count: pending.optionNumbers.length, points: pending.points })
    case 'not-offered':
      return t('pending.notOffered', { typed: pending.typed, offered: listNumbers(pending.offered, t) })
    case 'incomplete':
      return t('pending.incomplete', { count: pending.unanswered })
    case 'beyond':
      return t('pending.beyond', { typed: pending.typed })
    default:
      return assertNever(pending)
  }
}

/** "0, 1, 2 hoặc 3". */
function listNumbers(numbers: readonly number[], t: TFunction<'scoring'>): string {
  const last = numbers.at(-1)
  if (last === undefined) return ''
  const before = numbers.slice(0, -1)
  return before.length === 0 ? `${last}` : t('pending.or', { before: before.join(', '), last })
}
