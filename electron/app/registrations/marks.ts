import { Refusal } from '../../../shared/api/refusal.ts'
import type { MarkChange } from '../../../shared/api/registrations.ts'
import type { DossierMark } from '../../../shared/domain/dossiers/read-dossier.ts'
import { layPatch } from '../../../shared/domain/lay-patch.ts'
import type { RegisteredRow } from '../../db/queries/registrations.ts'

/** Of one that takes nothing any more. @throws Refusal `registration-withdrawn` */
export function requireStanding({
  withdrawnOn,
  productName,
}: Pick<RegisteredRow, 'withdrawnOn' | 'productName'>): void {
  if (withdrawnOn !== null) throw new Refusal('registration-withdrawn', { name: productName })
}

/** Of an item that nobody looked at. */
export function unmarked(item: string): DossierMark {
  return { item, state: null, on: null, expiresOn: null, reason: '', note: '' }
}

/** A mark as a change leaves it. @throws Refusal `reason-required` for what is not needed without a reason */
export function markedBy(before: DossierMark, change: MarkChange, today: string): DossierMark {
  const to = layPatch<DossierMark>(before, change)
  const isReceived = to.state === 'received'
  if (to.state === 'not-needed' && to.reason === '') throw new Refusal('reason-required')
  return {
    ...to,
    on: isReceived ? (to.on ?? (before.state === 'received' ? null : today)) : null,
    expiresOn: isReceived ? to.expiresOn : null,
    reason: to.state === 'not-needed' ? to.reason : '',
  }
}

/** True where nothing is said, so that no row is kept. */
export function isEmptyMark({ state, note }: DossierMark): boolean {
  return state === null && note === ''
}

/** True where a change leaves a mark as it was. */
export function isSameMark(mark: DossierMark, before: DossierMark): boolean {
  const keys = ['state', 'on', 'expiresOn', 'reason', 'note'] as const
  return keys.every((key) => mark[key] === before[key])
}
