import { randomUUID } from 'node:crypto'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal, type RefusalReason } from '../../../shared/api/refusal.ts'
import type { BackupStatus, SecondPlace } from '../../../shared/api/backups.ts'
import { isCopyDue } from '../../../shared/domain/backups/copy-due.ts'
import { folderOf, ownStore, type BackupsOf, type StoredBackup } from '../../backups/list-backups.ts'
import {
  leaveSecondPlace,
  passwordProofOf,
  readSecondPlace,
  secondStore,
  writeSecondPlace,
  type ChosenPlace,
} from '../../backups/second-place.ts'
import { storeRefusal } from '../../backups/store-trouble.ts'
import { moveInto, unfinishedPath } from '../../backups/whole-file.ts'
import type { AppContext } from '../../context.ts'
import { fileRefusal } from '../../db/file-trouble.ts'
import { isScoring } from '../../db/queries/backup-facts.ts'
import { askedHere } from '../people/asked-here.ts'
import { makeTempFolder, removeTempFolder } from '../temp-folders.ts'
import { backupsOf } from './find-backups.ts'
import { backupOfNow, beginBackup } from './make-backup.ts'

/** Where copies go besides, and whether the open file needs one; null until a place was chosen. */
export function secondPlaceNow(app: AppContext, newest: StoredBackup | null): BackupStatus['second'] {
  const place = readSecondPlace(app.host.dataFolder)
  return place === null ? null : toldPlace(app, { place, newest })
}

/** @returns whether one was chosen. @throws Refusal `host-cannot` */
export async function chooseSecondPlace(app: AppContext): Promise<boolean> {
  if (!app.host.capabilities.hasFileDialogs) throw new Refusal('host-cannot')
  const folder = await app.host.chooseFolder('second-place')
  if (folder === null) return false
  const { isEncrypted, passwordId } = readSecondPlace(app.host.dataFolder) ?? { isEncrypted: false, passwordId: null }
  writeSecondPlace(app.host.dataFolder, { folder, isEncrypted, passwordId, copied: {} })
  return true
}

export function leaveSecond(app: AppContext): void {
  app.backups.password = null
  leaveSecondPlace(app.host.dataFolder)
}

/**
 * From now on what goes there is encrypted with that password, or with none. Until all of it stands, what stood before
 * holds. @throws Refusal `no-second-place`, also where it is left meanwhile
 */
export async function setSecondPassword(app: AppContext, password: string | null): Promise<void> {
  const { dataFolder } = app.host
  chosenPlace(app)
  const proof = passwordProofOf(dataFolder)
  if (password === null) {
    writeSecondPlace(dataFolder, { ...chosenPlace(app), isEncrypted: false, passwordId: null })
    rmSync(proof, { force: true })
  } else {
    const unfinished = unfinishedPath(ownStore(dataFolder))
    try {
      await proving(app, (plain) => app.work.run('seal-file', { from: plain, to: unfinished, password }))
      const place = chosenPlace(app)
      moveInto(unfinished, proof)
      writeSecondPlace(dataFolder, { ...place, isEncrypted: true, passwordId: randomUUID() })
    } catch (error) {
      throw storeRefusal(error, ownStore(dataFolder))
    } finally {
      rmSync(unfinished, { force: true })
    }
  }
  app.backups.password = password
}

/**
 * Backs the open file up where something changed, and copies the newest backup to the second place.
 *
 * @throws Refusal `no-workspace`, `no-second-place`, `password-needed`, `password-wrong`, and those of `placeRefusal`
 */
export async function copyToSecondPlace(app: AppContext, given: string | undefined): Promise<void> {
  const place = chosenPlace(app)
  const workspace = app.workspace.current
  if (workspace === null) throw new Refusal('no-workspace')
  const requireStill = askedHere(app)
  const password = place.isEncrypted ? await provenPassword(app, given) : null
  await beginBackup(app, 'asked').done
  requireStill()
  const newest = await backupOfNow(app, workspace)
  if (newest === null)
    throw app.workspace.current?.db === workspace.db ? backupRefusal(app) : new Refusal('no-workspace')
  // The folder was there when it was chosen: where it is not now, the stick is out, and none is made in its stead.
  if (!existsSync(place.folder)) throw new Refusal('second-gone')
  const of = backupsOf(workspace)
  const folder = folderOf(secondStore(place.folder), of)
  const seal = password === null ? null : { password, passwordId: place.passwordId }
  await app.work.run('copy-backup', { from: newest.path, note: newest.note, folder, seal }).catch(refusePlace)
  noteCopied(app, place, keyOf(of))
}

