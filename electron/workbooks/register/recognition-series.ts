import { isDecision, isNumber, isStar, type SaidHead, type SaidTime } from './said-heads.ts'

/**
 * Of which recognition in a row a column is. `any`: of the one that there is, in force; `former`: a star of an earlier one of which
 * nothing else is said; `rival`: perhaps the star of the decision; `instead`: what stands where another column is left blank.
 */
export type HeadTime = SaidTime | 'former' | 'rival' | 'instead'

/** Columns that are taken for a row where others are left blank, else held against them. */
export type Instead = {
  /** `level`: of a council below; `plain`: nothing says that it is the former star. */
  readonly of: 'level' | 'plain'
  readonly columns: ReadonlyMap<'star' | 'score', number>
}

export type RecognitionTimes = {
  readonly of: (column: number) => HeadTime
  /** The years that headings say of the former and of the latter. */
  readonly years: { readonly first: number | null; readonly second: number | null }
  /** Columns with a former star that has neither decision nor year. */
  readonly formers: readonly number[]
  /** In the order in which they are asked. */
  readonly instead: readonly Instead[]
}

/** What is found of columns so far. */
export type Found = {
  readonly times: Map<number, HeadTime>
  instead: readonly Instead[]
  years: RecognitionTimes['years']
}

/** `Năm 2022 | Năm 2025` over a star each, or more than two of `Lần 3`: the newest two are read, what is older is held against them. */
export function readSeries(said: readonly SaidHead[], found: Found, of: 'year' | 'place'): boolean {
  const { times } = found
  const all = [...new Set(said.filter(isStar).flatMap((one) => one[of] ?? []))].toSorted((a, b) => b - a)
  const [second, first] = all
  if (second === undefined || first === undefined || (of === 'place' && second < 3)) return false
  for (const one of said) {
    if (one[of] !== null) times.set(one.column, one[of] === second ? 'second' : one[of] === first ? 'first' : 'rival')
  }
  const isOneDecision = said.filter(isDecision).every((one) => one[of] === null)
  if (isOneDecision) for (const { column } of said.filter(isDecision)) times.set(column, 'second')
  if (of === 'year') found.years = { first, second }
  return true
}

/** A decision of each level is a recognition each. */
export function readLevelsOfDecisions(said: readonly SaidHead[], { times }: Found): boolean {
  const levels = levelsOf(said.filter(isNumber))
  const [second, first] = levels
  if (second === undefined || first === undefined) return false
  for (const { column, level } of said) {
    if (level !== null) times.set(column, level === second ? 'second' : level === first ? 'first' : 'rival')
  }
  return true
}

/** Of the results of several levels the highest's is the one that was recognised. @returns the columns that are not below it */
export function readLevels(said: readonly SaidHead[], found: Found): readonly SaidHead[] {
  const below = (['star', 'score'] as const).flatMap((field) => {
    const own = said.filter((one) => one.field === field)
    const [highest = 0] = levelsOf(own)
    return own.filter(({ level }) => level !== null && level < highest)
  })
  for (const { column } of below) found.times.set(column, 'instead')
  found.instead = levelsOf(below).map((of) => ({
    of: 'level',
    columns: columnsOf(below.filter(({ level }) => level === of)),
  }))
  return said.filter((one) => !below.includes(one))
}

const levelsOf = (said: readonly SaidHead[]): readonly number[] =>
  [...new Set(said.flatMap(({ level }) => level ?? []))].toSorted((a, b) => b - a)

const columnsOf = (said: readonly SaidHead[]): Instead['columns'] =>
  new Map(
    said.toReversed().flatMap(({ field, column }) => (field === 'star' || field === 'score' ? [[field, column]] : [])),
  )
