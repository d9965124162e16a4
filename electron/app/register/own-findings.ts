import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import type { ListPlan } from '../../../shared/domain/register/plan-list.ts'
import type { ListFinding, RegisterList } from '../../../shared/domain/register/register-list.ts'
import { toldValue } from '../../workbooks/register/told-value.ts'
import { cellsOf, decisionCells } from './list-cells.ts'

/** What a list says of this file's own results, of its certificates and of what it withdrew. */
export function ownFindings(list: RegisterList, plan: ListPlan): readonly ListFinding[] {
  return [
    ...certifiedFindings(list, plan),
    ...notRecognisedFindings(list, plan),
    ...otherCertificateFindings(list, plan),
    ...withdrawnFindings(list, plan),
  ]
}

const cellsOfField = {
  star: ['star', 'star1', 'star2'],
  decisionNumber: ['decisionNumber', ...decisionCells],
  decisionDate: decisionCells,
  certificateNumber: ['certificateNumber'],
} as const

/** What the list says otherwise than what this file's own council led to, which stays. */
function certifiedFindings(list: RegisterList, { otherThanCertified }: ListPlan): readonly ListFinding[] {
  const cellOf = cellsOf(list)
  return otherThanCertified.map(({ row, field, said, certified, decisionNumber, decisionDate }) => {
    const [own, other] = [certified, said].map((value) => toldValue(field, value))
    const cell = cellOf(row, ...cellsOfField[field])
    const day = field === 'decisionDate' ? 'ngày ' : ''
    const reason = `Kết quả công nhận của chính tệp này (quyết định ${decisionNumber} ngày ${formatDate(decisionDate)}) ghi ${day}${own}; dòng này ghi ${day}${other}. Nhận dòng này vẫn giữ kết quả đó.`
    return { sheet: list.sheet, cell, level: 'doubt', reason }
  })
}

/** The council's own decision for a product that it did not recognise. */
function notRecognisedFindings(list: RegisterList, { notRecognised }: ListPlan): readonly ListFinding[] {
  const cellOf = cellsOf(list)
  return notRecognised.map(({ row, decision: { number, day }, isWritten }) => {
    const decision = `Quyết định ${number} ngày ${formatDate(day)} của chính tệp này`
    const reason = isWritten
      ? `${decision} không có sản phẩm này. Nhận dòng này ghi thêm một lần công nhận theo quyết định đó.`
      : `${decision} không công nhận sản phẩm này. Nhận dòng này không ghi lần công nhận đó.`
    return { sheet: list.sheet, cell: cellOf(row, ...cellsOfField.decisionNumber), level: 'doubt', reason }
  })
}

/** One number on two certificates of one decision. */
function otherCertificateFindings(list: RegisterList, { otherCertificates }: ListPlan): readonly ListFinding[] {
  const cellOf = cellsOf(list)
  return otherCertificates.map(({ row, number, name, producer }) => ({
    sheet: list.sheet,
    cell: cellOf(row, ...cellsOfField.certificateNumber),
    level: 'doubt',
    reason: `Giấy chứng nhận số ${number} của cùng quyết định đã cấp cho “${name}” của ${producer}.`,
  }))
}

/** A product whose certificate is withdrawn stays so, whatever was decided before. */
function withdrawnFindings(list: RegisterList, { withdrawn }: ListPlan): readonly ListFinding[] {
  const cellOf = cellsOf(list)
  return withdrawn.map(({ row, day, isWritten }) => ({
    sheet: list.sheet,
    cell: cellOf(row, ...decisionCells),
    level: isWritten ? 'doubt' : 'note',
    reason: `Giấy chứng nhận của sản phẩm này đã bị thu hồi từ ngày ${formatDate(day)}; nhận dòng này không làm giấy có hiệu lực trở lại.`,
  }))
}
