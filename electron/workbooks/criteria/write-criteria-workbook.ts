import type {
  CriteriaPart,
  CriteriaSection,
  CriteriaSet,
  Criterion,
  CriterionOption,
  GateStar,
} from '../../../shared/domain/criteria/criteria-set.ts'
import { columnLetter } from '../../../shared/domain/column-letter.ts'
import { highestOf } from '../../../shared/domain/criteria/form.ts'
import { cellLooks, date, plain, text } from '../session/cell-looks.ts'
import { titleOf } from '../session/layout.ts'
import { writeXlsx, type CellModel, type CellStyle, type RowModel, type SheetModel } from '../xlsx/write-xlsx.ts'
import {
  criteriaSheets,
  factNames,
  formColumns,
  guideTexts,
  rowKinds,
  starMarks,
  statusWords,
  type FactKey,
  type FormColumn,
  type RowKind,
} from './layout.ts'

/** The workbook of a criteria set: laid out as its printed form, one row an option; `readCriteriaWorkbook` reads it back. */
export function writeCriteriaWorkbook({
  form,
  createdAt,
}: {
  form: CriteriaSet
  createdAt: Date
}): Promise<Uint8Array> {
  return writeXlsx({
    title: `Bộ tiêu chí số ${form.setNumber}`,
    createdAt,
    sheets: [formSheet(form), factsSheet(form), guideSheet],
  })
}

function factsSheet(form: CriteriaSet): SheetModel {
  const row = (key: FactKey, value: CellModel): RowModel => ({
    cells: [{ value: factNames[key], style: cellLooks.title }, value],
    height: 'fitted',
  })
  return {
    ...usual,
    name: criteriaSheets.facts,
    columns: [{ width: 26 }, { width: 110 }],
    rows: [
      row('id', text(form.id)),
      row('decision', text(form.decision)),
      row('effectiveFrom', date(form.effectiveFrom)),
      row('setNumber', plain(form.setNumber)),
      row('name', text(form.name)),
      row('sector', text(form.sector)),
      row('group', text(form.group ?? '')),
      row('status', text(titleOf(statusWords, form.status))),
      ...(form.rejectedIf ?? []).map((line) => row('rejectedIf', text(line))),
      ...(form.issues ?? []).map((line) => row('issues', text(line))),
    ],
    frozen: { rows: 0, columns: 1 },
  }
}

const guideSheet: SheetModel = {
  name: criteriaSheets.guide,
  columns: [{ width: 130 }],
  rows: guideTexts.map((line) => ({ cells: [plain(line)], height: 'fitted' })),
  frozen: { rows: 0, columns: 0 },
  titleRow: null,
  isLocked: false,
  lists: [],
}

const usual = { titleRow: null, isLocked: false, lists: [] } as const

const widths = {
  kind: 12,
  code: 9,
  text: 70,
  max: 9,
  points: 8,
  star: 9,
  case: 9,
  requirement: 30,
  knockout: 30,
  appliesOnlyIf: 24,
  note: 30,
  sum: 10,
  check: 10,
} as const satisfies Readonly<Record<FormColumn, number>>

const columns = Object.keys(formColumns) as readonly FormColumn[]
const letterOf = (column: FormColumn): string => columnLetter(columns.indexOf(column) + 1)

const bold = { ...cellLooks.plain, font: { ...cellLooks.plain.font, bold: true } } satisfies CellStyle
const boldCount = { ...cellLooks.count, font: bold.font } satisfies CellStyle
const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const
const looks = {
  part: fill('FFD9E2D5'),
  section: fill('FFEDF1EB'),
  total: fill('FFD9E2D5'),
} as const

/** A row that is not yet at its place: what it says, and the rows below that add up to its maximum. */
type Line = {
  readonly kind: RowKind
  readonly said: Partial<Readonly<Record<FormColumn, string | number>>>
  /** So many rows below it, of which those of the kind are added up, or of whose options the highest counts. */
  readonly adds?: { readonly below: number; readonly of: 'section' | 'criterion' | 'option'; readonly result: number }
}

function formSheet(form: CriteriaSet): SheetModel {
  const lines = form.parts.flatMap(partLines)
  const first = 2
  const last = first + lines.length - 1
  const most = form.parts.reduce((sum, { max }) => sum + max, 0)
  const total = `SUMIF(A${first}:A${last},"Phần",${letterOf('max')}${first}:${letterOf('max')}${last})`
  const reached = form.parts.flatMap(({ sections }) => sections).reduce((sum, { max }) => sum + max, 0)
  const sums = `SUMIF(A${first}:A${last},"Mục",${letterOf('max')}${first}:${letterOf('max')}${last})`
  const totalRow = columns.map((column): CellModel => {
    if (column === 'kind') return styled('total', { value: 'Tổng cộng', style: bold })
    if (column === 'max') return styled('total', { value: { formula: total, result: most }, style: boldCount })
    if (column === 'sum') return styled('total', { value: { formula: sums, result: reached }, style: boldCount })
    if (column === 'check') return styled('total', checkCell(last + 1, reached - most))
    return styled('total', { value: null, style: bold })
  })
  const title = columns.map((column) => ({ value: formColumns[column].title, style: cellLooks.title }))
  return {
    ...usual,
    name: criteriaSheets.form,
    paper: 'A3',
    columns: columns.map((column) => ({ width: widths[column] })),
    rows: [
      { cells: title, height: 33 },
      ...lines.map((line, index): RowModel => ({ cells: cellsOf(line, first + index), height: 'fitted' })),
      { cells: totalRow },
    ],
    frozen: { rows: 1, columns: 3 },
    titleRow: 1,
    lists: [
      listOf(
        'kind',
        last,
        rowKinds.map(([word]) => word),
        'Loại dòng: xem trang Hướng dẫn.',
      ),
      listOf(
        'star',
        last,
        starMarks.map(([mark]) => mark),
        'Mức tối thiểu phải đạt để được xếp 3, 4, 5 sao.',
      ),
      listOf('case', last, ['a', 'b'], ''),
    ],
  }
}

