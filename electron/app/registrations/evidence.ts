import type { AuditDetails } from '../../../shared/api/audit-details.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { DossierFile, ItemEvidence } from '../../../shared/api/registrations.ts'
import { criteriaProved, type DossierItem, type DossierRules } from '../../../shared/domain/dossiers/dossier-rules.ts'
import { criteriaProvedByFile } from '../../../shared/domain/dossiers/evidence.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import { findRegistrationOnAgenda, readSaidOfFiles, upsertSaidOfFile } from '../../db/queries/evidence.ts'
import {
  findFile,
  findRegistration,
  listFiles,
  type RegisteredRow,
  type StoredFile,
} from '../../db/queries/registrations.ts'
import { loadSealedCriteriaSet, loadSealedRuleSet } from '../../db/queries/sealed-files.ts'
import { findAgendaItem, findSession } from '../../db/queries/sessions.ts'
import { requireFound, type Change } from '../commit.ts'
import { folderOf, type DossierFolder } from './dossier-folder.ts'

/** What a product's dossier proves, criterion by criterion of the form that its session scores by. */
export async function evidenceOfItem(app: AppContext, db: ReadDb, agendaItemId: number): Promise<ItemEvidence> {
  const item = requireFound(findAgendaItem(db, agendaItemId))
  const session = requireFound(findSession(db, item.sessionId))
  const registration = findRegistrationOnAgenda(db, agendaItemId)
  const folder = folderOf(app)
  if (registration === null) return { registrationId: null, filesFolder: folder.name, files: [] }
  const rules = app.rules.dossiers(loadSealedRuleSet(db, session.ruleSetFileId).id)
  const { setNumber } = loadSealedCriteriaSet(db, item.criteriaFileId)
  const files = await filesWithProofs(db, { registration: { ...registration, setNumber }, items: rules.items, folder })
  const nameOf = new Map(rules.items.map(({ key, name }) => [key, name]))
  const placeOf = new Map(rules.items.map(({ key }, place) => [key, place]))
  return {
    registrationId: registration.id,
    filesFolder: folder.name,
    files: files
      .map((file) => ({ ...file, itemName: nameOf.get(file.item) ?? file.item }))
      .toSorted((a, b) => (placeOf.get(a.item) ?? Infinity) - (placeOf.get(b.item) ?? Infinity) || a.id - b.id),
  }
}

type OfDossier = {
  readonly registration: Pick<RegisteredRow, 'id' | 'setNumber'>
  readonly items: DossierRules['items'] | readonly DossierItem[]
  readonly folder: DossierFolder
}

type FileOfItem = DossierFile & { readonly item: string }

/** The files of a dossier in the order that they came, each as it lies on the disk, with the criteria that it proves. */
export async function filesWithProofs(
  db: ReadDb,
  { registration: { id, setNumber }, items, folder }: OfDossier,
): Promise<readonly FileOfItem[]> {
  const stored = listFiles(db, id)
  const said = readSaidOfFiles(db, id)
  const provedBy = new Map(items.map((item) => [item.key, criteriaProved(item, setNumber)]))
  const states = await Promise.all(stored.map(async (file) => folder.stateOf(file)))
  return stored.map((file, place) => ({
    ...shownFile(file),
    item: file.item,
    state: states[place] ?? 'missing',
    proves: criteriaProvedByFile(
      provedBy.get(file.item) ?? [],
      (said.get(file.id) ?? []).map(({ criterion, proves }) => ({ criterion, proves: proves === 1 })),
    ),
  }))
}

function shownFile({ id, name, size, sha256, addedAt }: StoredFile) {
  return { id, name, size, sha256, addedAt }
}

/** As the forms number them: `3`, `8.1`. */
const criterionCode = /^\d{1,2}(\.\d{1,2}){0,3}$/

type Said = { readonly fileIds: readonly number[]; readonly criteria: readonly string[]; readonly proves: boolean }

/** Says of files what they prove. @throws Refusal `not-found`, `registration-withdrawn` */
export function sayOfFiles(
  db: WriteDb,
  { fileIds, criteria, proves }: Said,
): Change<undefined, AuditDetails['registrations.prove']> {
  if (!criteria.every((code) => criterionCode.test(code))) throw new Refusal('not-found')
  const registrations = new Set<number>()
  let isChanged = false
  for (const fileId of fileIds) {
    const { registrationId } = requireFound(findFile(db, fileId))
    const { withdrawnOn, productName } = requireFound(findRegistration(db, registrationId))
    if (withdrawnOn !== null) throw new Refusal('registration-withdrawn', { name: productName })
    const said = readSaidOfFiles(db, registrationId).get(fileId) ?? []
    for (const criterion of criteria) {
      const isSo = said.some((one) => one.criterion === criterion && one.proves === Number(proves))
      if (isSo) continue
      upsertSaidOfFile(db, { fileId, criterion, proves: Number(proves) })
      isChanged = true
    }
    registrations.add(registrationId)
  }
  if (!isChanged) return { result: undefined, audit: null }
  const [only] = registrations
  const subject = registrations.size === 1 ? `registration:${only}` : 'registrations'
  return { result: undefined, audit: { subject, detail: { files: fileIds, criteria, to: proves } } }
}
