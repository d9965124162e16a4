import type { TakenPage } from '../../../shared/api/paper-ballots.ts'
import type { BallotIds } from '../../../shared/domain/ballot/ballot-key.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'
import { findBallotPage, findScan, listPagesOf } from '../../db/queries/ballot-scans.ts'
import { openDb, requireFound } from '../commit.ts'
import { scanFolder } from './scan-folder.ts'

/** Pages that were taken with a ballot, and whether their files are where they were put. */
export async function listTaken(app: AppContext, ids: BallotIds): Promise<readonly TakenPage[]> {
  const db = openDb(app)
  const folder = scanFolder(app)
  const pages = listPagesOf(db, ids)
  const scans = new Map<number, TakenPage['file']>()
  for (const { scanId } of pages) {
    if (scans.has(scanId)) continue
    const scan = requireFound(findScan(db, scanId))
    const { id, name, size, sha256, addedAt } = scan
    scans.set(scanId, { id, name, size, sha256, addedAt, state: await folder.stateOf(scan) })
  }
  return pages.map(({ id, number, scoringRound: round, scanId, scanPage: page, sha256, takenAt, takenBy }) => ({
    id,
    number,
    round,
    file: requireFound(scans.get(scanId)),
    page,
    sha256,
    takenAt,
    takenBy,
  }))
}

/** Where the file of a taken page lies. @throws Refusal `not-found`, `paper-file-missing` */
export function placeOfTaken(app: AppContext, id: number): { readonly path: string; readonly page: number } {
  const db = openDb(app)
  const { scanId, scanPage: page } = requireFound(findBallotPage(db, id))
  const scan = requireFound(findScan(db, scanId))
  const path = scanFolder(app).find(scan)
  if (path === null) throw new Refusal('paper-file-missing', { name: scan.name })
  return { path, page }
}
