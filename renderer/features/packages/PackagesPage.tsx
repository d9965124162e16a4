import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackageSummary } from '../../../shared/api/packages.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { CommandButton } from '../../components/CommandButton.tsx'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { MakePackage } from './MakePackage.tsx'
import classes from './Packages.module.css'

/** The packages that went to other offices and came from them. */
export function PackagesPage() {
  const { t } = useTranslation('packages')
  const navigate = useNavigate()
  const isReadOnly = useIsReadOnly()
  const [isMaking, setMaking] = useState(false)
  const { data: packages, error } = useQuery(orpc.packages.list.queryOptions())
  const { data: own } = useQuery(orpc.packages.own.queryOptions({ enabled: !isReadOnly }))
  const columns = useColumns()
  const ways = !isReadOnly && (
    <>
      <CommandButton id="packages.make" title={t('make.open')} shortcut="alt+n" run={() => setMaking(true)} />
      <Button variant="default" onClick={() => void navigate({ to: '/packages/open' })}>
        {t('open.open')}
      </Button>
    </>
  )
  const hasPackages = packages !== undefined && packages.length > 0
  return (
    <Page
      title={t('title')}
      facts={
        own !== undefined && (
          <>
            {t('ownKey')} <span className={classes.code}>{own.fingerprint}</span>
          </>
        )
      }
      actions={hasPackages && ways}
    >
      <ErrorNote error={error} />
      {packages?.length === 0 && (
        <EmptyState title={t('empty')} action={ways}>
          {t('emptyText')}
        </EmptyState>
      )}
      {hasPackages && (
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={packages}
          rowKey={({ id }) => id}
          minWidth="780px"
          copies
        />
      )}
      {isMaking && <MakePackage onClose={() => setMaking(false)} />}
    </Page>
  )
}

function useColumns(): readonly Column<PackageSummary>[] {
  const { t } = useTranslation('packages')
  return [
    {
      key: 'what',
      head: t('column.what'),
      isRowHead: true,
      cell: ({ id, direction, kind, fileName }) => (
        <>
          <Link to="/packages/$packageId" params={{ packageId: id }}>
            {t(`what.${direction}.${kind}`)}
          </Link>
          <span className={classes.line}>{fileName}</span>
        </>
      ),
      text: ({ direction, kind, fileName }) => [t(`what.${direction}.${kind}`), fileName],
    },
    { key: 'office', head: t('column.office'), width: '24%', cell: ({ office }) => office },
    {
      key: 'session',
      head: t('column.session'),
      width: '22%',
      cell: ({ session: { council, year, round } }) => (
        <>
          {council}
          <span className={classes.line}>{t('sessionRound', { year, round })}</span>
        </>
      ),
      text: ({ session: { council, year, round } }) => [council, t('sessionRound', { year, round })],
    },
    {
      key: 'day',
      head: t('column.day'),
      width: '108px',
      cell: ({ notedAt }) => formatDate(vietnamDay(new Date(notedAt))),
    },
    {
      key: 'products',
      head: t('column.products'),
      width: '132px',
      cell: ({ products, refused }) => (
        <>
          {t('products', { count: products })}
          {refused > 0 && <span className={classes.line}>{t('refusedCount', { count: refused })}</span>}
        </>
      ),
      text: ({ products, refused }) => [
        t('products', { count: products }),
        refused > 0 ? t('refusedCount', { count: refused }) : null,
      ],
    },
  ]
}
