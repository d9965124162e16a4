import type { AuditDetails } from '../../../shared/api/audit-details.ts'
import type { ReadDb } from '../handles.ts'
import { read } from '../statement.ts'

export type BallotChange = {
  /** ISO time. */
  readonly at: string
  readonly actor: string
  /** Code of the criterion that was chosen; null for a ballot that was confirmed, verified or reopened. */
  readonly criterion: string | null
}

const field = 'criterion' satisfies keyof AuditDetails['ballots.choose']

/** The last changes of one member's ballots for one product, newest first, as the audit tells of them. */
export function listLastBallotChanges(
  db: ReadDb,
  ballot: { readonly agendaItemId: number; readonly memberId: number; readonly most: number },
): readonly BallotChange[] {
  const { agendaItemId, memberId, most } = ballot
  return read<[string, number], BallotChange>(
    db,
    `SELECT at, actor, detail ->> '$.${field}' AS criterion FROM audit_events
     WHERE subject = ? ORDER BY seq DESC LIMIT ?`,
  ).all(`ballot:${agendaItemId}/${memberId}`, most)
}
