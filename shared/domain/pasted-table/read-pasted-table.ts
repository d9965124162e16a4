import { headKey, proposeFields, type Headings } from '../columns/propose-fields.ts'
import { parseClipboard } from '../columns/parse-clipboard.ts'
import { asideKind, type AsideKind } from './aside-rows.ts'
import { normaliseInput, withoutHidden } from '../vietnamese/normalise-input.ts'
import type { CellFault, FieldOf, PastedField, PastedFields, ValueOf } from './pasted-field.ts'

export type PastedColumn<Field> = {
  /** 0-based in the block. */
  readonly place: number
  /** Its words; empty where the block has no head. */
  readonly head: string
  /** The first thing that it says. */
  readonly sample: string
  /** As proposed; null for none. */
  readonly field: Field | null
}

/** A block of cells as it was copied from a spreadsheet. */
export type PastedTable<Field extends string> = {
  readonly hasHead: boolean
  /** Its columns want a person's look: no words head them, or one that says nothing known looks like a field that is none's. */
  readonly isUnsure: boolean
  readonly columns: readonly PastedColumn<Field>[]
  /** Below the head, without blank ones; `line`: 1-based in the block. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  /** Between and below them, what heads, sums or signs them. */
  readonly asides: readonly PastedAside[]
}

export type PastedAside = {
  readonly line: number
  readonly words: string
  readonly kind: AsideKind
  readonly cells: readonly string[]
}

/**
 * Reads a copied block against the fields of a table: which row is its head, if any (a title may stand above it), and which
 * column says which field: by its heading, else by what all its cells look like, else by the order of the fields.
 */
