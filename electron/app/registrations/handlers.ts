import { Refusal } from '../../../shared/api/refusal.ts'
import type { RegistrationFields } from '../../../shared/api/registrations.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { doubtsOfFiling } from '../../../shared/domain/dossiers/doubts-of-filing.ts'
import { layPatch } from '../../../shared/domain/lay-patch.ts'
import type { DoubtKind } from '../../../shared/domain/session/doubt-kinds.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findProduct } from '../../db/queries/products.ts'
import {
  deleteFile,
  deleteMark,
  findFile,
  findRegistration,
  findRegistrationOf,
  insertRegistration,
  listFiles,
  listRecognitionsOf,
  readMarks,
  updateRegistration,
  upsertMark,
  type RegisteredRow,
} from '../../db/queries/registrations.ts'
import { commandsAt } from '../commands.ts'
import { openDb, requireFound } from '../commit.ts'
import { findBatch, takeBatch } from '../documents/batch-file.ts'
import { carryRefusals, procedures } from '../procedures.ts'
import { handPaper, takePaper, viewPaper } from '../paper-files/taken-paper.ts'
import { requireAccepted } from '../require-accepted.ts'
import { requireYearsOpenOf } from '../years/require-years-open.ts'
import { readRegistration } from './detail.ts'
import { keepInOthers, takeIntoDossier } from './dossier-files.ts'
import { folderOf } from './dossier-folder.ts'
import { evidenceOfItem, sayOfFiles } from './evidence.ts'
import { packDossiersOf } from './pack.ts'
import { lackingDossiers, listRegistrationsOf } from './list.ts'
import { isEmptyMark, isSameMark, markedBy, requireStanding, unmarked } from './marks.ts'

