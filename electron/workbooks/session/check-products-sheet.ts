import type { CaseCode, CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { canBeTakenAsPrinted } from '../../../shared/domain/criteria/check-set.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { officeSetText } from '../../../shared/domain/criteria/office-set-text.ts'
import { codeKey } from '../../../shared/domain/register/product-code.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { Field, Findings } from './findings.ts'
import { applicationWords, dossierTitles, productColumns, sheetNames } from './layout.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import {
  readChoice,
  readInteger,
  readMark,
  readNeededChoice,
  readNeededText,
  readReason,
  readText,
  reportBlank,
} from './read-field.ts'
import { readAside, readAsideChoice, readAsideCount, readAsideLines } from './read-aside.ts'
import { readTable, reportOtherColumns, type TableRow } from './read-table.ts'
import type { ImportedExclusion, ImportedItem, ImportedMember } from './session-import.ts'

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
  reportOtherColumns(table.others)
  if (table.rows.length === 0) {
    const whole = findings.at({ sheet: sheet.name, row: null, column: null })
    whole.fault('Không có sản phẩm nào', 'Ít nhất một sản phẩm', '(trống)')
  }
  const rowOf = new Map<string, number>()
  return table.rows.flatMap((row) => {
    const product = readProduct(row, context)
    if (product.code === '') return []
    const earlier = rowOf.get(codeKey(product.code))
    if (earlier === undefined) {
      rowOf.set(codeKey(product.code), row.number)
      return [product]
    }
    row.field('code').fault(`Mã sản phẩm trùng với dòng ${earlier}`, 'Mỗi sản phẩm một mã riêng', product.code)
    return []
  })
}

function readProduct({ field }: TableRow<keyof typeof productColumns>, context: Context): CheckedProduct {
  const setNumber = readInteger(field('setNumber'), [1, 26])
  reportBlank(field('setNumber'), 'Số nguyên từ 1 đến 26')
  const form = setNumber === null ? null : findForm(field('setNumber'), setNumber, context)
  const application = readNeededChoice(field('application'), applicationWords)
  const isRejected = readMark(field('rejected'))
  const rejectionReason = readReason(field('rejectionReason'))
  if (isRejected !== (rejectionReason !== '')) {
    field('rejectionReason').notice(
      isRejected
        ? 'Sản phẩm bị loại nhưng chưa ghi lý do'
        : 'Có lý do loại nhưng cột Bị loại để trống: sản phẩm không bị loại',
    )
  }
  return {
    code: readNeededText(field('code')),
    productName: readNeededText(field('name')),
    producerName: readNeededText(field('producer')),
    producerKind: readText(field('producerKind')),
    commune: readText(field('commune')),
    district: readText(field('district')),
    setNumber: setNumber ?? 0,
    form,
    application: application ?? 'new',
    criteriaCase: readCase(field('criteriaCase'), form),
    isRejected,
    rejectionReason: isRejected ? rejectionReason : '',
    knockouts: [],
    exclusions: readRecusals(field('recused'), context.members),
    samplesReceived: readAsideCount(field('samplesReceived'), 999),
    dossierStatus: readAsideChoice(field('dossierStatus'), dossierTitles) ?? 'unchecked',
    dossierNote: readAsideLines(field('dossierNote')),
    phone: readAside(field('phone'), 200),
    representative: readAside(field('representative'), 200),
    address: readAside(field('address')),
  }
}

function findForm(field: Field, setNumber: number, { formOf, hasRuleSet }: Context): CriteriaSet | null {
  if (!hasRuleSet) return null
  const form = formOf(setNumber)
  if (form !== null && form.status !== 'incomplete') {
    if (form.office !== undefined) field.notice(officeSetText(form))
    return form
  }
  field.fault(
    form === null
      ? `Bộ quy định của phiên họp không có bộ tiêu chí số ${setNumber}`
      : `Bộ tiêu chí số ${setNumber} còn thiếu điểm, chưa dùng để chấm được`,
    form !== null && canBeTakenAsPrinted(form)
      ? `Bộ sản phẩm có bộ tiêu chí đầy đủ; hoặc chấp nhận chấm theo phiếu in ở trang “${sheetNames.sets}”, kèm lý do và văn bản`
      : 'Bộ sản phẩm có bộ tiêu chí đầy đủ',
  )
  return null
}

const cases = [
  ['a', 'a'],
  ['b', 'b'],
] as const satisfies readonly (readonly [string, CaseCode])[]

function readCase(field: Field, form: CriteriaSet | null): CaseCode | null {
  const criteriaCase = readChoice(field, cases)
  if (criteriaCase === null || form === null) return criteriaCase
  if (listCriteria(form).some(({ criterion }) => criterion.cases !== undefined)) return criteriaCase
  field.fault(`Bộ tiêu chí số ${form.setNumber} không chia trường hợp`, 'Để trống')
  return null
}

function readRecusals(field: Field, members: readonly ImportedMember[]): readonly ImportedExclusion[] {
  const codes = readText(field)
    .split(/[,;]/)
    .map((code) => code.trim())
    .filter((code) => code !== '')
  // Without a readable sheet of members every code would be unknown.
  if (members.length === 0) return []
  const known = new Map(members.map(({ code }) => [fold(code), code]))
  for (const code of codes.filter((candidate) => !known.has(fold(candidate)))) {
    field.fault(
      `${field.title}: không có thành viên mang mã “${code}”`,
      `Mã thành viên, cách nhau bằng dấu phẩy: ${[...known.values()].join(', ')}`,
    )
  }
  const named = new Set(codes.flatMap((code) => known.get(fold(code)) ?? []))
  return [...named].map((memberCode) => ({ memberCode, kind: 'recused', reason: '' }))
}
