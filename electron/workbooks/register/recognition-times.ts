import {
  readLevels,
  readLevelsOfDecisions,
  readSeries,
  type Found,
  type HeadTime,
  type Instead,
  type RecognitionTimes,
} from './recognition-series.ts'
import {
  isDate,
  isDecision,
  isNumber,
  isStar,
  isYear,
  readSaidHeads,
  timeOfAny,
  type HeadsInput,
  type SaidHead,
  type SaidTime,
} from './said-heads.ts'

/**
 * Which columns go together: one star and one decision are one recognition whatever words of time stand over them; a star before
 * and one after are two, each with the decision of its own words, and a decision alone is the latter's.
 */
export function readTimes(input: HeadsInput): RecognitionTimes {
  const said = readSaidHeads(input)
  const found: Found = { times: new Map(said.map(({ column, time }) => [column, time])), instead: [], years: noYears }
  const isSeries = readSeries(said, found, 'year') || readSeries(said, found, 'place')
  if (!isSeries && !readLevelsOfDecisions(said, found)) {
    const left = readLevels(said, found)
    readWords(resolveStandings(left, found), found)
  }
  const { times } = found
  return {
    of: (column) => times.get(column) ?? timeOfAny(input.heads.get(column) ?? ''),
    years: found.years,
    formers: said.flatMap(({ column, field }) => (field === 'star' && times.get(column) === 'former' ? [column] : [])),
    instead: found.instead,
  }
}

const noYears: RecognitionTimes['years'] = { first: null, second: null }

/** `Hạng đã công nhận`, `Hạng hiện tại` are the former star beside one to which the product was raised. */
function resolveStandings(said: readonly SaidHead[], { times }: Found): readonly SaidHead[] {
  const stars = said.filter(isStar)
  const hasFirst = said.some(({ time }) => time === 'first')
  const hasSecond = stars.some(({ time }) => time === 'second')
  const hasNew = stars.some(({ time, isAgain }) => time === 'second' && !isAgain)
  const isOther = stars.some(({ time, standing }) => time === 'any' && standing !== 'recognised')
  return said.flatMap((one) => {
    if (one.standing === null || one.time !== 'any') return [one]
    const isFormer = one.standing === 'recognised' ? hasSecond : hasNew && !hasFirst
    if (isFormer) {
      times.set(one.column, 'first')
      return [{ ...one, time: 'first' as const }]
    }
    if (one.standing === 'now' || !isStar(one) || !isOther) return [one]
    times.set(one.column, 'rival')
    return []
  })
}

function readWords(all: readonly SaidHead[], found: Found): void {
  const said = withoutFirstDays(all, found)
  if (said.every(({ time }) => time === 'any')) return
  if (areTwo(said)) readTwo(said, found)
  else readOne(said, found)
}

/** When a product was first recognised, beside a decision with a number, is no recognition of its own where nothing else is said of it. */
function withoutFirstDays(said: readonly SaidHead[], { times }: Found): readonly SaidHead[] {
  const first = of(said, 'first')
  const isDayAlone = first.every((one) => isDecision(one) && !isNumber(one))
  if (!isDayAlone || !said.some(isNumber) || !said.some((one) => isDate(one) && one.time !== 'first')) return said
  for (const { column } of first) times.set(column, 'former')
  return said.filter((one) => !first.includes(one))
}

const of = (said: readonly SaidHead[], time: SaidTime): readonly SaidHead[] => said.filter((one) => one.time === time)

/** Whether two decisions stand in a row: by words of both, or the same part twice. */
function areTwo(said: readonly SaidHead[]): boolean {
  const decisions = said.filter(isDecision)
  const [first, second, any] = [of(decisions, 'first'), of(decisions, 'second'), of(decisions, 'any')]
  if (first.length > 0 && second.length > 0) return true
  const timed = [...first, ...second]
  // A year beside a decision of other words is another one's: its number, or its day, may have them alone.
  if (timed.length > 0 && timed.every(isYear) && any.length > 0) return true
  if ([isNumber, isDate, isYear].some((part) => any.some(part) && timed.some(part))) return true
  const areBefore = said.some((one) => isStar(one) && one.time === 'first')
  const areAfter = said.some((one) => isStar(one) && one.time === 'second')
  return areBefore && areAfter && any.filter(isNumber).length > 1
}

