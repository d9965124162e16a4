import { namedIn, type PairColumn, type PairFields, type PairSide, type PairSides } from './pair-fields.ts'
import type { CellFault } from './pasted-field.ts'
import type { CellFaultAt, PastedRow } from './read-pasted-table.ts'

export type PairField = keyof PairFields<unknown> & string

export type PastedPair<Item, Other, Said> = {
  readonly item: Item
  readonly other: Other
  readonly said: Said
  /** Empty for none. */
  readonly reason: string
}

/** What a pasted row does to the pairs that it names. */
export type PlannedPairs<Item, Other, Change> = {
  readonly line: number
  /** What the row is about; null where nobody knows. */
  readonly of:
    | { readonly kind: 'item'; readonly thing: Item }
    | { readonly kind: 'other'; readonly thing: Other }
    | null
  /** In the row's own words. */
  readonly words: string
  readonly faults: readonly CellFaultAt<PairField>[]
  readonly changes: readonly Change[]
}

type PlanInput<Item, Other, Said, Change> = {
  readonly rows: readonly PastedRow<PairFields<Said>>[]
  readonly sides: PairSides<Item, Other, Said>
  /** What a row says that names a pair and nothing else; null where it has to say something. */
  readonly usual: Said | null
  /** What a pair would change: null for nothing, or why it cannot be. */
  readonly settle: (pair: PastedPair<Item, Other, Said>) => Change | { readonly fault: CellFault } | null
}

/** What a pasted table of pairs would do: a row that is wrong at one cell does nothing; a pair is said once. */
export function planPairs<Item, Other, Said, Change extends object>({
  rows,
  sides,
  usual,
  settle,
}: PlanInput<Item, Other, Said, Change>): readonly PlannedPairs<Item, Other, Change>[] {
  // A column of which no cell is understood is a thing's all the same.
  const isCross = rows.some(({ values, faults }) =>
    [...Object.keys(values), ...faults.map(({ field }) => field)].some(isColumn),
  )
  const seen = new Set<string>()
  return rows.map((row) => {
    const { of, words, faults, cells } = isCross ? readCross(row, sides) : readList(row, sides, usual)
    const settled = cells.map(({ field, ...pair }) => {
      const key = `${sides.item.keyOf(pair.item)} ${sides.other.keyOf(pair.other)}`
      const outcome = seen.has(key) ? { fault: 'twice' as const } : settle(pair)
      seen.add(key)
      return { field, outcome }
    })
    const wrong = settled.flatMap(({ field, outcome }) =>
      outcome !== null && 'fault' in outcome ? [{ field, found: '', why: outcome.fault }] : [],
    )
    const all = [...faults, ...wrong]
    const changes = settled.flatMap(({ outcome }) => (outcome === null || 'fault' in outcome ? [] : [outcome]))
    return { line: row.line, of, words, faults: all, changes: all.length > 0 ? [] : changes }
  })
}

type Cell<Item, Other, Said> = PastedPair<Item, Other, Said> & { readonly field: PairField }

type ReadRow<Item, Other, Said> = Pick<PlannedPairs<Item, Other, never>, 'of' | 'words' | 'faults'> & {
  readonly cells: readonly Cell<Item, Other, Said>[]
}

/** A row of one side, with a cell for each of the other. */
function readCross<Item, Other, Said>(
  { values, faults }: PastedRow<PairFields<Said>>,
  { item, other }: PairSides<Item, Other, Said>,
): ReadRow<Item, Other, Said> {
  const said = (Object.keys(values).filter(isColumn) as PairColumn[]).flatMap((field) => {
    const value = values[field]
    return value === undefined ? [] : [{ field, said: value.said, reason: value.reason || (values.reason ?? '') }]
  })
  const thing = <Thing>(side: PairSide<Thing>, key: string) => side.things.find((one) => side.keyOf(one) === key)
  const ofItems = said.flatMap((cell) => {
    const found = thing(item, cell.field)
    return found === undefined ? [] : [{ ...cell, item: found }]
  })
  const ofOthers = said.flatMap((cell) => {
    const found = thing(other, cell.field)
    return found === undefined ? [] : [{ ...cell, other: found }]
  })
  const { code = '', name = '', otherCode = '', otherName = '' } = values
  if (ofItems.length > 0) {
    // A list with products in its head says `Mã` of what stands in its rows.
    const named = otherCode + otherName === '' ? { code, name } : { code: otherCode, name: otherName }
    const own = findOne(other, named, namesOfOther)
    if ('fault' in own) return { of: null, words: own.words, faults: [...faults, own.fault], cells: [] }
    return {
      of: { kind: 'other', thing: own.found },
      words: own.words,
      faults,
      cells: ofItems.map((cell) => ({ ...cell, other: own.found })),
    }
  }
  const own = findOne(item, { code, name }, namesOfItem)
  // A row that marks nothing says nothing, whatever it is of: a line of sums, a signature.
  if ('fault' in own) {
    return { of: null, words: own.words, faults: said.length === 0 ? faults : [...faults, own.fault], cells: [] }
  }
  return {
    of: { kind: 'item', thing: own.found },
    words: own.words,
    faults,
    cells: ofOthers.map((cell) => ({ ...cell, item: own.found })),
  }
}

