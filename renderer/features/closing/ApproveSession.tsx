import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../shared/api/people.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { useDesk } from '../../api/desk.ts'
import { orpc } from '../../api/client.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { PersonFields } from '../../components/people/PersonFields.tsx'
import classes from './ClosingPage.module.css'

type Props = { session: SessionDetail; record: SessionRecord }

/** Asks the chair, at this machine, to approve the results as they stand; then the session can be locked. */
export function ApproveSession({ session, record }: Props) {
  const { t } = useTranslation('people')
  const desk = useDesk()
  const [isAsked, setAsked] = useState(false)
  if (desk === undefined) return null
  const isChair = desk.person?.role === 'chair'
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t(isChair ? 'approve.deedChair' : 'approve.deed')}</Button>
      {isAsked && <Approval session={session} record={record} desk={desk} onClose={() => setAsked(false)} />}
    </>
  )
}

function Approval({ session, record, desk, onClose }: Props & { desk: Desk; onClose: () => void }) {
  const { t } = useTranslation('people')
  const operator = useQuery(orpc.workspace.status.queryOptions()).data?.operator ?? ''
  const people = useQuery(orpc.people.list.queryOptions()).data
  const approve = useMutation(orpc.sessions.approve.mutationOptions())
  const [name, setName] = useState('')
  const [choice, setChoice] = useState<number | null>(null)
  const [password, setPassword] = useState('')
  const chairs = people?.filter(({ role }) => role === 'chair') ?? []
  const chosen = chairs.find(({ id }) => id === choice) ?? (chairs.length === 1 ? chairs[0] : undefined)
  const isChair = desk.person?.role === 'chair'
  const hasNoChair = desk.hasPeople && people !== undefined && chairs.length === 0
  const byWhom = (): { by?: { name: string } | { id: number; password?: string } } => {
    if (isChair) return {}
    if (!desk.hasPeople) return { by: { name } }
    return chosen === undefined ? {} : { by: { id: chosen.id, ...(chosen.hasPassword && { password }) } }
  }
  return (
    <ConfirmDialog
      isOpen
      title={t('approve.title')}
      confirmLabel={t('approve.confirm')}
      isBusy={approve.isPending}
      isBlocked={hasNoChair}
      error={approve.error}
      onClose={onClose}
      onConfirm={() =>
        approve.mutate(
          { sessionId: session.id, digest: record.digest, ...byWhom() },
          { onSuccess: onClose, onError: () => setPassword('') },
        )
      }
    >
      <div className={classes.approval}>
        <p>{t('approve.text', { count: record.items.length, digest: record.digest.slice(0, 8) })}</p>
        {hasNoChair && (
          <p>
            {t('approve.noChair')} <Link to="/settings">{t('approve.toPeople')}</Link>
          </p>
        )}
        {!isChair && !desk.hasPeople && (
          <TextInput
            label={t('approve.name')}
            description={t('approve.nameNote', { operator })}
            value={name}
            maxLength={200}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        {!isChair && chairs.length > 0 && (
          <PersonFields
            people={chairs}
            chosen={chosen}
            password={password}
            onPerson={({ id }) => setChoice(id)}
            onPassword={setPassword}
          />
        )}
      </div>
    </ConfirmDialog>
  )
}
