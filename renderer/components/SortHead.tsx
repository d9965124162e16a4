import { Icon } from './Icon.tsx'
import classes from './Table.module.css'

type Props = {
  readonly name: string
  /** By it the rows stand; null where they stand otherwise. */
  readonly direction: 'ascending' | 'descending' | null
  /** What pressing it does. */
  readonly title: string
  readonly onSort: () => void
}

/** The head of a column that rows are sorted by; its cell says `aria-sort`. */
export function SortHead({ name, direction, title, onSort }: Props) {
  return (
    <button type="button" className={classes.sort} title={title} onClick={onSort}>
      {name}
      {direction !== null && <Icon name={direction === 'descending' ? 'down' : 'up'} size={12} />}
    </button>
  )
}
