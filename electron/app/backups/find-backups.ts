import { dirname } from 'node:path'
import type { Backup } from '../../../shared/api/backups.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import {
  isOf,
  listBackups,
  newestFirst,
  ownStore,
  placeOf,
  type BackupsOf,
  type StoredBackup,
} from '../../backups/list-backups.ts'
import { readSecondPlace, secondStore } from '../../backups/second-place.ts'
import type { AppContext, OpenWorkspace } from '../../context.ts'
import { readIdentity } from '../../db/queries/backup-facts.ts'
import { workspaceIdOf } from '../workspace/listing.ts'

/** Which file's backups are those of the open one. */
export function backupsOf({ db, path, readOnly }: Pick<OpenWorkspace, 'db' | 'path' | 'readOnly'>): BackupsOf {
  return { uuid: hasLostItsId(readOnly) ? null : readIdentity(db).uuid, path }
}

/** What could be read of a damaged file goes by an id of its own where the row with the file's is lost. */
function hasLostItsId(why: OpenWorkspace['readOnly']): boolean {
  return why?.kind === 'damaged' && why.tables.some(({ name, lost }) => name === 'workspace' && lost !== 0)
}

/** Backups here and in the second place, of one file or of all, newest first. */
export async function findBackups(app: AppContext, of?: BackupsOf): Promise<readonly StoredBackup[]> {
  const { dataFolder } = app.host
  const second = readSecondPlace(dataFolder)
  const [own, there] = await Promise.all([
    listBackups(ownStore(dataFolder), { place: 'own', of }),
    second === null ? [] : inTime(listBackups(secondStore(second.folder), { place: 'second', of })),
  ])
  return [...own, ...there].toSorted(newestFirst)
}

/** @throws Refusal `backup-gone` */
export async function findBackup(app: AppContext, id: string): Promise<StoredBackup> {
  const found = (await findBackups(app)).find((backup) => listedId(backup) === id)
  if (found === undefined) throw new Refusal('backup-gone')
  return found
}

/** What a list of backups is told by: which file is open, and the password of the second place. */
type ToldBy = { readonly open: BackupsOf | null; readonly passwordId: string | null }

export function toldBy({ workspace: { current }, host }: AppContext): ToldBy {
  const open = current === null ? null : backupsOf(current)
  return { open, passwordId: readSecondPlace(host.dataFolder)?.passwordId ?? null }
}

/** True of a backup of the open file. */
export function isOfOpenFile({ note }: StoredBackup, { workspace: { current } }: AppContext): boolean {
  return current !== null && isOf(note, backupsOf(current))
}

/** As the contract tells it. */
export function listed(backup: StoredBackup, { open, passwordId }: ToldBy): Backup {
  const { note, path, place, isEncrypted, size } = backup
  const { occasion, madeAt, source } = note
  return {
    id: listedId(backup),
    occasion,
    madeAt,
    place,
    location: dirname(path),
    size,
    isEncrypted,
    hasOtherPassword: isEncrypted && (note.sealed?.passwordId ?? null) !== passwordId,
    facts: note.facts,
    file: { id: workspaceIdOf(source), ...placeOf(source) },
    isOfOpen: open !== null && isOf(note, open),
  }
}

/** A backup has the same id in both places. */
const listedId = ({ note, place }: StoredBackup): string => `${note.id}.${place}`

/** A share that does not answer holds no list up. */
async function inTime(listing: Promise<readonly StoredBackup[]>): Promise<readonly StoredBackup[]> {
  const { promise, resolve } = Promise.withResolvers<readonly StoredBackup[]>()
  const timer = setTimeout(() => resolve([]), patience)
  return Promise.race([listing, promise]).finally(() => clearTimeout(timer))
}

/** In milliseconds; a stick answers in a tenth of it. */
const patience = 3000
