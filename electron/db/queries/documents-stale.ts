import type { ReadDb } from '../handles.ts'
import { read, readColumn } from '../statement.ts'

/** Commands that leave what documents are made from as it is. */
const silent = /^(documents|room|audit|workspace)\.|^sessions\.setCurrentItem$|^results\.(reveal|hide)/

/** Commands that change what a certificate says of its decision. */
const numbering = /^documents\.register\.(enter|void)$/

type FirstChangeOfInput = {
  readonly sessionId: number
  readonly since: string
  /** Numbers given or voided count as well. */
  readonly withNumbers: boolean
}

/**
 * The time of the first change after `since` that touches the session or its ballots; null where there is none. What it
 * says of its council, members and products is its own.
 */
export function firstChangeOf(db: ReadDb, { sessionId, since, withNumbers }: FirstChangeOfInput): string | null {
  const subjects = new Set(
    readColumn<{ readonly id: number }, string>(
      db,
      `SELECT 'session:' || id AS subject FROM sessions WHERE id = @id
       UNION SELECT 'item:' || id FROM agenda_items WHERE session_id = @id`,
    ).all({ id: sessionId }),
  )
  const events = read<string, { readonly at: string; readonly command: string; readonly subject: string }>(
    db,
    'SELECT at, command, subject FROM audit_events WHERE at > ? ORDER BY seq',
  ).iterate(since)
  for (const { at, command, subject } of events) {
    const item = /^ballot:(\d+)\//.exec(subject)?.[1]
    const isTouched = subjects.has(item === undefined ? subject : `item:${item}`)
    if (isTouched && (!silent.test(command) || (withNumbers && numbering.test(command)))) return at
  }
  return null
}
