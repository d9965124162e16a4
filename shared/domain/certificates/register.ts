import { placeKey } from '../register/name-keys.ts'
import { evaluatedAgainOn, type EvaluatedAgain, type Evaluations } from './evaluated-again.ts'
import { certificateStates, clockOn, termOf, type CertificateLaw, type CertificateState, type Term } from './clock.ts'

/** What one recognition says that the register is ordered and filtered by. */
export type RecognitionFact = {
  /** A certificate of this file's own session, or a recognition that an office's list tells of. */
  readonly source: 'session' | 'list'
  /** Of the certificate or of the list's recognition. */
  readonly id: number
  readonly productId: number
  readonly star: number | null
  /** ISO date, or null. */
  readonly decisionDate: string | null
  readonly decisionYear: number | null
  readonly validUntil: string | null
  /** The day of the decision that withdraws it, which may be yet to come; left out where there is none. */
  readonly withdrawnOn?: string | undefined
  readonly commune: string
  readonly district: string
}

export type RegisterEntry = RecognitionFact &
  Term &
  EvaluatedAgain & { readonly state: CertificateState; readonly recognisedIn: number | null }

/**
 * The register on a day: each recognition with its state. Of a product's recognitions the latest decides and the others are
 * superseded; one that a list tells of with the day of a certificate of this file is that certificate, and left out. A
 * certificate that moved on recognises nothing: it is to be seen to until a later recognition stands, and so is a decision of
 * which no list says the star. What is decided after the day is not in force on it, and what stands until then stays. One that a
 * decision withdraws is withdrawn from that day on, and nothing that was decided until then stands in its place, whenever a list
 * told of it.
 *
 * @param moved ids of certificates of this file that rest on what is so no more.
 */
export function readRegisterOn(
  facts: readonly RecognitionFact[],
  { day, ruleSets, moved, evaluations }: RegisterOn,
): readonly RegisterEntry[] {
  const latest = new Map<number, RecognitionFact>()
  const isMoved = ({ source, id }: RecognitionFact) => source === 'session' && moved.has(id)
  const own = new Set(facts.filter((fact) => fact.source === 'session' && !isMoved(fact)).map(sameDecision))
  const isOwn = (fact: RecognitionFact) => fact.decisionDate !== null && own.has(sameDecision(fact))
  const told = own.size === 0 ? facts : facts.filter((fact) => fact.source === 'session' || !isOwn(fact))
  const isToCome = (fact: RecognitionFact) => decidedOn(fact) > day.slice(0, decidedOn(fact).length)
  const isWithdrawn = ({ withdrawnOn }: RecognitionFact) => withdrawnOn !== undefined && withdrawnOn <= day
  const lastDay = (fact: RecognitionFact) => (isWithdrawn(fact) ? (fact.withdrawnOn ?? '') : decidedOn(fact))
  const isLater = (one: RecognitionFact, other: RecognitionFact) => {
    const [a, b] = [lastDay(one), lastDay(other)]
    return a === b ? one.source === other.source && one.id > other.id : a > b
  }
  for (const fact of told) {
    if (isMoved(fact) || fact.star === null || isToCome(fact)) continue
    const before = latest.get(fact.productId)
    if (before === undefined || isLater(fact, before)) latest.set(fact.productId, fact)
  }
  // Few days and many recognitions: when those of one day end, and how they stand, is found once.
  const states = new Map<string, CertificateState>()
  const terms = new Map<string, Term>()
  return told.map((fact) => {
    const recognised = `${fact.validUntil} ${fact.decisionDate} ${fact.decisionYear}`
    const term = terms.get(recognised) ?? termOf(fact, ruleSets)
    terms.set(recognised, term)
    const ofProduct = evaluations?.get(fact.productId)
    const again = ofProduct === undefined ? {} : evaluatedAgainOn(ofProduct, { recognised: { ...fact, ...term }, day })
    const key = `${term.lapsesOn} ${term.lapseYear} ${again.filedOn === undefined} ${again.failedOn === undefined}`
    const state = states.get(key) ?? clockOn({ term, day, ruleSets, again }).state
    states.set(key, state)
    const recognisedIn = fact.decisionDate === null ? fact.decisionYear : Number(fact.decisionDate.slice(0, 4))
    const standing = latest.get(fact.productId)
    const isLatest = standing === undefined || !isLater(standing, fact)
    const doubted = isMoved(fact) ? 'review' : isToCome(fact) ? 'to-come' : fact.star === null ? 'starless' : null
    const own = isWithdrawn(fact) ? 'withdrawn' : (doubted ?? state)
    const stands = doubted === null ? standing === fact : isLatest
    return { ...fact, ...term, ...again, recognisedIn, state: stands ? own : 'superseded' }
  })
}

type RegisterOn = {
  readonly day: string
  readonly ruleSets: readonly CertificateLaw[]
  readonly moved: ReadonlySet<number>
  /** By the id of their product; left out where the file knows none. */
  readonly evaluations?: ReadonlyMap<number, Evaluations>
}

const sameDecision = ({ productId, decisionDate }: RecognitionFact): string => `${productId} ${decisionDate}`

/** A day is later than its year alone. */
const decidedOn = ({ decisionDate, decisionYear }: RecognitionFact): string =>
  decisionDate ?? String(decisionYear ?? '')

/** A district, or a commune by its own name and its district's. */
export type RegisterPlace = { readonly key: string; readonly label: string }

type Placed = Pick<RegisterEntry, 'commune' | 'district'>

/** What else a place is called: its commune of today, null where it is that one. */
export type PlaceNames = (place: Placed) => { readonly commune: string } | null

/**
 * The places of the register, however they are spelt; the first spelling names them. Keys: of the district, of the commune, and
 * of the commune that it is today, under which those that stand under its name already are found too.
 */
export function placesOf(all: Iterable<Placed>, nowOf: PlaceNames = () => null) {
  const keys = new Map<string, readonly string[]>()
  const labels = new Map<string, string>()
  const keysOf = ({ commune, district }: Placed): readonly string[] => keys.get(`${district}|${commune}`) ?? []
  for (const { commune, district } of all) {
    if (keys.has(`${district}|${commune}`)) continue
    const districtKey = `${placeKey(district)}/`
    const communeKey = `${districtKey}${placeKey(commune)}`
    if (district !== '' && !labels.has(districtKey)) labels.set(districtKey, district)
    if (commune !== '' && !labels.has(communeKey)) {
      labels.set(communeKey, district === '' ? commune : `${commune}, ${district}`)
    }
    const now = commune === '' ? null : nowOf({ commune, district })
    const nowKey = now === null ? communeKey : `/${placeKey(now.commune)}`
    if (now !== null) labels.set(nowKey, now.commune)
    keys.set(`${district}|${commune}`, [districtKey, communeKey, nowKey])
  }
  return { labels, keysOf }
}

const ranks = new Map(certificateStates.map((state, rank) => [state, rank]))

/** The most pressing first, each state by the day that it ends on: keys are made once, not for every comparison. */
export function byPressure(entries: readonly RegisterEntry[]): readonly RegisterEntry[] {
  return entries
    .map((entry) => ({ entry, end: Number((entry.lapsesOn ?? `${entry.lapseYear ?? 9999}1232`).replaceAll('-', '')) }))
    .toSorted(
      (a, b) =>
        (ranks.get(a.entry.state) ?? 0) - (ranks.get(b.entry.state) ?? 0) ||
        a.end - b.end ||
        a.entry.productId - b.entry.productId ||
        a.entry.id - b.entry.id,
    )
    .map(({ entry }) => entry)
}
