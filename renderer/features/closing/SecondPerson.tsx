import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { SavedLongText } from '../../components/fields/SavedFields.tsx'
import { Section } from '../../components/Section.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import classes from './ClosingPage.module.css'

type Props = {
  session: SessionDetail
  record: SessionRecord
  canChange: boolean
}

/** Whether a second person keyed what the regulations ask for; who works alone says why, and the minutes print it. */
export function SecondPerson({ session, record, canChange }: Props) {
  const { t } = useTranslation('meeting')
  const { verification } = record.regulation
  const note = session.soleOperatorNote ?? ''
  const { data: rows, error } = useQuery(
    orpc.verifications.list.queryOptions({ input: { sessionId: session.id }, enabled: verification !== 'off' }),
  )
  const save = useMutation(orpc.sessions.setSoleOperator.mutationOptions())
  const waiting = rows?.filter(({ state }) => state !== 'verified').length ?? 0
  return (
    <Section title={t('second.heading')}>
      <p className={classes.note}>
        {t(`second.rule.${verification}`)}{' '}
        {verification !== 'off' && rows !== undefined && (
          <StateMark tone={waiting === 0 ? 'good' : 'attention'}>
            {t('second.state', { verified: rows.length - waiting, count: rows.length })}
          </StateMark>
        )}{' '}
        {waiting > 0 && session.state === 'open' && (
          <Link to="/sessions/$sessionId/scoring" params={{ sessionId: session.id }} search={{ view: 'verification' }}>
            {t('second.toCheck')}
          </Link>
        )}
      </p>
      <ErrorNote error={error} />
      {(verification !== 'off' || note !== '') && (
        <div className={classes.alone}>
          <SavedLongText
            label={t('second.alone')}
            description={t('second.aloneNote')}
            value={note}
            isReason
            save={(text) => save.mutateAsync({ sessionId: session.id, note: text })}
            isReadOnly={!canChange}
          />
        </div>
      )}
    </Section>
  )
}
