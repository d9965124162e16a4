import type { CountedPlaces, Statistics } from '../../../shared/api/statistics.ts'
import { placesOf, type PlaceNames } from '../../../shared/domain/certificates/register.ts'
import { isSoundYear } from '../../../shared/domain/certificates/sound-years.ts'
import { isAskedFor } from '../../../shared/domain/certificates/validity.ts'
import { productKey } from '../../../shared/domain/register/name-keys.ts'
import { proposeRuleSet } from '../../../shared/domain/rules/choose-rule-set.ts'
import {
  countStatistics,
  type StatisticFact,
  type StatisticsAsked,
} from '../../../shared/domain/statistics/count-statistics.ts'
import type { StatisticDimension } from '../../../shared/domain/statistics/measures.ts'
import type { NamedPlace } from '../../../shared/domain/communes/index-communes.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { readFormerPlaces, type StoodAt } from '../../db/queries/communes.ts'
import { loadSealedCriteriaSet } from '../../db/queries/sealed-files.ts'
import {
  listCertifiedItems,
  listCountedItems,
  listCountedOpinions,
  listCountedProducts,
  listCountedRegistrations,
  listLockedSessions,
  type CountedItem,
  type CountedProduct,
} from '../../db/queries/statistics.ts'
import { communesToday } from '../communes/communes-today.ts'
import { outcomesOf } from '../deadlines/session-outcomes.ts'
import { keptOf } from '../kept.ts'
import { lawNow, readEntries, type LawNow } from '../register/register-entries.ts'

/** The products of the file counted as asked, on the day that it is in Vietnam now. */
export function readStatistics(
  app: AppContext,
  db: ReadDb,
  { places = 'now', ...asked }: StatisticsAsked & { readonly places?: CountedPlaces | undefined },
): Statistics {
  const on = lawNow(app)
  const { facts, toReview, starless, farYears, labels, years } = keptOf(db, `statistics ${on.day} ${places}`, () =>
    gatherFacts(app, db, on, places),
  )
  const { rows, ...counted } = countStatistics(facts, asked, labels.order(asked.by))
  return {
    day: on.day,
    ...counted,
    rows: rows.map((row) => ({ ...row, label: labels.of(asked.by, row.key) })),
    years,
    districts: labels.order('district').map((key) => ({ key, label: labels.of('district', key) })),
    toReview,
    starless,
    farYears,
  }
}

function gatherFacts(app: AppContext, db: ReadDb, on: LawNow, countedPlaces: CountedPlaces) {
  const stood = readFormerPlaces(db, 'product')
  const products = listCountedProducts(db)
  const items = listCountedItems(db)
  const opinions = listCountedOpinions(db)
  const labels = labelsOf(app, on, {
    products,
    items: [...items, ...opinions],
    stood,
    nowOf: countedPlaces === 'now' ? communesToday(app, db) : null,
  })
  const keysOf = new Map(products.map((product) => [product.id, labels.keys(product, product.setNumber)]))
  const referred = referredItems(db)
  const itemsById = new Map(items.map((item) => [item.id, item]))
  const certified = new Map(listCertifiedItems(db).map((one) => [one.certificateId, itemsById.get(one.agendaItemId)]))
  const registrations = new Map<number, Map<number, string>>()
  const facts: StatisticFact[] = []
  const placedThen = (productId: number, at: string) => {
    const then = countedPlaces === 'now' ? undefined : stood.get(productId)?.find(({ untilDay }) => untilDay > at)
    return then === undefined ? {} : labels.place(then)
  }
  for (const { productId, year, application } of listCountedRegistrations(db)) {
    const keys = keysOf.get(productId)
    if (keys === undefined) continue
    const ofProduct = registrations.get(productId) ?? new Map<number, string>()
    registrations.set(productId, ofProduct.set(year, application))
    const placed = { ...keys, ...placedThen(productId, String(year)) }
    facts.push({ measure: 'registered', productId, year, at: String(year), ...placed, star: '', application })
  }
  const setOf = (item: CountedItem): number => loadSealedCriteriaSet(db, item.criteriaFileId).setNumber
  for (const item of items) {
    const { productId, year, heldOn: at, star, application } = item
    const traits = { ...labels.keys(item, setOf(item)), star: String(star), application }
    facts.push({ measure: 'scored', productId, year, at, ...traits })
    if (referred.has(item.id)) facts.push({ measure: 'referred', productId, year, at, ...traits })
  }
  for (const opinion of opinions) {
    const { productId, year, decidedOn: at, star } = opinion
    const traits = { ...labels.keys(opinion, opinion.setNumber), star: String(star), application: 'reassessment' }
    facts.push({ measure: 'scored', productId, year, at, ...traits })
  }
  const entries = readEntries(db, on)
  for (const entry of entries) {
    const { state, productId, recognisedIn: year, lapseYear } = entry
    const item = entry.source === 'session' ? certified.get(entry.id) : undefined
    const known = item === undefined ? keysOf.get(productId) : labels.keys(item, setOf(item))
    if (state === 'review' || state === 'to-come' || entry.star === null || known === undefined) continue
    const keys = item === undefined ? { ...known, ...labels.place(entry) } : known
    const star = String(entry.star)
    const application = item?.application ?? registrations.get(productId)?.get(year ?? 0) ?? ''
    const at = entry.decisionDate ?? String(year ?? '')
    facts.push({ measure: 'recognised', productId, year, at, ...keys, star, application })
    if (isAskedFor(state, 'lapsed'))
      facts.push({ measure: 'lapsed', productId, year: lapseYear, at, ...keys, star, application })
  }
  const isFar = ({ year }: StatisticFact) => year !== null && !isSoundYear(year, on.day)
  const years = new Set(facts.filter((fact) => !isFar(fact)).flatMap(({ year }) => year ?? []))
  return {
    // A slip of a list is no year: a hundred rows of nothing would stand between it and the others.
    facts: facts.map((fact) => (isFar(fact) ? { ...fact, year: null } : fact)),
    labels,
    toReview: entries.filter(({ state }) => state === 'review').length,
    starless: entries.filter(({ state }) => state === 'starless').length,
    farYears: facts.filter((fact) => fact.measure === 'recognised' && isFar(fact)).length,
    years: years.size === 0 ? null : { first: Math.min(...years), last: Math.max(...years) },
  }
}

