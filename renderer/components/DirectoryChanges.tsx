import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DirectoryChange, SessionDetail } from '../../shared/api/sessions.ts'
import { orpc } from '../api/client.ts'
import { useIsReadOnly } from '../api/read-only.ts'
import { DeedButton } from './DeedButton.tsx'
import classes from './DirectoryChanges.module.css'

/**
 * An open session keeps to itself what it says of council, members and products. Says what the lists say otherwise by
 * now, and takes it over when asked; nothing where they agree.
 */
export function DirectoryChanges({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('meeting')
  const isReadOnly = useIsReadOnly()
  const input = { sessionId: session.id }
  const isOpen = session.state === 'open'
  const { data: changes = [] } = useQuery(orpc.sessions.directoryChanges.queryOptions({ input, enabled: isOpen }))
  const takeOver = useMutation(orpc.sessions.takeOver.mutationOptions())
  if (!isOpen || changes.length === 0) return null
  return (
    <div className={classes.line} role="note" data-testid="directory-changes">
      <span>{t('directory.told', { count: changes.length })}</span>
      {!isReadOnly && (
        <DeedButton
          size="xs"
          label={t('directory.see')}
          title={t('directory.title')}
          confirmLabel={t('directory.deed')}
          deed={takeOver}
          inputOf={() => input}
        >
          <p>{t('directory.text')}</p>
          <ul className={classes.list}>
            {changes.map((change) => (
              <li key={`${change.kind} ${change.name}`}>
                <ChangeText change={change} />
              </li>
            ))}
          </ul>
        </DeedButton>
      )}
    </div>
  )
}

function ChangeText({ change: { kind, name, isNew, fields } }: { change: DirectoryChange }) {
  const { t } = useTranslation(['meeting', 'integrity'])
  if (isNew) return t('directory.newMember', { name })
  const shown = fields.map(({ column, session, directory }) =>
    t('directory.field', {
      // An agenda item has a position too.
      column: column === 'position' ? t('directory.post') : t(`integrity:column.${column}`),
      session: session === '' ? t('integrity:empty') : session,
      directory: directory === '' ? t('integrity:empty') : directory,
    }),
  )
  return `${t(`directory.${kind}`, { name })}: ${shown.join('; ')}`
}
