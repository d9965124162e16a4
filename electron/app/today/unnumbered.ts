import type { Unnumbered } from '../../../shared/api/today.ts'
import type { NumberedKind } from '../../../shared/domain/documents/numbered-kinds.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { YearSession } from '../../db/queries/deadlines.ts'
import { listLiveRegisterRows } from '../../db/queries/documents.ts'
import { listSessionCertificates } from '../../db/queries/documents-certificates.ts'
import { outcomesOf } from '../deadlines/session-outcomes.ts'

/**
 * What of a locked session has no number: minutes of every meeting, the decision where it decides anything, the letter
 * where something goes up, certificates.
 */
export function unnumberedOf(db: ReadDb, session: YearSession): Unnumbered {
  const { id: sessionId, councilName, year, round, heldOn } = session
  const { items } = outcomesOf(db, session)
  const kinds = new Set(items.values())
  const due: readonly NumberedKind[] = [
    'minutes',
    ...(kinds.has('recognised') || kinds.has('sent-up') ? (['decision'] as const) : []),
    ...(kinds.has('sent-up') ? (['referral-letter'] as const) : []),
  ]
  const numbered = new Set(listLiveRegisterRows(db, sessionId).map(({ kind }) => kind))
  const papers = due.filter((kind) => !numbered.has(kind))
  const certified = new Set(listSessionCertificates(db, sessionId).map(({ agendaItemId }) => agendaItemId))
  const bare = [...items].filter(([id, kind]) => kind === 'recognised' && !certified.has(id)).length
  return { sessionId, councilName, year, round, heldOn, papers, certificates: papers.includes('decision') ? 0 : bare }
}
