import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { finalStar } from '../../../shared/domain/session/outcome.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { orpc } from '../../api/client.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { SessionFrame } from '../../components/SessionFrame.tsx'
import { Unrecognised } from '../../components/Unrecognised.tsx'
import { MeanChart } from './MeanChart.tsx'
import classes from './ResultsPage.module.css'
import { ResultTable } from './ResultTable.tsx'

const route = getRouteApi('/frame/sessions/$sessionId/results')

/** Which products reach which star and go up a level, and why. */
export function ResultsPage() {
  const { t } = useTranslation('results')
  const { sessionId } = route.useParams()
  const { item } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: record, error } = useQuery(orpc.results.session.queryOptions({ input: { sessionId } }))
  const open = (itemId: number | null): void =>
    void navigate({ search: itemId === null ? {} : { item: itemId }, replace: true })
  return (
    <SessionFrame
      sessionId={sessionId}
      title={t(record?.referralThreshold === null ? 'titleTop' : `title.${record?.level ?? 'province'}`)}
      isWide
      actions={(session) => <NextAction session={session} record={record} />}
    >
      {(session) => (
        <>
          <ErrorNote error={error} />
          {record !== undefined && record.items.length === 0 && (
            <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
          )}
          {record !== undefined && record.items.length > 0 && (
            <>
              <Sum record={record} session={session} />
              <Unrecognised record={record} />
              <MeanChart record={record} onOpen={open} />
              <ResultTable record={record} session={session} openItem={item ?? null} onOpen={open} />
            </>
          )}
        </>
      )}
    </SessionFrame>
  )
}

/** How many reach which star, how many go up, and what still keeps the session from closing. */
function Sum({ record, session }: { record: SessionRecord; session: SessionDetail }) {
  const { t } = useTranslation('results')
  const judged = record.items.filter(({ result }) => !result.isRejected)
  const rejected = record.items.length - judged.length
  const stars = [5, 4, 3, 2, 1, 0]
    .map((star) => ({ star, count: judged.filter((item) => finalStar(item) === star).length }))
    .filter(({ count }) => count > 0)
  const referred = record.items.filter(({ result }) => result.isReferred).length
  return (
    <div className={classes.sum} data-testid="results-sum">
      {stars.map(({ star, count }) => (
        <span key={star}>
          <b>{count}</b> {star === 0 ? t('sum.none') : t('sum.star', { star })}
        </span>
      ))}
      {rejected > 0 && (
        <span>
          <b>{rejected}</b> {t('sum.rejected')}
        </span>
      )}
      {record.referralThreshold !== null && (
        <span>
          <b>{referred}</b> {t('sum.referred', { threshold: record.referralThreshold })}
        </span>
      )}
      {record.missing.length > 0 && (
        <Link to="/sessions/$sessionId/closing" params={{ sessionId: session.id }} className={classes.attention}>
          {t('sum.missing', { count: record.missing.length })}
        </Link>
      )}
      {session.digest !== null && (
        <span className={classes.soft}>
          {t('digest')} <span className={classes.digest}>{session.digest}</span>
        </span>
      )}
    </div>
  )
}

function NextAction({ session, record }: { session: SessionDetail; record: SessionRecord | undefined }) {
  const { t } = useTranslation('results')
  if (record === undefined) return null
  const params = { sessionId: session.id }
  switch (session.state) {
    case 'planned':
      return null
    case 'open':
      return (
        <Button
          renderRoot={(props) => <Link to="/sessions/$sessionId/closing" params={params} {...props} />}
          variant={record.missing.length === 0 ? 'filled' : 'default'}
        >
          {t(record.missing.length === 0 ? 'action.close' : 'action.missing')}
        </Button>
      )
    case 'closed':
      return (
        <Button renderRoot={(props) => <Link to="/sessions/$sessionId/documents" params={params} {...props} />}>
          {t('action.documents')}
        </Button>
      )
  }
}
