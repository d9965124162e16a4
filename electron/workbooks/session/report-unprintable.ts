import { columnLetter } from '../../../shared/domain/column-letter.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import type { Findings } from './findings.ts'
import type { WorkbookResources } from './session-import.ts'

/** Names each sign that no document can print, with its cell: on paper it would be an empty box. */
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
  const signsOf = new Map(found.map(({ text, signs }) => [text, signs]))
  for (const { cell, ...place } of places) {
    const signs = signsOf.get(cell.text)
    if (signs === undefined) continue
    findings.at(place, cell).notice(`Văn bản không in được ký hiệu ${signs.join(' ')}, trên giấy sẽ là ô trống`)
  }
}
