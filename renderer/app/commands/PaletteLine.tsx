import { memo } from 'react'
import { Keycaps } from '../../components/Keycaps.tsx'
import classes from './Palette.module.css'

type Props = {
  readonly id: string
  readonly title: string
  readonly note: string | undefined
  readonly shortcut: string | undefined
  readonly isChosen: boolean
  readonly onTake: (id: string) => void
}

/** What is found, drawn anew when it says something else. */
export const PaletteLine = memo(function PaletteLine({ id, title, note, shortcut, isChosen, onTake }: Props) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.line}
      data-action
      data-selected={isChosen || undefined}
      onClick={() => onTake(id)}
    >
      <span className={classes.text}>
        <span className={classes.title}>{title}</span>
        {note !== undefined && <span className={classes.note}>{note}</span>}
      </span>
      {shortcut !== undefined && <Keycaps shortcut={shortcut} />}
    </button>
  )
})
