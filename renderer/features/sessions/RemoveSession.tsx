import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import classes from './SessionFactsPage.module.css'

/** Takes back a session that was made by mistake; one with ballots stays. */
export function RemoveSession({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('sessions')
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const remove = useMutation(orpc.sessions.remove.mutationOptions())
  const hasBallots = session.agenda.some(({ state }) => state !== 'waiting')
  return (
    <div className={classes.remove}>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('remove.action')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('remove.title')}
        confirmLabel={t('remove.action')}
        isDanger
        isBlocked={hasBallots}
        isBusy={remove.isPending}
        error={remove.error}
        onConfirm={() =>
          remove.mutate({ sessionId: session.id }, { onSuccess: () => void navigate({ to: '/sessions' }) })
        }
        onClose={() => {
          setAsking(false)
          remove.reset()
        }}
      >
        {t(hasBallots ? 'remove.hasBallots' : 'remove.text')}
      </ConfirmDialog>
    </div>
  )
}
