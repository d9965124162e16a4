import type { CaseCode, CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { Field, Findings } from './findings.ts'
import { applicationTitles, productColumns } from './layout.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import { readChoice, readInteger, readMark, readNeededText, readText, reportBlank } from './read-field.ts'
import { readTable, reportOtherColumns, type TableRow } from './read-table.ts'
import type { ImportedItem, ImportedMember } from './session-import.ts'

/** A product as its sheet states it, with the form that scores it; null where the set is faulty. */
export type CheckedProduct = Omit<ImportedItem, 'rounds' | 'agreedLevels' | 'criteriaSetId'> & {
  readonly form: CriteriaSet | null
}

type Context = {
  readonly findings: Findings
  readonly members: readonly ImportedMember[]
  /** The form of a set number under the session's rule set; null where none is shipped. */
  readonly formOf: (setNumber: number) => CriteriaSet | null
  /** The session's rule set is known, so that a missing form is a fault of the product. */
  readonly hasRuleSet: boolean
}

/** Checks the sheet `Sản phẩm`. Products with a faulty code are left out, with their fault. */
export function checkProductsSheet({ sheet, ...context }: Context & { sheet: PlainSheet }): readonly CheckedProduct[] {
  const { findings } = context
  const table = readTable({ sheet, columns: productColumns, findings })
  if (table === null) return []
  reportOtherColumns(table.others, findings)
  if (table.rows.length === 0) {
    findings.fault({
      place: { sheet: sheet.name, row: null, column: null },
      message: 'Không có sản phẩm nào',
      found: '(trống)',
      allowed: 'Ít nhất một sản phẩm',
    })
  }
  const rowOf = new Map<string, number>()
  return table.rows.flatMap((row) => {
    const product = readProduct(row, context)
    if (product.code === '') return []
    const earlier = rowOf.get(product.code)
    if (earlier === undefined) {
      rowOf.set(product.code, row.number)
      return [product]
    }
    findings.fault({
      place: row.field('code').place,
      message: `Mã sản phẩm trùng với dòng ${earlier}`,
      found: product.code,
      allowed: 'Mỗi sản phẩm một mã riêng',
    })
    return []
  })
}

function readProduct(row: TableRow<keyof typeof productColumns>, context: Context): CheckedProduct {
  const { findings, members } = context
  const at = (key: keyof typeof productColumns) => ({
    field: row.field(key),
    findings,
    what: productColumns[key].title,
  })
  const setNumber = readInteger({ ...at('setNumber'), least: 1, most: 26 })
  if (row.field('setNumber').cell.kind === 'blank') {
    reportBlank({ ...at('setNumber'), allowed: 'Số nguyên từ 1 đến 26' })
  }
  const form = setNumber === null ? null : findForm({ field: row.field('setNumber'), setNumber, context })
  const application = readChoice({ ...at('application'), choices: applicationTitles })
  if (row.field('application').cell.kind === 'blank') {
    reportBlank({ ...at('application'), allowed: applicationTitles.map(([title]) => title).join('; ') })
  }
  const isRejected = readMark(at('rejected'))
  const rejectionReason = readText(at('rejectionReason'))
  reportOddRejection({ field: row.field('rejectionReason'), isRejected, rejectionReason, findings })
  return {
    code: readNeededText(at('code')),
    productName: readNeededText(at('name')),
    producerName: readNeededText(at('producer')),
    producerKind: readText(at('producerKind')),
    commune: readText(at('commune')),
    district: readText(at('district')),
    setNumber: setNumber ?? 0,
    form,
    application: application ?? 'new',
    criteriaCase: readCase({ ...at('criteriaCase'), form }),
    isRejected,
    rejectionReason: isRejected ? rejectionReason : '',
    recusedMemberCodes: readRecusals({ ...at('recused'), members }),
  }
}

type FindFormInput = {
  field: Field
  setNumber: number
  context: Context
}

function findForm({ field, setNumber, context: { findings, formOf, hasRuleSet } }: FindFormInput): CriteriaSet | null {
  if (!hasRuleSet) return null
  const form = formOf(setNumber)
  if (form !== null && form.status !== 'incomplete') return form
  findings.fault({
    place: field.place,
    message:
      form === null
        ? `Bộ quy định của phiên họp không có bộ tiêu chí số ${setNumber}`
        : `Bộ tiêu chí số ${setNumber} còn thiếu điểm, chưa dùng để chấm được`,
    found: field.cell,
    allowed: 'Bộ sản phẩm có bộ tiêu chí đầy đủ',
  })
  return null
}

const cases = [
  ['a', 'a'],
  ['b', 'b'],
] as const satisfies readonly (readonly [string, CaseCode])[]

type ReadCaseInput = {
  field: Field
  findings: Findings
  what: string
  form: CriteriaSet | null
}

function readCase({ field, findings, what, form }: ReadCaseInput): CaseCode | null {
  const criteriaCase = readChoice({ field, findings, what, choices: cases })
  if (criteriaCase === null || form === null) return criteriaCase
  if (listCriteria(form).some(({ criterion }) => criterion.cases !== undefined)) return criteriaCase
  findings.fault({
    place: field.place,
    message: `Bộ tiêu chí số ${form.setNumber} không chia trường hợp`,
    found: field.cell,
    allowed: 'Để trống',
  })
  return null
}

type ReadRecusalsInput = {
  field: Field
  findings: Findings
  what: string
  members: readonly ImportedMember[]
}

function readRecusals({ field, findings, what, members }: ReadRecusalsInput): readonly string[] {
  const codes = readText({ field, findings, what })
    .split(/[,;]/)
    .map((code) => code.trim())
    .filter((code) => code !== '')
  const known = new Set(members.map(({ code }) => code))
  // Without a readable sheet of members every code would be unknown.
  if (known.size === 0) return []
  for (const code of codes.filter((candidate) => !known.has(candidate))) {
    findings.fault({
      place: field.place,
      message: `${what}: không có thành viên mang mã “${code}”`,
      found: field.cell,
      allowed: `Mã thành viên, cách nhau bằng dấu phẩy: ${[...known].join(', ')}`,
    })
  }
  return [...new Set(codes.filter((code) => known.has(code)))]
}

type ReportOddRejectionInput = {
  field: Field
  isRejected: boolean
  rejectionReason: string
  findings: Findings
}

function reportOddRejection({ field, isRejected, rejectionReason, findings }: ReportOddRejectionInput): void {
  if (isRejected === (rejectionReason !== '')) return
  findings.notice({
    place: field.place,
    message: isRejected
      ? 'Sản phẩm bị loại nhưng chưa ghi lý do'
      : 'Có lý do loại nhưng cột Bị loại để trống: sản phẩm không bị loại',
    found: field.cell,
    allowed: '',
  })
}
