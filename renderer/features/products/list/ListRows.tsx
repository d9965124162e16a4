import { NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts'
import type { PreviewRow } from '../../../../shared/domain/register/preview-rows.ts'
import type { ListFinding } from '../../../../shared/domain/register/register-list.ts'
import { CopyTable } from '../../../components/CopyTable.tsx'
import { DataTable, type Column } from '../../../components/DataTable.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { Stars } from '../../../components/Stars.tsx'
import { StateMark, type StateTone } from '../../../components/StateMark.tsx'
import { wholeNumber } from '../../../components/whole-number.ts'
import { Pager } from '../../../components/Pager.tsx'
import { WordsField } from '../../../components/WordsField.tsx'
import classes from './ListImport.module.css'
import { isFound, isShown, rowFilters, type ReasonedRow, type RowFilter } from './list-row.ts'
import { useCopiedRows } from './use-copied-rows.ts'

const pageSize = 50

type ListRowsProps = {
  rows: readonly ReasonedRow[]
  filter: RowFilter
  onFilter: (filter: RowFilter) => void
}

/** The rows of the list as they were understood, page by page, each reason at its cell. */
export function ListRows({ rows, filter, onFilter }: ListRowsProps) {
  const { t } = useTranslation('register')
  const [page, setPage] = useState(1)
  const [query, setQuery] = useState<string | undefined>(undefined)
  const found = useMemo(() => (query === undefined ? rows : rows.filter((row) => isFound(row, query))), [rows, query])
  const shown = useMemo(() => found.filter((row) => isShown(row, filter)), [found, filter])
  const columns = useColumns()
  const copied = useCopiedRows()
  const last = Math.max(1, Math.ceil(shown.length / pageSize))
  const at = Math.min(page, last)
  return (
    <>
      <div className={classes.tools}>
        <WordsField
          commandId="products.list.find"
          label={t('filter.words')}
          placeholder={t('filter.placeholder')}
          query={query}
          onQuery={(words) => {
            setQuery(words)
            setPage(1)
          }}
        />
        <NativeSelect
          aria-label={t('filter.label')}
          value={filter}
          data={rowFilters.map((value) => {
            const count = value === filter ? shown.length : found.filter((row) => isShown(row, value)).length
            return { value, label: t(`filter.${value}`, { shown: wholeNumber(count) }) }
          })}
          onChange={({ currentTarget: { value } }) => {
            onFilter(rowFilters.find((known) => known === value) ?? 'all')
            setPage(1)
          }}
        />
        <CopyTable title={t('rows.caption')} heads={copied.heads} rows={() => shown.map(copied.cellsOf)} />
      </div>
      {shown.length === 0 ? (
        <p className={classes.note}>{t('filter.nothing')}</p>
      ) : (
        <DataTable
          caption={t('rows.caption')}
          columns={columns}
          rows={shown.slice((at - 1) * pageSize, at * pageSize)}
          rowKey={({ row }) => row.row}
          minWidth="880px"
        />
      )}
      <Pager feature="products" page={at} pageSize={pageSize} total={shown.length} onPage={setPage} />
    </>
  )
}

const tones = { sound: 'good', doubtful: 'attention', faulty: 'wrong' } as const satisfies Record<
  PreviewRow['state'],
  StateTone
>

function useColumns(): readonly Column<ReasonedRow>[] {
  const { t } = useTranslation('register')
  return [
    { key: 'row', head: t('rows.row'), width: '64px', cell: ({ row }) => row.row },
    {
      key: 'state',
      head: t('rows.state'),
      width: '132px',
      cell: ({ row: { state, change }, reasons }) => (
        <>
          <StateMark tone={tones[state]}>{t(`state.${state}`)}</StateMark>
          {state !== 'faulty' && <span className={classes.line}>{t(`change.${change}`)}</span>}
          <Reasons of={reasons.other} />
        </>
      ),
    },
    {
      key: 'product',
      head: t('field.product'),
      isRowHead: true,
      cell: ({ row: { values, details }, reasons }) => (
        <>
          <b>{values.product ?? '–'}</b>
          {details.code !== '' && <span className={classes.line}>{details.code}</span>}
          <Reasons of={reasons.product} />
        </>
      ),
    },
    {
      key: 'producer',
      head: t('field.producer'),
      width: '21%',
      cell: ({ row: { values }, reasons }) => (
        <>
          {values.producer ?? '–'}
          {values.kind !== null && <span className={classes.line}>{values.kind}</span>}
          <Reasons of={reasons.producer} />
        </>
      ),
    },
    {
      key: 'place',
      head: t('rows.place'),
      width: '13%',
      cell: ({ row: { values }, reasons }) => (
        <>
          {[values.commune, values.district].filter((part) => part !== null).join(', ')}
          <Reasons of={reasons.place} />
        </>
      ),
    },
    {
      key: 'star',
      head: t('field.star'),
      width: '96px',
      cell: ({ row: { values }, reasons }) => (
        <>
          {values.star !== null && <Stars star={values.star} size={13} hasWord={false} />}
          {values.score !== null && (
            <span className={classes.line}>{t('rows.score', { score: String(values.score).replace('.', ',') })}</span>
          )}
          <Reasons of={reasons.star} />
        </>
      ),
    },
    {
      key: 'decision',
      head: t('rows.decision'),
      width: '18%',
      cell: ({ row: { values, recognitionCount }, reasons }) => (
        <>
          {values.decisionNumber}
          {values.decisionDate !== null && <span className={classes.line}>{formatDate(values.decisionDate)}</span>}
          {values.validUntil !== null && (
            <span className={classes.line}>{t('rows.until', { date: formatDate(values.validUntil) })}</span>
          )}
          {recognitionCount > 1 && (
            <span className={classes.line}>{t('rows.earlier', { count: recognitionCount - 1 })}</span>
          )}
          <Reasons of={reasons.decision} />
        </>
      ),
    },
  ]
}

/** What is said of the cells that a cell of the table stands for, each with the name that it has in Excel. */
export function Reasons({ of = [] }: { of: readonly ListFinding[] | undefined }) {
  return of.map(({ cell, level, reason }, place) => (
    // oxlint-disable-next-line react/no-array-index-key -- a cell may have the same said twice; they never move
    <span key={place} className={classes.reason} data-level={level}>
      {level !== 'note' && <Icon name="warning" size={13} />}
      <span>
        <b>{cell}</b> {reason}
      </span>
    </span>
  ))
}
