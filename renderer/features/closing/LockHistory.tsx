import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AuditEvent } from '../../../shared/api/audit.ts'
import { orpc } from '../../api/client.ts'
import { dateAndTime } from '../../components/clock-time.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { Section } from '../../components/Section.tsx'
import classes from './ClosingPage.module.css'

const commands = [
  'sessions.open',
  'sessions.approve',
  'sessions.endApproval',
  'sessions.close',
  'sessions.reopen',
] as const satisfies readonly AuditEvent['command'][]

type LockEvent = Extract<AuditEvent, { command: (typeof commands)[number] }>

const isOfLock = (event: AuditEvent): event is LockEvent => commands.some((command) => command === event.command)

/** The one that the minutes print, where the event tells it. */
function digestIn(detail: LockEvent['detail']): string | null {
  if ('recordDigest' in detail && detail.recordDigest !== undefined) return detail.recordDigest
  if ('digest' in detail) return detail.digest
  return 'formerDigest' in detail ? detail.formerDigest : null
}

/** When the session was opened, approved, locked and unlocked, by whom and why; nothing before the first of the latter. */
export function LockHistory({ sessionId }: { sessionId: number }) {
  const { t } = useTranslation('meeting')
  const { data } = useQuery(orpc.audit.list.queryOptions({ input: { limit: 500, subject: `session:${sessionId}` } }))
  const events = data?.filter(isOfLock) ?? []
  if (!events.some(({ command }) => command !== 'sessions.open')) return null
  const columns: readonly Column<LockEvent>[] = [
    { key: 'at', head: t('history.at'), width: '150px', cell: ({ at }) => dateAndTime(at) },
    { key: 'what', head: t('history.what'), width: '150px', cell: ({ command }) => t(`history.${command.slice(9)}`) },
    { key: 'who', head: t('history.who'), width: '180px', cell: ({ actor }) => actor },
    {
      key: 'why',
      head: t('history.why'),
      cell: ({ detail }) => {
        const digest = digestIn(detail)
        return (
          <>
            {'reason' in detail && detail.reason}
            {digest !== null && <span className={classes.formerDigest}>{digest}</span>}
          </>
        )
      },
      text: ({ detail }) => ['reason' in detail ? (detail.reason ?? null) : null, digestIn(detail)],
    },
  ]
  return (
    <Section title={t('history.heading')}>
      <DataTable caption={t('history.heading')} columns={columns} rows={events} rowKey={({ seq }) => seq} copies />
    </Section>
  )
}
