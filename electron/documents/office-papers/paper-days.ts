import { isIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import type { PaperDays } from '../../../shared/domain/session/doubts.ts'
import type { PaperModel } from '../letter/model.ts'

/**
 * The days that a paper cites and counts up to, read from its sentences, so that no list beside them grows old: a date behind
 * a number or in a legal basis is of what is cited, one behind "tính đến" of what is counted. What stands elsewhere, as in a
 * table, is given.
 */
export function withDaysInText(
  { blocks }: Pick<PaperModel, 'blocks'>,
  { cited = [], counted = [], announced = [] }: Partial<PaperDays>,
): PaperDays {
  const bases = blocks.flatMap((block) => (block.kind === 'basis' ? [block.text] : []))
  const sentences = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []))
  return {
    cited: [
      ...cited,
      ...bases.flatMap((text) => daysIn(text, anyDate)),
      ...sentences.flatMap((text) => daysIn(text, ofNumber)),
    ],
    counted: [...counted, ...sentences.flatMap((text) => daysIn(text, upTo))],
    announced,
  }
}

/** `ngày 09 tháng 02 năm 2026`, or as people type it: `ngày 9/2/2026`. */
const date = String.raw`ngày\s+(\d{1,2})(?:\s+tháng\s+|[/.-])(\d{1,2})(?:\s+năm\s+|[/.-])(\d{4})`
const anyDate = new RegExp(date, 'giu')
const ofNumber = new RegExp(String.raw`số\s+[^\s;,]+\s+${date}`, 'giu')
const upTo = new RegExp(String.raw`tính đến\s+${date}`, 'giu')

const daysIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)]
    .map(([, day = '', month = '', year]) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    .filter(isIsoDate)
