import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DecisionSets, StandingSet } from '../../../shared/api/criteria.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { CommandButton } from '../../components/CommandButton.tsx'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { SetStatus, useStatusText } from './SetStatus.tsx'

/** Which criteria sets products are scored with, decision by decision, and whether one lacks points. */
export function CriteriaPage() {
  const { t } = useTranslation('criteria')
  const navigate = useNavigate({ from: '/criteria' })
  const { decision } = useSearch({ from: '/frame/criteria' })
  const { data, error } = useQuery(orpc.criteria.list.queryOptions())
  const isReadOnly = useIsReadOnly()
  const shown = data?.find((one) => one.decision === decision) ?? data?.[0]
  const short = shown?.sets.filter(({ isUsable }) => !isUsable).length ?? 0
  return (
    <Page
      title={t('title')}
      facts={
        shown !== undefined && (
          <>
            <Link to="/settings">{t('toSettings')}</Link> · {t('total', { count: shown.sets.length })} ·{' '}
            {t('usedBy', { rules: shown.ruleSets.map(({ title }) => title).join('; ') })}
            {short > 0 && ` · ${t('short', { count: short })}`}
          </>
        )
      }
      actions={
        !isReadOnly && (
          <CommandButton
            id="criteria.load"
            title={t('load.action')}
            shortcut="alt+n"
            run={() => void navigate({ to: '/criteria/load' })}
          />
        )
      }
    >
      <ErrorNote error={error} />
      {data !== undefined && shown !== undefined && (
        <>
          <div>
            <SegmentedControl
              aria-label={t('decision')}
              value={shown.decision}
              data={data.map(({ decision: value }) => ({ value, label: t('decisionOf', { number: value }) }))}
              onChange={(value) => void navigate({ search: { decision: value } })}
            />
          </div>
          <SetTable sets={shown.sets} />
        </>
      )}
    </Page>
  )
}

function SetTable({ sets }: Pick<DecisionSets, 'sets'>) {
  const { t } = useTranslation('criteria')
  const statusText = useStatusText()
  const columns: readonly Column<StandingSet>[] = [
    { key: 'number', head: t('column.number'), width: '56px', align: 'end', cell: ({ setNumber }) => setNumber },
    {
      key: 'name',
      head: t('column.name'),
      isRowHead: true,
      cell: ({ key, name }) => (
        <Link to="/criteria/$key" params={{ key }}>
          {name}
        </Link>
      ),
      text: ({ name }) => name,
    },
    {
      key: 'sector',
      head: t('column.sector'),
      width: '26%',
      cell: ({ sector, group }) => (group === '' ? sector : `${sector} › ${group}`),
    },
    { key: 'most', head: t('column.most'), width: '92px', align: 'end', cell: ({ mostPoints }) => mostPoints },
    { key: 'status', head: t('column.status'), width: '24%', cell: (set) => <SetStatus set={set} />, text: statusText },
    {
      key: 'sessions',
      head: t('column.sessions'),
      width: '92px',
      align: 'end',
      cell: ({ sessions }) => (sessions === 0 ? '' : sessions),
    },
  ]
  return (
    <DataTable caption={t('title')} columns={columns} rows={sets} rowKey={({ key }) => key} minWidth="860px" copies />
  )
}
