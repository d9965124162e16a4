import { SearchSelect } from './SearchSelect.tsx'
import classes from '../list-filter.module.css'

type Props = {
  readonly label: string
  /** What takes the filter back. */
  readonly all: string
  /** Stands there while nothing is chosen; left out: `all`. */
  readonly placeholder?: string
  readonly value: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChoose: (value: string | undefined) => void
}

/** One filter of a list that is chosen from many: what takes it back is found by keys like the rest. */
export function FilterSelect({ label, all, placeholder = all, value, options, onChoose }: Props) {
  return (
    <SearchSelect
      className={classes.field}
      aria-label={label}
      placeholder={placeholder}
      limit={100}
      value={value ?? null}
      data={[...(value === undefined ? [] : [{ value: '', label: all }]), ...options]}
      onChange={(chosen) => onChoose(chosen === '' || chosen === null ? undefined : chosen)}
    />
  )
}
