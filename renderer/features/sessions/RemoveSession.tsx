import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import classes from './SessionFactsPage.module.css'

/** Takes back a session that was made by mistake; one with ballots stays. */
export function RemoveSession({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('sessions')
  const navigate = useNavigate()
  const remove = useMutation(orpc.sessions.remove.mutationOptions())
  const hasBallots = session.agenda.some(({ state }) => state !== 'waiting')
  return (
    <div className={classes.remove}>
      <DeedButton
        label={t('remove.action')}
        title={t('remove.title')}
        isDanger
        isBlocked={hasBallots}
        deed={remove}
        inputOf={() => ({ sessionId: session.id })}
        onDone={() => void navigate({ to: '/sessions' })}
      >
        {t(hasBallots ? 'remove.hasBallots' : 'remove.text')}
      </DeedButton>
    </div>
  )
}
