import { listCriteria, listGates } from '../../../shared/domain/criteria/form.ts'
import type { CheckedProduct } from './check-products-sheet.ts'
import { findNamedCriterion, findNamedProduct } from './find-named.ts'
import type { Findings } from './findings.ts'
import { agreedColumns } from './layout.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import { readPoints } from './points.ts'
import { readReason, reportBlank } from './read-field.ts'
import { readTable, reportOtherColumns } from './read-table.ts'
import type { ImportedAgreedLevel } from './session-import.ts'

/** Checks the sheet `Mức thống nhất`; levels by product code, in form order. */
export function checkAgreedSheet({
  sheet,
  products,
  findings,
}: {
  sheet: PlainSheet
  products: readonly CheckedProduct[]
  findings: Findings
}): ReadonlyMap<string, readonly ImportedAgreedLevel[]> {
  const byProduct = new Map<string, Map<string, Level>>()
  const table = readTable({ sheet, columns: agreedColumns, findings })
  if (table === null) return new Map()
  reportOtherColumns(table.others)
  for (const row of table.rows) {
    const points = row.field('points')
    const criterionField = row.field('criterion')
    const product = findNamedProduct(row.field('product'), products)
    const criterion = findNamedCriterion(criterionField, product?.form ?? null)
    if (product === null || product.form === null || criterion === null) continue
    const { code } = criterion.criterion
    const levels = byProduct.get(product.code) ?? new Map<string, Level>()
    byProduct.set(product.code, levels)
    const earlier = levels.get(code)
    if (earlier !== undefined) {
      criterionField.fault(
        `Tiêu chí ${code} của sản phẩm ${product.code} đã có mức thống nhất ở dòng ${earlier.row}`,
        'Mỗi sản phẩm, mỗi tiêu chí một dòng',
        `${product.code}, ${code}`,
      )
      continue
    }
    const reading = readPoints({ ...criterion, cell: points.cell, criteriaCase: product.criteriaCase })
    reportBlank(points, 'Điểm của một mức')
    if (reading.kind === 'fault') points.fault(reading.message, reading.allowed)
    const reason = readReason(row.field('reason'))
    levels.set(code, { row: row.number, option: reading.kind === 'option' ? reading.option : 0, reason })
    if (listGates(product.form).every(({ criterionCode }) => criterionCode !== code)) {
      criterionField.notice(`Tiêu chí ${code} không có dấu sao: mức thống nhất không ảnh hưởng đến hạng`, '', code)
    }
  }
  return new Map(
    products.map((product) => [product.code, inFormOrder({ product, levels: byProduct.get(product.code) })]),
  )
}

type Level = { readonly row: number; readonly option: number; readonly reason: string }

function inFormOrder({
  product: { form },
  levels,
}: {
  product: CheckedProduct
  levels: ReadonlyMap<string, Level> | undefined
}): readonly ImportedAgreedLevel[] {
  if (form === null || levels === undefined) return []
  return listCriteria(form).flatMap(({ criterion }) => {
    const level = levels.get(criterion.code)
    return level === undefined ? [] : [{ criterionCode: criterion.code, option: level.option, reason: level.reason }]
  })
}
