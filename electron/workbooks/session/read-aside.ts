import { readClock } from '../../../shared/domain/calendar/read-clock.ts'
import { longestText } from '../../../shared/domain/vietnamese/normalise-input.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { Field } from './findings.ts'

// Columns that workbooks of before did not have, or had for the office's own use: what cannot be read of them is told and
// left out, and never keeps a workbook from being taken.

/** Text, of several lines where it is; empty where the cell is blank or no text. */
export function readAsideLines(field: Field, longest = longestText): string {
  const { cell } = field
  return cell.kind === 'text' && cell.lines !== undefined && cell.lines.length <= longest
    ? cell.lines
    : readAside(field, longest)
}

/** Text in one line; empty where the cell is blank or no text. */
export function readAside(field: Field, longest = longestText): string {
  const { cell } = field
  const text = cell.kind === 'text' ? cell.text : cell.kind === 'number' ? (cell.code ?? String(cell.value)) : ''
  if (text.length > longest) return leaveOut(field, '')
  return cell.kind === 'blank' || text !== '' ? text : leaveOut(field, '')
}

/** A time of the day as `08:05`, typed or as a spreadsheet keeps it (a part of a day); null for none. */
export function readAsideClock(field: Field): string | null {
  const { cell } = field
  if (cell.kind === 'number' && cell.value > 0 && cell.value < 1) return clockOf(Math.round(cell.value * 24 * 60))
  const text = readAside(field)
  return text === '' ? null : (readClock(text) ?? leaveOut(field, null))
}

/** A count up to `most`; 0 for none. */
export function readAsideCount(field: Field, most: number): number {
  const text = readAside(field)
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN
  return text === '' ? 0 : count <= most ? count : leaveOut(field, 0)
}

/** One word of a closed list; null for none. */
export function readAsideChoice<Value>(field: Field, choices: readonly (readonly [string, Value])[]): Value | null {
  const text = readAside(field)
  if (text === '') return null
  const choice = choices.find(([word]) => fold(word) === fold(text))
  return choice === undefined ? leaveOut(field, null) : choice[1]
}

function leaveOut<Nothing>({ title, notice }: Field, nothing: Nothing): Nothing {
  notice(`${title}: không đọc được nên bỏ qua`)
  return nothing
}

function clockOf(minutes: number): string | null {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
  return hour < 24 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null
}
