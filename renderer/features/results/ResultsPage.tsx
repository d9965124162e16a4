import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { orpc } from '../../api/client.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { SessionFrame } from '../../components/SessionFrame.tsx'
import { Stars } from '../../components/Stars.tsx'
import { StateChips } from '../../components/StateChips.tsx'
import { Unrecognised } from '../../components/Unrecognised.tsx'
import { WordsField } from '../../components/WordsField.tsx'
import { CopyResults } from './CopyResults.tsx'
import { MeanChart } from './MeanChart.tsx'
import { readResultSearch, resultGroups, type ResultGroup, type ResultSearch } from './result-search.ts'
import classes from './ResultsPage.module.css'
import { ResultTable } from './ResultTable.tsx'
import { countGroups, shownItems } from './shown-items.ts'

const route = getRouteApi('/frame/sessions/$sessionId/results')

/** Which products reach which star and go up a level, and why. */
export function ResultsPage() {
  const { t } = useTranslation('results')
  const { sessionId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data: record, error } = useQuery(orpc.results.session.queryOptions({ input: { sessionId } }))
  const set = (change: { readonly [Key in keyof ResultSearch]?: ResultSearch[Key] | undefined }): void =>
    void navigate({ search: (before) => readResultSearch({ ...before, ...change }), replace: true })
  const open = (itemId: number | null): void => set({ item: itemId ?? undefined })
  const items = record === undefined ? [] : shownItems(record, search)
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
              <div className={classes.tools}>
                <Groups record={record} shown={search.only} onShow={(only) => set({ only })} />
                <WordsField
                  commandId="results.find"
                  label={t('find.label')}
                  placeholder={t('find.placeholder')}
                  query={search.query}
                  pauseMs={0}
                  onQuery={(query) => set({ query })}
                />
                <CopyResults record={record} items={items} />
              </div>
              <div className={classes.folded}>
                <Facts record={record} session={session} />
                <Unrecognised record={record} />
                <MeanChart record={record} onOpen={open} />
              </div>
              {items.length === 0 ? (
                <p className={classes.soft}>{t('find.nothing')}</p>
              ) : (
                <ResultTable
                  {...{ record, session, items }}
                  openItem={search.item ?? null}
                  sort={search.sort}
                  onOpen={open}
                  onSort={(sort) => set({ sort })}
                />
              )}
            </>
          )}
        </>
      )}
    </SessionFrame>
  )
}

type GroupsProps = {
  record: SessionRecord
  shown: ResultGroup | undefined
  onShow: (group: ResultGroup | undefined) => void
}

/** How many reach which star and how many go up; each leaves its own in the list. */
function Groups({ record, shown, onShow }: GroupsProps) {
  const { t } = useTranslation('results')
  const isReferring = record.referralThreshold !== null
  const mark = (group: ResultGroup) => {
    const star = Number(group)
    if (star > 0) return <Stars star={star} size={13} />
    return t(`groups.${group as 'rejected'}`, { threshold: record.referralThreshold })
  }
  return (
    <StateChips
      label={t('groups.label')}
      states={resultGroups.filter((group) => group !== 'referred' || isReferring)}
      counts={countGroups(record)}
      chosen={shown}
      mark={mark}
      onChoose={onShow}
    />
  )
}

/** What still keeps the session from closing, and by what its results are known once it is. */
function Facts({ record, session }: { record: SessionRecord; session: SessionDetail }) {
  const { t } = useTranslation('results')
  if (record.missing.length === 0 && session.digest === null) return null
  return (
    <div className={classes.facts}>
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
