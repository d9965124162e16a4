import type { BackupFacts } from '../../shared/api/backups.ts'
import { Refusal } from '../../shared/api/refusal.ts'
import { canonicalJson } from '../../shared/domain/session/canonical-json.ts'
import { checkAuditChain } from '../db/audit.ts'
import { fileRefusal } from '../db/file-trouble.ts'
import type { ReadDb } from '../db/handles.ts'
import { readBackupFacts } from '../db/queries/backup-facts.ts'
import { checkDatabase, isWorkspace } from '../db/queries/workspace.ts'
import { readSnapshot } from '../db/snapshot.ts'

type CopyToCheck = {
  readonly path: string
  /** What its source held when it was taken. */
  readonly facts: BackupFacts
  /** The schema version of this program, whose audit it can recompute; null leaves the audit unchecked. */
  readonly newest: number | null
}

/**
 * Opens a copy and goes through all of it: only then is it a backup.
 *
 * @throws Refusal `copy-faulty` with what was found, for the log
 */
export function checkCopy({ path, facts, newest }: CopyToCheck): void {
  let fault: string | null
  try {
    fault = readSnapshot(path, (db) => faultOf(db, { facts, newest }))
  } catch (error) {
    const refusal = fileRefusal(error)
    if (refusal?.reason !== 'workspace-damaged') throw error
    fault = String(refusal.detail['code'])
  }
  if (fault !== null) throw new Refusal('copy-faulty', { what: fault })
}

function faultOf(db: ReadDb, { facts, newest }: Omit<CopyToCheck, 'path'>): string | null {
  if (!isWorkspace(db)) return 'application id'
  const [complaint] = checkDatabase(db)
  if (complaint !== undefined) return complaint
  if (canonicalJson(readBackupFacts(db)) !== canonicalJson(facts)) return 'contents'
  const chain = facts.version === newest ? checkAuditChain(db) : null
  return chain === null || chain.firstBad === null ? null : `audit event ${chain.firstBad}`
}
