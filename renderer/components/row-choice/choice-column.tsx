import { Checkbox } from '@mantine/core'
import type { Column } from '../DataTable.tsx'
import { ChoiceBox } from './ChoiceBox.tsx'
import type { RowChoice } from './use-row-choice.ts'

type Choosing<Row> = {
  readonly choice: RowChoice
  /** What can be chosen of the list. */
  readonly ids: readonly number[]
  readonly idOf: (row: Row) => number
  /** Of the box in the head, which chooses all of them or none. */
  readonly all: string
  readonly one: (row: Row) => string
}

/** The column of boxes before the rows of a list. */
export function choiceColumn<Row>({ choice, ids, idOf, all, one }: Choosing<Row>): Column<Row> {
  const offered = new Set(ids)
  const areAllChosen = ids.length > 0 && choice.chosen.size === offered.size
  return {
    key: 'chosen',
    width: '40px',
    head: (
      <Checkbox
        size="xs"
        aria-label={all}
        checked={areAllChosen}
        indeterminate={choice.chosen.size > 0 && !areAllChosen}
        onChange={() => (areAllChosen ? choice.clear() : choice.choose(ids))}
      />
    ),
    cell: (row) => offered.has(idOf(row)) && <ChoiceBox id={idOf(row)} label={one(row)} choice={choice} />,
  }
}
