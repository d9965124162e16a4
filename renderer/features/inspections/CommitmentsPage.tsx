import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommitmentRow } from '../../../shared/api/inspections.ts'
import { commitmentStates, type CommitmentState } from '../../../shared/domain/aftercare/inspection-state.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import chipClasses from '../../components/chip.module.css'
import { CopyTable } from '../../components/CopyTable.tsx'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import { commitmentTones } from './inspection-tones.ts'
import classes from './Inspections.module.css'
import { SettleCommitment } from './SettleCommitment.tsx'

/** What producers promised, past its day first. */
export function CommitmentsPage() {
  const { t } = useTranslation('inspections')
  const [state, setState] = useState<CommitmentState | undefined>()
  const { data, error } = useQuery(orpc.aftercare.inspections.commitments.queryOptions({ input: { state } }))
  const isReadOnly = useIsReadOnly()
  const columns = useColumns(data?.day ?? '', isReadOnly)
  const total = commitmentStates.reduce((sum, one) => sum + (data?.counts[one] ?? 0), 0)
  const day = (date: string | null) => (date === null ? '' : formatDate(date))
  return (
    <Page
      title={t('commitment.title')}
      facts={
        data !== undefined && (
          <>
            <Link to="/inspections">{t('commitment.toInspections')}</Link> ·{' '}
            <span role="status">
              {t('commitment.total', { count: data.rows.length, shown: wholeNumber(data.rows.length) })}
            </span>{' '}
            · {t('asOf', { day: formatDate(data.day) })}
          </>
        )
      }
      actions={
        data !== undefined &&
        data.rows.length > 0 && (
          <CopyTable
            title={t('commitmentsAll')}
            heads={[
              t('commitment.column.what'),
              t('column.product'),
              t('column.producer'),
              t('column.place'),
              t('column.inspectedOn'),
              t('commitment.dueOn'),
              t('commitment.column.state'),
            ]}
            rows={() =>
              data.rows.map((one) => [
                one.what,
                one.productName,
                one.producerName,
                one.commune,
                day(one.inspectedOn),
                day(one.dueOn),
                t(`commitment.state.${one.state}`),
              ])
            }
          />
        )
      }
    >
      <ErrorNote error={error} />
      {data !== undefined && total === 0 && (
        <EmptyState title={t('commitment.empty')}>{t('commitment.emptyText')}</EmptyState>
      )}
      {data !== undefined && total > 0 && (
        <>
          <div className={classes.chips} role="group" aria-label={t('commitment.find')}>
            {commitmentStates
              .filter((one) => one === state || data.counts[one] > 0)
              .map((one) => (
                <button
                  key={one}
                  type="button"
                  className={chipClasses.chip}
                  aria-pressed={one === state}
                  onClick={() => setState(one === state ? undefined : one)}
                >
                  <StateMark tone={commitmentTones[one]}>{t(`commitment.state.${one}`)}</StateMark>
                  <span className={classes.soft}>{wholeNumber(data.counts[one])}</span>
                </button>
              ))}
          </div>
          <DataTable
            caption={t('commitment.title')}
            columns={columns}
            rows={data.rows}
            rowKey={({ id }) => id}
            minWidth="780px"
            maxHeight="max(260px, calc(100dvh - 260px))"
          />
        </>
      )}
    </Page>
  )
}

function useColumns(day: string, isReadOnly: boolean): readonly Column<CommitmentRow>[] {
  const { t } = useTranslation('inspections')
  return [
    {
      key: 'product',
      head: t('commitment.column.product'),
      isRowHead: true,
      width: '24%',
      cell: ({ inspectionId, productName, producerName, commune, inspectedOn }) => (
        <>
          <Link
            to="/inspections"
            search={{ ...(inspectedOn !== null && { year: Number(inspectedOn.slice(0, 4)) }), open: inspectionId }}
          >
            {productName}
          </Link>
          <div className={classes.soft}>{[producerName, commune].filter((part) => part !== '').join(', ')}</div>
        </>
      ),
    },
    { key: 'what', head: t('commitment.column.what'), cell: ({ what }) => what },
    {
      key: 'dueOn',
      head: t('commitment.column.dueOn'),
      width: '110px',
      cell: ({ dueOn }) => formatDate(dueOn),
    },
    {
      key: 'state',
      head: t('commitment.column.state'),
      width: '170px',
      cell: ({ state, settlement }) => (
        <>
          <StateMark tone={commitmentTones[state]}>{t(`commitment.state.${state}`)}</StateMark>
          {settlement !== null && (
            <div className={classes.soft}>{t('commitment.settled', { day: formatDate(settlement.on) })}</div>
          )}
        </>
      ),
    },
    ...(isReadOnly
      ? []
      : [
          {
            key: 'deeds',
            head: t('commitment.column.deeds'),
            width: '250px',
            cell: (one: CommitmentRow) => <SettleCommitment commitment={one} day={day} />,
          },
        ]),
  ]
}
