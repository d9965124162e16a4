import type { Inspection, RouteFields } from '../../../../shared/api/inspections.ts'
import type { InspectionRules } from '../../../../shared/domain/aftercare/aftercare-rules.ts'
import { assertNever } from '../../../../shared/domain/assert-never.ts'
import { formatDate, formatDecreeDate } from '../../../../shared/domain/calendar/format-date.ts'
import { text, type PaperBlock } from '../../letter/model.ts'
import type { IssuerFacts } from '../issuer.ts'

/** What papers of inspections share. */
export type InspectionPaperFacts = IssuerFacts & {
  /** Of the day that the paper is of. */
  readonly rules: InspectionRules
}

/** The lines of a text, without what a list would mark them by. */
export function linesIn(written: string): readonly string[] {
  return written
    .split('\n')
    .map((line) => line.replace(/^[-–•+\s]+/u, '').replace(/[\s;.]+$/u, ''))
    .filter((line) => line !== '')
}

/**
 * `Giấy chứng nhận số 07/GCN-UBND; Quyết định số 3163/QĐ-UBND ngày …; hạng 4 sao; có giá trị đến ngày …`: what nobody told
 * is room to write in, for who stands before the certificate itself.
 */
export function certificateText({ code, recognition, recognisedOn, star, ...term }: Inspection): string {
  const decided = recognisedOn === null ? 'ngày …… tháng …… năm ………' : formatDecreeDate(recognisedOn)
  return [
    `Giấy chứng nhận số ${code === '' ? '……………' : code}`,
    `Quyết định số ${recognition === '' ? '……………' : recognition} ${decided}`,
    `hạng ${star ?? '……'} sao`,
    `có giá trị đến ngày ${term.lapsesOn === null ? '………………' : formatDate(term.lapsesOn)}`,
    ...standingText(term),
  ].join('; ')
}

/** What the day of the inspection makes of it; nothing of one that is in force, or of which that is not known. */
function standingText({ standing, graceUntil }: Pick<Inspection, 'standing' | 'graceUntil'>): readonly string[] {
  switch (standing) {
    case 'lapsed':
      return ['đã hết hạn']
    case 'withdrawn':
      return ['đã bị thu hồi']
    case 'grace':
      return graceUntil === null
        ? []
        : [`đã hết hạn; được kéo dài không quá ngày ${formatDate(graceUntil)} nếu đã nộp hồ sơ`]
    case 'prolonged':
      return graceUntil === null
        ? []
        : [`được kéo dài đến khi có kết quả đánh giá lại, không quá ngày ${formatDate(graceUntil)}`]
    case 'in-force':
    case 'to-come':
    case 'starless':
    case 'unknown':
      return []
    default:
      return assertNever(standing)
  }
}

export function placeOf({ commune, district }: Pick<Inspection, 'commune' | 'district'>): string {
  return [commune, district].filter((part) => part !== '').join(', ')
}

/** `từ ngày 02/11/2026 đến ngày 06/11/2026`; empty where nobody said. */
export function daysText({ startsOn, endsOn }: Pick<RouteFields, 'startsOn' | 'endsOn'>): string {
  if (startsOn === null && endsOn === null) return ''
  if (startsOn === endsOn || endsOn === null) return `ngày ${formatDate(startsOn ?? '')}`
  if (startsOn === null) return `đến ngày ${formatDate(endsOn)}`
  return `từ ngày ${formatDate(startsOn)} đến ngày ${formatDate(endsOn)}`
}

/** Lines with their marks under a sentence, or room to write them in. */
export function linesOrRoom(lead: string, lines: readonly string[], room: number): readonly PaperBlock[] {
  return lines.length === 0
    ? [{ kind: 'field', label: lead, value: '', lines: room }]
    : [text(`${lead}:`), ...lines.map((line, index) => text(`- ${line}${index === lines.length - 1 ? '.' : ';'}`))]
}
