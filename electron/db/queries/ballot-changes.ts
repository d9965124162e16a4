import type { AuditCommand, AuditDetails } from '../../../shared/api/audit-details.ts'
import { isSamePerson } from '../../../shared/domain/vietnamese/person-name.ts'
import type { ReadDb } from '../handles.ts'
import { read, readColumn } from '../statement.ts'

type ChangedBallot = {
  readonly agendaItemId: number
  readonly memberId: number
  /** Codes; where one of them was chosen, its last choice is meant, else the ballot's last change. */
  readonly criteria: readonly string[]
}

/** `at`: ISO time. */
type LastChange = { readonly by: string; readonly at: string }

const keying = [
  'ballots.choose',
  'ballots.confirm',
  'ballots.reopen',
  'paperBallots.take',
] satisfies readonly AuditCommand[]

/** Whether that person, under whichever writing of the name, keyed, confirmed or reopened the member's ballot of the product, as the audit tells. */
export function hasKeyed(
  db: ReadDb,
  { agendaItemId, memberId }: { readonly agendaItemId: number; readonly memberId: number },
  who: string,
): boolean {
  const actors = readColumn<string, string>(
    db,
    `SELECT DISTINCT actor FROM audit_events
     WHERE subject = ? AND command IN (${keying.map((name) => `'${name}'`).join(', ')})`,
  ).all(`ballot:${agendaItemId}/${memberId}`)
  return actors.some((actor) => isSamePerson(actor, who))
}

const field = 'criterion' satisfies keyof AuditDetails['ballots.choose']

/** Who changed one member's ballot for one product last, and when, as the audit tells. */
export function findLastBallotChange(
  db: ReadDb,
  { agendaItemId, memberId, criteria }: ChangedBallot,
): LastChange | undefined {
  return read<[string, string], LastChange>(
    db,
    `SELECT actor AS "by", at FROM audit_events WHERE subject = ?
     ORDER BY coalesce(detail ->> '$.${field}' IN (SELECT value FROM json_each(?)), 0) DESC, seq DESC LIMIT 1`,
  ).get(`ballot:${agendaItemId}/${memberId}`, JSON.stringify(criteria))
}
