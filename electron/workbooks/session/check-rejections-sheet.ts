import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { knockoutTexts, otherKnockout } from '../../../shared/domain/criteria/knockout-questions.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import type { CheckedProduct } from './check-products-sheet.ts'
import { findNamedProduct } from './find-named.ts'
import type { Field, Findings } from './findings.ts'
import { rejectionWords, tellKnockouts } from './knockout-answers.ts'
import { answerTitles, everyQuestion, rejectionColumns, sheetNames } from './layout.ts'
import { readChoice, readNeededText, readReason } from './read-field.ts'
import { readTable, reportOtherColumns, type TableRow } from './read-table.ts'
import type { ImportedKnockout } from './session-import.ts'

type Checking = {
  readonly sheet: PlainSheet
  readonly products: readonly CheckedProduct[]
  readonly findings: Findings
}

/** What the rows of a product say, by their conditions; `rest`: of each that has no row of its own. */
type Said = { readonly own: Map<string, ImportedKnockout>; readonly rest: ImportedKnockout['answer'] | null }

/**
 * Checks the sheet `Điều kiện loại`: the products with what was answered to the form's conditions, where that is not understood
 * by itself. Whether one is rejected says the sheet `Sản phẩm` alone.
 */
export function checkRejectionsSheet({ sheet, products, findings }: Checking): readonly CheckedProduct[] {
  const table = readTable({ sheet, columns: rejectionColumns, findings })
  if (table === null) return products
  reportOtherColumns(table.others)
  const said = new Map<CheckedProduct, Said>()
  for (const row of table.rows) {
    const product = findNamedProduct(row.field('product'), products)
    const read = product === null ? null : readAnswer(row, product)
    if (product === null || read === null) continue
    const { own, rest } = said.get(product) ?? { own: new Map<string, ImportedKnockout>(), rest: null }
    if (read.question === everyQuestion ? rest !== null : own.has(read.question)) {
      row.field('question').fault(`Điều kiện lặp lại ở sản phẩm ${product.code}`, 'Mỗi điều kiện một dòng')
    } else if (read.question === everyQuestion) said.set(product, { own, rest: read.answer })
    else said.set(product, { own: own.set(read.question, read), rest })
  }
  return products.map((product) => {
    const answers = said.get(product)
    if (answers === undefined || product.form === null) return product
    const all = wholeOf(answers, product.form, product.isRejected)
    const words = rejectionWords(all.filter(({ answer }) => answer === 'yes'))
    if (words !== '' && product.rejectionReason !== '' && fold(product.rejectionReason) !== fold(words)) {
      const spot = findings.at({ sheet: sheet.name, row: null, column: rejectionColumns.reason.title })
      const other = `Lý do loại của sản phẩm ${product.code} ở trang tính ${sheetNames.products} khác các dòng ở đây`
      spot.notice(`${other}: nhập theo các dòng ở đây`, '', product.rejectionReason)
    }
    return { ...product, knockouts: tellKnockouts(all) }
  })
}

/** Null where it says nothing that can be taken, with its fault where the form is known. A blank answer rejects. */
function readAnswer(
  { field }: TableRow<keyof typeof rejectionColumns>,
  product: CheckedProduct,
): ImportedKnockout | null {
  const words = readNeededText(field('question'))
  const written = field('reason')
  const answer = field('answer').cell.kind === 'blank' ? 'yes' : readChoice(field('answer'), answerTitles)
  const reason = readReason(written)
  if (words === '' || answer === null) return null
  if (answer === 'yes' && !product.isRejected) {
    const allowed = `Đánh dấu x ở cột Bị loại của trang tính ${sheetNames.products}, hoặc bỏ dòng này`
    field('product').fault(`Sản phẩm ${product.code} không bị loại`, allowed)
    return null
  }
  const question = findQuestion(field('question'), { words, product, isViolated: answer === 'yes' })
  return question === null ? null : { question, answer, reason: answer === 'yes' ? reason : '' }
}

type Asked = { readonly words: string; readonly product: CheckedProduct; readonly isViolated: boolean }

/** Null where the form has none such, with a fault, or where the form is faulty itself. */
function findQuestion(field: Field, { words, product: { form }, isViolated }: Asked): string | null {
  if (form === null) return null
  const known = [...knockoutTexts(form).map(({ text }) => text), isViolated ? otherKnockout.text : everyQuestion]
  const question = known.find((text) => fold(text) === fold(words))
  if (question !== undefined) return question
  field.fault(`Phiếu của bộ sản phẩm số ${form.setNumber} không có điều kiện này`, known.join('; '))
  return null
}

/** Every answer, in form order: what no row says is open where the product is rejected and passed where it is not. */
function wholeOf({ own, rest }: Said, form: CriteriaSet, isRejected: boolean): readonly ImportedKnockout[] {
  const usual = rest ?? (isRejected ? 'unanswered' : 'no')
  const questions = knockoutTexts(form).map(
    ({ text }) => own.get(text) ?? { question: text, answer: usual, reason: '' },
  )
  const other = own.get(otherKnockout.text)
  return other === undefined ? questions : [...questions, other]
}
