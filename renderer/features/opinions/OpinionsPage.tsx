import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { WrittenRoundSummary } from '../../../shared/api/opinions.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { isOfYear } from '../../api/list-year.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { CommandButton } from '../../components/CommandButton.tsx'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { useSetFilter } from '../../components/use-set-filter.ts'
import { NoneInYear, YearSelect } from '../../components/YearSelect.tsx'
import { NewRound } from './NewRound.tsx'
import { roundTones } from './opinion-tones.ts'
import type { OpinionsSearch } from './opinions-address.ts'
import classes from './Opinions.module.css'

/** Rounds of written opinions, the latest first. */
export function OpinionsPage() {
  const { t } = useTranslation('opinions')
  const { year = 'all', make } = useSearch({ from: '/frame/opinions' })
  const set = useSetFilter<OpinionsSearch>('/opinions')
  const navigate = useNavigate()
  const isReadOnly = useIsReadOnly()
  const { data, error } = useQuery(orpc.opinions.list.queryOptions({ input: {} }))
  const columns = useColumns()
  const rows = data?.filter((round) => isOfYear(year, round.year)) ?? []
  const years = data?.map((round) => round.year) ?? []
  const begin = () => set({ make: { registrations: [], certificates: [] } })
  const add = !isReadOnly && <CommandButton id="opinions.make" title={t('make')} shortcut="alt+n" run={begin} />
  return (
    <Page title={t('title')} facts={<Link to="/certificates">{t('toRegister')}</Link>} actions={add}>
      <ErrorNote error={error} />
      {data?.length === 0 && (
        <EmptyState title={t('empty')} action={add}>
          {t('emptyText')}
        </EmptyState>
      )}
      {data !== undefined && data.length > 0 && (
        <YearSelect label={t('years:list.year')} years={years} year={year} onYear={(next) => set({ year: next })} />
      )}
      {data !== undefined && data.length > 0 && rows.length === 0 && (
        <NoneInYear years={years} year={year} onAll={() => set({ year: 'all' })} />
      )}
      {rows.length > 0 && (
        <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} minWidth="960px" copies />
      )}
      {make !== undefined && !isReadOnly && (
        <NewRound
          chosen={make}
          onClose={() => set({ make: undefined })}
          onMade={(roundId) => void navigate({ to: '/opinions/$roundId', params: { roundId } })}
        />
      )}
    </Page>
  )
}

/** A round that is decided presses no more, also where it was decided late. */
const dueText = ({ dueOn, isLate, state }: WrittenRoundSummary): 'due' | 'late' | 'decidedLate' =>
  dueOn === null || !isLate ? 'due' : state === 'decided' ? 'decidedLate' : 'late'

function useColumns(): readonly Column<WrittenRoundSummary>[] {
  const { t } = useTranslation('opinions')
  return [
    {
      key: 'round',
      head: t('column.round'),
      isRowHead: true,
      cell: ({ id, number, year, councilName }) => (
        <>
          <Link to="/opinions/$roundId" params={{ roundId: id }}>
            {t('round', { number, year })}
          </Link>
          <div className={classes.soft}>{councilName}</div>
        </>
      ),
      text: ({ number, year, councilName }) => [t('round', { number, year }), councilName],
    },
    {
      key: 'days',
      head: t('column.days'),
      width: '190px',
      cell: ({ sentOn, replyBy }) => (
        <>
          {t('sent', { day: formatDate(sentOn) })}
          <div className={classes.soft}>{t('replyBy', { day: formatDate(replyBy) })}</div>
        </>
      ),
      text: ({ sentOn, replyBy }) => [
        t('sent', { day: formatDate(sentOn) }),
        t('replyBy', { day: formatDate(replyBy) }),
      ],
    },
    {
      key: 'products',
      head: t('column.products'),
      width: '210px',
      cell: ({ counts: { waiting, agreed, meeting }, missing }) => (
        <>
          {t('counts', { waiting, agreed, meeting })}
          {missing > 0 && <div className={classes.soft}>{t('missing', { count: missing })}</div>}
        </>
      ),
      text: ({ counts: { waiting, agreed, meeting }, missing }) => [
        t('counts', { waiting, agreed, meeting }),
        missing > 0 ? t('missing', { count: missing }) : null,
      ],
    },
    {
      key: 'due',
      head: t('column.due'),
      width: '150px',
      cell: (round) =>
        dueText(round) === 'late' ? (
          <StateMark tone="wrong" isLong>
            {t('late', { day: formatDate(round.dueOn ?? '') })}
          </StateMark>
        ) : (
          round.dueOn !== null && t(dueText(round), { day: formatDate(round.dueOn) })
        ),
      text: (round) => round.dueOn && t(dueText(round), { day: formatDate(round.dueOn) }),
    },
    {
      key: 'state',
      head: t('column.state'),
      width: '220px',
      cell: ({ state, decision }) => (
        <>
          <StateMark tone={roundTones[state]}>{t(`state.${state}`)}</StateMark>
          {decision !== null && (
            <div className={classes.soft}>{t('decided', { code: decision.number, day: formatDate(decision.on) })}</div>
          )}
        </>
      ),
      text: ({ state, decision }) => [
        t(`state.${state}`),
        decision && t('decided', { code: decision.number, day: formatDate(decision.on) }),
      ],
    },
  ]
}
