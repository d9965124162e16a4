import type { Inspection, RouteFields } from '../../../../shared/api/inspections.ts'
import type { InspectionRules } from '../../../../shared/domain/aftercare/aftercare-rules.ts'
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

/** `số 07/GCN-UBND; Quyết định số 3163/QĐ-UBND ngày …; hạng 4 sao; hết hạn từ ngày …` */
export function certificateText({ code, recognition, recognisedOn, star, lapsesOn }: Inspection): string {
  const decision = [
    recognition === '' ? '' : `số ${recognition}`,
    recognisedOn === null ? '' : formatDecreeDate(recognisedOn),
  ]
    .filter((part) => part !== '')
    .join(' ')
  return [
    code === '' ? '' : `số ${code}`,
    decision === '' ? '' : `Quyết định ${decision}`,
    star === null ? '' : `hạng ${star} sao`,
    lapsesOn === null ? '' : `hết hạn từ ngày ${formatDate(lapsesOn)}`,
  ]
    .filter((part) => part !== '')
    .join('; ')
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
