import { closeSync, copyFileSync, openSync, readSync, writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { readChoices } from '../../shared/domain/ballot/choice-text.ts'

/** One choice as it was acknowledged. */
export type Score = {
  readonly agendaItemId: number
  readonly memberId: number
  readonly criterionIndex: number
  readonly option: number
}

/** `between`: while nothing was under way; `fast`: whatever was; `slow`: as an old stick takes it, a part after another. */
export type CopyKind = 'between' | 'fast' | 'slow'

/** A copy of the file's bytes alone, as anybody makes it with the system's own program. */
export type UsbCopy = {
  readonly path: string
  readonly kind: CopyKind
  /** How many scores had been acknowledged before its first byte was read. */
  readonly acknowledged: number
}

export async function copyToStick(parts: {
  readonly from: string
  readonly to: string
  readonly kind: CopyKind
}): Promise<void> {
  const { from, to, kind } = parts
  if (kind !== 'slow') return copyFileSync(from, to)
  const [source, target] = [openSync(from, 'r'), openSync(to, 'w')]
  try {
    const part = Buffer.alloc(64 * 1024)
    for (let read = readSync(source, part); read > 0; read = readSync(source, part)) {
      writeSync(target, part, 0, read)
      await wait(2)
    }
  } finally {
    closeSync(source)
    closeSync(target)
  }
}

/** Scores that are not in the file at that path, which no program has open. */
export function scoresMissing(path: string, scores: readonly Score[]): readonly Score[] {
  const sqlite = new Sqlite(path, { readonly: true })
  try {
    const ballots = sqlite
      .prepare<[], BallotRow>("SELECT agenda_item_id, member_id, choices FROM ballots WHERE state <> 'superseded'")
      .all()
    const kept = new Map(ballots.map((row) => [`${row.agenda_item_id}.${row.member_id}`, readChoices(row.choices)]))
    return scores.filter(
      ({ agendaItemId, memberId, criterionIndex, option }) =>
        kept.get(`${agendaItemId}.${memberId}`)?.[criterionIndex] !== option,
    )
  } finally {
    sqlite.close()
  }
}

type BallotRow = { readonly agenda_item_id: number; readonly member_id: number; readonly choices: string }
