import { Checkbox } from '@mantine/core'
import type { RowChoice } from './use-row-choice.ts'

/** The box of one row; with Shift it takes everything on the way along. */
export function ChoiceBox({ id, label, choice }: { id: number; label: string; choice: RowChoice }) {
  return (
    <Checkbox
      size="xs"
      aria-label={label}
      checked={choice.chosen.has(id)}
      onClick={(event) => event.shiftKey && choice.stretchTo(id)}
      onChange={(event) => {
        const { nativeEvent } = event
        if (!(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)) choice.toggle(id)
      }}
    />
  )
}
