import { isBlankMark } from '../../../shared/domain/register/marks.ts'
import { figuresOfDay, findDays, readDay } from '../../../shared/domain/register/read-day.ts'
import type { RegisterField } from '../../../shared/domain/register/register-list.ts'
import { isFailure, readStar } from '../../../shared/domain/register/read-star.ts'
import { readNumberText } from '../../../shared/domain/vietnamese/read-number-text.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { faultyKind } from '../xlsx/faulty-kind.ts'
import { dayOfSerial } from '../xlsx/serial-day.ts'
import { showCell } from '../xlsx/plain-sheet.ts'
import type { ListCell } from '../lists/list-sheet.ts'
import type { RowCells } from './row-cells.ts'
import { listReasons } from './list-reasons.ts'
import type { CellPlace, ListFindings } from './list-findings.ts'
import { isAmbiguousDay, turnedDay } from './month-first.ts'

/** Readers of a row's cells: each says at the cell what is wrong or doubtful about it, and gives null for what says nothing. */
export type CellReader = {
  readonly text: (field: RegisterField) => string | null
  readonly star: (field: RegisterField) => number | null
  readonly score: (field: RegisterField) => number | null
  /** `choose`: which of several ISO days, null for the first of a decision's, the last of an end's. */
  readonly day: (field: RegisterField, choose?: ChooseDay) => ReadDate | null
  /** The months that a cell says instead of a day: `36 tháng`. */
  readonly term: (field: RegisterField) => number | null
  readonly year: (field: RegisterField) => number | null
  readonly place: (field: RegisterField) => CellPlace
  /** Whether a column of the field shows something. */
  readonly has: (field: RegisterField) => boolean
  /** Whether a fault of that cell was said: what follows from it needs no second word. */
  readonly isFaulty: (field: RegisterField) => boolean
}

/** `iso` is null where only the year is known. */
export type ReadDate = { readonly iso: string | null; readonly year: number }

type DayOf = { readonly isEnd: boolean; readonly choose: ChooseDay | undefined }
type ChooseDay = (days: readonly string[]) => string | null

type ReaderInput = {
  readonly cells: RowCells
  readonly findings: ListFindings
  readonly is1904: boolean
  /** The cell that shows that a column's days may be written month first, null where none does. */
  readonly monthFirstAt: (column: number) => string | null
}

/** Before it no product was recognised anywhere: the programme began in Quảng Ninh in 2013. */
const firstYear = 2013
const lastYear = 2100

