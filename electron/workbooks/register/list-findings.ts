import type { FindingLevel, ListFinding, RegisterRow } from '../../../shared/domain/register/register-list.ts'
import { writeAddress } from '../xlsx/address.ts'

/** What the reading of a list has to say, cell by cell. */
export type ListFindings = {
  readonly add: (level: FindingLevel, at: CellPlace, reason: string) => void
  /** Sorted by row and column. */
  readonly all: () => readonly ListFinding[]
  readonly stateOf: (row: number) => RegisterRow['state']
}

export type CellPlace = { readonly row: number; readonly column: number }

export function collectListFindings(sheet: string): ListFindings {
  const found: (CellPlace & { readonly finding: ListFinding })[] = []
  const worst = new Map<number, FindingLevel>()
  return {
    add: (level, { row, column }, reason) => {
      found.push({ row, column, finding: { sheet, cell: writeAddress(row, column), level, reason } })
      const before = worst.get(row) ?? 'note'
      if (before !== 'fault' && level !== 'note') worst.set(row, level)
    },
    all: () => found.toSorted((a, b) => a.row - b.row || a.column - b.column).map(({ finding }) => finding),
    stateOf: (row) => {
      const level = worst.get(row)
      return level === 'fault' ? 'faulty' : level === 'doubt' ? 'doubtful' : 'sound'
    },
  }
}