export function readPastedTable<Fields extends PastedFields>(
  text: string,
  fields: Fields,
): PastedTable<FieldOf<Fields>> {
  const block = parseClipboard(withoutHidden(text))
    .map((cells, index) => ({ line: index + 1, cells: cells.map(normaliseInput) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const known = knownHeadings(fields)
  const head = findHead(block, known)
  const under = head === null ? block : block.slice(head + 1)
  const isNumbered = under.some(({ cells: [first = ''] }) => /^\d{1,3}[.)]?$/.test(first))
  const below = under.map((row) => ({ ...row, kind: asideKind(row.cells, { isNumbered }) }))
  const rows = below.filter(({ kind }) => kind === null).map(({ line, cells }) => ({ line, cells }))
  const asides = below.flatMap(({ line, cells, kind }) =>
    kind === null ? [] : [{ line, words: cells.filter((cell) => cell !== '').join(' '), kind, cells }],
  )
  const heads = head === null ? [] : (block[head]?.cells ?? [])
  const width = Math.max(...block.map(({ cells }) => cells.length), 0)
  const places = Array.from({ length: width }, (_, place) => place)
  const cellsAt = (place: number) =>
    rows.map(({ cells }) => cells[place] ?? '').filter((cell) => cell !== '' && spreadsheetFault(cell) === null)
  const columns = places.map((place) => ({ place, head: heads[place] ?? '', cells: cellsAt(place) }))
  const proposed =
    head === null
      ? columns.map(() => null)
      : proposeHeads(
          columns.map((column) => column.head),
          known,
        )
  const assigned = byLooks(columns, proposed, fields)
  const final = head === null ? byOrder(columns, assigned, fields) : assigned
  return {
    hasHead: head !== null,
    isUnsure: head === null || hasLikely(columns, final, fields),
    columns: columns
      .map((column, index) => ({
        place: column.place,
        head: column.head,
        sample: column.cells[0] ?? '',
        field: final[index] ?? null,
      }))
      .filter(({ head: words, sample }) => words !== '' || sample !== ''),
    rows,
    asides,
  }
}

/** The block with rows that a person says are its things after all. */
export function takeAsides<Field extends string>(
  table: PastedTable<Field>,
  taken: ReadonlySet<number>,
): PastedTable<Field> {
  if (taken.size === 0) return table
  const back = table.asides.filter(({ line }) => taken.has(line)).map(({ line, cells }) => ({ line, cells }))
  const rows = [...table.rows, ...back].toSorted((one, other) => one.line - other.line)
  return { ...table, rows, asides: table.asides.filter(({ line }) => !taken.has(line)) }
}

/** What a row of a block says of the fields of its columns; a blank cell says nothing. */
export type PastedRow<Fields extends PastedFields> = {
  readonly line: number
  readonly values: { readonly [Field in FieldOf<Fields>]?: ValueOf<Fields[Field]> }
  readonly faults: readonly CellFaultAt<FieldOf<Fields>>[]
}

export type CellFaultAt<Field> = { readonly field: Field; readonly found: string; readonly why: CellFault }

/** The rows of a block by its columns' fields. */
export function readPastedRows<Fields extends PastedFields>(
  { columns, rows }: PastedTable<FieldOf<Fields>>,
  fields: Fields,
): readonly PastedRow<Fields>[] {
  return rows.map(({ line, cells }) => {
    const said = columns.flatMap(({ place, field }) => {
      const found = cells[place] ?? ''
      return field === null || found === '' ? [] : [{ field, found, reading: readCell(fields, field, found) }]
    })
    return {
      line,
      values: Object.fromEntries(
        said.flatMap(({ field, reading }) => ('value' in reading ? [[field, reading.value]] : [])),
      ) as PastedRow<Fields>['values'],
      faults: said.flatMap(({ field, found, reading }) =>
        'fault' in reading ? [{ field, found, why: reading.fault }] : [],
      ),
    }
  })
}

function readCell<Fields extends PastedFields>(fields: Fields, field: FieldOf<Fields>, cell: string) {
  const fault = spreadsheetFault(cell)
  if (fault !== null) return { fault }
  return (fields[field] as PastedFields[string]).read(cell)
}

/** What a spreadsheet shows instead of what a cell says: a fault of it, a formula as a text, a number too wide for its column. */
function spreadsheetFault(cell: string): CellFault | null {
  if (cell.startsWith('=')) return 'formula'
  return /^#(?:N\/A|DIV\/0!|GETTING_DATA|[A-Z]+[!?]|#+)$/i.test(cell) ? 'spreadsheet-fault' : null
}

type Block = readonly { readonly cells: readonly string[] }[]
type ReadColumn = { readonly place: number; readonly head: string; readonly cells: readonly string[] }

/** A title and its notes are no more than these. */
const rowsAboveHead = 6

type Known<Field extends string> = {
  readonly headings: Headings<Field>
  readonly refuses: (head: string, field: Field) => boolean
  readonly things: readonly (NonNullable<PastedField<unknown>['ofThing']> & { readonly field: Field })[]
}

function knownHeadings<Fields extends PastedFields>(fields: Fields): Known<FieldOf<Fields>> {
  const named = Object.entries(fields).map(([key, field]) => ({ ...field, field: key as FieldOf<Fields> }))
  return {
    headings: named.map(({ field, heads }) => [field, heads] as const),
    refuses: (head, field) => named.find((one) => one.field === field)?.refuses?.(head) === true,
    things: named.flatMap(({ field, ofThing }) => (ofThing === undefined ? [] : [{ field, ...ofThing }])),
  }
}

/** A field for each heading: the thing that it names goes before what its words say; no field twice. */
function proposeHeads<Field extends string>(
  heads: readonly string[],
  { headings, refuses, things }: Known<Field>,
): readonly (Field | null)[] {
  const sure = heads.map((head) => (head === '' ? undefined : things.find(({ isHead }) => isHead(head))?.field) ?? null)
  const others = headings.filter(([field]) => !sure.includes(field))
  const unsure = heads.map((head, place) => (sure[place] === null ? head : ''))
  const proposed = proposeFields(unsure, { headings: others, remembered: new Map(), refuses })
  const all = proposed.map(({ field }, place) => sure[place] ?? field)
  return all.map((field, place) => (all.indexOf(field) === place ? field : null))
}

/** The row whose cells head the most fields: at least two of them, or the only one that there is. */
function findHead<Field extends string>(block: Block, known: Known<Field>): number | null {
  let [found, most]: [number | null, number] = [null, 0]
  for (const [index, { cells }] of block.slice(0, rowsAboveHead).entries()) {
    const words = cells.filter((cell) => cell !== '')
    const count = proposeHeads(words, known).filter((field) => field !== null).length
    // What fills a table says a field here and there; what heads it says most of them.
    const isMostlyHeads = count >= 2 && count * 2 >= words.length
    const isHead =
      words.length === 1
        ? isHeading(words[0] ?? '', known)
        : (isMostlyHeads || headsFigures(cells, block.slice(index + 1), known)) &&
          !words.some(isFigure) &&
          !isPair(words, known)
    if (isHead && count > most) [found, most] = [index, count]
  }
  return found
}

const isHeading = <Field extends string>(word: string, { headings }: Known<Field>): boolean =>
  headings.some(([, heads]) => heads.some((one) => headKey(one) === headKey(word)))

/** One heading in use, no figures, and a column of figures below words of its own: the others are headings that nobody knows. */
function headsFigures<Field extends string>(cells: readonly string[], below: Block, known: Known<Field>): boolean {
  if (below.length === 0 || cells.some((cell) => /\d/.test(cell)) || !cells.some((cell) => isHeading(cell, known)))
    return false
  return cells.some((cell, place) => {
    const under = below.map((row) => row.cells[place] ?? '').filter((one) => one !== '')
    return cell !== '' && !isHeading(cell, known) && under.length > 0 && under.every((one) => /^\d/.test(one))
  })
}

/** A head has things of one side; a row that names one of each says something of the two. */
function isPair<Field extends string>(words: readonly string[], { things }: Known<Field>): boolean {
  const sides = words.flatMap((word) => things.find(({ isHead }) => isHead(word))?.side ?? [])
  return new Set(sides).size > 1
}

const isFigure = (cell: string): boolean => /^\d+([.,]\d+)?$/.test(cell)

/** A field whose cells are unmistakable takes a column of which no heading said anything, or one that yields to it. */
function byLooks<Field extends string>(
  columns: readonly ReadColumn[],
  proposed: readonly (Field | null)[],
  fields: PastedFields,
): readonly (Field | null)[] {
  return Object.entries(fields).reduce<readonly (Field | null)[]>(
    (assigned, [key, { looks, isMostly = false, hasAlike }]) => {
      if (looks === undefined || assigned.includes(key as Field)) return assigned
      const having = (isEnough: (count: number, all: number) => boolean): number => {
        const looksSo = columns.map(({ cells }) => isEnough(cells.filter((cell) => looks(cell)).length, cells.length))
        const likely = columns.filter((_column, index) => assigned[index] === null && looksSo[index])
        const isMeant = hasAlike !== true || (likely.length === 1 && likely[0]?.head === '')
        const free = isMeant && likely[0] !== undefined ? columns.indexOf(likely[0]) : -1
        const yields = (own: Field | null) => own !== null && fields[own]?.yieldsTo === key
        return free >= 0 ? free : assigned.findIndex((own, index) => yields(own) && looksSo[index])
      }
      const whole = having((count, all) => all > 0 && count === all)
      const place = whole >= 0 || !isMostly ? whole : having((count, all) => count * 2 > all)
      return place < 0 ? assigned : assigned.with(place, key as Field)
    },
    proposed,
  )
}

/** Whether most cells of a column that is nobody's look like a field that no column is of. */
function hasLikely<Field extends string>(
  columns: readonly ReadColumn[],
  final: readonly (Field | null)[],
  fields: PastedFields,
): boolean {
  const open = Object.entries(fields).filter(([key]) => !final.includes(key as Field))
  return columns.some(
    ({ cells }, index) =>
      final[index] === null &&
      open.some(
        ([, { looks }]) => looks !== undefined && cells.filter((cell) => looks(cell)).length * 2 > cells.length,
      ),
  )
}

/** Columns of text are the fields of text in their order; one that counts the rows is none. */
function byOrder<Field extends string>(
  columns: readonly ReadColumn[],
  assigned: readonly (Field | null)[],
  fields: PastedFields,
): readonly (Field | null)[] {
  const waiting = Object.entries(fields)
    .filter(([key, { looks }]) => looks === undefined && !assigned.includes(key as Field))
    .map(([key]) => key as Field)
  return columns.map(({ cells }, index) => {
    const own = assigned[index] ?? null
    const isText = cells.some((cell) => /\p{L}{2}/u.test(cell))
    return own ?? (isText ? (waiting.shift() ?? null) : null)
  })
}
