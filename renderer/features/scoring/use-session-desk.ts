import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { isClerkPage } from '../../api/transport.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import type { BallotDesk } from './ballot-desk.ts'
import { deskOfSession, type SessionDesk } from './desk-of-session.ts'

/** The desk of who works, of the session in the open file; null while the file is not known. */
export function useSessionDesk(sessionId: number): SessionDesk | null {
  const { t } = useTranslation('scoring')
  const status = useQuery(orpc.workspace.status.queryOptions()).data
  if (!status?.open) return null
  const clerk = isClerkPage() ? status.operator : null
  return deskOfSession({ workspaceId: status.open.id, sessionId, clerk, keyer: status.desk.person, t })
}

/** Lays the ballots of a product on the session's desk, and keeps them there as the host has them. */
export function useItemOnDesk({ session, item, desk }: { session: SessionDetail; item: number; desk: BallotDesk }): {
  readonly form: CriteriaSet | undefined
  readonly error: unknown
} {
  const isReadOnly = useIsReadOnly()
  const form = useQuery(orpc.rules.itemForm.queryOptions({ input: { agendaItemId: item } }))
  const ballots = useQuery(orpc.ballots.ofItem.queryOptions({ input: { agendaItemId: item } }))
  const isLocked = session.state !== 'open' || isReadOnly
  const criteriaCase = session.agenda.find(({ id }) => id === item)?.criteriaCase ?? null
  useEffect(() => {
    if (form.data === undefined || ballots.data === undefined) return
    desk.lay({ agendaItemId: item, form: form.data, criteriaCase, isLocked }, ballots.data)
  }, [desk, form.data, ballots.data, item, isLocked, criteriaCase])
  return { form: form.data, error: form.error ?? ballots.error }
}
