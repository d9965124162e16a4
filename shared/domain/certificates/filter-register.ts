import { quarterOf } from '../calendar/quarter.ts'
import { certificateStates, type CertificateState } from './clock.ts'
import type { placesOf, RegisterEntry, RegisterPlace } from './register.ts'
import { soundYears } from './sound-years.ts'
import { isAskedFor } from './validity.ts'

export type RegisterFilter = {
  /** Left out: all but the superseded; `lapsed` are those too that may be prolonged yet. */
  readonly state?: CertificateState | undefined
  readonly recognisedIn?: number | undefined
  readonly lapsesIn?: number | undefined
  /** The quarter in which it ends, `2026-4`. */
  readonly quarter?: string | undefined
  readonly star?: number | undefined
  /** A key of `places`. */
  readonly place?: string | undefined
}

export type FilteredRegister = {
  /** In the order in which they came. */
  readonly entries: readonly RegisterEntry[]
  /** How many there would be of each, were only the other filters set. */
  readonly counts: {
    readonly state: Readonly<Record<CertificateState, number>>
    readonly recognisedIn: readonly YearCount[]
    readonly lapsesIn: readonly YearCount[]
    readonly star: readonly { readonly star: number; readonly count: number }[]
    /** Of those found: a year of theirs is none of which a register can tell, and stands in neither list of years. */
    readonly farYears: number
  }
  readonly places: readonly RegisterPlace[]
}

export type YearCount = { readonly year: number; readonly count: number }

type Places = ReturnType<typeof placesOf>

/** What each entry says of one thing, as the place of it among all that is said. */
type Column<Value> = { readonly values: readonly Value[]; readonly codes: Uint32Array }

/**
 * A register with what it is filtered and counted by in columns beside its entries: a key in its field asks tens of thousands,
 * which lie all over the memory.
 */
export type RegisterColumns = ReturnType<typeof registerColumns>

/** @param places of all the entries, or of more */
export function registerColumns(entries: readonly RegisterEntry[], places: Places) {
  const district = new Map<string, Map<string, { readonly keys: readonly string[] }>>()
  const keysIn = (entry: RegisterEntry) => {
    const communes = district.get(entry.district) ?? new Map<string, { readonly keys: readonly string[] }>()
    const known = communes.get(entry.commune) ?? { keys: places.keysOf(entry) }
    district.set(entry.district, communes.set(entry.commune, known))
    return known
  }
  return {
    entries,
    labels: places.labels,
    state: columnOf(entries, ({ state }) => state),
    recognisedIn: columnOf(entries, ({ recognisedIn }) => recognisedIn),
    lapsesIn: columnOf(entries, ({ lapseYear }) => lapseYear),
    quarter: columnOf(entries, ({ lapsesOn }) => (lapsesOn === null ? null : quarterOf(lapsesOn))),
    star: columnOf(entries, ({ star }) => star),
    place: columnOf(entries, keysIn),
  }
}

function columnOf<Value>(entries: readonly RegisterEntry[], said: (entry: RegisterEntry) => Value): Column<Value> {
  const places = new Map<Value, number>()
  const codes = Uint32Array.from(entries, (entry) => {
    const value = said(entry)
    const place = places.get(value) ?? places.size
    places.set(value, place)
    return place
  })
  return { values: [...places.keys()], codes }
}

type Found = {
  /** Of the entries. */
  readonly day: string
  /** By the place of each entry: those that were found otherwise; left out for all. */
  readonly found?: Uint8Array | undefined
}

