import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import { PackDossiers } from '../../components/PackDossiers.tsx'
import { PasteButton } from '../../components/paste/PasteButton.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { TableLine } from '../../components/TableLine.tsx'
import classes from './AgendaPage.module.css'
import { CopyAgenda } from './CopyAgenda.tsx'
import { CopyPairs } from './CopyPairs.tsx'
import { groupBySet } from './group-by-set.ts'
import { knockoutState } from './knockout-state.ts'
import { useRestNo } from './use-rest-no.ts'

type Props = { readonly session: SessionDetail; readonly canChange: boolean; readonly onPaste: () => void }

/** How much stands on the agenda, and what is done to all of it at once. */
export function AgendaTools({ session, canChange, onPaste }: Props) {
  const { t } = useTranslation('meeting')
  const sets = new Set(session.agenda.map(({ setNumber }) => setNumber)).size
  return (
    <TableLine>
      <span className={classes.count}>
        {t('common:productCount', { count: session.agenda.length })} · {t('agenda.sets', { count: sets })}
      </span>
      {canChange && (
        <>
          <GroupBySet session={session} />
          <NoKnockouts session={session} />
          <PasteButton onClick={onPaste} />
        </>
      )}
      {session.agenda.some(({ dossier }) => dossier !== null) && (
        <PackDossiers of={{ sessionId: session.id }} label={t('registrations:pack.session')} />
      )}
      {session.agenda.length > 0 && (
        <>
          <CopyPairs session={session} />
          <CopyAgenda session={session} />
        </>
      )}
    </TableLine>
  )
}

/** Groups the agenda by criteria set; the order before comes back with the same button. */
function GroupBySet({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('meeting')
  const [before, setBefore] = useState<readonly number[] | null>(null)
  const order = useMutation(orpc.sessions.orderItems.mutationOptions())
  const ids = session.agenda.map(({ id }) => id)
  const grouped = groupBySet(session.agenda)
  const isGrouped = grouped.join() === ids.join()
  const canGoBack =
    isGrouped && before !== null && before.length === ids.length && before.every((id) => ids.includes(id))
  const wanted = canGoBack ? before : grouped
  if (isGrouped && !canGoBack) return null
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        loading={order.isPending}
        onClick={() =>
          order.mutate(
            { sessionId: session.id, ids: [...wanted] },
            { onSuccess: () => setBefore(canGoBack ? null : ids) },
          )
        }
      >
        {t(canGoBack ? 'agenda.ungroup' : 'agenda.group')}
      </Button>
      <ErrorNote error={order.error} />
    </>
  )
}

/** Answers every question that is still open with no, in one deed. */
function NoKnockouts({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('meeting')
  const answer = useRestNo()
  const open = session.agenda.filter((item) => knockoutState(item).kind === 'open').length
  if (open === 0) return null
  return (
    <DeedButton
      size="compact-sm"
      label={t('knockouts.allNo')}
      confirmLabel={t('knockouts.allNoDeed')}
      deed={answer}
      inputOf={() => ({ sessionId: session.id })}
    >
      {t('knockouts.allNoText', { count: open })}
    </DeedButton>
  )
}
