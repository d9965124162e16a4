import type { RegisteredCertificate } from '../../../shared/api/certificate-register.ts'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import type { CertificateState } from '../../../shared/domain/certificates/clock.ts'
import { placesOf } from '../../../shared/domain/certificates/register.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { readProducersOf } from '../../db/queries/certificate-register.ts'
import { findProducer } from '../../db/queries/products.ts'
import { listYear } from '../../db/queries/registrations.ts'
import type { LapsingListFacts } from '../../documents/office-papers/lapsing-list.ts'
import type { ReassessmentFacts } from '../../documents/office-papers/reassessment-invitation.ts'
import type { RegisteredListFacts } from '../../documents/office-papers/registered-list.ts'
import { requireFound } from '../commit.ts'
import { placedOn } from '../communes/communes-today.ts'
import { readCertificatesOn } from '../register/certificates.ts'
import { createDossierLaw } from '../registrations/read-dossiers.ts'

type OnDay = { readonly day: string; readonly year: number }

/** The certificates that a list makes known: of each product the one that decides, unless nothing rests on it any more. */
export function readAnnounced(
  app: AppContext,
  db: ReadDb,
  { day, year, by }: OnDay & Pick<LapsingListFacts, 'by'>,
): readonly RegisteredCertificate[] {
  const filter = by === 'lapse' ? { lapsesIn: year } : { recognisedIn: year }
  return readCertificatesOn(app, db, { day, ...filter })
    .filter(({ state }) => announced.includes(state))
    .map(placedOn<RegisteredCertificate>(db, day))
}

const announced: readonly CertificateState[] = [
  'grace',
  'prolonged',
  'closing',
  'window-open',
  'missed',
  'lapsing',
  'in-force',
  'lapsed',
  'unknown',
]

/** The products registered for a year by that day, by place, producer and name; without those that were withdrawn by then. */
export function readRegisteredProducts(
  app: AppContext,
  db: ReadDb,
  { day, year, by }: OnDay & { readonly by: 'district' | 'commune' },
): Pick<RegisteredListFacts, 'by' | 'rows'> {
  const standing = listYear(db, year).filter(
    ({ filedOn, withdrawnOn }) => (filedOn ?? '') <= day && (withdrawnOn === null || withdrawnOn > day),
  )
  const lawOf = createDossierLaw(app)
  const named = placedOn<{ readonly commune: string; readonly district: string }>(db, day)
  const certificates = new Map(readCertificatesOn(app, db, { day }).map((one) => [one.productId, one]))
  const rows = standing.map((registration) => {
    const { productName, code, producerName, producerKind, district, application, round, setNumber } = registration
    const { ruleSet } = lawOf(registration)
    const certificate = certificates.get(registration.productId)
    return {
      productName,
      code,
      producerName,
      producerKind,
      ...named({ commune: registration.commune === '' ? registration.productCommune : registration.commune, district }),
      application,
      round,
      setName: setNumber === null ? '' : (app.rules.criteriaSet(ruleSet.id, setNumber)?.name ?? ''),
      star: certificate?.star ?? null,
      lapsesOn: certificate?.lapsesOn ?? null,
    }
  })
  const { labels, keysOf } = placesOf(rows)
  const placed = rows.map((row) => ({ ...row, place: labels.get(keysOf(row)[by === 'district' ? 0 : 1] ?? '') ?? '' }))
  return { by, rows: placed.toSorted(inOrder) }
}

/** Those of a producer's certificates that are asked for, as they stood on the day. @throws Refusal `not-found` */
export function readInvitation(
  db: ReadDb,
  {
    producerId,
    certificates,
  }: Pick<Extract<OfficePaper, { kind: 'reassessment-invitation' }>, 'producerId' | 'certificates'>,
  all: readonly RegisteredCertificate[],
): Pick<ReassessmentFacts, 'producer' | 'rows'> {
  const producer = requireFound(findProducer(db, producerId))
  const asked = all.filter((one) => certificates.some(({ source, id }) => source === one.source && id === one.id))
  const producers = readProducersOf(
    db,
    asked.map(({ productId }) => productId),
  )
  return { producer: producer.name, rows: asked.filter(({ productId }) => producers.get(productId) === producerId) }
}

type Row = RegisteredListFacts['rows'][number]

/** Places that nobody said come last. */
function inOrder(one: Row, other: Row): number {
  const later = Number(one.place === '') - Number(other.place === '')
  const byName = (key: 'place' | 'producerName' | 'productName') => one[key].localeCompare(other[key], 'vi')
  return later || byName('place') || byName('producerName') || byName('productName')
}
