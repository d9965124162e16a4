import type { BackupComparison } from '../../../shared/api/backups.ts'
import type { AppContext } from '../../context.ts'
import { countBallotsSince, hashOfEvent, isScoring, readBackupFacts } from '../../db/queries/backup-facts.ts'
import { findBackup, listed, toldBy } from './find-backups.ts'

/** What stands in the open file and not in a backup of it. */
export async function compareBackup(app: AppContext, id: string): Promise<BackupComparison> {
  const stored = await findBackup(app, id)
  const { current } = app.workspace
  const backup = listed(stored, toldBy(app))
  const { facts } = stored.note
  if (current === null || !backup.isOfOpen) return { backup, ...nothingToLose }
  const present = readBackupFacts(current.db)
  if (facts === null) return { backup, ...nothingToLose, present, isScoring: isScoring(current.db) }
  return {
    backup,
    present,
    ballotsSince: countBallotsSince(current.db, facts.lastBallotAt),
    changesSince: Math.max(0, present.events - facts.events),
    isOtherBranch: facts.events > 0 && hashOfEvent(current.db, facts.events) !== facts.head,
    isScoring: isScoring(current.db),
  }
}

const nothingToLose = { present: null, ballotsSince: 0, changesSince: 0, isOtherBranch: false, isScoring: false }
