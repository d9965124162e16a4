import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListYear } from '../api/list-year.ts'
import { CommandButton } from './CommandButton.tsx'
import { EmptyState } from './EmptyState.tsx'
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

/** The year of a list, or all of them; not there where the one year of the file is all that is shown. */
export function YearSelect({ label, years, year, textOf, onYear }: Props) {
  const { t } = useTranslation('years')
  if (isWhole(years, year)) return null
  const offered = [...new Set([...years, ...(year === 'all' ? [] : [year])])].toSorted((a, b) => b - a)
  return (
    <Select
      className={textOf === undefined ? classes.year : classes.yearNamed}
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

/** True where no year that is not shown has anything. */
const isWhole = (years: readonly number[], year: ListYear): boolean =>
  new Set(years).size < 2 && (year === 'all' || years.includes(year))

/** Of a list that nothing is left in: where its year may be why, says so, and shows every year at one key. */
export function NoneInYear({ years, year, onAll, children }: NoneProps) {
  const { t } = useTranslation('years')
  if (year === 'all' || isWhole(years, year)) return <div className={classes.none}>{children}</div>
  return (
    <div className={classes.none}>
      <span role="status">{t('none', { year })}</span>
      <AllYearsButton years={years} year={year} onAll={onAll} />
    </div>
  )
}

type EmptyProps = NoneProps & {
  readonly titleOf: (year: ListYear) => string
  /** How the first row comes. */
  readonly action: ReactNode
}

/** Of a list without any row in its year: how the first one comes, and every year at one key. */
export function EmptyYear({ titleOf, action, children, ...shown }: EmptyProps) {
  return (
    <EmptyState
      title={titleOf(shown.year)}
      action={
        <>
          {action}
          <AllYearsButton {...shown} />
        </>
      }
    >
      {children}
    </EmptyState>
  )
}

/** Not there where all years would show no more. */
function AllYearsButton({ years, year, onAll }: Omit<NoneProps, 'children'>) {
  const { t } = useTranslation('years')
  if (year === 'all' || isWhole(years, year)) return null
  return <CommandButton id="list.allYears" title={t('showAll')} shortcut="alt+a" variant="default" run={onAll} />
}
