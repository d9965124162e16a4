import { columnLetter } from '../../../shared/domain/column-letter.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import type { Findings } from './findings.ts'
import type { WorkbookResources } from './session-import.ts'

/** Names each sign that no document can print, with its cell, and what stands on paper instead. */
export function reportUnprintable(
  findings: Findings,
  sheets: readonly PlainSheet[],
  unprintable: WorkbookResources['unprintable'],
): void {
  const places = sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ number, cells }) =>
      [...cells].flatMap(([column, cell]) =>
        cell.kind === 'text' ? [{ sheet: name, row: number, column: columnLetter(column), cell }] : [],
      ),
    ),
  )
  const found = unprintable?.(places.map(({ cell }) => cell.text)) ?? []
  const foundOf = new Map(found.map((each) => [each.text, each]))
  for (const { cell, ...place } of places) {
    const odd = foundOf.get(cell.text)
    if (odd === undefined) continue
    findings
      .at(place, cell)
      .notice(`Văn bản không in được ký hiệu ${odd.signs.join(' ')}, trên giấy sẽ là “${odd.printed}”`)
  }
}
