import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import type { Missing } from '../../../shared/domain/session/session-record.ts'
import { orpc } from '../../api/client.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'

/** Locks the session once nothing is missing; before that it says what keeps it open. */
export function CloseSession({ session, missing }: { session: SessionDetail; missing: readonly Missing[] }) {
  const { t } = useTranslation('meeting')
  const [isAsked, setAsked] = useState(false)
  const close = useMutation(orpc.sessions.close.mutationOptions())
  const params = { sessionId: session.id }
  if (session.state === 'closed') {
    return (
      <Button renderRoot={(props) => <Link to="/sessions/$sessionId/documents" params={params} {...props} />}>
        {t('closing.toDocuments')}
      </Button>
    )
  }
  const leave = (): void => {
    setAsked(false)
    close.reset()
  }
  const isPlanned = session.state === 'planned'
  return (
    <>
      <Button variant={missing.length === 0 && !isPlanned ? 'filled' : 'default'} onClick={() => setAsked(true)}>
        {t('closing.deed')}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        title={t('closing.deed')}
        confirmLabel={t('closing.deed')}
        isBlocked={missing.length > 0 || isPlanned}
        isBusy={close.isPending}
        error={close.error}
        onConfirm={() => close.mutate(params, { onSuccess: leave })}
        onClose={leave}
      >
        {isPlanned
          ? t('closing.planned')
          : missing.length > 0
            ? t('closing.blocked', { count: missing.length })
            : t('closing.text', { count: session.agenda.length })}
      </ConfirmDialog>
    </>
  )
}