export function readerOf({ cells: { row, byField }, findings, is1904, monthFirstAt }: ReaderInput): CellReader {
  const faulty = new Set<number>()
  const say = (level: 'fault' | 'doubt' | 'note', { column }: ListCell, reason: string) => {
    if (level === 'fault') faulty.add(column)
    findings.add(level, { row, column }, reason)
  }
  const sound = (field: RegisterField): ListCell | null => {
    const found = byField.get(field)
    if (found === undefined) return null
    const fault = faultyKind(found.cell)
    if (fault !== null) say('fault', found, listReasons.unreadableCell(fault))
    return fault === null ? found : null
  }
  const asDay = (found: ListCell, text: string, { isEnd, choose }: DayOf): ReadDate | null => {
    const reading = readDay(text)
    switch (reading.kind) {
      case 'day': {
        const days = findDays(text)
        const chosen = choose?.(days) ?? (isEnd ? days.at(-1) : undefined)
        const iso = chosen ?? reading.iso
        if (days.length > 1) say('doubt', found, listReasons.severalDays(text, iso))
        else if (reading.rest !== '' || reading.how === 'no-signs')
          say('doubt', found, listReasons.readAsDay(text, iso))
        else if (reading.how === 'two-digit-year') say('note', found, listReasons.twoDigitYear(text, iso))
        else if (reading.how === 'month-first') say('doubt', found, listReasons.monthFirst(text, iso))
        return (figuresOfDay(text) === null ? inYears : inOrder)(found, { iso, year: Number(iso.slice(0, 4)) })
      }
      case 'month':
      case 'quarter':
      case 'year':
        say('doubt', found, listReasons[lessThanDay[reading.kind]](text))
        return inYears(found, { iso: null, year: reading.year })
      case 'term':
        if (isEnd) say('note', found, listReasons.termNoDay(text))
        else say('doubt', found, listReasons.notADay(text))
        return null
      case 'wrong':
        say('fault', found, listReasons.noSuchDay(reading.text))
        return null
      case 'none':
        // The end is counted from the decision: no row is kept back for it.
        say(isEnd ? 'doubt' : 'fault', found, listReasons.notADay(text))
        return null
      default:
        return assertNever(reading)
    }
  }
  const inOrder = (found: ListCell, date: ReadDate): ReadDate => {
    const at = date.iso !== null && isAmbiguousDay(date.iso) ? monthFirstAt(found.column) : null
    if (at !== null && date.iso !== null) say('doubt', found, listReasons.eitherDay(date.iso, turnedDay(date.iso), at))
    return inYears(found, date)
  }
  const inYears = (found: ListCell, date: ReadDate): ReadDate => {
    if (date.year < firstYear || date.year > lastYear) say('doubt', found, listReasons.outsideProgramme(date.year))
    return date
  }
  return {
    isFaulty: (field) => faulty.has(byField.get(field)?.column ?? 0),
    has: (field) => byField.has(field),
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
      if (cell.kind === 'date' && !isOfDecision(field)) say('doubt', found, listReasons.textBecameDate())
      return cell.kind === 'date' ? formatDate(cell.iso) : isBlankMark(found.text) ? null : found.text
    },
    star: (field) => {
      const found = sound(field)
      if (found === null || isBlankMark(found.text)) return null
      const reading = readStar(found.text)
      if (reading.kind === 'none-reached') return null
      if (reading.kind === 'wrong') {
        say('fault', found, listReasons.notAStar(showCell(found.cell)))
        return null
      }
      if (reading.more) say('doubt', found, listReasons.starAndMore(found.text, reading.star))
      else if (reading.from !== undefined)
        say('note', found, listReasons.starRaised(found.text, reading.from, reading.star))
      return reading.star
    },
    score: (field) => {
      const found = sound(field)
      if (found === null || isBlankMark(found.text) || isFailure(found.text)) return null
      const { cell } = found
      const reading =
        cell.kind === 'number'
          ? ({ kind: 'number', value: cell.value } as const)
          : readNumberText(found.text.replace(/\s*(?:điểm|đ)\.?$/iu, '').replace(/\s*\/\s*100$/u, ''))
      if (reading.kind === 'number' && reading.value >= 0 && reading.value <= 100) return reading.value
      say('fault', found, listReasons.notAScore(found.text))
      return null
    },
    day: (field, choose) => {
      const found = sound(field)
      if (found === null || isBlankMark(found.text)) return null
      const { cell } = found
      if (cell.kind === 'date' && cell.iso < '1901') {
        say('fault', found, listReasons.timeForDay())
        return null
      }
      if (cell.kind === 'date') return inOrder(found, { iso: cell.iso, year: Number(cell.iso.slice(0, 4)) })
      if (isFailure(found.text)) return null
      const isEnd = field.startsWith('validUntil')
      const months = isEnd ? monthsAlone(found.text) : null
      if (months !== null) {
        say('note', found, listReasons.termNoDay(`${months} tháng`))
        return null
      }
      const serial = cell.kind === 'number' ? cell.value : /^\d{5}$/.test(found.text) ? Number(found.text) : 0
      if (serial < 10_000) return asDay(found, found.text, { isEnd, choose })
      const iso = dayOfSerial(serial, is1904)
      if (iso === null) return asDay(found, found.text, { isEnd, choose })
      say('note', found, listReasons.serialDay(found.text, iso))
      return inYears(found, { iso, year: Number(iso.slice(0, 4)) })
    },
    term: (field) => {
      const text = byField.get(field)?.text ?? ''
      if (text === '') return null
      const months = monthsAlone(text)
      if (months !== null) return months
      const reading = readDay(text)
      return reading.kind === 'term' ? reading.months : null
    },
    year: (field) => {
      const found = sound(field)
      if (found === null || isBlankMark(found.text) || isFailure(found.text)) return null
      if (found.cell.kind === 'date') return Number(found.cell.iso.slice(0, 4))
      const year = /(?<!\d)(20\d{2})(?!\d)/.exec(found.text)?.[1]
      if (year === undefined) say('fault', found, listReasons.notAYear(found.text))
      return year === undefined ? null : Number(year)
    },
  }
}

/** `36` where an end is said: no day, and a certificate is good for years. */
const monthsAlone = (text: string): number | null => (/^(?:[1-9]\d|1[0-2]\d)$/.test(text) ? Number(text) : null)

const lessThanDay = { month: 'noDayOfMonth', quarter: 'noDayOfQuarter', year: 'noDayOfYear' } as const

/** A day in the cell of a decision's number may be meant: `readTime` says what it makes of it. */
const isOfDecision = (field: RegisterField): boolean => /^decision(?:Number)?[12]?$/.test(field)
