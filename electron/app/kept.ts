import type { ReadDb } from '../db/handles.ts'
import { countCommands } from '../db/change-log.ts'
import { readSettledCommits } from '../db/queries/workspace.ts'

type OfFile = { commits: number; readonly answers: Map<string, unknown> }

const files = new WeakMap<ReadDb, OfFile>()

/**
 * What is worked out of a whole file and asked for again and again: kept until anything is written to the file. Inside a
 * transaction it is worked out anew, for what stands there may never be so.
 *
 * @param name what it is and all that it depends on beside the file, such as the day.
 */
export function keptOf<Answer>(db: ReadDb, name: string, work: () => Answer): Answer {
  const commits = readSettledCommits(db)
  if (commits === null) return work()
  const known = files.get(db)
  const file = known?.commits === commits ? known : { commits, answers: new Map<string, unknown>() }
  files.set(db, file)
  if (file.answers.has(name)) return file.answers.get(name) as Answer
  const answer = work()
  file.answers.set(name, answer)
  return answer
}

const ofTables = new WeakMap<ReadDb, Map<string, { readonly commands: number; readonly answer: unknown }>>()

/**
 * The same of what hangs on some tables alone: kept until a command touches one of them, so that what is searched is not read
 * anew with every ballot that is saved meanwhile.
 *
 * @param tables every table that `work` reads
 */
export function keptOfTables<Answer>(
  db: ReadDb,
  { name, tables }: { readonly name: string; readonly tables: readonly string[] },
  work: () => Answer,
): Answer {
  const commands = countCommands(db, tables)
  if (commands === null || readSettledCommits(db) === null) return keptOf(db, name, work)
  const answers = ofTables.get(db) ?? new Map<string, { readonly commands: number; readonly answer: unknown }>()
  ofTables.set(db, answers)
  const known = answers.get(name)
  if (known?.commands === commands) return known.answer as Answer
  const answer = work()
  answers.set(name, { commands, answer })
  return answer
}
