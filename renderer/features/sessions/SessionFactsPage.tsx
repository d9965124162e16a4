import { useParams } from '@tanstack/react-router'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SessionDetail, SessionFields } from '../../../shared/api/sessions.ts'
import type { Patch } from '../../../shared/domain/lay-patch.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { RegulationFields } from '../../components/regulation/RegulationFields.tsx'
import { Section } from '../../components/Section.tsx'
import { SessionFrame } from '../../components/SessionFrame.tsx'
import { ExportWorkbook } from './ExportWorkbook.tsx'
import { RemoveSession } from './RemoveSession.tsx'
import { SealedSources } from './SealedSources.tsx'
import { SessionFacts } from './SessionFacts.tsx'
import classes from './SessionFactsPage.module.css'

/** When and where a session is held, by which regulations and decisions; and its workbook. */
export function SessionFactsPage() {
  const { t } = useTranslation('sessions')
  const { sessionId } = useParams({ from: '/frame/sessions/$sessionId/facts' })
  return (
    <SessionFrame
      sessionId={sessionId}
      title={t('facts.title')}
      actions={(session) => <ExportWorkbook session={session} />}
    >
      {(session) => <FactsOf key={session.id} session={session} />}
    </SessionFrame>
  )
}

function FactsOf({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('sessions')
  const isLocked = session.state === 'closed'
  const isReadOnly = useIsReadOnly() || isLocked
  const save = useMutation(orpc.sessions.update.mutationOptions({ scope: { id: `session-${session.id}` } }))
  const patch = (change: Patch<SessionFields>) => save.mutateAsync({ sessionId: session.id, fields: change })
  return (
    <>
      {isLocked && <p className={classes.note}>{t('facts.locked')}</p>}
      <Section title={t('facts.facts')}>
        <SessionFacts session={session} patch={patch} isReadOnly={isReadOnly} />
      </Section>
      <Section title={t('facts.regulation')} note={t('facts.regulationNote')}>
        <RegulationFields
          regulation={session.regulation}
          patch={(change) => patch({ regulation: change })}
          isReadOnly={isReadOnly}
        />
      </Section>
      <SealedSources sessionId={session.id} />
      {!isReadOnly && <RemoveSession session={session} />}
    </>
  )
}
