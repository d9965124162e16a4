import type { ReadDb } from '../handles.ts'
import { read } from '../statement.ts'

export type ScoringPlaceRow = {
  readonly sessionId: number
  readonly sessionState: 'planned' | 'open' | 'closed'
  readonly criteriaFileId: number
  readonly criteriaCase: 'a' | 'b' | null
  readonly scoringRound: number
  /** 1 when the member attends the session. */
  readonly isPresent: number
  readonly exclusion: 'recused' | 'absent' | null
}

/** One row for one member and one product, or null where they do not belong to one session. Runs at every key. */
export function findScoringPlace(
  db: ReadDb,
  key: { readonly agendaItemId: number; readonly memberId: number },
): ScoringPlaceRow | null {
  const sql = `SELECT s.id AS sessionId, s.state AS sessionState, a.criteria_file_id AS criteriaFileId,
       a.criteria_case AS criteriaCase, a.scoring_round AS scoringRound,
       coalesce(t.is_present, 0) AS isPresent, e.kind AS exclusion
     FROM agenda_items a
     JOIN sessions s ON s.id = a.session_id
     JOIN members m ON m.id = +@memberId AND m.council_id = s.council_id
     LEFT JOIN session_members own ON own.session_id = s.id AND own.member_id = m.id
     LEFT JOIN attendances t ON t.session_id = s.id AND t.member_id = m.id
     LEFT JOIN exclusions e ON e.agenda_item_id = a.id AND e.member_id = m.id
     WHERE a.id = +@agendaItemId AND (own.member_id IS NOT NULL OR s.state = 'planned')`
  return read<typeof key, ScoringPlaceRow>(db, sql).get(key) ?? null
}
