import { Refusal } from '../../../shared/api/refusal.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { AppContext } from '../../context.ts'
import type { WriteDb } from '../../db/handles.ts'
import { listOtherDossiers } from '../../db/queries/dossier-sharing.ts'
import {
  findFile,
  findRegistration,
  insertFile,
  listFiles,
  readMarks,
  upsertMark,
  type StoredFile,
} from '../../db/queries/registrations.ts'
import { openDb, requireFound } from '../commit.ts'
import { readPaper } from '../paper-files/paper-folder.ts'
import { takePaper } from '../paper-files/taken-paper.ts'
import { requireYearsOpenOf } from '../years/require-years-open.ts'
import { folderOf } from './dossier-folder.ts'
import { markedBy, requireStanding, unmarked } from './marks.ts'

type KeptFile = Omit<StoredFile, 'id' | 'addedAt'>

/**
 * Takes a file that lies in the folder into a dossier, whose paper counts as received.
 *
 * @throws Refusal `not-found`, `registration-withdrawn`
 */
export function takeIntoDossier(
  db: WriteDb,
  file: Omit<StoredFile, 'id'>,
): { readonly id: number; readonly isNew: boolean } {
  const { registrationId, item, sha256, addedAt } = file
  requireStanding(requireFound(findRegistration(db, registrationId)))
  const same = listFiles(db, registrationId).find((one) => one.item === item && one.sha256 === sha256)
  if (same !== undefined) return { id: same.id, isNew: false }
  const id = insertFile(db, file)
  const before = readMarks(db, [registrationId])
    .get(registrationId)
    ?.find((mark) => mark.item === item)
  if (before?.state !== 'received') {
    upsertMark(db, registrationId, markedBy(before ?? unmarked(item), { state: 'received' }, vietnamDay(addedAt)))
  }
  return { id, isNew: true }
}

type Share = { readonly fileId: number; readonly registrationIds: readonly number[] }

/**
 * Copies a file of a dossier into the folders of others of the same producer that lack it, for the same paper: each dossier stays
 * whole by itself, whatever is taken out of another. Nothing names the copies yet.
 *
 * @throws Refusal `not-found` for a dossier of another producer, `registration-withdrawn`, `year-closed`; `paper-file-missing` where the file
 *   is gone or is not what came; `too-many-paper-files`, and what a disk refuses
 */
export async function keepInOthers(app: AppContext, { fileId, registrationIds }: Share): Promise<readonly KeptFile[]> {
  const db = openDb(app)
  const file = requireFound(findFile(db, fileId))
  const others = listOtherDossiers(db, requireFound(findRegistration(db, file.registrationId)))
  requireYearsOpenOf(db, 'registrations', registrationIds)
  for (const id of registrationIds) {
    requireStanding(requireFound(findRegistration(db, id)))
    requireFound(others.find((other) => other.id === id))
  }
  const folder = folderOf(app)
  const { item, name, sha256, size } = file
  const path = folder.find(file)
  if (path === null || (await folder.stateOf(file)) !== 'there') throw new Refusal('paper-file-missing', { name })
  const bytes = new File([await readPaper(path)], name)
  const kept: KeptFile[] = []
  for (const registrationId of registrationIds) {
    const files = listFiles(db, registrationId)
    const same = files.find((one) => one.item === item && one.sha256 === sha256)
    if (same !== undefined && (await folder.stateOf(same)) === 'there') continue
    const of = { parent: 'registrations', id: registrationId } as const
    const paper = await takePaper(app, { file: bytes, of, already: files.length })
    const storedName = await folder.keep({ registrationId, ...paper, name: same?.name ?? name })
    kept.push({ registrationId, item, name, storedName, sha256, size })
  }
  return kept
}
