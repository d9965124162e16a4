import { readDay } from '../../../shared/domain/register/read-day.ts'
import { findDecisionNumbers } from '../../../shared/domain/register/read-decision.ts'
import type { ListSheet } from '../lists/list-sheet.ts'

/** The decision that a list says it goes with. */
export type TitleDecision = { readonly number: string; readonly day: string | null }

/** `(Kèm theo Quyết định số 456/QĐ-UBND ngày 12/12/2023 của UBND tỉnh)` above the head; null where nothing says so. */
export function readTitleDecision(sheet: ListSheet, top: number): TitleDecision | null {
  for (let row = 1; row < top; row += 1) {
    for (const { text } of sheet.cellsIn(row).values()) {
      if (!/(?:kèm theo|ban hành (?:kèm )?theo|theo)\s+(?:quyết định|qđ)/iu.test(text)) continue
      const [number] = findDecisionNumbers(text)
      const day = readDay(text)
      if (number !== undefined) return { number, day: day.kind === 'day' ? day.iso : null }
    }
  }
  return null
}
