import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AuditEvent } from '../../../shared/api/audit.ts'
import { orpc } from '../../api/client.ts'
import { dateAndTime } from '../../components/clock-time.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import classes from './ClosingPage.module.css'

const commands = ['sessions.open', 'sessions.close', 'sessions.reopen'] as const

/** When the session was opened, locked and unlocked, by whom and why; nothing before the first lock. */
export const LockHistory = ({ sessionId }: { sessionId: number }) => {
  const { t } = useTranslation('meeting')
  const { data } = useQuery(orpc.audit.list.queryOptions({ input: { limit: 500, subject: `session:${sessionId}` } }))
  const events = data?.filter(({ command }) => commands.some((known) => known === command)) ?? []
  if (!events.some(({ command }) => command !== 'sessions.open')) return null
  const columns: readonly Column<AuditEvent>[] = [
    { key: 'at', head: t('history.at'), width: '150px', cell: ({ at }) => dateAndTime(at) },
    { key: 'what', head: t('history.what'), width: '150px', cell: ({ command }) => t(`history.${command.slice(9)}`) },
    { key: 'who', head: t('history.who'), width: '180px', cell: ({ actor }) => actor },
    {
      key: 'why',
      head: t('history.why'),
      cell: ({ detail }) => {
        const digest = detail['digest'] ?? detail['formerDigest']
        return (
          <>
            {typeof detail['reason'] === 'string' && detail['reason']}
            {typeof digest === 'string' && <span className={classes.formerDigest}>{digest}</span>}
          </>
        )
      },
    },
  ]
  return (
    <section aria-labelledby="lock-history">
      <h2 id="lock-history">{t('history.heading')}</h2>
      <DataTable caption={t('history.heading')} columns={columns} rows={events} rowKey={({ seq }) => seq} />
    </section>
  )
}
