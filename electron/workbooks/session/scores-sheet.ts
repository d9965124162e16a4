import { listCells, writeCell } from '../../../shared/domain/ballot/read-cell.ts'
import type { CaseCode, CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria, type FormCriterion } from '../../../shared/domain/criteria/form.ts'
import type { BallotChoices } from '../../../shared/domain/scoring/types.ts'
import type { CellModel, ListModel, SheetModel } from '../xlsx/write-xlsx.ts'
import { cellLooks, count, plain, text } from './cell-looks.ts'
import type { ColumnTitle, scoreColumns } from './layout.ts'
import { titledSheet } from './titled-sheet.ts'

/** Columns before those of the points. */
type FixedColumn = keyof typeof scoreColumns

type ScoresSheet = {
  readonly name: string
  /** Those that it has, in their order, each with its width in characters. */
  readonly widths: Readonly<Partial<Record<FixedColumn, number>>>
  readonly columns: Readonly<Record<FixedColumn, ColumnTitle>>
  /** By the titles of their columns. */
  readonly scorers: readonly string[]
  readonly lines: readonly ScoresLine[]
}

/** What one criterion of a product got in one round. */
export type ScoresLine = {
  readonly item: ScoredItem
  readonly round: number
  readonly place: FormCriterion
  /** The chosen option of each who scored. */
  readonly choices: ReadonlyMap<string, number | null>
}

type ScoredItem = { readonly code: string; readonly productName: string; readonly criteriaCase: CaseCode | null }

/** Points of products, criteria down and who scored across: only their cells take input, and offer what the form allows. */
export function scoresSheet({ name, widths, columns, scorers, lines }: ScoresSheet): SheetModel {
  const fixed = Object.keys(widths) as FixedColumn[]
  const left = fixed.length + 1
  const right = fixed.length + scorers.length
  const offered = lines.map(({ item: { criteriaCase }, place: { criterion } }) =>
    listCells({ criterion, criteriaCase }),
  )
  return titledSheet({
    name,
    columns: [
      ...fixed.map((column) => ({ title: columns[column].title, width: widths[column] ?? 12 })),
      ...scorers.map((title) => ({ title, width: Math.max(8, title.length + 2) })),
    ],
    frozenColumns: fixed.length,
    rows: lines.map((line, index) => {
      const style = offered[index]?.some((value) => value.includes('/')) === true ? cellLooks.openText : cellLooks.open
      const points = scorers.map((scorer): CellModel => ({ value: pointsOf(line, scorer), style }))
      return [...fixed.map((column) => fixedCells[column](line)), ...points]
    }),
    isLocked: true,
    lists: offered.flatMap((values, index): readonly ListModel[] => {
      const prompt = `Điểm của mức đã chọn: ${values.join('; ')}. Để trống nếu chưa chấm.`
      return scorers.length === 0 ? [] : [{ top: index + 2, bottom: index + 2, left, right, values, prompt }]
    }),
  })
}

type LinesOf = {
  readonly item: ScoredItem
  readonly form: CriteriaSet
  readonly round: number
  /** `scorer`: the title of a column. */
  readonly ballots: readonly { readonly scorer: string; readonly choices: BallotChoices }[]
}

/** A product's lines in form order. */
export function linesOf({ item, form, round, ballots }: LinesOf): readonly ScoresLine[] {
  return listCriteria(form).map((place) => ({
    item,
    round,
    place,
    choices: new Map(ballots.map(({ scorer, choices }) => [scorer, choices[place.index] ?? null])),
  }))
}

/** Plain points as a number, which a spreadsheet adds up. */
export function writeChoice(cell: Parameters<typeof writeCell>[0]): number | string | null {
  const written = writeCell(cell)
  if (written === '') return null
  return written.includes('/') ? written : Number(written)
}

const pointsOf = ({ item: { criteriaCase }, place: { criterion }, choices }: ScoresLine, scorer: string) =>
  writeChoice({ criterion, criteriaCase, choice: choices.get(scorer) ?? null })

const fixedCells = {
  product: ({ item }) => text(item.code),
  name: ({ item }) => text(item.productName),
  round: ({ round }) => count(round),
  criterion: ({ place }) => text(place.criterion.code),
  title: ({ place }) => plain(place.criterion.title),
  max: ({ place }) => count(place.criterion.max),
} as const satisfies Readonly<Record<FixedColumn, (line: ScoresLine) => CellModel>>
