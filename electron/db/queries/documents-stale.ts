import type { ReadDb } from '../handles.ts'
import { read, readColumn } from '../statement.ts'

/** Commands that leave what documents are made from as it is. */
const silent = /^(documents|room|audit|workspace)\.|^sessions\.setCurrentItem$|^results\.(reveal|hide)/

type FirstChangeOfInput = {
  readonly sessionId: number
  readonly since: string
  /** Kinds of the papers that it names: a number given to one of them, or taken from it, counts as well. */
  readonly cited: readonly string[]
}

type Event = {
  readonly at: string
  readonly command: string
  readonly subject: string
  /** The kind of the paper that it gave a number, or took one from. */
  readonly numbered: string | null
}

/**
 * The time of the first change after `since` that touches the session or its ballots; null where there is none. What it
 * says of its council, members and products is its own.
 */
export function firstChangeOf(db: ReadDb, { sessionId, since, cited }: FirstChangeOfInput): string | null {
  const subjects = new Set(
    readColumn<{ readonly id: number }, string>(
      db,
      `SELECT 'session:' || id AS subject FROM sessions WHERE id = @id
       UNION SELECT 'item:' || id FROM agenda_items WHERE session_id = @id`,
    ).all({ id: sessionId }),
  )
  const events = read<string, Event>(
    db,
    `SELECT at, command, subject, CASE WHEN command IN ('documents.register.enter', 'documents.register.void')
       THEN (SELECT kind FROM document_register WHERE id = detail ->> '$.id') END AS numbered
     FROM audit_events WHERE at > ? ORDER BY seq`,
  ).iterate(since)
  for (const { at, command, subject, numbered } of events) {
    const item = /^ballot:(\d+)\//.exec(subject)?.[1]
    const isTouched = subjects.has(item === undefined ? subject : `item:${item}`)
    if (isTouched && (!silent.test(command) || (numbered !== null && cited.includes(numbered)))) return at
  }
  return null
}
