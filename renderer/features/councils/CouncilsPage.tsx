import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Council } from '../../../shared/api/councils.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'

/** The councils of the file. */
export function CouncilsPage() {
  const { t } = useTranslation('councils')
  const { data: councils, error } = useQuery(orpc.councils.list.queryOptions())
  const isReadOnly = useIsReadOnly()
  const add = <Button renderRoot={(props) => <Link to="/councils/new" {...props} />}>{t('list.add')}</Button>
  const columns: readonly Column<Council>[] = [
    {
      key: 'name',
      head: t('list.name'),
      cell: ({ id, name }) => (
        <Link to="/councils/$councilId" params={{ councilId: id }}>
          {name}
        </Link>
      ),
    },
    { key: 'level', head: t('list.level'), width: '140px', cell: ({ level }) => t(`common:level.${level}`) },
    { key: 'place', head: t('list.place'), width: '22%', isExtra: true, cell: placeOf },
    { key: 'members', head: t('list.members'), width: '100px', align: 'end', cell: ({ members }) => members.length },
    {
      key: 'sessions',
      head: t('list.sessions'),
      width: '100px',
      align: 'end',
      cell: ({ sessionCount }) => sessionCount,
    },
  ]
  return (
    <Page title={t('list.title')} actions={!isReadOnly && councils !== undefined && councils.length > 0 && add}>
      <ErrorNote error={error} />
      {councils?.length === 0 && (
        <EmptyState title={t('list.empty')} action={!isReadOnly && add}>
          {t('list.emptyText')}
        </EmptyState>
      )}
      {councils !== undefined && councils.length > 0 && (
        <DataTable caption={t('list.title')} columns={columns} rows={councils} rowKey={({ id }) => id} />
      )}
    </Page>
  )
}

const placeOf = ({ province, district }: Council): string => (district === '' ? province : `${district}, ${province}`)
