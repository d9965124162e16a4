import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Withdrawal } from '../../../../shared/api/aftercare.ts'
import { withdrawalStates, type WithdrawalState } from '../../../../shared/domain/aftercare/withdrawal-clock.ts'
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../../api/client.ts'
import { DataTable, type Column } from '../../../components/DataTable.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { Page } from '../../../components/Page.tsx'
import { StateMark } from '../../../components/StateMark.tsx'
import { wholeNumber } from '../../../components/whole-number.ts'
import chipClasses from '../../../components/chip.module.css'
import classes from '../CertificatesPage.module.css'
import { CaseDeeds, type Deeds } from './CaseDeeds.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { WithdrawalDialog } from './WithdrawalDialog.tsx'
import { WithdrawalStanding } from './WithdrawalStanding.tsx'
import { withdrawalTones } from './withdrawal-tones.ts'

/** Cases of withdrawal, the most pressing first. */
export function WithdrawalsPage() {
  const { t } = useTranslation('aftercare')
  const [state, setState] = useState<WithdrawalState | undefined>()
  const { data, error } = useQuery(orpc.aftercare.withdrawals.list.queryOptions({ input: { state } }))
  const [edited, setEdited] = useState<Withdrawal | null>(null)
  const [decided, setDecided] = useState<Withdrawal | null>(null)
  const columns = useColumns({ day: data?.day ?? '', onEdit: setEdited, onDecide: setDecided })
  const total = withdrawalStates.reduce((sum, one) => sum + (data?.counts[one] ?? 0), 0)
  return (
    <Page
      title={t('withdrawals.title')}
      facts={
        data !== undefined && (
          <>
            <Link to="/certificates">{t('withdrawals.toRegister')}</Link> ·{' '}
            <span role="status">
              {t('withdrawals.total', { count: data.rows.length, shown: wholeNumber(data.rows.length) })}
            </span>{' '}
            · {t('withdrawals.asOf', { day: formatDate(data.day) })}
          </>
        )
      }
    >
      <ErrorNote error={error} />
      {data !== undefined && total === 0 && (
        <EmptyState title={t('withdrawals.empty')}>{t('withdrawals.emptyText')}</EmptyState>
      )}
      {data !== undefined && total > 0 && (
        <>
          <div className={classes.chips} role="group" aria-label={t('withdrawals.find')}>
            {withdrawalStates
              .filter((one) => one === state || data.counts[one] > 0)
              .map((one) => (
                <button
                  key={one}
                  type="button"
                  className={chipClasses.chip}
                  aria-pressed={one === state}
                  onClick={() => setState(one === state ? undefined : one)}
                >
                  <StateMark tone={withdrawalTones[one]}>{t(`withdrawals.state.${one}`)}</StateMark>
                  <span className={classes.chipCount}>{wholeNumber(data.counts[one])}</span>
                </button>
              ))}
          </div>
          <DataTable
            caption={t('withdrawals.title')}
            columns={columns}
            rows={data.rows}
            rowKey={({ caseId }) => caseId}
            minWidth="900px"
            maxHeight="max(260px, calc(100dvh - 260px))"
          />
        </>
      )}
      {edited !== null && <WithdrawalDialog about={edited} onClose={() => setEdited(null)} />}
      {decided !== null && <DecideDialog about={decided} day={data?.day ?? ''} onClose={() => setDecided(null)} />}
    </Page>
  )
}

function useColumns(deeds: Deeds): readonly Column<Withdrawal>[] {
  const { t } = useTranslation('aftercare')
  return [
    {
      key: 'product',
      head: t('withdrawals.column.product'),
      isRowHead: true,
      width: '22%',
      cell: ({ productId, productName, producerName, commune }) => (
        <>
          <Link to="/certificates" search={{ product: productId }}>
            {productName}
          </Link>
          <div className={classes.soft}>{[producerName, commune].filter((part) => part !== '').join(', ')}</div>
        </>
      ),
    },
    {
      key: 'ground',
      head: t('withdrawals.column.ground'),
      cell: ({ groundSays, groundArticle }) => (
        <>
          {groundSays}
          <div className={classes.soft}>{groundArticle}</div>
        </>
      ),
    },
    {
      key: 'conclusion',
      head: t('withdrawals.column.conclusion'),
      width: '160px',
      cell: ({ conclusion, concludedOn, concludedBy, knownOn }) => (
        <>
          {concludedOn === null
            ? t('withdrawals.noConclusion')
            : [conclusion, formatDate(concludedOn)].filter((part) => part !== '').join(', ')}
          <div className={classes.soft}>{concludedBy}</div>
          <div className={classes.soft}>{t('withdrawals.knownOn', { day: formatDate(knownOn) })}</div>
        </>
      ),
    },
    {
      key: 'state',
      head: t('withdrawals.column.state'),
      width: '200px',
      cell: (one) => <WithdrawalStanding withdrawal={one} />,
    },
    {
      key: 'deeds',
      head: t('withdrawals.column.deeds'),
      width: '190px',
      cell: (one) => <CaseDeeds one={one} {...deeds} />,
    },
  ]
}
