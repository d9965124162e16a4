import type { RegisterRow } from '../../../shared/domain/register/register-list.ts'
import { stripMarks } from '../../../shared/domain/vietnamese/fold.ts'
import type { ListSheet } from '../lists/list-sheet.ts'
import type { CellPlace, ListFindings } from './list-findings.ts'
import { listReasons } from './list-reasons.ts'

type TitleYearInput = {
  readonly sheet: ListSheet
  /** The first row of the head. */
  readonly top: number
  readonly rows: readonly RegisterRow[]
  readonly findings: ListFindings
}

/** A title may be a former year's: where it names one year and rows were decided in another, that is noted at it, once. */
export function tellYearOfTitle({ sheet, top, rows, findings }: TitleYearInput): void {
  const title = findTitleYear(sheet, top)
  if (title === null) return
  const others = rows.flatMap(({ row, recognitions: [latest] }) => {
    const year = latest?.decisionYear ?? title.year
    return year === title.year ? [] : [{ row, year }]
  })
  if (others.length === 0) return
  const named = others.slice(0, mostNamed).map(({ row, year }) => `dòng ${row} (năm ${year})`)
  const more = others.length > mostNamed ? ` và ${others.length - mostNamed} dòng khác` : ''
  findings.add('note', title.at, listReasons.yearOfTitle(title.year, `${named.join(', ')}${more}`))
}

const mostNamed = 3

type TitleYear = { readonly year: number; readonly at: CellPlace }

/** The year of decisions that the titles above the head name; null for none, for several, and for one up to or from which they go. */
function findTitleYear(sheet: ListSheet, top: number): TitleYear | null {
  const found: TitleYear[] = []
  for (let row = 1; row < top; row += 1) {
    for (const { text, column, area } of sheet.cellsIn(row).values()) {
      if (area !== null && (area.top < row || area.left < column)) continue
      const plain = stripMarks(text).replace(/\s+/gu, ' ')
      if (!/\b(?:san pham|ocop|danh sach|danh muc|ket qua|bieu|bang)\b/.test(plain)) continue
      if (isSpan.test(plain) || isOfOtherYear.test(plain)) return null
      // The year of a day, as of the decision that the list goes with, is none of the list's.
      for (const [, year] of plain.replace(dayInWords, ' ').matchAll(/\bnam (20\d{2})(?![\d/])/g))
        found.push({ year: Number(year), at: { row, column } })
    }
  }
  return new Set(found.map(({ year }) => year)).size === 1 ? (found[0] ?? null) : null
}

const isSpan =
  /\b(?:den|tu|truoc|sau|het|giai doan|cac)(?: het)?(?: ngay[^,;]*)? nam 20\d{2}|20\d{2} ?[-–—] ?20\d{2}|giai doan/
/** A list of what lapses or is planned in a year. */
const isOfOtherYear = /\bhet (?:han|hieu luc|thoi han)\b|\b(?:dang ky|de nghi|de xuat|ke hoach|du kien)\b/
const dayInWords = /(?:ngay )?[\d.…]+ thang [\d.…]+,? nam 20\d{2}/g