export function registrationsHandlers(app: AppContext) {
  return {
    list: procedures.registrations.list.handler(({ input }) => listRegistrationsOf(app, openDb(app), input)),

    get: procedures.registrations.get.handler(({ input }) =>
      readRegistration(app, openDb(app), { id: input.id, folder: folderOf(app) }),
    ),

    lacking: procedures.registrations.lacking.handler(({ input }) => lackingDossiers(app, openDb(app), input)),

    evidence: procedures.registrations.evidence.handler(({ input }) =>
      evidenceOfItem(app, openDb(app), input.agendaItemId),
    ),

    pack: procedures.registrations.pack.handler(({ input, signal }) =>
      carryRefusals(packDossiersOf(app, input, signal)),
    ),

    copyPack: procedures.registrations.copyPack.handler(({ input }) => {
      if (app.saving === null) throw new Refusal('host-cannot')
      return app.saving.saveCopy(findBatch(app, input.id))
    }),

    takePack: procedures.registrations.takePack.handler(({ input }) => takeBatch(app, input.id)),

    viewFile: procedures.registrations.viewFile.handler(async ({ input }) => {
      const file = requireFound(findFile(openDb(app), input.id))
      await viewPaper(app, file, folderOf(app).find(file))
    }),

    takeFile: procedures.registrations.takeFile.handler(async ({ input }) => {
      const file = requireFound(findFile(openDb(app), input.id))
      return handPaper(file, folderOf(app).find(file))
    }),

    ...commandsAt(app, 'registrations').inside({
      save: (db, { input }) => {
        if (input.id === undefined) {
          const { productId, ...given } = input.fields
          requireFound(findProduct(db, productId))
          const to = changed({ ...nothingSaid, ...proposedRenewal(db, productId, given) }, given)
          requireFree(db, { productId, year: to.year })
          const accepted = requireFilingDays(app, { from: nothingSaid, to }, input.accepted)
          const id = insertRegistration(db, { productId, ...columnsFor(db, productId, to) })
          return { result: { id }, audit: { subject: `registration:${id}`, detail: { to, ...accepted } } }
        }
        const registration = requireFound(findRegistration(db, input.id))
        const { id, productId } = registration
        const from = fieldsOf(registration)
        const to = changed(from, input.fields)
        if (to.year !== from.year) requireFree(db, { productId, year: to.year })
        const accepted = requireFilingDays(app, { from, to }, input.accepted)
        updateRegistration(db, id, columnsFor(db, productId, to))
        return { result: { id }, audit: { subject: `registration:${id}`, detail: { from, to, ...accepted } } }
      },

      withdraw: (db, { input, now }) => {
        const { id, withdrawalReason, withdrawnOn } = requireFound(findRegistration(db, input.id))
        const from = withdrawnOn === null ? null : withdrawalReason
        const { reason } = input
        if (from === reason) return { result: undefined, audit: null }
        updateRegistration(db, id, {
          withdrawnOn: reason === null ? null : vietnamDay(now),
          withdrawalReason: reason ?? '',
        })
        return { result: undefined, audit: { subject: `registration:${id}`, detail: { from, to: reason } } }
      },

      mark: (db, { input, now }) => {
        const { ids, items, change } = input
        // Of a closed year's dossier nothing is marked, and nothing is told as marked, whether it would change or not.
        requireYearsOpenOf(db, 'registrations', ids)
        const marksOf = readMarks(db, ids)
        const changes = ids.flatMap((id) => {
          requireStanding(requireFound(findRegistration(db, id)))
          return items.flatMap((item) => {
            const before = marksOf.get(id)?.find((mark) => mark.item === item) ?? unmarked(item)
            const mark = markedBy(before, change, vietnamDay(now))
            return isSameMark(mark, before) ? [] : [{ id, item, mark }]
          })
        })
        for (const { id, item, mark } of changes) {
          if (isEmptyMark(mark)) deleteMark(db, id, item)
          else upsertMark(db, id, mark)
        }
        const registrations = [...new Set(changes.map(({ id }) => id))]
        if (registrations.length === 0) return { result: undefined, audit: null }
        const subject = registrations.length === 1 ? `registration:${registrations[0]}` : 'registrations'
        const told = items.filter((item) => changes.some((one) => one.item === item))
        return { result: undefined, audit: { subject, detail: { registrations, items: told, to: change } } }
      },

      prove: (db, { input }) => sayOfFiles(db, input),

      removeFile: (db, { input }) => {
        const { registrationId, item, name, sha256 } = requireFound(findFile(db, input.id))
        requireStanding(requireFound(findRegistration(db, registrationId)))
        deleteFile(db, input.id)
        const audit = { subject: `registration:${registrationId}`, detail: { item, file: name, sha256 } }
        return { result: undefined, audit }
      },
    }),

    ...commandsAt(app, 'registrations').around({
      addFile: async ({ input, commit }) => {
        const { id: registrationId, item, file } = input
        requireStanding(requireFound(findRegistration(openDb(app), registrationId)))
        const files = listFiles(openDb(app), registrationId)
        const of = { parent: 'registrations', id: registrationId } as const
        const { bytes, sha256 } = await takePaper(app, { file, of, already: files.length })
        const same = files.find((one) => one.item === item && one.sha256 === sha256)
        if (same !== undefined && same.name !== file.name && (await folderOf(app).stateOf(same)) === 'there') {
          throw new Refusal('paper-file-known', { name: same.name })
        }
        // Before the record says that it has it: a file that no record names harms nobody.
        const storedName = await folderOf(app).keep({ registrationId, name: same?.name ?? file.name, bytes, sha256 })
        return commit((db, addedAt) => {
          const size = bytes.length
          const { id, isNew } = takeIntoDossier(db, {
            registrationId,
            item,
            name: file.name,
            storedName,
            sha256,
            size,
            addedAt,
          })
          if (!isNew) return { result: { id }, audit: null }
          const audit = { subject: `registration:${registrationId}`, detail: { item, file: file.name, sha256, size } }
          return { result: { id }, audit }
        })
      },

      shareFile: async ({ input, commit }) => {
        const shared = await keepInOthers(app, input)
        return commit((db, addedAt) => {
          const isNew = shared.map((file) => takeIntoDossier(db, { ...file, addedAt }).isNew)
          const taken = shared.filter((_, place) => isNew[place])
          const [first] = taken
          if (first === undefined) return { result: undefined, audit: null }
          const { item, name: file, sha256, size } = first
          const ids = taken.map(({ registrationId }) => registrationId)
          const subject = ids.length === 1 ? `registration:${ids[0]}` : 'registrations'
          return { result: undefined, audit: { subject, detail: { item, file, sha256, size, registrations: ids } } }
        })
      },
    }),
  }
}

