import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { DeedButton } from '../../components/DeedButton.tsx'

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

type Warning = {
  readonly kind: 'quorum' | 'knockouts' | 'cases' | 'dossiers'
  readonly count: number
  /** Of the products in doubt. */
  readonly names?: string
}

/** What may still be missing when scoring begins, and must not be when the session closes. */
function notReady({ agenda, quorum }: SessionDetail): readonly Warning[] {
  const unanswered = agenda.filter(({ knockouts }) => knockouts.some(({ answer }) => answer === 'unanswered')).length
  const withoutCase = agenda.filter(({ needsCase, criteriaCase }) => needsCase && criteriaCase === null).length
  const lacking = agenda.filter(({ dossierStatus }) => dossierStatus === 'incomplete')
  const names = lacking.map(({ code, productName }) => `${code} ${productName}`).join('; ')
  const warnings: readonly Warning[] = [
    { kind: 'quorum', count: quorum.isMet ? 0 : quorum.required },
    { kind: 'cases', count: withoutCase },
    { kind: 'dossiers', count: lacking.length, names },
    { kind: 'knockouts', count: unanswered },
  ]
  return warnings.filter(({ count }) => count > 0)
}
