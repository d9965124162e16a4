import { assertNever } from '../../../shared/domain/assert-never.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import type { ListedRecognition } from '../../../shared/domain/register/register-list.ts'

/** What a list may say of one recognition in one way and the next in another. */
export type ToldField = 'star' | 'score' | 'decisionNumber' | 'decisionDate' | 'validUntil' | 'certificateNumber'

/** A value of a recognition as findings name it; days are ISO dates. */
export function toldValue(field: ToldField, value: string | number): string {
  switch (field) {
    case 'star':
      return `${value} sao`
    case 'score':
      return `${String(value).replace('.', ',')} điểm`
    case 'decisionNumber':
      return `số ${value}`
    case 'certificateNumber':
      return `giấy chứng nhận số ${value}`
    case 'decisionDate':
    case 'validUntil':
      return formatDate(String(value))
    default:
      return assertNever(field)
  }
}

/** `quyết định số 55/QĐ-UBND ngày 20/12/2025`, as much of it as is known. */
export function toldDecision({ decisionNumber, decisionDate, decisionYear }: ListedRecognition): string {
  const day = decisionDate === null ? null : `ngày ${formatDate(decisionDate)}`
  const when = day ?? (decisionYear === null ? null : `năm ${decisionYear}`)
  if (decisionNumber === null) return when === null ? 'quyết định chưa rõ số và ngày' : `quyết định ${when} chưa rõ số`
  return `quyết định số ${decisionNumber}${when === null ? '' : ` ${when}`}`
}

/** `3 sao theo quyết định số 11/QĐ-UBND ngày 20/12/2023`. */
export function toldRecognition(said: ListedRecognition): string {
  return `${said.star === null ? 'công nhận chưa rõ hạng sao' : toldValue('star', said.star)} theo ${toldDecision(said)}`
}