/** Of the place as it is now. One that was left, changed or given a password meanwhile has no such copy. */
function noteCopied({ host: { dataFolder }, clock }: AppContext, copiedTo: ChosenPlace, key: string): void {
  const place = readSecondPlace(dataFolder)
  const isSame =
    place?.folder === copiedTo.folder &&
    place.isEncrypted === copiedTo.isEncrypted &&
    place.passwordId === copiedTo.passwordId
  if (!isSame) return
  writeSecondPlace(dataFolder, { ...place, copied: { ...place.copied, [key]: clock.now().toISOString() } })
}

function toldPlace(
  app: AppContext,
  { place, newest }: { readonly place: ChosenPlace; readonly newest: StoredBackup | null },
): SecondPlace {
  const { current } = app.workspace
  const lastAt = current === null ? null : (place.copied[keyOf(backupsOf(current))] ?? null)
  const facts = newest?.note.facts ?? null
  const isDue =
    current !== null &&
    isCopyDue({
      now: app.clock.now().toISOString(),
      copiedAt: lastAt,
      changedAt: facts?.lastEventAt ?? null,
      lastBallotAt: facts?.lastBallotAt ?? null,
      isScoring: isScoring(current.db),
    })
  const isUnlocked = app.backups.password !== null
  return { location: place.folder, isEncrypted: place.isEncrypted, isUnlocked, lastAt, isDue }
}

/** The typed password, or the one that is known by now, once it is that of the copies before. */
async function provenPassword(app: AppContext, given: string | undefined): Promise<string> {
  const password = given ?? app.backups.password
  if (password === null) throw new Refusal('password-needed')
  if (password === app.backups.password) return password
  const proof = passwordProofOf(app.host.dataFolder)
  if (!existsSync(proof)) throw new Refusal('second-password-unproven')
  try {
    await proving(app, (plain) => app.work.run('unseal-file', { from: proof, to: `${plain}.2`, password }))
  } catch (error) {
    throw fileRefusal(error)?.reason === 'backup-faulty' ? new Refusal('second-password-unproven') : error
  }
  app.backups.password = password
  return password
}

/** With a small file of no content of its own, and a folder for it. */
async function proving(app: AppContext, run: (plain: string) => Promise<void>): Promise<void> {
  const folder = makeTempFolder(app)
  try {
    const plain = join(folder, 'mat-khau')
    writeFileSync(plain, 'Hội đồng OCOP')
    await run(plain)
  } finally {
    removeTempFolder(app, folder)
  }
}

function chosenPlace(app: AppContext): ChosenPlace {
  const place = readSecondPlace(app.host.dataFolder)
  if (place === null) throw new Refusal('no-second-place')
  return place
}

function backupRefusal({ backups }: AppContext): Error {
  const { reason, detail } = backups.trouble ?? { reason: 'unexpected', detail: {} }
  return reason === 'unexpected' ? new Error('the backup to be copied could not be made') : new Refusal(reason, detail)
}

/** What the disk says, in the words for a second place: the file itself is well. */
function refusePlace(error: unknown): never {
  const refusal = fileRefusal(error)
  const reason = refusal === null ? undefined : reasonsOfPlace[refusal.reason]
  throw reason === undefined ? (refusal ?? error) : new Refusal(reason, refusal?.detail)
}

const reasonsOfPlace: Readonly<Partial<Record<RefusalReason, RefusalReason>>> = {
  'disk-full': 'second-full',
  'place-read-only': 'second-read-only',
  'place-gone': 'second-gone',
  'disk-fails': 'second-fails',
}

const keyOf = ({ uuid, path }: BackupsOf): string => uuid ?? path
