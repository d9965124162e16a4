import { assertNever } from '../../../shared/domain/assert-never.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'

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
