import { knockoutTexts, otherKnockout, type KnockoutText } from '../../../shared/domain/criteria/knockout-questions.ts'
import type { Rejection } from '../../../shared/domain/scoring/types.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import type { CheckedProduct } from './check-products-sheet.ts'
import { findNamedProduct } from './find-named.ts'
import type { Field, Findings } from './findings.ts'
import { rejectionColumns, sheetNames } from './layout.ts'
import { readNeededText, readReason } from './read-field.ts'
import { rejectionWords } from './rejection-words.ts'
import { readTable, reportOtherColumns } from './read-table.ts'

type Checking = {
  readonly sheet: PlainSheet
  readonly products: readonly CheckedProduct[]
  readonly findings: Findings
}

/**
 * Checks the sheet `Điều kiện loại`: the products with which of the form's conditions rejected each. Whether one is rejected
 * says the sheet `Sản phẩm` alone.
 */
export function checkRejectionsSheet({ sheet, products, findings }: Checking): readonly CheckedProduct[] {
  const table = readTable({ sheet, columns: rejectionColumns, findings })
  if (table === null) return products
  reportOtherColumns(table.others)
  const said = new Map<CheckedProduct, Rejection[]>()
  for (const { field } of table.rows) {
    const product = findNamedProduct(field('product'), products)
    const words = readNeededText(field('question'))
    const reason = readReason(field('reason'))
    if (product === null || words === '') continue
    if (!product.isRejected) {
      const allowed = `Đánh dấu x ở cột Bị loại của trang tính ${sheetNames.products}, hoặc bỏ dòng này`
      field('product').fault(`Sản phẩm ${product.code} không bị loại`, allowed)
      continue
    }
    const question = findQuestion(field('question'), words, product)
    if (question === null) continue
    const own = said.get(product) ?? []
    if (own.some((one) => one.question === question.text)) {
      field('question').fault(`Điều kiện lặp lại ở sản phẩm ${product.code}`, 'Mỗi điều kiện một dòng')
    } else said.set(product, [...own, { question: question.text, reason }])
  }
  for (const [product, rejections] of said) {
    if (product.rejectionReason === '' || fold(product.rejectionReason) === fold(rejectionWords(rejections))) continue
    findings
      .at({ sheet: sheet.name, row: null, column: rejectionColumns.reason.title })
      .notice(
        `Lý do loại của sản phẩm ${product.code} ở trang tính ${sheetNames.products} khác các dòng ở đây: nhập theo các dòng ở đây`,
        '',
        product.rejectionReason,
      )
  }
  return products.map((product) => ({ ...product, rejections: said.get(product) ?? product.rejections }))
}

/** Null where the form has none such, with a fault, or where the form is faulty itself. */
function findQuestion(field: Field, words: string, { form }: CheckedProduct): KnockoutText | null {
  if (form === null) return null
  const known = [...knockoutTexts(form), otherKnockout]
  const question = known.find(({ text }) => fold(text) === fold(words))
  if (question !== undefined) return question
  field.fault(
    `Phiếu của bộ sản phẩm số ${form.setNumber} không có điều kiện này`,
    known.map(({ text }) => text).join('; '),
  )
  return null
}
