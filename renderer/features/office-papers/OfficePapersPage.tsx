import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RegisterEntry } from '../../../shared/api/document-register.ts'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { ShownPapers } from './ShownPapers.tsx'

/** Papers of the office: those that are asked for, to be looked at, numbered and sent; else all that have a number. */
export function OfficePapersPage() {
  const { t } = useTranslation('office')
  const { papers } = useSearch({ from: '/frame/papers' })
  const [first] = papers ?? []
  if (papers !== undefined && first !== undefined) {
    const kind = t(`documents:kind.${first.kind}`)
    return (
      <Page title={papers.length === 1 ? kind : t('batch', { kind, of: papers.length })} isWide>
        <ShownPapers key={JSON.stringify(papers)} papers={papers} />
      </Page>
    )
  }
  return (
    <Page title={t('title')}>
      <NumberedPapers />
    </Page>
  )
}

function NumberedPapers() {
  const { t } = useTranslation('office')
  const { data, error } = useQuery(orpc.officePapers.list.queryOptions({ input: {} }))
  const stateText = useStateText()
  if (data === undefined) return <ErrorNote error={error} />
  if (data.length === 0) return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
  return (
    <DataTable
      caption={t('list')}
      minWidth="720px"
      rows={data}
      copies
      rowKey={({ entry }) => entry.id}
      rowState={({ entry }) => (entry.void === null ? undefined : 'faded')}
      columns={[
        {
          key: 'code',
          head: t('column.code'),
          width: '220px',
          isRowHead: true,
          cell: (row) => <Code {...row} />,
          text: ({ entry }) => entry.code,
        },
        { key: 'date', head: t('column.date'), width: '112px', cell: ({ entry }) => formatDate(entry.issuedOn) },
        {
          key: 'kind',
          head: t('column.kind'),
          cell: ({ paper, entry }) => (
            <>
              {t(`documents:kind.${paper.kind}`)}
              {entry.about !== '' && <div>{entry.about}</div>}
            </>
          ),
          text: ({ paper, entry }) => [t(`documents:kind.${paper.kind}`), entry.about],
        },
        {
          key: 'state',
          head: t('column.state'),
          width: '30%',
          cell: ({ entry }) => <State entry={entry} />,
          text: ({ entry }) => stateText(entry),
        },
      ]}
    />
  )
}

function Code({ paper, entry }: { readonly paper: OfficePaper; readonly entry: RegisterEntry }) {
  const { t } = useTranslation('office')
  if (entry.void !== null) return entry.code
  return (
    <Link to="/papers" search={{ papers: [paper] }} aria-label={t('open', { code: entry.code })}>
      {entry.code}
    </Link>
  )
}

function State({ entry }: { readonly entry: RegisterEntry }) {
  const [state, ...rest] = useStateText()(entry)
  const tone = entry.void !== null ? 'wrong' : entry.staleSince === null ? 'good' : 'attention'
  return (
    <>
      <StateMark tone={tone} isLong={entry.void !== null}>
        {state}
      </StateMark>
      {rest.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  )
}

/** Whether a paper stands, and to whom it went. */
function useStateText(): (entry: RegisterEntry) => readonly string[] {
  const { t } = useTranslation('office')
  return ({ void: voided, staleSince, sent }) => [
    voided === null ? t(staleSince === null ? 'inForce' : 'stale') : t('void', { reason: voided.reason }),
    ...(sent === null ? [] : [t('sent', { date: formatDate(sent.on), to: sent.to })]),
  ]
}