/** One row a pair, or several of one product that say the same. */
function readList<Item, Other, Said>(
  { values, faults }: PastedRow<PairFields<Said>>,
  { item, other }: PairSides<Item, Other, Said>,
  usual: Said | null,
): ReadRow<Item, Other, Said> {
  const { code = '', name = '', otherCode = '', otherName = '' } = values
  const own = findOne(item, { code, name }, namesOfItem)
  const parts =
    otherCode !== '' && otherName !== ''
      ? findBoth(other, { codes: otherCode, names: otherName })
      : otherCode !== ''
        ? namedIn(other, otherCode).map((part) => findOne(other, { code: part, name: '' }, namesOfOther))
        : namedIn(other, otherName).map((part) => findOne(other, { code: '', name: part }, namesOfOther))
  const said = values.said?.said ?? usual
  const unsaid: readonly CellFaultAt<PairField>[] =
    said === null && !faults.some(({ field }) => field === 'said') ? [{ field: 'said', found: '', why: 'missing' }] : []
  // A list may count its members otherwise; a word beside a name is no number, and says something that nobody understood.
  const isWord = otherName !== '' && otherCode !== '' && !/\d/.test(otherCode) && other.find(otherCode) === undefined
  const unknown: readonly CellFaultAt<PairField>[] = [
    ...[own, ...parts].flatMap((one) => ('fault' in one ? [one.fault] : [])),
    ...(isWord ? [{ field: 'otherCode' as const, found: otherCode, why: other.unknown }] : []),
  ]
  const reason = values.said?.reason || (values.reason ?? '')
  const cells = parts.flatMap((one) =>
    'fault' in one || 'fault' in own || said === null
      ? []
      : [{ item: own.found, other: one.found, said, reason, field: 'said' as const }],
  )
  return {
    of: 'fault' in own ? null : { kind: 'item', thing: own.found },
    words: own.words,
    faults: [...faults, ...unknown, ...unsaid],
    cells,
  }
}

type Found<Thing> = { readonly words: string } & (
  | { readonly found: Thing }
  | { readonly fault: CellFaultAt<PairField> }
)

type Names = { readonly code: PairField; readonly name: PairField }
const namesOfItem: Names = { code: 'code', name: 'name' }
const namesOfOther: Names = { code: 'otherCode', name: 'otherName' }

/** Who is named by code and by name: one, or as many codes as names in the same order. */
function findBoth<Thing>(
  side: PairSide<Thing>,
  { codes, names }: { readonly codes: string; readonly names: string },
): readonly Found<Thing>[] {
  const [ofCodes, ofNames] = [namedIn(side, codes), namedIn(side, names)]
  return ofCodes.length === ofNames.length
    ? ofNames.map((name, place) => findOne(side, { code: ofCodes[place] ?? '', name }, namesOfOther))
    : [findOne(side, { code: codes, name: names }, namesOfOther)]
}

function findOne<Thing>(
  side: PairSide<Thing>,
  { code, name }: { readonly code: string; readonly name: string },
  fields: Names,
): Found<Thing> {
  const words = [code, name].filter((part) => part !== '').join(' · ')
  const found = side.find(words) ?? (name === '' ? undefined : side.find(name))
  if (found !== undefined) return { words, found }
  const said = name === '' ? code : name
  return {
    words,
    fault: { field: name === '' ? fields.code : fields.name, found: said, why: said === '' ? 'missing' : side.unknown },
  }
}

const isColumn = (field: string): boolean => /^(item|other) /.test(field)
