import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SetDetail } from '../../../shared/api/criteria.ts'
import { orpc } from '../../api/client.ts'
import { officeSetWords } from '../../components/criteria/office-set-words.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { dateAndTime } from '../../components/clock-time.ts'
import { AcceptAsPrinted } from '../../components/criteria/AcceptAsPrinted.tsx'
import { DeedButton } from '../../components/DeedButton.tsx'
import { DataText } from '../../components/DataText.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { saveFile } from '../../components/save-file.ts'
import { Section } from '../../components/Section.tsx'
import { ChangeTable } from './ChangeTable.tsx'
import classes from './Criteria.module.css'
import { FormText } from './FormText.tsx'
import { SessionList } from './SessionList.tsx'
import { SetStatus } from './SetStatus.tsx'

/** One criteria set: whence it comes, what it lacks, and every word of it. */
export function CriteriaSetPage() {
  const { t } = useTranslation('criteria')
  const { key } = useParams({ from: '/frame/criteria/$key' })
  const { data, error } = useQuery(orpc.criteria.get.queryOptions({ input: { key } }))
  const workbook = useMutation(orpc.criteria.workbook.mutationOptions({ meta: { writes: false }, onSuccess: saveFile }))
  if (data === undefined) {
    return (
      <Page title={t('title')}>
        <ErrorNote error={error} />
      </Page>
    )
  }
  const { form } = data
  return (
    <Page
      title={t('setTitle', data)}
      facts={
        <>
          <Link to="/criteria" search={{ decision: form.decision }}>
            {t('toList')}
          </Link>{' '}
          · {t('decisionOf', { number: form.decision })} · {t('criteriaOf', { count: data.criteriaCount })} ·{' '}
          {t('mostOf', { points: data.mostPoints })}
        </>
      }
      actions={
        <Button variant="default" loading={workbook.isPending} onClick={() => workbook.mutate({ key })}>
          {t('export')}
        </Button>
      }
    >
      <ErrorNote error={workbook.error} />
      <Source data={data} />
      {data.changes.length > 0 && (
        <Section title={t('changes', { count: data.changes.length })} note={t('changesNote')}>
          <ChangeTable changes={data.changes} from={t('change.shipped')} to={t('change.now')} />
        </Section>
      )}
      <Takers data={data} />
      {(form.issues ?? []).length > 0 && (
        <Section title={t('issues')} note={t('issuesNote')}>
          <ul className={classes.list}>
            {form.issues?.map((issue) => (
              <li key={issue}>
                <DataText text={issue} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <FormText form={form} />
      <Events data={data} />
    </Page>
  )
}

function Source({ data }: { data: SetDetail }) {
  const { t } = useTranslation('criteria')
  const { t: common } = useTranslation()
  const isReadOnly = useIsReadOnly()
  const withdraw = useMutation(orpc.criteria.withdraw.mutationOptions())
  const { key, form, office, sessions } = data
  return (
    <Section title={t('source')}>
      <div data-testid="set-status">
        <SetStatus set={{ status: data.status, office: null }} />
      </div>
      {office !== null && <p className={classes.text}>{officeSetWords(form, common)}.</p>}
      {data.faults.length > 0 && (
        <>
          <p className={classes.text}>{t(office === null ? 'faults' : 'faultsAccepted')}</p>
          <Lines lines={data.faults} />
        </>
      )}
      {!isReadOnly && data.canBeTakenAsPrinted && (
        <div className={classes.deeds}>
          <AcceptAsPrinted set={data} />
          <Link to="/criteria/load">{t('orLoad')}</Link>
        </div>
      )}
      {!isReadOnly && office !== null && (
        <div className={classes.deeds}>
          {sessions === 0 ? (
            <DeedButton
              label={t('withdraw.action')}
              title={t('withdraw.title', data)}
              reasonLabel={t('withdraw.reason')}
              deed={withdraw}
              inputOf={(reason) => ({ key, reason })}
            >
              {t('withdraw.text')}
            </DeedButton>
          ) : (
            <span className={classes.soft}>{t('withdraw.used', { count: sessions })}</span>
          )}
        </div>
      )}
    </Section>
  )
}

function Takers({ data: { key, takers } }: { data: SetDetail }) {
  const { t } = useTranslation('criteria')
  const isReadOnly = useIsReadOnly()
  const take = useMutation(orpc.criteria.takeInto.mutationOptions())
  if (takers.length === 0) return null
  return (
    <Section title={t('takers', { count: takers.length })} note={t('takersNote')}>
      <SessionList
        sessions={takers}
        deed={(session) =>
          !isReadOnly && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('takeNamed', session)}
              loading={take.isPending && take.variables.sessionId === session.sessionId}
              onClick={() => take.mutate({ key, sessionId: session.sessionId })}
            >
              {t('take')}
            </Button>
          )
        }
      />
      <ErrorNote error={take.error} />
    </Section>
  )
}

function Events({ data: { events, name, setNumber, form } }: { data: SetDetail }) {
  const { t } = useTranslation('criteria')
  const { t: common } = useTranslation()
  if (events.length === 0) return null
  return (
    <Section title={t('events')}>
      <Lines
        lines={events.map(({ adoptedAt, endedAt, endReason, status, office, sessions }) =>
          [
            `${dateAndTime(adoptedAt)}: ${officeSetWords({ ...form, name, setNumber, status, office: office ?? undefined }, common)}`,
            t('productsOfSessions', { count: sessions }),
            ...(endedAt === null
              ? []
              : [
                  t(endReason === '' ? 'event.replaced' : 'event.withdrawn', {
                    at: dateAndTime(endedAt),
                    reason: endReason,
                  }),
                ]),
          ].join('. '),
        )}
      />
    </Section>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul className={classes.list}>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)
