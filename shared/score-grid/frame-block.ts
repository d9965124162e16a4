import { headKey } from '../domain/columns/propose-fields.ts'

/** Cells of a copied block. */
export type Block = readonly (readonly string[])[]

/** What the words around the points of a block may name. */
export type FrameWords = {
  /** For each column of the grid from the left, how it may be called: code, name. */
  readonly columns: readonly (readonly string[])[]
  /** For each row of the grid from the top. */
  readonly criteria: readonly { readonly code: string; readonly title: string }[]
}

/** The points of a block without the words around them, and where each belongs. */
export type FramedBlock = {
  readonly points: Block
  /** For each column of `points`, its column of the grid, null for one that is none of them; null where no head names one. */
  readonly columns: readonly (number | null)[] | null
  /** For each row of `points`, its row of the grid, null for one that is none of them; null where no words name one. */
  readonly rows: readonly (number | null)[] | null
  /** `none`: points alone. `named`: its words say where they belong. `unknown`: there are words that say nothing known. */
  readonly words: 'none' | 'named' | 'unknown'
}

/** Above a block stand a title and its head, no more. */
const mostHeads = 6

/**
 * Tells the heads of a block and the columns before its points, as a sheet of points has them, from the points; and by them
 * where the points belong. What it does not have is left to where the block is pasted.
 */
export function frameBlock(block: Block, { columns, criteria }: FrameWords): FramedBlock {
  const codes = new Map(criteria.map(({ code }, row) => [code, row]))
  const titles = new Map(criteria.map(({ title }, row) => [headKey(title), row]))
  const before = labelColumns(block, codes)
  const labels = block.map((cells) => cells.slice(0, before))
  const points = block.map((cells) => cells.slice(before))
  const heads = headRows(block, points)
  if (before === 0 && heads === 0) return { points: block, columns: null, rows: null, words: 'none' }

  const rowOf = (cells: readonly string[]): number | null => {
    const named = cells.map((cell) => codes.get(codeOf(cell)) ?? titles.get(headKey(cell)))
    return named.find((row) => row !== undefined) ?? null
  }
  const rows = onlyOnce(labels.slice(heads).map(rowOf))
  const known = columns.map((names) => new Set(names.map(headKey).filter((key) => key !== '')))
  const width = Math.max(0, ...points.map(({ length }) => length))
  const named = points.slice(0, heads).map((head) =>
    onlyOnce(
      Array.from({ length: width }, (_, place) => {
        const found = known.findIndex((names) => partsOf(head[place] ?? '').some((part) => names.has(headKey(part))))
        return found < 0 ? null : found
      }),
    ),
  )
  const at = named.findLast((head) => head.some((column) => column !== null)) ?? null
  const hasRows = rows.some((row) => row !== null)
  const isNamed = (at !== null || heads === 0) && (hasRows || before === 0)
  return {
    points: points.slice(heads),
    columns: at,
    rows: hasRows ? rows : null,
    words: isNamed ? 'named' : 'unknown',
  }
}

/** How many columns from the left say which criterion a row is, with those before them, which may number the rows. */
function labelColumns(block: Block, codes: ReadonlyMap<string, number>): number {
  const width = Math.max(0, ...block.map(({ length }) => length))
  const isLabel = (place: number): boolean => {
    const filled = block.map((cells) => (cells[place] ?? '').trim()).filter((cell) => cell !== '')
    const coded = filled.filter((cell) => codes.has(codeOf(cell)))
    // `1`, `2` are points before they are codes.
    const hasCodes = coded.some((cell) => cell.includes('.'))
    const said = filled.filter((cell) => isWords(cell) || (hasCodes && coded.includes(cell)))
    // One word alone is a mistake among points; a code is none.
    return (filled.length > 1 || hasCodes) && said.length * 2 > filled.length
  }
  const places = Array.from({ length: width }, (_, place) => place)
  // Words behind the points are remarks.
  const firstOfPoints = places.findIndex(
    (place) => !isLabel(place) && !places.slice(place + 1, place + 3).some(isLabel),
  )
  return firstOfPoints < 0 ? 0 : firstOfPoints
}

/** How many rows from the top have words and no points. */
function headRows(block: Block, points: Block): number {
  const isHead = (row: number): boolean =>
    (block[row] ?? []).some(isWords) && !(points[row] ?? []).some((cell) => isPoints(cell))
  const first = block.findIndex((_cells, row) => !isHead(row))
  const heads = first < 0 ? 0 : first
  // Without points below it is a block of words, which the grid says of each cell.
  return heads <= mostHeads && points.slice(heads).some((cells) => cells.some(isPoints)) ? heads : 0
}

const isWords = (cell: string): boolean => /\p{L}.*\p{L}|^\p{L}{1,4}[-. ]?\d{1,3}$/u.test(cell.trim())
const isPoints = (cell: string): boolean => /^\d/.test(cell.trim())

/** `1.1. Nguồn gốc sản phẩm` → `1.1`. */
const codeOf = (cell: string): string => /^\s*(\d+(?:\.\d+)*)\.?(?=[\s:–-]|$)/u.exec(cell)?.[1] ?? ''

/** A head may have a code and a name, one below the other. */
const partsOf = (head: string): readonly string[] => [head, ...head.split(/[\r\n]+/), ...head.split(/\s[-–·]\s/)]

/** A criterion or a member that is named twice is meant the first time: a sum below it bears its name too. */
const onlyOnce = (places: readonly (number | null)[]): readonly (number | null)[] =>
  places.map((place, at) => (place !== null && places.indexOf(place) === at ? place : null))
