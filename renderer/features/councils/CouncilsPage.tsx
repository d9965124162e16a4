import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Council } from '../../../shared/api/councils.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { isMemberOn } from '../../../shared/domain/session/is-member-on.ts'
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
  const ways = (
    <>
      <Button variant="default" renderRoot={(props) => <Link to="/new-year" {...props} />}>
        {t('list.newYear')}
      </Button>
      {add}
    </>
  )
  const columns: readonly Column<Council>[] = [
    {
      key: 'name',
      head: t('list.name'),
      cell: ({ id, name }) => (
        <Link to="/councils/$councilId" params={{ councilId: id }}>
          {name}
        </Link>
      ),
      text: ({ name }) => name,
    },
    {
      key: 'year',
      head: t('list.year'),
      width: '18%',
      cell: (council) => <YearOf council={council} />,
      text: ({ begun, continued }) => [
        begun && t('list.begun', { year: begun.year }),
        continued && t('list.continued', { year: continued.year }),
      ],
    },
    { key: 'level', head: t('list.level'), width: '140px', cell: ({ level }) => t(`common:level.${level}`) },
    { key: 'place', head: t('list.place'), width: '22%', isExtra: true, cell: placeOf },
    { key: 'members', head: t('list.members'), width: '100px', align: 'end', cell: standing },
    {
      key: 'sessions',
      head: t('list.sessions'),
      width: '100px',
      align: 'end',
      cell: ({ sessionCount }) => sessionCount,
    },
  ]
  return (
    <Page title={t('list.title')} actions={!isReadOnly && councils !== undefined && councils.length > 0 && ways}>
      <ErrorNote error={error} />
      {councils?.length === 0 && (
        <EmptyState title={t('list.empty')} action={!isReadOnly && add}>
          {t('list.emptyText')}
        </EmptyState>
      )}
      {councils !== undefined && councils.length > 0 && (
        <DataTable caption={t('list.title')} columns={columns} rows={councils} rowKey={({ id }) => id} copies />
      )}
    </Page>
  )
}

const placeOf = ({ province, district }: Council): string => (district === '' ? province : `${district}, ${province}`)

/** Who are members today. */
function standing({ members }: Council): number {
  const today = vietnamDay(new Date())
  return members.filter((member) => isMemberOn(member, today)).length
}

/** For which year it was founded, and which goes on from it. */
function YearOf({ council: { begun, continued } }: { council: Council }) {
  const { t } = useTranslation('councils')
  return (
    <>
      {begun !== null && t('list.begun', { year: begun.year })}
      {continued !== null && (
        <div>
          <Link to="/councils/$councilId" params={{ councilId: continued.id }}>
            {t('list.continued', { year: continued.year })}
          </Link>
        </div>
      )}
    </>
  )
}
