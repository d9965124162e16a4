import { readDay } from '../../../shared/domain/register/read-day.ts'
import type { RegisterField } from '../../../shared/domain/register/register-list.ts'
import { readStar } from '../../../shared/domain/register/read-star.ts'
import { readNumberText } from '../../../shared/domain/vietnamese/read-number-text.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { faultyKind } from '../xlsx/faulty-kind.ts'
import { dayOfSerial } from '../xlsx/serial-day.ts'
import type { ListCell } from '../lists/list-sheet.ts'
import type { RowCells } from './row-cells.ts'
import { listReasons } from './list-reasons.ts'
import type { CellPlace, ListFindings } from './list-findings.ts'

/** Readers of a row's cells: each says at the cell what is wrong or doubtful about it, and gives null for what says nothing. */
export type CellReader = {
  readonly text: (field: RegisterField) => string | null
  readonly star: (field: RegisterField) => number | null
  readonly score: (field: RegisterField) => number | null
  readonly day: (field: RegisterField) => ReadDate | null
  readonly year: (field: RegisterField) => number | null
  readonly place: (field: RegisterField) => CellPlace
}

/** `iso` is null where only the year is known. */
export type ReadDate = { readonly iso: string | null; readonly year: number }

type ReaderInput = { readonly cells: RowCells; readonly findings: ListFindings; readonly is1904: boolean }

/** Before it no product was recognised anywhere: the programme began in Quảng Ninh in 2013. */
const firstYear = 2013
const lastYear = 2100

export function readerOf({ cells: { row, byField }, findings, is1904 }: ReaderInput): CellReader {
  const say = (level: 'fault' | 'doubt' | 'note', { column }: ListCell, reason: string) =>
    findings.add(level, { row, column }, reason)
  const sound = (field: RegisterField): ListCell | null => {
    const found = byField.get(field)
    if (found === undefined) return null
    const fault = faultyKind(found.cell)
    if (fault !== null) say('fault', found, listReasons.unreadableCell(fault))
    return fault === null ? found : null
  }
  const asDay = (found: ListCell, text: string): ReadDate | null => {
    const reading = readDay(text)
    if (reading.kind === 'day') {
      if (reading.how === 'two-digit-year') say('note', found, listReasons.twoDigitYear(text, reading.iso))
      if (reading.how === 'month-first') {
        say('doubt', found, listReasons.monthFirst(text, reading.iso))
      }
      return inYears(found, { iso: reading.iso, year: Number(reading.iso.slice(0, 4)) })
    }
    if (reading.kind === 'month' || reading.kind === 'year') {
      say('doubt', found, listReasons[reading.kind === 'year' ? 'noDayOfYear' : 'noDayOfMonth'](text))
      return inYears(found, { iso: null, year: reading.year })
    }
    if (reading.kind === 'wrong') say('fault', found, listReasons.noSuchDay(reading.text))
    else say('fault', found, listReasons.notADay(text))
    return null
  }
  const inYears = (found: ListCell, date: ReadDate): ReadDate => {
    if (date.year < firstYear || date.year > lastYear) say('doubt', found, listReasons.outsideProgramme(date.year))
    return date
  }
  return {
    place: (field) => ({ row, column: byField.get(field)?.column ?? 1 }),
    text: (field) => {
      const found = sound(field)
      if (found === null) return null
      const { cell } = found
      if (cell.kind === 'text' && cell.old !== undefined) {
        say('doubt', found, listReasons.oldEncoding(cell.old.encoding, cell.old.unicode))
      }
      if (cell.kind === 'text' && cell.hidden !== undefined && cell.hidden > 0) {
        say('note', found, listReasons.hiddenSigns(cell.hidden))
      }
      if (cell.kind === 'date') say('doubt', found, listReasons.textBecameDate())
      return cell.kind === 'date' ? formatDate(cell.iso) : found.text === '' ? null : found.text
    },
    star: (field) => {
      const found = sound(field)
      if (found === null || isBlankMark(found.text)) return null
      const reading = readStar(found.text)
      if (reading.kind === 'none-reached') return null
      if (reading.kind === 'wrong') {
        say('fault', found, listReasons.notAStar(found.text))
        return null
      }
      if (reading.more) say('doubt', found, listReasons.starAndMore(found.text, reading.star))
      return reading.star
    },
    score: (field) => {
      const found = sound(field)
      if (found === null || isBlankMark(found.text)) return null
      const { cell } = found
      const reading =
        cell.kind === 'number'
          ? ({ kind: 'number', value: cell.value } as const)
          : readNumberText(found.text.replace(/\s*(?:điểm|đ)\.?$/iu, '').replace(/\s*\/\s*100$/u, ''))
      if (reading.kind === 'number' && reading.value >= 0 && reading.value <= 100) return reading.value
      say('fault', found, listReasons.notAScore(found.text))
      return null
    },
    day: (field) => {
      const found = sound(field)
      if (found === null || isBlankMark(found.text)) return null
      const { cell } = found
      if (cell.kind === 'date') return inYears(found, { iso: cell.iso, year: Number(cell.iso.slice(0, 4)) })
      if (cell.kind !== 'number' || cell.value < 10_000) return asDay(found, found.text)
      const iso = dayOfSerial(cell.value, is1904)
      if (iso === null) return asDay(found, found.text)
      say('note', found, listReasons.serialDay(found.text, iso))
      return inYears(found, { iso, year: Number(iso.slice(0, 4)) })
    },
    year: (field) => {
      const found = sound(field)
      if (found === null || isBlankMark(found.text)) return null
      if (found.cell.kind === 'date') return Number(found.cell.iso.slice(0, 4))
      const year = /(?<!\d)(20\d{2})(?!\d)/.exec(found.text)?.[1]
      if (year === undefined) say('fault', found, listReasons.notAYear(found.text))
      return year === undefined ? null : Number(year)
    },
  }
}

/** What people put where there is nothing to say. */
function isBlankMark(text: string): boolean {
  return /^[-–—./\\x]*$/iu.test(text)
}
