import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import type { CheckedProduct } from './check-products-sheet.ts'
import { findNamedProduct } from './find-named.ts'
import type { Findings } from './findings.ts'
import { exclusionColumns, exclusionTitles } from './layout.ts'
import { readNeededChoice, readNeededText, readReason } from './read-field.ts'
import { readTable, reportOtherColumns } from './read-table.ts'
import type { ImportedExclusion, ImportedMember } from './session-import.ts'

type Checking = {
  readonly sheet: PlainSheet
  readonly products: readonly CheckedProduct[]
  readonly members: readonly ImportedMember[]
  readonly findings: Findings
}

/**
 * Checks the sheet `Không chấm`: the products with why each member does not score there. Whom the sheet `Sản phẩm` names alone is
 * recused without a reason; whom this one names alone does not score either, and that is said.
 */
export function checkExclusionsSheet({ sheet, products, members, findings }: Checking): readonly CheckedProduct[] {
  const table = readTable({ sheet, columns: exclusionColumns, findings })
  if (table === null) return products
  reportOtherColumns(table.others)
  const said = new Map<CheckedProduct, Map<string, ImportedExclusion>>()
  for (const { field } of table.rows) {
    const product = findNamedProduct(field('product'), products)
    const words = readNeededText(field('member'))
    const kind = readNeededChoice(field('kind'), exclusionTitles)
    const reason = readReason(field('reason'))
    if (product === null || words === '' || kind === null) continue
    const code = members.find((one) => fold(one.code) === fold(words))?.code
    const ofProduct = said.get(product) ?? new Map<string, ImportedExclusion>()
    if (code === undefined) {
      field('member').fault(`Không có thành viên mang mã “${words}”`, members.map((one) => one.code).join(', '))
    } else if (ofProduct.has(code)) {
      field('member').fault(`Thành viên ${code} lặp lại ở sản phẩm ${product.code}`, 'Mỗi thành viên một dòng')
    } else {
      if (!product.exclusions.some(({ memberCode }) => memberCode === code)) {
        field('member').notice(`Trang tính Sản phẩm không ghi ${code} ở ${product.code}: vẫn không tham gia chấm`)
      }
      said.set(product, ofProduct.set(code, { memberCode: code, kind, reason }))
    }
  }
  return products.map((product) => {
    const own = new Map([
      ...product.exclusions.map((one) => [one.memberCode, one] as const),
      ...(said.get(product) ?? []),
    ])
    return { ...product, exclusions: members.flatMap(({ code }) => own.get(code) ?? []) }
  })
}
