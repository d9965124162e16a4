import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Withdrawal } from '../../../../shared/api/aftercare.ts'
import { withdrawalStates } from '../../../../shared/domain/aftercare/withdrawal-clock.ts'
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../../api/client.ts'
import { DataTable, type Column } from '../../../components/DataTable.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { Page } from '../../../components/Page.tsx'
import { StateChips } from '../../../components/StateChips.tsx'
import { StateMark } from '../../../components/StateMark.tsx'
import { useSetFilter } from '../../../components/use-set-filter.ts'
import { wholeNumber } from '../../../components/whole-number.ts'
import { NoneInYear, YearSelect } from '../../../components/YearSelect.tsx'
import classes from '../CertificatesPage.module.css'
import { CaseDeeds, type Deeds } from './CaseDeeds.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { WithdrawalDialog } from '../../../components/withdrawals/WithdrawalDialog.tsx'
import { useStandingText, WithdrawalStanding } from './WithdrawalStanding.tsx'
import { withdrawalTones } from './withdrawal-tones.ts'
import type { WithdrawalsSearch } from './withdrawals-address.ts'

/** Cases of withdrawal, the most pressing first. */
export function WithdrawalsPage() {
  const { t } = useTranslation('aftercare')
  const { state, year = 'all' } = useSearch({ from: '/frame/certificates/withdrawals' })
  const set = useSetFilter<WithdrawalsSearch>('/certificates/withdrawals')
  const { data, error } = useQuery(orpc.aftercare.withdrawals.list.queryOptions({ input: { state, year } }))
  const [edited, setEdited] = useState<Withdrawal | null>(null)
  const [decided, setDecided] = useState<Withdrawal | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const decidable = data?.rows.filter(isDecidable) ?? []
  const selection = useSelection({ decidable, chosen, onChoose: setChosen })
  const columns = useColumns({ day: data?.day ?? '', onEdit: setEdited, onDecide: setDecided })
  // What is decided or not shown any more is chosen no more.
  const picked = decidable.filter(({ caseId }) => chosen.has(caseId))
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
      {data?.years.length === 0 && <EmptyState title={t('withdrawals.empty')}>{t('withdrawals.emptyText')}</EmptyState>}
      {data !== undefined && data.years.length > 0 && (
        <>
          <StateChips
            label={t('withdrawals.find')}
            states={withdrawalStates}
            counts={data.counts}
            chosen={state}
            mark={(one) => <StateMark tone={withdrawalTones[one]}>{t(`withdrawals.state.${one}`)}</StateMark>}
            onChoose={(one) => set({ state: one })}
          />
          <YearSelect
            label={t('withdrawals.year')}
            years={data.years}
            year={year}
            textOf={(one) => t('withdrawals.knownIn', { year: one })}
            onYear={(next) => set({ year: next })}
          />
          {data.rows.length === 0 && (
            <NoneInYear years={data.years} year={year} onAll={() => set({ year: 'all' })}>
              {t('withdrawals.nothing')}
            </NoneInYear>
          )}
          {picked.length > 0 && <OneDecision cases={picked} />}
          {data.rows.length > 0 && (
            <DataTable
              caption={t('withdrawals.title')}
              columns={[...(decidable.length > 1 ? [selection] : []), ...columns]}
              rows={data.rows}
              rowKey={({ caseId }) => caseId}
              rowState={({ caseId }) => (picked.some((one) => one.caseId === caseId) ? 'chosen' : undefined)}
              minWidth="900px"
              copies
              maxHeight="max(260px, calc(100dvh - 260px))"
            />
          )}
        </>
      )}
      {edited !== null && <WithdrawalDialog about={edited} onClose={() => setEdited(null)} />}
      {decided !== null && <DecideDialog about={decided} day={data?.day ?? ''} onClose={() => setDecided(null)} />}
    </Page>
  )
}

/** It is this office's to decide, concluded, and nobody decided on it yet. */
const isDecidable = ({ isOfOffice, concludedOn, droppedOn, decision }: Withdrawal): boolean =>
  isOfOffice && concludedOn !== null && droppedOn === null && decision === null

/** One decision on all that are chosen; with several it has them in an annex. */
function OneDecision({ cases }: { cases: readonly Withdrawal[] }) {
  const { t } = useTranslation('aftercare')
  // In one order and of one day, so that the same choice is the same paper.
  const withdrawals = cases.map(({ caseId }) => caseId).toSorted((a, b) => a - b)
  const on = cases.reduce(
    (latest, { concludedOn }) => ((concludedOn ?? '') > latest ? (concludedOn ?? '') : latest),
    '',
  )
  return (
    <div className={classes.bar}>
      <b>{t('withdrawals.chosen', { count: cases.length })}</b>{' '}
      <Link to="/papers" search={{ papers: [{ kind: 'withdrawal-decision' as const, withdrawals, on }] }}>
        {t('withdrawals.oneDecision', { count: cases.length })}
      </Link>
    </div>
  )
}

type SelectionParts = {
  readonly decidable: readonly Withdrawal[]
  readonly chosen: ReadonlySet<number>
  readonly onChoose: (chosen: ReadonlySet<number>) => void
}

function useSelection({ decidable, chosen, onChoose }: SelectionParts): Column<Withdrawal> {
  const { t } = useTranslation('aftercare')
  const all = decidable.map(({ caseId }) => caseId)
  const areAllChosen = all.length > 0 && all.every((id) => chosen.has(id))
  return {
    key: 'chosen',
    width: '40px',
    head: (
      <input
        type="checkbox"
        aria-label={t('withdrawals.chooseAll', { count: all.length })}
        checked={areAllChosen}
        onChange={() => onChoose(new Set(areAllChosen ? [] : all))}
      />
    ),
    cell: (one) =>
      isDecidable(one) && (
        <input
          type="checkbox"
          aria-label={t('withdrawals.choose', { product: one.productName })}
          checked={chosen.has(one.caseId)}
          onChange={() => {
            const next = new Set(chosen)
            if (!next.delete(one.caseId)) next.add(one.caseId)
            onChoose(next)
          }}
        />
      ),
  }
}

function useColumns(deeds: Deeds): readonly Column<Withdrawal>[] {
  const { t } = useTranslation('aftercare')
  const standing = useStandingText()
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
      text: ({ productName }) => productName,
    },
    {
      key: 'producer',
      head: t('products:column.producer'),
      isOnlyCopied: true,
      cell: ({ producerName }) => producerName,
    },
    { key: 'commune', head: t('products:field.commune'), isOnlyCopied: true, cell: ({ commune }) => commune },
    {
      key: 'ground',
      head: t('withdrawals.column.ground'),
      cell: ({ groundSays, groundArticle }) => (
        <>
          {groundSays}
          <div className={classes.soft}>{groundArticle}</div>
        </>
      ),
      text: ({ groundSays, groundArticle }) => [groundSays, groundArticle],
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
      text: ({ conclusion, concludedOn, concludedBy, knownOn }) => [
        concludedOn === null ? t('withdrawals.noConclusion') : conclusion,
        concludedOn && formatDate(concludedOn),
        concludedBy,
        t('withdrawals.knownOn', { day: formatDate(knownOn) }),
      ],
    },
    {
      key: 'state',
      head: t('withdrawals.column.state'),
      width: '200px',
      cell: (one) => <WithdrawalStanding withdrawal={one} />,
      text: standing,
    },
    {
      key: 'deeds',
      head: t('withdrawals.column.deeds'),
      width: '190px',
      cell: (one) => <CaseDeeds one={one} {...deeds} />,
    },
  ]
}
