import Sqlite from 'better-sqlite3'
import type { StagedAnswer, StagedBallot } from './queries/staged-session.ts'

type Staged = { readonly ballots: readonly StagedBallot[]; readonly answers: readonly StagedAnswer[] }

/**
 * Puts what an import has thousands of into a file of its own, which a command then copies at a stroke: one by one they
 * would hold the writer for longer than a key may wait.
 */
export function stageSession(path: string, { ballots, answers }: Staged): void {
  const sqlite = new Sqlite(path)
  try {
    sqlite.pragma('journal_mode = OFF')
    sqlite.pragma('synchronous = OFF')
    sqlite.exec(`
      CREATE TABLE ballots (position INTEGER, member_code TEXT, scoring_round INTEGER, choices TEXT,
        is_complete INTEGER, opinion TEXT, PRIMARY KEY (position, member_code, scoring_round)) STRICT, WITHOUT ROWID;
      CREATE TABLE answers (position INTEGER, question TEXT, is_rejected INTEGER, reason TEXT,
        PRIMARY KEY (position, question)) STRICT, WITHOUT ROWID;`)
    const addBallot = sqlite.prepare(
      'INSERT INTO ballots VALUES (@position, @memberCode, @round, @choices, @isComplete, @opinion)',
    )
    const addAnswer = sqlite.prepare('INSERT INTO answers VALUES (@position, @question, @isRejected, @reason)')
    sqlite.transaction(() => {
      for (const ballot of ballots) addBallot.run(ballot)
      for (const answer of answers) addAnswer.run(answer)
    })()
  } finally {
    sqlite.close()
  }
}
