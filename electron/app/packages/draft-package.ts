import { Refusal } from '../../../shared/api/refusal.ts'
import type { PackageDown, PackageUp } from '../../../shared/api/package-data.ts'
import type { PackageSource } from '../../../shared/api/packages.ts'
import { outcomeOf } from '../../../shared/domain/session/outcome.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listSessionCertificates } from '../../db/queries/documents-certificates.ts'
import { listLiveRegisterRows, type RegisterRow } from '../../db/queries/documents.ts'
import { listIssuedPapers } from '../../db/queries/issued-papers.ts'
import { findPackage, listPackageItems, readProducers } from '../../db/queries/packages.ts'
import { readAgendaItems } from '../../db/queries/sessions.ts'
import { authorityOf } from '../../documents/authority.ts'
import { issueCode } from '../../documents/issue.ts'
import { requireFound } from '../commit.ts'
import { eventOf } from '../documents/register-entries.ts'
import { buildSessionRecord } from '../sessions/session-record.ts'
import { packageResult, packageSession } from './gather-result.ts'

type WithoutPapers<Data> = Omit<Data, 'papers'>

/** What a package says, with this file's product of each row and the papers that can go with it. */
export type Drafted = {
  readonly record: SessionRecord
  readonly office: string
  readonly data: WithoutPapers<PackageUp> | WithoutPapers<PackageDown>
  readonly productIds: ReadonlyMap<number, number>
  readonly papers: readonly KeptPaper[]
}

/** `seq`: of the event under which its PDF is kept; null where it is not. */
export type KeptPaper = {
  readonly id: number
  readonly kind: string
  readonly code: string
  readonly issuedOn: string
  readonly seq: number | null
  readonly size: number
}

/**
 * Gathers a package of a locked session. Nothing of it is written.
 *
 * @throws Refusal `session-not-locked`, `nothing-to-send`, `not-found`
 */
export function draftPackage(db: ReadDb, source: PackageSource): Drafted {
  const record = buildSessionRecord(db, source.sessionId)
  if (record.session.state !== 'closed') throw new Refusal('session-not-locked')
  const rows = listLiveRegisterRows(db, source.sessionId)
  const gathered = source.kind === 'up' ? gatherUp(db, record) : gatherDown(db, { record, source, rows })
  if (gathered.data.products.length === 0) throw new Refusal('nothing-to-send')
  return { record, office: authorityOf(record).body, ...gathered, papers: rows.map((row) => keptPaper(db, row)) }
}

/** The products that go up: with a mean from the threshold on (QĐ 26/2026/QĐ-TTg, Điều 7 khoản 3 điểm e). */
function gatherUp(db: ReadDb, record: SessionRecord): Pick<Drafted, 'data' | 'productIds'> {
  const items = record.items.filter(({ result }) => result.isReferred)
  const agenda = new Map(
    readAgendaItems(
      db,
      items.map(({ id }) => id),
    ).map((row) => [row.id, row]),
  )
  const numbered = items.map((item, place) => ({ item, row: place + 1, agenda: requireFound(agenda.get(item.id)) }))
  const producers = readProducers(
    db,
    numbered.map(({ agenda: { productId } }) => productId),
  )
  const products = numbered.map(({ item, row, agenda: { productId, dossierStatus, dossierNote, samplesReceived } }) => {
    const { code, productName, application, commune, district, producerName, producerKind } = item
    const { representative, phone, address } = requireFound(producers.get(productId))
    return {
      row,
      code,
      name: productName,
      application,
      commune,
      district,
      producer: { name: producerName, kind: producerKind, representative, phone, address },
      dossier: { status: dossierStatus, note: dossierNote, samples: samplesReceived },
      result: packageResult(item, record),
    }
  })
  return {
    data: { kind: 'up', session: packageSession(record), products },
    productIds: new Map(numbered.map(({ row, agenda: { productId } }) => [row, productId])),
  }
}

type ToAnswer = {
  readonly record: SessionRecord
  readonly source: Extract<PackageSource, { kind: 'down' }>
  readonly rows: readonly RegisterRow[]
}

/** The results of what came in a package, and the rows of it that were not taken in. */
function gatherDown(db: ReadDb, { record, source, rows }: ToAnswer): Pick<Drafted, 'data' | 'productIds'> {
  const asked = requireFound(findPackage(db, source.packageId))
  if (asked.direction !== 'received' || asked.kind !== 'up') throw new Refusal('not-found')
  const asks = listPackageItems(db, asked.id)
  const agenda = readAgendaItems(
    db,
    record.items.map(({ id }) => id),
  )
  const itemOf = new Map(agenda.map(({ id, productId }) => [productId, record.items.find((item) => item.id === id)]))
  const answered = asks.flatMap(({ row, productId, state }) => {
    const item = productId === null || state !== 'taken' ? undefined : itemOf.get(productId)
    return item === undefined || productId === null ? [] : [{ row, productId, item }]
  })
  const decision = rows.find(({ kind }) => kind === 'decision') ?? null
  const certificates = new Map(listSessionCertificates(db, record.session.id).map((one) => [one.agendaItemId, one]))
  const products = answered.map(({ row, item }) => {
    const certificate = certificates.get(item.id)
    return {
      row,
      name: item.productName,
      producer: item.producerName,
      result: packageResult(item, record),
      decision: isRecognised(item, record) && decision !== null ? decisionOf(decision, record) : null,
      certificate:
        certificate === undefined
          ? null
          : { code: issueCode(certificate), issuedOn: certificate.issuedOn, expiresOn: certificate.expiresOn },
    }
  })
  const refused = asks.flatMap(({ row, state, reason }) => (state === 'refused' ? [{ row, reason }] : []))
  return {
    data: { kind: 'down', answers: asked.uid, session: packageSession(record), products, refused },
    productIds: new Map(answered.map(({ row, productId }) => [row, productId])),
  }
}

const isRecognised = (item: ItemRecord, record: SessionRecord): boolean => outcomeOf(item, record).kind === 'recognised'

const decisionOf = (row: RegisterRow, record: SessionRecord) => ({
  code: issueCode(row),
  issuedOn: row.issuedOn,
  issuer: authorityOf(record).issuer,
})

/** A paper that was numbered, with the event under which its PDF is kept as it was issued. */
function keptPaper(db: ReadDb, row: RegisterRow): KeptPaper {
  const event = eventOf(db, row)
  const pdf = event === null ? undefined : listIssuedPapers(db, event.seq).find(({ format }) => format === 'pdf')
  const { id, kind, issuedOn } = row
  const kept = { seq: pdf === undefined ? null : (event?.seq ?? null), size: pdf?.size ?? 0 }
  return { id, kind, code: issueCode(row), issuedOn, ...kept }
}