/** The items of locked sessions that go up, by their ids. */
function referredItems(db: ReadDb): ReadonlySet<number> {
  const outcomes = listLockedSessions(db).flatMap((session) => [...outcomesOf(db, session).items])
  return new Set(outcomes.filter(([, kind]) => kind === 'sent-up').map(([id]) => id))
}

type Counted = {
  readonly products: readonly CountedProduct[]
  /** Of sessions and of rounds of written opinions. */
  readonly items: readonly Omit<CountedProduct, 'id' | 'setNumber'>[]
  readonly stood: ReadonlyMap<number, readonly StoodAt[]>
  /** Null where communes are counted as they were. */
  readonly nowOf: PlaceNames | null
}

/** The keys that things are counted under, what each is called, and in what order they are read. */
function labelsOf(app: AppContext, { day, ruleSets }: LawNow, { products, items, stood, nowOf }: Counted) {
  const places = placesOf([...products, ...items, ...[...stood.values()].flat()], nowOf ?? undefined)
  const law = proposeRuleSet(ruleSets, day)
  const sets = new Map(
    (law === undefined ? [] : app.rules.criteriaSets(law.id)).map(({ setNumber, sector, group = sector }) => [
      setNumber,
      { sector, group },
    ]),
  )
  const kinds = new Map<string, string>()
  const kindKeys = new Map<string, string>()
  for (const { kind } of [...products, ...items]) {
    if (kindKeys.has(kind)) continue
    const key = productKey(kind)
    kindKeys.set(kind, key)
    if (!kinds.has(key)) kinds.set(key, kind)
  }
  const inOrder = (labels: Iterable<readonly [key: string, label: string]>): readonly string[] =>
    [...labels].toSorted(([, a], [, b]) => a.localeCompare(b, 'vi', { numeric: true })).map(([key]) => key)
  const place = ({ commune, district }: NamedPlace): Pick<StatisticFact, 'district' | 'commune'> => {
    const [districtKey = '', communeKey = '', nowKey = communeKey] = places.keysOf({ commune, district })
    return { district: district === '' ? '' : districtKey, commune: commune === '' ? '' : nowKey }
  }
  const isDistrict = (key: string): boolean => key.endsWith('/')
  const orders: Readonly<Record<StatisticDimension, () => readonly string[]>> = {
    year: () => Array.from({ length: 301 }, (_, index) => String(1900 + index)),
    district: () => inOrder([...places.labels].filter(([key]) => isDistrict(key))),
    commune: () => inOrder([...places.labels].filter(([key]) => !isDistrict(key))),
    sector: () => [...new Set([...sets.values()].map(({ sector }) => sector))],
    group: () => [...new Set([...sets.values()].map(({ group }) => group))],
    star: () => ['5', '4', '3', '2', '1', '0'],
    kind: () => inOrder(kinds),
    application: () => ['new', 'upgrade', 'reassessment'],
  }
  return {
    place,
    order: (by: StatisticDimension) => orders[by](),
    of: (by: StatisticDimension, key: string): string => {
      if (by === 'district' || by === 'commune') return places.labels.get(key) ?? key
      return by === 'kind' ? (kinds.get(key) ?? key) : key
    },
    keys: (
      { commune, district, kind }: Omit<CountedProduct, 'id' | 'setNumber'>,
      setNumber: number | null,
    ): Pick<StatisticFact, 'district' | 'commune' | 'sector' | 'group' | 'kind'> => {
      const { sector, group } = sets.get(setNumber ?? 0) ?? { sector: '', group: '' }
      return {
        ...place({ commune, district }),
        sector,
        group,
        kind: kindKeys.get(kind) ?? '',
      }
    },
  }
}