/** One decision: it is the latter star's, unless all its words say that it is the former's. */
function readOne(said: readonly SaidHead[], found: Found): void {
  const decisions = said.filter(isDecision)
  const stars = said.filter(isStar)
  const [first, second, any] = [of(stars, 'first'), of(stars, 'second'), of(stars, 'any')]
  const isFormers = decisions.length > 0 && decisions.every(({ time }) => time === 'first')
  if (isFormers && first.length > 0 && second.length + any.length > 0) return
  for (const { column } of decisions) found.times.set(column, 'any')
  for (const same of Map.groupBy(
    said.filter((one) => !isDecision(one)),
    ({ field }) => field,
  ).values()) {
    const hasLatter = same.some(({ time }) => time !== 'first')
    for (const { column, time } of same) {
      if (time !== 'any') found.times.set(column, hasLatter && time === 'first' ? 'former' : 'any')
    }
  }
  if (second.length > 0) found.instead = readStarsOfOne({ first, second, any }, { decisions, found })
}

type OneDecision = { readonly decisions: readonly SaidHead[]; readonly found: Found }

/** A star between which and the latter the decision stands may be the decision's all the same. */
function readStarsOfOne(
  { first, second, any }: Readonly<Record<SaidTime, readonly SaidHead[]>>,
  { decisions, found: { times, ...found } }: OneDecision,
): readonly Instead[] {
  const isBetween = (star: SaidHead) =>
    decisions.length > 0 &&
    decisions.every(
      ({ time, column }) => time === 'any' && star.column < column && second.every((one) => column < one.column),
    )
  for (const { column } of first.filter(isBetween)) times.set(column, 'rival')
  // Beside a former star and a latter it is the one in force.
  const plain = any.find(({ standing }) => (standing === 'now') === first.length > 0)
  for (const { column } of any) times.set(column, 'rival')
  if (plain === undefined) return found.instead
  if (first.length === 0 && isBetween(plain)) {
    times.set(plain.column, 'any')
    for (const { column } of second) times.set(column, 'rival')
    return found.instead
  }
  times.set(plain.column, 'instead')
  return [...found.instead, { of: 'plain', columns: new Map([['star', plain.column]]) }]
}

/** Two decisions: what no word of time stands over belongs to the one that lacks it. */
function readTwo(said: readonly SaidHead[], { times }: Found): void {
  const decisions = said.filter(isDecision)
  const [first, second, any] = [of(decisions, 'first'), of(decisions, 'second'), of(decisions, 'any')]
  if (first.length === 0 && second.length === 0) inOrder(said, times)
  else if (first.length === 0)
    giveTo(
      'first',
      said.filter((one) => !isDecision(one)),
      times,
    )
  else if (second.length === 0) giveTo('second', said, times)
  else for (const { column, field } of any) times.set(column, sideOf({ column, field }, { first, second }))
}

/** What no word of time stands over, and stands beside one of the other time. */
function giveTo(time: 'first' | 'second', said: readonly SaidHead[], times: Map<number, HeadTime>): void {
  const other = time === 'first' ? 'second' : 'first'
  for (const [field, same] of Map.groupBy(said, (one) => one.field)) {
    const plain = same.find((one) => one.time === 'any' && one.standing !== 'now')
    const isOther = isDecision({ field }) || of(same, other).length > 0
    if (plain !== undefined && isOther && of(same, time).length === 0) times.set(plain.column, time)
  }
}

type Sides = { readonly first: readonly SaidHead[]; readonly second: readonly SaidHead[] }

/** That of the nearest part to the left which lacks it, else the other; neither where both have it. */
function sideOf({ column, field }: Pick<SaidHead, 'column' | 'field'>, { first, second }: Sides): HeadTime {
  const lacks = (side: readonly SaidHead[]) => side.every((one) => one.field !== field)
  const left = [...first, ...second].filter((one) => one.column < column).toSorted((a, b) => b.column - a.column)
  const nearest = left[0]?.time ?? 'first'
  const [own, other] = nearest === 'second' ? [second, first] : [first, second]
  if (lacks(own)) return nearest
  return lacks(other) ? (nearest === 'second' ? 'first' : 'second') : 'rival'
}

/** The same words twice beside two stars: in the order of the stars. */
function inOrder(said: readonly SaidHead[], times: Map<number, HeadTime>): void {
  const stars = said.filter((one) => isStar(one) && one.time !== 'any').toSorted((a, b) => a.column - b.column)
  const [left = 'first'] = stars.map(({ time }) => time)
  const right = left === 'first' ? 'second' : 'first'
  const parts = Map.groupBy(said.filter(isDecision), ({ field }) => field)
  for (const same of parts.values()) {
    if (same.length < 2) continue
    same.forEach(({ column }, index) => times.set(column, index === 0 ? left : index === 1 ? right : 'rival'))
  }
}
