import type {
  CriteriaPart,
  CriteriaSection,
  CriteriaSet,
  Criterion,
  CriterionCase,
  CriterionOption,
} from '../../../shared/domain/criteria/criteria-set.ts'
import type { Findings } from '../session/findings.ts'
import { readChoice, readNeededChoice } from '../session/read-field.ts'
import { readTable, reportOtherColumns, type TableRow } from '../session/read-table.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import { caseWords, formColumns, rowKinds, type FormColumn, type RowKind } from './layout.ts'
import { readNeededPoints, readNeededWords, readStar, readWords } from './read-cells.ts'

/** Parts as the sheet says them, and the row in which each piece stands. */
type ReadForm = {
  readonly sheet: string
  readonly parts: CriteriaSet['parts']
  readonly rowOf: ReadonlyMap<object, number>
}

type Row = TableRow<FormColumn>
type Open<Piece, Key extends keyof Piece, Below> = Omit<Piece, Key> & { readonly [K in Key]: Below[] }
type OpenCriterion = Omit<Criterion, 'options' | 'cases'> & { options: CriterionOption[]; cases: CriterionCase[] }
type OpenSection = Open<CriteriaSection, 'criteria', OpenCriterion>
type OpenPart = Open<CriteriaPart, 'sections', OpenSection>

/** The sheet `Tiêu chí`, row by row: a row belongs to the nearest part, section and criterion above it. Null without a table. */
export function readForm(sheet: PlainSheet | null, findings: Findings): ReadForm | null {
  const table = sheet === null ? null : readTable({ sheet, columns: formColumns, findings })
  if (sheet === null || table === null) return null
  reportOtherColumns(table.others)
  const parts: OpenPart[] = []
  const rowOf = new Map<object, number>()
  let group: { readonly code: string; readonly title: string } | null = null
  for (const row of table.rows) {
    const kind = readNeededChoice(row.field('kind'), rowKinds)
    if (kind === null || kind === 'total') continue
    reportUnused(row, kind)
    const part = parts.at(-1)
    const section = part?.sections.at(-1)
    const criterion = section?.criteria.at(-1)
    const orphan = (above: string) =>
      row.field('kind').fault(`Dòng này chưa có dòng ${above} ở trên`, `Dòng ${above} đứng trước`)
    if (kind === 'part') {
      group = null
      const piece = { ...headOf(row, partCodes), sections: [] } as OpenPart
      if (parts.some(({ code }) => code === piece.code)) row.field('code').fault('Mã phần lặp lại', 'Mỗi phần một lần')
      rowOf.set(piece, row.number)
      parts.push(piece)
    } else if (part === undefined) orphan('Phần')
    else if (kind === 'section') {
      group = null
      const piece = { ...headOf(row, sectionCodes), criteria: [] }
      if (parts.some(({ sections }) => sections.some(({ code }) => code === piece.code))) {
        row.field('code').fault('Mã mục lặp lại', 'Mỗi mục một mã riêng')
      }
      rowOf.set(piece, row.number)
      part.sections.push(piece)
    } else if (section === undefined) orphan('Mục')
    else if (kind === 'group') {
      group = { code: readCode(row, criterionCodes), title: readNeededWords(row.field('text')) }
    } else if (kind === 'criterion') {
      const piece = readCriterion(row, group)
      rowOf.set(piece, row.number)
      section.criteria.push(piece)
    } else if (criterion === undefined) orphan('Tiêu chí')
    else if (kind === 'case') criterion.cases.push(readCase(row))
    else criterion.options.push(readOption(row))
  }
  reportEmpty({ sheet: sheet.name, parts, rowOf, findings })
  const closed = parts.map((part) => closePart(part, rowOf))
  return { sheet: sheet.name, parts: closed, rowOf }
}

type Codes = { readonly pattern: RegExp; readonly allowed: string }
const partCodes: Codes = { pattern: /^[ABC]$/, allowed: 'A; B; C' }
const sectionCodes: Codes = { pattern: /^\d{1,2}$/, allowed: 'Số thứ tự của mục, ví dụ 6' }
const criterionCodes: Codes = {
  pattern: /^\d{1,2}(\.\d{1,2}){0,3}$/,
  allowed: 'Mã như 1.1 hoặc 6.1.1, ô định dạng Văn bản',
}

function readCode({ field }: Row, { pattern, allowed }: Codes): string {
  const code = readNeededWords(field('code'), allowed)
  if (code !== '' && !pattern.test(code)) field('code').fault('Mã không đúng mẫu', allowed)
  return code
}

const headOf = (row: Row, codes: Codes) => ({
  code: readCode(row, codes),
  title: readNeededWords(row.field('text')),
  max: readNeededPoints(row.field('max')),
})

