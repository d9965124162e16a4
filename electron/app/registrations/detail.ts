import type { DossierFile, DossierLine, OtherDossier, RegistrationDetail } from '../../../shared/api/registrations.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { criteriaProved, lodgedBy, type DossierItem } from '../../../shared/domain/dossiers/dossier-rules.ts'
import type { DossierMark } from '../../../shared/domain/dossiers/read-dossier.ts'
import { screeningGrounds } from '../../../shared/domain/dossiers/screening.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listFilesOfOthers, listOtherDossiers, type FileOfOther } from '../../db/queries/dossier-sharing.ts'
import { findRegistration, listRecognitionsOf, listRoundsOf, listSessionsOf } from '../../db/queries/registrations.ts'
import { findClosedYear } from '../../db/queries/years.ts'
import { requireFound } from '../commit.ts'
import type { DossierFolder } from './dossier-folder.ts'
import { filesWithProofs } from './evidence.ts'
import { filingNotes } from './filing-time.ts'
import { toRow } from './list.ts'
import { readDossiers, reportOf, type ReadRegistration } from './read-dossiers.ts'

/** One registration whole: its product and producer, each item of its dossier, and the files as they lie on the disk. */
export async function readRegistration(
  app: AppContext,
  db: ReadDb,
  { id, folder }: { readonly id: number; readonly folder: DossierFolder },
): Promise<RegistrationDetail> {
  const registration = requireFound(findRegistration(db, id))
  const [read] = readDossiers(app, db, { registrations: [registration] })
  const { law, reading } = requireFound(read)
  const recognitions = listRecognitionsOf(db, registration.productId)
  const sessions = listSessionsOf(db, registration)
  const files = await filesWithProofs(db, { registration, items: law.items, folder })
  const others = listOtherDossiers(db, registration)
  const elsewhere = filesElsewhere(listFilesOfOthers(db, registration), others)
  const { kind, representative, phone, address } = producerOf(registration)
  return {
    ...toRow(requireFound(read)),
    day: vietnamDay(app.clock.now()),
    isClosed: findClosedYear(db, registration.year) !== null,
    receivedBy: registration.commune,
    completeOn: registration.completeOn,
    report: reportOf(app, requireFound(read)),
    filing: filingNotes(app, db, [requireFound(read)]).get(id) ?? null,
    renews: recognitions.find(isRenewedBy(registration)) ?? null,
    recognitions,
    samplesOn: registration.samplesOn,
    samplesAfter: registration.samplesAfter,
    note: registration.note,
    screenedOn: registration.screenedOn,
    grounds: groundsIn(registration.screeningGrounds),
    screeningNote: registration.screeningNote,
    withdrawalReason: registration.withdrawalReason,
    producer: { kind, representative, phone, address },
    list:
      registration.fileName === null ? null : { fileName: registration.fileName, sender: registration.sender ?? '' },
    ruleSetTitle: law.ruleSet.shortTitle,
    formerLaw: formerLawOf(requireFound(read)),
    issues: law.rules.issues,
    items: linesOf(requireFound(read)).map((line) => ({
      ...line,
      isLacking: reading.lacking.includes(line.key),
      isExpired: reading.expired.includes(line.key),
      ...elsewhere(
        line.key,
        files.filter(({ item }) => item === line.key),
      ),
    })),
    others,
    criteria: criteriaOf(app, law.ruleSet.id, registration.setNumber),
    sessions: sessions.map(({ isLocked, ...session }) => ({ ...session, isLocked: isLocked === 1 })),
    rounds: listRoundsOf(db, id),
    filesFolder: folder.name,
  }
}

function formerLawOf({ registration, law: { former } }: ReadRegistration): RegistrationDetail['formerLaw'] {
  const lodged = lodgedBy(registration)
  if (former === null || lodged === null) return null
  const { ruleSet, term } = former
  return {
    ruleSetTitle: ruleSet.shortTitle,
    lodgedBy: lodged,
    lastDay: term?.lastDay ?? null,
    article: term?.article ?? '',
  }
}

