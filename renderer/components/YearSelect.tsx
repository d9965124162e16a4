import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListYear } from '../api/list-year.ts'
import { CommandButton } from './CommandButton.tsx'
import classes from './list-filter.module.css'

type Props = {
  /** Which year of its rows it is. */
  readonly label: string
  /** That have any; the one shown is offered anyway. */
  readonly years: readonly number[]
  readonly year: ListYear
  readonly textOf?: (year: number) => string
  readonly onYear: (year: ListYear) => void
}

/** The year of a list, or all of them; not there where the file has one year alone. */
export function YearSelect({ label, years, year, textOf, onYear }: Props) {
  const { t } = useTranslation('years')
  const offered = [...new Set([...years, ...(year === 'all' ? [] : [year])])].toSorted((a, b) => b - a)
  if (offered.length < 2) return null
  return (
    <Select
      className={classes.year}
      aria-label={label}
      allowDeselect={false}
      value={String(year)}
      data={[
        { value: 'all', label: t('all') },
        ...offered.map((one) => ({ value: String(one), label: textOf?.(one) ?? t('year', { year: one }) })),
      ]}
      onChange={(chosen) => chosen !== null && onYear(chosen === 'all' ? chosen : Number(chosen))}
    />
  )
}

type NoneProps = Pick<Props, 'years' | 'year'> & {
  readonly onAll: () => void
  /** What is said where no year is the reason. */
  readonly children?: ReactNode
}

/** Of a list that nothing is left in: where another year may have it, says so, and shows every year at one key. */
export function NoneInYear({ years, year, onAll, children }: NoneProps) {
  const { t } = useTranslation('years')
  if (year === 'all' || !years.some((one) => one !== year)) return <div className={classes.none}>{children}</div>
  return (
    <div className={classes.none}>
      <span role="status">{t('none', { year })}</span>
      <AllYearsButton onAll={onAll} />
    </div>
  )
}

export function AllYearsButton({ onAll }: { readonly onAll: () => void }) {
  const { t } = useTranslation('years')
  return <CommandButton id="list.allYears" title={t('showAll')} shortcut="alt+a" variant="default" run={onAll} />
}
