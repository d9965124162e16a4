import Sqlite from 'better-sqlite3'
import type { AppClient } from '../../shared/api/contract.ts'
import { toReadDb } from '../../electron/db/connection.ts'
import { applyChanges, compareRows, readRows, type RowDifference } from '../../electron/db/known-rows.ts'
import type { RowChanges } from '../../electron/db/row-changes.ts'
import { copyFileSync, rmSync } from 'node:fs'

/** The program keeps each paper by itself once it is numbered, whether or not anybody hears of it. */
const byItself = 'documents.issued.keep'

/** Commands of the open file's audit that somebody gave, oldest first. */
export async function auditOf(client: AppClient): Promise<readonly string[]> {
  const commands: string[] = []
  let before: number | undefined
  for (;;) {
    const page = await client.audit.list({ limit: 500, ...(before !== undefined && { before }) })
    commands.push(...page.flatMap(({ command }) => (command === byItself ? [] : [command])))
    const last = page.at(-1)
    if (last === undefined || page.length < 500) return commands.toReversed()
    before = last.seq
  }
}

/**
 * Rows that are not as they were in the earlier copy together with what the events since then tell: nothing, where each
 * command is there whole or not at all.
 *
 * @param now The file while the program has it, which is copied as any other program would.
 */
export function differencesBetween(files: { readonly before: string; readonly now: string }): readonly RowDifference[] {
  const copy = `${files.before}.sau`
  copyFileSync(files.now, copy)
  const [before, now] = [new Sqlite(files.before, { readonly: true }), new Sqlite(copy, { readonly: true })]
  try {
    const known = readRows(toReadDb(before))
    const last = before.prepare<[], number>('SELECT max(seq) FROM audit_events').pluck().get() ?? 0
    const events = now
      .prepare<number, { readonly seq: number; readonly changes: string }>(
        'SELECT seq, changes FROM audit_events WHERE seq > ? ORDER BY seq',
      )
      .all(last)
    for (const { seq, changes } of events) {
      if (changes !== '') applyChanges(known, { seq, changes: JSON.parse(changes) as RowChanges })
    }
    return [...compareRows(toReadDb(now), known)].filter((difference) => difference !== null)
  } finally {
    before.close()
    now.close()
    rmSync(copy)
  }
}