/** Those that the filter keeps, of all that were found otherwise. */
export function filterRegister(
  register: RegisterColumns,
  filter: RegisterFilter,
  { day, found }: Found,
): FilteredRegister {
  const { state, recognisedIn, lapsesIn, star, place } = register
  const filters = filtersOf(register, filter)
  const counted = { state: countsOf(state), recognisedIn: countsOf(recognisedIn), lapsesIn: countsOf(lapsesIn) }
  const stars = countsOf(star)
  const { first, last } = soundYears(day)
  const isFar = (year: number | null) => year !== null && (year < first || year > last)
  const [farRecognised, farLapsing] = [recognisedIn, lapsesIn].map(({ values }) => values.map(isFar))
  const seen = new Uint8Array(place.values.length)
  const entries: RegisterEntry[] = []
  let farYears = 0
  for (let at = 0; at < register.entries.length; at += 1) {
    if (found !== undefined && found[at] === 0) continue
    seen[place.codes[at] ?? 0] = 1
    const missed = missedBy(filters, at)
    if (missed === 'none') {
      const entry = register.entries[at]
      if (entry !== undefined) entries.push(entry)
      if (farRecognised?.[recognisedIn.codes[at] ?? 0] === true || farLapsing?.[lapsesIn.codes[at] ?? 0] === true)
        farYears += 1
    }
    if (missed === 'none' || missed === 'state') countUp(counted.state, state, at)
    if (missed === 'none' || missed === 'recognisedIn') countUp(counted.recognisedIn, recognisedIn, at)
    if (missed === 'none' || missed === 'lapsesIn') countUp(counted.lapsesIn, lapsesIn, at)
    if (missed === 'none' || missed === 'star') countUp(stars, star, at)
  }
  const soundOf = (column: Column<number | null>, counts: Uint32Array) =>
    sortedCounts(column, counts).filter(({ year }) => !isFar(year))
  const countOf = (asked: CertificateState) =>
    state.values.reduce((sum, one, code) => sum + (isAskedFor(one, asked) ? (counted.state[code] ?? 0) : 0), 0)
  return {
    entries,
    counts: {
      state: Object.fromEntries(certificateStates.map((one) => [one, countOf(one)])) as Record<
        CertificateState,
        number
      >,
      recognisedIn: soundOf(recognisedIn, counted.recognisedIn),
      lapsesIn: soundOf(lapsesIn, counted.lapsesIn),
      star: sortedCounts(star, stars).map(({ year, count }) => ({ star: year, count })),
      farYears,
    },
    places: placesAmong(register, seen),
  }
}

type Name = keyof RegisterFilter

/** What a filter keeps of a column, by the places of its values. */
type SetFilter = { readonly name: Name; readonly codes: Uint32Array; readonly keeps: readonly boolean[] }

function filtersOf(register: RegisterColumns, filter: RegisterFilter): readonly SetFilter[] {
  const keeping = <Value>(
    name: Name,
    { values, codes }: Column<Value>,
    isKept: (value: Value) => boolean,
  ): SetFilter => ({ name, codes, keeps: values.map(isKept) })
  const { state, recognisedIn, lapsesIn, quarter, star, place } = filter
  const isKeptState = (one: CertificateState) => (state === undefined ? one !== 'superseded' : isAskedFor(one, state))
  return [
    keeping('state', register.state, isKeptState),
    recognisedIn === undefined ? null : keeping('recognisedIn', register.recognisedIn, (one) => one === recognisedIn),
    lapsesIn === undefined ? null : keeping('lapsesIn', register.lapsesIn, (one) => one === lapsesIn),
    quarter === undefined ? null : keeping('quarter', register.quarter, (one) => one === quarter),
    star === undefined ? null : keeping('star', register.star, (one) => one === star),
    place === undefined ? null : keeping('place', register.place, ({ keys }) => keys.includes(place)),
  ].filter((one) => one !== null)
}

/** The one filter that keeps an entry out; `none` for one that is found, `several` for one that more than one keep out. */
function missedBy(filters: readonly SetFilter[], at: number): Name | 'none' | 'several' {
  let missed: Name | 'none' | 'several' = 'none'
  for (const { name, codes, keeps } of filters) {
    if (keeps[codes[at] ?? 0] !== true) missed = missed === 'none' ? name : 'several'
  }
  return missed
}

const countsOf = ({ values }: Column<unknown>): Uint32Array => new Uint32Array(values.length)

function countUp(counts: Uint32Array, { codes }: Column<unknown>, at: number): void {
  const code = codes[at] ?? 0
  counts[code] = (counts[code] ?? 0) + 1
}

/** What is said at all, in its order. */
function sortedCounts({ values }: Column<number | null>, counts: Uint32Array): readonly YearCount[] {
  return values
    .flatMap((year, code) => (year === null || counts[code] === 0 ? [] : [{ year, count: counts[code] ?? 0 }]))
    .toSorted((a, b) => a.year - b.year)
}

/** By their labels. */
function placesAmong({ place, labels }: RegisterColumns, seen: Uint8Array): readonly RegisterPlace[] {
  const keys = new Set(place.values.flatMap((one, code) => (seen[code] === 1 ? one.keys : [])))
  return [...keys]
    .flatMap((key) => {
      const label = labels.get(key)
      return label === undefined ? [] : [{ key, label }]
    })
    .toSorted((a, b) => byLabel.compare(a.label, b.label))
}

const byLabel = new Intl.Collator('vi')
