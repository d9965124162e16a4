import type { ReadDb } from '../db/handles.ts'
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
