import { Checkbox } from '@mantine/core'
import type { RowChoice } from './use-row-choice.ts'

/** The box of one row; with Shift it takes everything on the way along. ↑ and ↓ go from box to box, with Shift as in Excel. */
export function ChoiceBox({ id, label, choice }: { id: number; label: string; choice: RowChoice }) {
  return (
    <Checkbox
      size="xs"
      aria-label={label}
      checked={choice.chosen.has(id)}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
        if (step === null || event.altKey || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        if (event.shiftKey) choice.stretchBy(id, step)
        nextBox(event.currentTarget, step)?.focus()
      }}
      onClick={(event) => event.shiftKey && choice.stretchTo(id)}
      onChange={(event) => {
        const { nativeEvent } = event
        if (!(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)) choice.toggle(id)
      }}
    />
  )
}

/** Of the next row that has one, or of the one before; undefined at the end. */
function nextBox(box: HTMLInputElement, step: 1 | -1): HTMLInputElement | undefined {
  const boxes = [...(box.closest('tbody')?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])]
  return boxes[boxes.indexOf(box) + step]
}
