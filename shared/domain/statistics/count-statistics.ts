import { appliesTo, statisticMeasures, type StatisticDimension, type StatisticMeasure } from './measures.ts'

/** That one product was registered, scored, sent up, recognised, or that its certificate ended; keys are '' where unknown. */
export type StatisticFact = Readonly<Record<Exclude<StatisticDimension, 'year'>, string>> & {
  readonly measure: StatisticMeasure
  readonly productId: number
  readonly year: number | null
  /** Of two facts of one product the one with the later word counts: an ISO day, or its year alone. */
  readonly at: string
}

export type StatisticCounts = {
  /** Products; null where the measure does not know what is asked, such as the star of a registration. */
  readonly measures: Readonly<Record<StatisticMeasure, number | null>>
  /** Of those recognised: by star, `''` for a list that named none. */
  readonly stars: Readonly<Record<string, number>>
}

export type StatisticRow = StatisticCounts & { readonly key: string }

export type StatisticsAsked = {
  readonly by: StatisticDimension
  /** Years, both inclusive; left out: all, also what has no year. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** Only what has that key. */
  readonly only?: Readonly<{ [Dimension in StatisticDimension]?: string | undefined }> | undefined
}

export type CountedStatistics = {
  readonly rows: readonly StatisticRow[]
  /** Each product once in all the years, so that it may be less than the years together. */
  readonly total: StatisticCounts
  /** Recognitions left out because nobody said of which year they are. */
  readonly withoutYear: number
}

/**
 * Counts products, each once a row and measure: of several facts of one product the latest says its star, place and kind.
 * By year a product counts in each year that has a fact of it, and a year of nothing between two others is a row as well:
 * a row of years without it would read as if they followed each other.
 *
 * @param order keys in the order of the rows; what is unknown comes last.
 */
export function countStatistics(
  facts: readonly StatisticFact[],
  { by, from, to, only = {} }: StatisticsAsked,
  order: readonly string[],
): CountedStatistics {
  const isRange = from !== undefined || to !== undefined
  const inRange = facts.filter(({ year }) =>
    year === null ? !isRange : (from ?? year) <= year && year <= (to ?? year),
  )
  const asked = Object.entries(only).filter(([, key]) => key !== undefined) as [StatisticDimension, string][]
  const known = statisticMeasures.filter((measure) => asked.every(([dimension]) => appliesTo(measure, dimension)))
  const kept = (fact: StatisticFact): boolean =>
    known.includes(fact.measure) && asked.every(([dimension, key]) => keyOf(fact, dimension) === key)
  const rows = new Map<string, Counting>()
  const ofRows = known.filter((measure) => appliesTo(measure, by))
  const once = latestOf(inRange, false)
  for (const fact of by === 'year' ? latestOf(inRange, true) : once) {
    if (!kept(fact) || !ofRows.includes(fact.measure)) continue
    const key = keyOf(fact, by)
    const row = rows.get(key) ?? emptyCounts(ofRows)
    rows.set(key, row)
    countIn(row, fact)
  }
  if (by === 'year')
    for (const year of yearsWithin(rows.keys())) if (!rows.has(year)) rows.set(year, emptyCounts(ofRows))
  const total = emptyCounts(known)
  for (const fact of once) if (kept(fact)) countIn(total, fact)
  const places = new Map(order.map((key, place) => [key, place]))
  const placeOf = (key: string): number => (key === '' ? Infinity : (places.get(key) ?? order.length))
  return {
    rows: [...rows]
      .map(([key, counts]) => ({ key, ...counts }))
      .toSorted((a, b) => (placeOf(a.key) === placeOf(b.key) ? 0 : placeOf(a.key) - placeOf(b.key))),
    total,
    withoutYear: isRange ? facts.filter(({ measure, year }) => measure === 'recognised' && year === null).length : 0,
  }
}

/** Of each product and measure the latest fact; with `isByYear` of each year the latest. */
function latestOf(facts: readonly StatisticFact[], isByYear: boolean): readonly StatisticFact[] {
  const latest = new Map<number, StatisticFact>()
  for (const fact of facts) {
    const place = fact.productId * statisticMeasures.length + statisticMeasures.indexOf(fact.measure)
    const key = isByYear ? place * 10_000 + (fact.year ?? 0) : place
    const before = latest.get(key)
    if (before === undefined || fact.at >= before.at) latest.set(key, fact)
  }
  return [...latest.values()]
}

/** From the first to the last of those years, without what has none. */
function yearsWithin(keys: Iterable<string>): readonly string[] {
  const years = [...keys].filter((key) => key !== '').map(Number)
  const first = Math.min(...years)
  return years.length === 0
    ? []
    : Array.from({ length: Math.max(...years) - first + 1 }, (_, place) => `${first + place}`)
}

const keyOf = (fact: StatisticFact, by: StatisticDimension): string =>
  by === 'year' ? String(fact.year ?? '') : fact[by]

type Counting = { measures: Record<StatisticMeasure, number | null>; stars: Record<string, number> }

function emptyCounts(known: readonly StatisticMeasure[]): Counting {
  const measures = statisticMeasures.map((measure) => [measure, known.includes(measure) ? 0 : null])
  return { measures: Object.fromEntries(measures) as Counting['measures'], stars: {} }
}

function countIn({ measures, stars }: Counting, { measure, star }: StatisticFact): void {
  measures[measure] = (measures[measure] ?? 0) + 1
  if (measure === 'recognised') stars[star] = (stars[star] ?? 0) + 1
}
