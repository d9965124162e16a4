import { Button, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewYear } from '../../../shared/api/years.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { BegunYears } from './BegunYears.tsx'
import { NewYearForm } from './NewYearForm.tsx'
import { UnlockedSessions } from './UnlockedSessions.tsx'
import classes from './Years.module.css'

/** Once a year was begun its count stands alone: other councils go on where they are asked for. */
function Councils({ proposal }: { proposal: NewYear }) {
  const { t } = useTranslation('years')
  const { year, councils, begun } = proposal
  const [isAsked, setAsked] = useState(begun.length === 0)
  if (isAsked) return <NewYearForm proposal={proposal} />
  return (
    <Button variant="default" onClick={() => setAsked(true)}>
      {t('new.others', { count: councils.length, year })}
    </Button>
  )
}

/** What goes along from one year into the next; once it was done, the count that proves it. */
export function NewYearPage() {
  const { t } = useTranslation('years')
  const navigate = useNavigate()
  const { year: asked } = useSearch({ from: '/frame/new-year' })
  const { data, error } = useQuery(
    orpc.years.proposal.queryOptions({
      input: asked === undefined ? {} : { year: asked },
      placeholderData: keepPreviousData,
    }),
  )
  const isReadOnly = useIsReadOnly()
  const years = <Link to="/years">{t('list.goTo')}</Link>
  if (data === undefined) {
    return (
      <Page title={t('new.title')} facts={years}>
        <ErrorNote error={error} />
      </Page>
    )
  }
  const { year, offered, fromYear, councils, unlocked, begun } = data
  return (
    <Page
      title={t('new.title')}
      facts={
        <>
          {t('new.from', { year, fromYear })} · {years}
        </>
      }
      actions={
        <Select
          aria-label={t('new.year')}
          w={140}
          allowDeselect={false}
          value={String(year)}
          data={offered.map((one) => ({ value: String(one), label: t('year', { year: one }) }))}
          onChange={(chosen) => void navigate({ to: '/new-year', search: { year: Number(chosen) } })}
        />
      }
    >
      <BegunYears begun={begun} />
      {unlocked.length > 0 && (
        <Section title={t('unlocked.title')} note={t('unlocked.note')}>
          <UnlockedSessions sessions={unlocked} />
        </Section>
      )}
      {councils.length === 0 && begun.length === 0 && (
        <EmptyState
          title={t('new.empty')}
          action={
            !isReadOnly && (
              <Button renderRoot={(props) => <Link to="/councils/new" {...props} />}>{t('councils:list.add')}</Button>
            )
          }
        >
          {t('new.emptyText')}
        </EmptyState>
      )}
      {councils.length > 0 && isReadOnly && <p className={classes.soft}>{t('new.readOnly')}</p>}
      {councils.length > 0 && !isReadOnly && <Councils key={`${year} ${begun.length}`} proposal={data} />}
    </Page>
  )
}
