import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { NewSessionForm } from './NewSessionForm.tsx'

/** What makes a session; its products are chosen next, on its agenda. */
export function NewSessionPage() {
  const { t } = useTranslation('sessions')
  const councils = useQuery(orpc.councils.list.queryOptions())
  const ruleSets = useQuery(orpc.rules.list.queryOptions())
  const sessions = useQuery(orpc.sessions.list.queryOptions())
  return (
    <Page title={t('new.title')}>
      <ErrorNote error={councils.error ?? ruleSets.error ?? sessions.error} />
      {councils.data?.length === 0 && (
        <EmptyState
          title={t('new.noCouncil')}
          action={<Button renderRoot={(props) => <Link to="/councils/new" {...props} />}>{t('new.addCouncil')}</Button>}
        >
          {t('new.noCouncilText')}
        </EmptyState>
      )}
      {councils.data !== undefined && councils.data.length > 0 && ruleSets.data && sessions.data && (
        <NewSessionForm councils={councils.data} ruleSets={ruleSets.data} sessions={sessions.data} />
      )}
    </Page>
  )
}