function readCriterion(row: Row, group: { readonly code: string; readonly title: string } | null): OpenCriterion {
  const { field } = row
  const head = headOf(row, criterionCodes)
  const minStarOnTitle = readStar(field('star'))
  const texts = (['requirement', 'knockout', 'appliesOnlyIf', 'note'] as const).flatMap((key) => {
    const text = readWords(field(key))
    return text === '' ? [] : [[key, text] as const]
  })
  return {
    ...head,
    ...Object.fromEntries(texts),
    ...(group !== null && head.code.startsWith(`${group.code}.`) && { parent: group.code, parentTitle: group.title }),
    ...(minStarOnTitle !== undefined && { minStarOnTitle }),
    options: [],
    cases: [],
  }
}

const readCase = (row: Row): CriterionCase => ({
  code: readNeededChoice(row.field('code'), caseWords) ?? 'a',
  label: readNeededWords(row.field('text')),
})

function readOption({ field }: Row): CriterionOption {
  const minStar = readStar(field('star'))
  const ofCase = readChoice(field('case'), caseWords)
  return {
    points: readNeededPoints(field('points')),
    label: readNeededWords(field('text')),
    ...(minStar !== undefined && { minStar }),
    ...(ofCase !== null && { case: ofCase }),
  }
}

const always = ['kind', 'text', 'sum', 'check'] as const satisfies readonly FormColumn[]
const used: Readonly<Record<Exclude<RowKind, 'total'>, readonly FormColumn[]>> = {
  part: [...always, 'code', 'max'],
  section: [...always, 'code', 'max'],
  group: [...always, 'code'],
  criterion: [...always, 'code', 'max', 'star', 'requirement', 'knockout', 'appliesOnlyIf', 'note'],
  case: [...always, 'code'],
  option: [...always, 'points', 'star', 'case'],
}

/** What stands where its row has no use for it would be lost unseen. */
function reportUnused({ field }: Row, kind: Exclude<RowKind, 'total'>): void {
  for (const column of Object.keys(formColumns) as FormColumn[]) {
    const { cell, title, fault } = field(column)
    if (used[kind].includes(column) || cell.kind === 'blank') continue
    const word = rowKinds.find(([, one]) => one === kind)?.[0] ?? ''
    fault(`Dòng “${word}” không dùng cột “${title}”`, 'Để trống')
  }
}

type Built = {
  readonly sheet: string
  readonly parts: readonly OpenPart[]
  readonly rowOf: ReadonlyMap<object, number>
  readonly findings: Findings
}

function reportEmpty({ sheet, parts, rowOf, findings }: Built): void {
  const at = (piece: object | null) =>
    findings.at({ sheet, row: piece === null ? null : (rowOf.get(piece) ?? null), column: formColumns.kind.title })
  const codes = parts.map(({ code }) => code).join(', ')
  if (codes !== 'A, B, C') at(null).fault('Các phần không đủ hoặc không đúng thứ tự', 'Phần A, B, C', codes)
  const sections = parts.flatMap((part) => part.sections)
  const criteria = sections.flatMap((section) => section.criteria)
  for (const part of parts) if (part.sections.length === 0) at(part).fault('Phần không có mục nào', 'Ít nhất một mục')
  for (const section of sections) {
    if (section.criteria.length === 0) at(section).fault('Mục không có tiêu chí nào', 'Ít nhất một tiêu chí')
  }
  for (const { options, ...criterion } of criteria) {
    const own = criteria.find(({ code }) => code === criterion.code) ?? null
    if (options.length === 0) at(own).fault('Tiêu chí không có mức nào', 'Ít nhất một dòng Mức điểm')
    if (options.length > mostOptions) at(own).fault(`Tiêu chí có ${options.length} mức`, `Không quá ${mostOptions} mức`)
  }
  if (criteria.length > mostCriteria) {
    at(null).fault(`Bộ có ${criteria.length} tiêu chí`, `Không quá ${mostCriteria} tiêu chí`, String(criteria.length))
  }
}

/** What a ballot holds at most. */
const [mostCriteria, mostOptions] = [200, 50]

/** The same without lists that a form leaves out where they are empty; its pieces keep their rows. */
function closePart(part: OpenPart, rowOf: Map<object, number>): CriteriaPart {
  const moved = <Piece extends object>(from: object, piece: Piece): Piece => {
    rowOf.set(piece, rowOf.get(from) ?? 0)
    return piece
  }
  return moved(part, {
    ...part,
    sections: part.sections.map((section) =>
      moved(section, {
        ...section,
        criteria: section.criteria.map((criterion) => {
          const { cases, ...rest } = criterion
          return moved(criterion, cases.length === 0 ? rest : { ...rest, cases })
        }),
      }),
    ),
  })
}