/** The files of a paper with where else each is, and those that the producer's other dossiers have of it. */
function filesElsewhere(ofOthers: readonly FileOfOther[], others: readonly OtherDossier[]) {
  const placeOf = new Map(others.map(({ id }, place) => [id, place]))
  const byAge = ofOthers.toSorted(
    (a, b) => (placeOf.get(a.registrationId) ?? 0) - (placeOf.get(b.registrationId) ?? 0) || a.fileId - b.fileId,
  )
  return (key: string, own: readonly DossierFile[]): Pick<DossierLine, 'files' | 'offered'> => {
    const bySha256 = Map.groupBy(
      byAge.filter(({ item }) => item === key),
      ({ sha256 }) => sha256,
    )
    const offered = [...bySha256].flatMap(([sha256, [latest]]) =>
      latest === undefined || own.some((file) => file.sha256 === sha256) ? [] : [latest],
    )
    return {
      files: own.map((file) => ({
        ...file,
        sharedWith: (bySha256.get(file.sha256) ?? []).map(({ registrationId }) => registrationId),
      })),
      offered: offered.map(({ fileId, registrationId, name }) => ({ fileId, registrationId, name })),
    }
  }
}

type Line = Omit<DossierLine, 'isLacking' | 'isExpired' | 'files' | 'offered'>

/** The items of the law, then papers that were noted under another one. */
function linesOf({ registration, law, marks }: ReadRegistration): readonly Line[] {
  const markOf = new Map(marks.map((mark) => [mark.item, mark]))
  const ofLaw = law.items.map((item) => ({
    ...factsOf(item),
    ...markedAs(markOf.get(item.key)),
    isOfLaw: true,
    proves: criteriaProved(item, registration.setNumber),
  }))
  const foreign = marks.filter(({ item }) => !law.items.some(({ key }) => key === item))
  const named = new Map(law.rules.items.map((item) => [item.key, item]))
  return [
    ...ofLaw,
    ...foreign.map((mark) => ({
      ...factsOf(named.get(mark.item) ?? foreignItem(mark.item)),
      ...markedAs(mark),
      isOfLaw: false,
      proves: [],
    })),
  ]
}

const foreignItem = (key: string): DossierItem => ({
  key,
  name: key,
  kind: 'supplementary',
  from: 'producer',
  proves: [],
  article: '',
})

function factsOf({ key, name, kind, from, requirement, article, count }: DossierItem) {
  return { key, name, kind, from, requirement, article, count }
}

function markedAs(mark: DossierMark | undefined): Omit<DossierMark, 'item'> {
  const { state = null, on = null, expiresOn = null, reason = '', note = '' } = mark ?? {}
  return { state, on, expiresOn, reason, note }
}

function producerOf({ producerKind: kind, representative, phone, address }: ReadRegistration['registration']) {
  return { kind, representative, phone, address }
}

function criteriaOf(app: AppContext, ruleSetId: string, setNumber: number | null): RegistrationDetail['criteria'] {
  const form = setNumber === null ? null : app.rules.criteriaSet(ruleSetId, setNumber)
  return form === null ? [] : listCriteria(form).map(({ criterion: { code, title } }) => ({ code, title }))
}

function isRenewedBy({ renewsCertificateId, renewsRecognitionId }: ReadRegistration['registration']) {
  return ({ kind, id }: { readonly kind: 'certificate' | 'recognition'; readonly id: number }) =>
    kind === 'certificate' ? id === renewsCertificateId : id === renewsRecognitionId
}

/** Keys that this program knows; a newer one may have kept others. */
function groundsIn(text: string): RegistrationDetail['grounds'] {
  const kept = JSON.parse(text) as readonly unknown[]
  return screeningGrounds.filter((ground) => kept.includes(ground))
}
