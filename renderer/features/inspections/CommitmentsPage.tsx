import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CommitmentRow } from '../../../shared/api/inspections.ts'
import { commitmentStates } from '../../../shared/domain/aftercare/inspection-state.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { StateChips } from '../../components/StateChips.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { useSetFilter } from '../../components/use-set-filter.ts'
import { wholeNumber } from '../../components/whole-number.ts'
import { commitmentTones } from './inspection-tones.ts'
import classes from './Inspections.module.css'
import type { CommitmentsSearch } from './inspections-address.ts'
import { SettleCommitment } from './SettleCommitment.tsx'

/** What producers promised, past its day first. */
export function CommitmentsPage() {
  const { t } = useTranslation('inspections')
  const { state } = useSearch({ from: '/frame/inspections/commitments' })
  const set = useSetFilter<CommitmentsSearch>('/inspections/commitments')
  const { data, error } = useQuery(orpc.aftercare.inspections.commitments.queryOptions({ input: { state } }))
  const isReadOnly = useIsReadOnly()
  const columns = useColumns(data?.day ?? '', isReadOnly)
  const total = commitmentStates.reduce((sum, one) => sum + (data?.counts[one] ?? 0), 0)
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
    >
      <ErrorNote error={error} />
      {data !== undefined && total === 0 && (
        <EmptyState title={t('commitment.empty')}>{t('commitment.emptyText')}</EmptyState>
      )}
      {data !== undefined && total > 0 && (
        <>
          <StateChips
            label={t('commitment.find')}
            states={commitmentStates}
            counts={data.counts}
            chosen={state}
            mark={(one) => <StateMark tone={commitmentTones[one]}>{t(`commitment.state.${one}`)}</StateMark>}
            onChoose={(one) => set({ state: one })}
          />
          <DataTable
            caption={t('commitment.title')}
            columns={columns}
            rows={data.rows}
            rowKey={({ id }) => id}
            minWidth="780px"
            copies
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
      text: ({ productName }) => productName,
    },
    { key: 'producer', head: t('column.producer'), isOnlyCopied: true, cell: ({ producerName }) => producerName },
    { key: 'place', head: t('column.place'), isOnlyCopied: true, cell: ({ commune }) => commune },
    {
      key: 'inspectedOn',
      head: t('column.inspectedOn'),
      isOnlyCopied: true,
      cell: ({ inspectedOn }) => inspectedOn && formatDate(inspectedOn),
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
      text: ({ state, settlement }) => [
        t(`commitment.state.${state}`),
        settlement && t('commitment.settled', { day: formatDate(settlement.on) }),
      ],
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
