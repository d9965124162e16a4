import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import { notReady } from './not-ready.ts'

/** Opens the planned session, naming what is not ready yet; once it is open, the way to the scoring room. */
export function OpenSession({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('meeting')
  const open = useMutation(orpc.sessions.open.mutationOptions())
  if (session.state === 'open') {
    return (
      <Button
        renderRoot={(props) => <Link to="/sessions/$sessionId/scoring" params={{ sessionId: session.id }} {...props} />}
      >
        {t('agenda.toScoring')}
      </Button>
    )
  }
  const warnings = notReady(session)
  return (
    <DeedButton
      variant="filled"
      label={t('open.deed')}
      title={t('open.title')}
      deed={open}
      inputOf={() => ({ sessionId: session.id })}
    >
      {t('open.text', { products: session.agenda.length, members: session.members.length })}
      {warnings.length > 0 && (
        <ul>
          {warnings.map(({ kind, count, names }) => (
            <li key={kind}>{t(`open.${kind}`, { count, names, present: session.quorum.present })}</li>
          ))}
        </ul>
      )}
    </DeedButton>
  )
}