/** @throws Refusal `already-registered` */
function requireFree(db: ReadDb, of: { readonly productId: number; readonly year: number }): void {
  const twin = findRegistrationOf(db, of)
  if (twin !== null) throw new Refusal('already-registered', { name: twin.productName, year: of.year, id: twin.id })
}

type Days = Pick<RegistrationFields, 'filedOn' | 'completeOn' | 'year'>

/**
 * Only what is said anew is looked at, so that other fields of an odd registration can be kept.
 * @throws Refusal `complete-before-filed`, `doubtful`
 */
function requireFilingDays(
  app: AppContext,
  { from, to }: { readonly from: Days; readonly to: Days },
  accepted: readonly DoubtKind[] | undefined,
) {
  const { filedOn, completeOn, year } = to
  if (filedOn === from.filedOn && completeOn === from.completeOn && year === from.year) return {}
  if (filedOn !== null && completeOn !== null && completeOn < filedOn) {
    throw new Refusal('complete-before-filed', { filed: formatDate(filedOn), complete: formatDate(completeOn) })
  }
  const today = vietnamDay(app.clock.now())
  return requireAccepted(doubtsOfFiling(to, { today, ruleSets: app.rules.ruleSets }), accepted)
}

const nothingSaid: RegistrationFields = {
  year: 0,
  round: null,
  application: 'new',
  filedOn: null,
  completeOn: null,
  commune: '',
  renews: null,
  samplesReceived: 0,
  samplesOn: null,
  samplesAfter: '',
  note: '',
  screening: '',
  screenedOn: null,
  grounds: [],
  screeningNote: '',
}

type Given = { readonly [Key in keyof RegistrationFields]?: RegistrationFields[Key] | undefined }

/** A list is given whole. */
function changed(from: RegistrationFields, { grounds = from.grounds, ...patch }: Given): RegistrationFields {
  return { ...layPatch<RegistrationFields>(from, patch), grounds }
}

/** An upgrade or another evaluation renews the latest recognition, until somebody says otherwise. */
function proposedRenewal(db: ReadDb, productId: number, { application, renews }: Given) {
  if (application === 'new' || renews !== undefined) return {}
  const [latest] = listRecognitionsOf(db, productId)
  return latest === undefined ? {} : { renews: { kind: latest.kind, id: latest.id } }
}

function fieldsOf(registration: RegisteredRow): RegistrationFields {
  const { year, round, application, filedOn, completeOn, commune, note } = registration
  const { samplesReceived, samplesOn, samplesAfter } = registration
  const { screening, screenedOn, screeningGrounds, screeningNote } = registration
  const { renewsCertificateId, renewsRecognitionId } = registration
  return {
    year,
    round,
    application,
    filedOn,
    completeOn,
    commune,
    samplesReceived,
    samplesOn,
    samplesAfter,
    note,
    screening,
    screenedOn,
    screeningNote,
    grounds: JSON.parse(screeningGrounds) as RegistrationFields['grounds'],
    renews:
      renewsCertificateId !== null
        ? { kind: 'certificate', id: renewsCertificateId }
        : renewsRecognitionId !== null
          ? { kind: 'recognition', id: renewsRecognitionId }
          : null,
  }
}

/** @throws Refusal `not-found` for a recognition that is not the product's */
function columnsFor(db: ReadDb, productId: number, { grounds, renews, ...fields }: RegistrationFields) {
  const renewed = fields.application === 'new' ? null : renews
  if (renewed !== null) {
    const isOwn = listRecognitionsOf(db, productId).some(({ kind, id }) => kind === renewed.kind && id === renewed.id)
    if (!isOwn) throw new Refusal('not-found')
  }
  return {
    ...fields,
    screeningGrounds: JSON.stringify(grounds),
    renewsCertificateId: renewed?.kind === 'certificate' ? renewed.id : null,
    renewsRecognitionId: renewed?.kind === 'recognition' ? renewed.id : null,
  }
}
