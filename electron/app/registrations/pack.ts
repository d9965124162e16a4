import { basename, extname, join } from 'node:path'
import type { DossierPackEvent, DossiersOf } from '../../../shared/api/registrations.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { createNames, packName } from '../../../shared/domain/dossiers/pack-names.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  findRegistration,
  listFiles,
  listOnAgenda,
  listYear,
  type RegisteredRow,
} from '../../db/queries/registrations.ts'
import type { DossiersToPack } from '../../work/dossier-pack.ts'
import { openDb, requireFound } from '../commit.ts'
import { keepBatch } from '../documents/batch-file.ts'
import { createGatherer } from '../office-papers/gather.ts'
import { makeTempFolder, removeTempFolder } from '../temp-folders.ts'
import { folderOf } from './dossier-folder.ts'
import { readDossiers, type ReadRegistration } from './read-dossiers.ts'

/**
 * Packs dossiers into one zip in a temporary folder and tells how far it is. Who stops listening cancels it, and nothing is
 * left of it.
 *
 * @throws Refusal `not-found`, `no-dossiers`, `pack-too-large`, and what a disk refuses
 */
export async function* packDossiersOf(
  app: AppContext,
  of: DossiersOf,
  signal: AbortSignal | undefined,
): AsyncGenerator<DossierPackEvent> {
  const db = openDb(app)
  const registrations = registrationsOf(db, of)
  if (registrations.length === 0) throw new Refusal('no-dossiers')
  const dossiers = dossiersOf(app, db, registrations)
  requireSmallEnough(db, registrations)
  const temp = makeTempFolder(app)
  let isKept = false
  try {
    const [first] = dossiers
    const name = `Ho-so_${'registrationId' in of ? (first?.folder ?? '') : 'year' in of ? of.year : `phien-hop-${of.sessionId}`}.zip`
    const job = { path: join(temp, name), now: app.clock.now(), dossiers }
    const { missing, altered } = yield* app.work.follow('pack-dossiers', job, signal)
    const { id, bytes } = keepBatch(app, { folder: temp, name, type: 'application/zip' })
    isKept = true
    yield { kind: 'done', id, fileName: name, bytes, missing: missing.length, altered: altered.length }
  } finally {
    if (!isKept) removeTempFolder(app, temp)
  }
}

/** A zip of the old kind, which every system opens, holds four. */
const mostGigabytes = 3
const mostBytes = mostGigabytes * 1024 * 1024 * 1024

/** Withdrawn ones only where they are asked for by themselves. */
function registrationsOf(db: ReadDb, of: DossiersOf): readonly RegisteredRow[] {
  if ('registrationId' in of) return [requireFound(findRegistration(db, of.registrationId))]
  if ('sessionId' in of) return listOnAgenda(db, of.sessionId)
  return listYear(db, of.year).filter(({ withdrawnOn }) => withdrawnOn === null)
}

function dossiersOf(app: AppContext, db: ReadDb, registrations: readonly RegisteredRow[]): DossiersToPack['dossiers'] {
  const folderName = createNames()
  const gather = createGatherer(app, db)
  return readDossiers(app, db, { registrations }).map((read) => {
    const { id, code, productName } = read.registration
    const folder = folderName(packName([code, productName].filter((part) => part !== '').join(' '), 'product'), '')
    return { folder, index: indexOf(gather, id), files: filesOf(app, db, { read, folder }) }
  })
}

/** Null where the file names no office yet. */
function indexOf(gather: ReturnType<typeof createGatherer>, registrationId: number) {
  try {
    const gathered = gather({ kind: 'dossier-index', registrationId })
    return gathered.kind === 'dossier-index' ? gathered.facts : null
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'no-office') return null
    throw error
  }
}

type OfDossier = { readonly read: ReadRegistration; readonly folder: string }

/** Each file in the folder of its paper, numbered as the decision lists them. */
function filesOf(app: AppContext, db: ReadDb, { read: { registration, law }, folder }: OfDossier) {
  const papers = folderOf(app)
  const nameIn = createNames()
  const keys = law.rules.items.map(({ key }) => key)
  return listFiles(db, registration.id).map((file) => {
    const at = keys.indexOf(file.item)
    const paper = packName(law.rules.items[at]?.name ?? file.item, 'item')
    const number = String(at < 0 ? keys.length + 1 : at + 1).padStart(2, '0')
    const ending = extname(file.name)
    const stem = packName(basename(file.name, ending), 'file')
    return {
      name: nameIn(`${folder}/${number} ${paper}/${stem}`, ending.toLowerCase()),
      givenName: file.name,
      at: papers.find(file),
      sha256: file.sha256,
    }
  })
}

function requireSmallEnough(db: ReadDb, registrations: readonly RegisteredRow[]): void {
  const bytes = registrations.reduce(
    (sum, { id }) => sum + listFiles(db, id).reduce((ofOne, { size }) => ofOne + size, 0),
    0,
  )
  if (bytes > mostBytes) throw new Refusal('pack-too-large', { gigabytes: mostGigabytes })
}