/** Drop-downs go on below the last row: rows are added there. */
function listOf(column: FormColumn, last: number, values: readonly string[], prompt: string) {
  const at = columns.indexOf(column) + 1
  return { top: 2, left: at, bottom: last + 100, right: at, values, prompt }
}

function cellsOf({ kind, said, adds }: Line, row: number): readonly CellModel[] {
  const isHead = kind !== 'option' && kind !== 'case'
  return columns.map((column): CellModel => {
    if (column === 'kind')
      return styled(kind, { value: titleOf(rowKinds, kind), style: isHead ? bold : cellLooks.plain })
    if (adds !== undefined && column === 'sum') {
      return styled(kind, { value: { formula: sumOf(adds, row), result: adds.result }, style: cellLooks.count })
    }
    if (adds !== undefined && column === 'check') return styled(kind, checkCell(row, adds.result - Number(said.max)))
    const value = said[column] ?? null
    const isNumber = column === 'max' || column === 'points'
    const style = isNumber
      ? isHead
        ? boldCount
        : cellLooks.count
      : isHead && column === 'text'
        ? bold
        : cellLooks.text
    return styled(kind, { value, style })
  })
}

function sumOf({ below, of }: NonNullable<Line['adds']>, row: number): string {
  const area = (column: FormColumn) => `${letterOf(column)}${row + 1}:${letterOf(column)}${row + below}`
  if (of === 'option') return `MAX(${area('points')})`
  return `SUMIF(${area('kind')},"${titleOf(rowKinds, of)}",${area('max')})`
}

function checkCell(row: number, off: number): CellModel {
  const [sum, max] = [`${letterOf('sum')}${row}`, `${letterOf('max')}${row}`]
  const formula = `IF(${sum}=${max},"Đúng","Lệch "&TEXT(${sum}-${max},"+0;-0"))`
  return {
    value: { formula, result: off === 0 ? 'Đúng' : `Lệch ${off > 0 ? '+' : '-'}${Math.abs(off)}` },
    style: off === 0 ? cellLooks.count : wrong,
  }
}

const wrong = {
  ...cellLooks.count,
  font: { ...cellLooks.count.font, bold: true, color: { argb: 'FFC00000' } },
} satisfies CellStyle

const styles = new Map<string, CellStyle>()

/** The library recognises a style by its object: one for each kind of row and look. */
function styled(kind: RowKind, cell: CellModel): CellModel {
  if (kind !== 'part' && kind !== 'section' && kind !== 'total') return cell
  const key = `${kind} ${JSON.stringify(cell.style)}`
  const style = styles.get(key) ?? { ...cell.style, fill: looks[kind] }
  styles.set(key, style)
  return { ...cell, style }
}

function partLines({ code, title, max, sections }: CriteriaPart): readonly Line[] {
  const below = sections.flatMap(sectionLines)
  const result = sections.reduce((sum, section) => sum + section.max, 0)
  const adds = { below: below.length, of: 'section', result } as const
  return [{ kind: 'part', said: { code, text: title, max }, adds }, ...below]
}

function sectionLines({ code, title, max, criteria }: CriteriaSection): readonly Line[] {
  const below = criteria.flatMap((criterion, index) => [
    ...(criterion.parent === undefined || criterion.parent === criteria[index - 1]?.parent
      ? []
      : [{ kind: 'group', said: { code: criterion.parent, text: criterion.parentTitle ?? '' } } as const]),
    ...criterionLines(criterion),
  ])
  const result = criteria.reduce((sum, criterion) => sum + criterion.max, 0)
  const adds = { below: below.length, of: 'criterion', result } as const
  return [{ kind: 'section', said: { code, text: title, max }, adds }, ...below]
}

function criterionLines(criterion: Criterion): readonly Line[] {
  const {
    code,
    title,
    max,
    minStarOnTitle,
    requirement,
    knockout,
    appliesOnlyIf,
    note,
    cases = [],
    options,
  } = criterion
  const below: readonly Line[] = [
    ...cases.map((one) => ({ kind: 'case', said: { code: one.code, text: one.label } }) as const),
    ...options.map(optionLine),
  ]
  const said = withoutBlanks({
    code,
    text: title,
    max,
    star: markOf(minStarOnTitle),
    requirement,
    knockout,
    appliesOnlyIf,
    note,
  })
  return [
    { kind: 'criterion', said, adds: { below: below.length, of: 'option', result: highestOf(options) } },
    ...below,
  ]
}

const optionLine = ({ points, label, minStar, case: ofCase }: CriterionOption): Line => ({
  kind: 'option',
  said: withoutBlanks({ text: label, points, star: markOf(minStar), case: ofCase }),
})

const markOf = (star: GateStar | undefined): string | undefined =>
  star === undefined ? undefined : titleOf(starMarks, star)

function withoutBlanks(said: Partial<Readonly<Record<FormColumn, string | number | undefined>>>): Line['said'] {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}
