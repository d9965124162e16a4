import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { beganAtOf, endedAtOf } from '../../../shared/domain/session/minutes-clock.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { orpc } from '../../api/client.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import { useUnsentPhones } from '../../components/use-unsent-phones.ts'
import { UnsentPhones } from '../../components/UnsentPhones.tsx'

type Props = { session: SessionDetail; record: Pick<SessionRecord, 'missing' | 'session'> }

/** Locks the session once nothing is missing; before that it says what keeps it open. */
export function CloseSession({ session, record: { missing, session: facts } }: Props) {
  const { t } = useTranslation('meeting')
  const close = useMutation(orpc.sessions.close.mutationOptions())
  const params = { sessionId: session.id }
  const [now] = useState(() => new Date().toISOString())
  const phones = useUnsentPhones(session.id)
  if (session.state === 'closed') {
    return (
      <Button renderRoot={(props) => <Link to="/sessions/$sessionId/documents" params={params} {...props} />}>
        {t('closing.toDocuments')}
      </Button>
    )
  }
  const hasHours = beganAtOf(facts) !== '' && endedAtOf({ ...facts, closedAt: now }) !== ''
  const isPlanned = session.state === 'planned'
  return (
    <DeedButton
      variant={missing.length === 0 && !isPlanned ? 'filled' : 'default'}
      label={t('closing.deed')}
      isBlocked={missing.length > 0 || isPlanned}
      waitLabel={phones.length > 0 ? t('room:unsent.wait') : undefined}
      deed={close}
      inputOf={() => params}
    >
      {isPlanned
        ? t('closing.planned')
        : missing.length > 0
          ? t('closing.blocked', { count: missing.length })
          : t('closing.text', { count: session.agenda.length })}
      {missing.length === 0 && !isPlanned && !hasHours && <p>{t('closing.noHours')}</p>}
      <UnsentPhones sessionId={session.id} />
    </DeedButton>
  )
}
