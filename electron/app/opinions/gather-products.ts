import type { CertificateRef } from '../../../shared/api/certificate-ref.ts'
import type { RegisteredCertificate } from '../../../shared/api/certificate-register.ts'
import type { OpinionCandidate, OpinionProducts } from '../../../shared/api/opinions.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { productOfRecognition } from '../../db/queries/certificate-register.ts'
import { listInUndecidedRounds, listSettledRegistrations, type NewWrittenProduct } from '../../db/queries/opinions.ts'
import { findProduct } from '../../db/queries/products.ts'
import { findRegistration, listYear, type RegisteredRow } from '../../db/queries/registrations.ts'
import { requireFound } from '../commit.ts'
import { readProductTimeline } from '../register/product-timeline.ts'
import { filingNotes } from '../registrations/filing-time.ts'
import { readDossiers, type ReadRegistration } from '../registrations/read-dossiers.ts'

/** Registrations to be evaluated again, of this year and the last, that no round or meeting has settled. */
export function listCandidates(app: AppContext, db: ReadDb): readonly OpinionCandidate[] {
  const year = Number(vietnamDay(app.clock.now()).slice(0, 4))
  const settled = new Set(listSettledRegistrations(db))
  const roundOf = new Map(listInUndecidedRounds(db).map(({ productId, round }) => [productId, round]))
  const registrations = [year, year - 1]
    .flatMap((one) => listYear(db, one))
    .filter((one) => isAgain(one) && !settled.has(one.id))
  const read = readDossiers(app, db, { registrations })
  const filing = filingNotes(app, db, read)
  return read.map(({ registration, reading }) => ({
    registrationId: registration.id,
    productId: registration.productId,
    year: registration.year,
    productName: registration.productName,
    producerName: registration.producerName,
    commune: registration.productCommune,
    district: registration.district,
    isComplete: reading.status === 'complete',
    filing: filing.get(registration.id) ?? null,
    inRound: roundOf.get(registration.productId) ?? '',
  }))
}

type ForRound = OpinionProducts & {
  readonly roundId: number
  /** Stars that its council's level recognises. */
  readonly stars: readonly number[]
}

/**
 * The products as a round keeps them. @throws Refusal `dossier-incomplete`, `not-reassessment`, `in-this-round`, `in-other-round`
 */
export function gatherProducts(
  app: AppContext,
  db: ReadDb,
  { roundId, stars, registrations, certificates }: ForRound,
): readonly NewWrittenProduct[] {
  const asked = [
    ...registrations.map((id) => fromRegistration(app, db, id)),
    ...certificates.map((ref) => fromCertificate(app, db, ref)),
  ]
  const seen = new Map(listInUndecidedRounds(db).map((one) => [one.productId, one]))
  return asked.map(({ productId, registrationId, former, completeOn }) => {
    const { code, name, commune, district, producerName } = requireFound(findProduct(db, productId))
    const other = seen.get(productId)
    if (other?.roundId === roundId) throw new Refusal('in-this-round', { name })
    if (other !== undefined) throw new Refusal('in-other-round', { name, round: other.round })
    seen.set(productId, { productId, roundId, round: '' })
    const star = former?.star ?? null
    return {
      roundId,
      productId,
      code,
      name,
      commune,
      district,
      producerName,
      registrationId,
      formerDecision: former?.decision ?? '',
      formerDecidedOn: former?.decisionDate ?? null,
      formerLapsesOn: former?.lapsesOn ?? null,
      formerStar: star,
      score: pointsOf(former?.score ?? ''),
      proposedStar: star !== null && stars.includes(star) ? star : null,
      advice: '',
      completeOn,
    }
  })
}

function fromRegistration(app: AppContext, db: ReadDb, id: number) {
  const registration = requireFound(findRegistration(db, id))
  const { productId, productName: name, renewsCertificateId, renewsRecognitionId } = registration
  if (!isAgain(registration)) throw new Refusal('not-reassessment', { name })
  const read = requireFound(readDossiers(app, db, { registrations: [registration] })[0])
  if (read.reading.status !== 'complete') throw new Refusal('dossier-incomplete', { name })
  const all = recognitionsOf(app, db, productId)
  const renewed = all.find(
    ({ source, id: own }) => own === (source === 'session' ? renewsCertificateId : renewsRecognitionId),
  )
  return { productId, registrationId: id, former: renewed ?? deciding(all), completeOn: completeOnOf(read) }
}

function fromCertificate(app: AppContext, db: ReadDb, ref: CertificateRef) {
  const productId = requireFound(productOfRecognition(db, ref))
  const former = recognitionsOf(app, db, productId).find(({ source, id }) => source === ref.source && id === ref.id)
  return { productId, registrationId: null, former, completeOn: null }
}

const isAgain = ({ application, withdrawnOn }: Pick<RegisteredRow, 'application' | 'withdrawnOn'>): boolean =>
  application === 'reassessment' && withdrawnOn === null

const recognitionsOf = (app: AppContext, db: ReadDb, productId: number): readonly RegisteredCertificate[] =>
  readProductTimeline(app, db, productId).events.flatMap((event) =>
    event.kind === 'recognised' ? [event.certificate] : [],
  )

const deciding = (all: readonly RegisteredCertificate[]): RegisteredCertificate | undefined =>
  all.findLast(({ state }) => state !== 'superseded')

/** As the registration says; else the day of the last paper that made it complete, that of filing where none is known. */
function completeOnOf({ registration, marks }: ReadRegistration): string | null {
  if (registration.completeOn !== null) return registration.completeOn
  const days = marks.flatMap(({ state, on }) => (state === 'received' && on !== null ? [on] : []))
  return days.toSorted().at(-1) ?? registration.filedOn
}

/** `68,50` as points; null for what is no number. */
function pointsOf(printed: string): number | null {
  const points = Number(printed.replace(',', '.'))
  return printed === '' || Number.isNaN(points) ? null : points
}
