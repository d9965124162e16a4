import { Button, Group, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterEntry } from '../../../shared/api/document-register.ts'
import type { DocumentListing } from '../../../shared/api/documents.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { numberedKinds, type NumberedKind } from '../../../shared/domain/documents/numbered-kinds.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { dateAndTime } from '../../components/clock-time.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { ChangeList } from '../../components/papers/ChangeList.tsx'
import { FormerPapers, IssuedState, ReopenedMark } from '../../components/papers/IssuedState.tsx'
import { NoticesDialog } from './NoticesDialog.tsx'
import { NumberDialog } from './NumberDialog.tsx'

/** The number of a document, what has changed since it was given, and the deeds around it. */
export function NumberNote({ sessionId, listing }: { sessionId: number; listing: DocumentListing }) {
  const { t } = useTranslation('papers')
  const [isNumbering, setNumbering] = useState(false)
  const isReadOnly = useIsReadOnly()
  const { kind, entry, state } = listing
  if (kind === 'result-notices') return <NoticesNote sessionId={sessionId} />
  if (!isNumbered(kind)) return null
  return (
    <Stack gap={4} mih={36} justify="center" data-testid="document-number">
      {entry === null ? (
        <Group gap="sm">
          <span>{t('number.none')}</span>
          {state === 'final' && !isReadOnly && (
            <Button size="compact-sm" variant="default" onClick={() => setNumbering(true)}>
              {t('number.give')}
            </Button>
          )}
        </Group>
      ) : (
        <Numbered entry={entry} canChange={!isReadOnly} canRenew={state === 'final' && listing.unavailable === null} />
      )}
      {isNumbering && <NumberDialog sessionId={sessionId} kind={kind} onClose={() => setNumbering(false)} />}
    </Stack>
  )
}

/** Notices have a number each. */
function NoticesNote({ sessionId }: { sessionId: number }) {
  const { t } = useTranslation('papers')
  const [isShown, setShown] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setShown(true)}>
        {t('notices.title')}
      </Button>
      {isShown && <NoticesDialog sessionId={sessionId} onClose={() => setShown(false)} />}
    </>
  )
}

const isNumbered = (kind: string): kind is NumberedKind => numberedKinds.some((candidate) => candidate === kind)

type NumberedProps = { entry: RegisterEntry; canChange: boolean; canRenew: boolean }

function Numbered({ entry, canChange, canRenew }: NumberedProps) {
  const { t } = useTranslation('papers')
  const renew = useMutation(orpc.documents.register.renew.mutationOptions())
  const voiding = useMutation(orpc.documents.register.void.mutationOptions())
  const asked = (what: 'renew' | 'void') => ({
    size: 'compact-sm',
    label: t(`number.${what}`),
    title: t(`number.${what}Ask`, { code: entry.code }),
    reasonLabel: t('number.reason'),
    inputOf: (reason: string) => ({ id: entry.id, reason }),
    children: t(`number.${what}Text`),
  })
  return (
    <>
      <Group gap="sm">
        <strong>{t('number.is', { code: entry.code, date: formatDate(entry.issuedOn) })}</strong>
        {entry.staleSince !== null && (
          <StateMark tone="attention">{t('number.stale', { time: dateAndTime(entry.staleSince) })}</StateMark>
        )}
        {entry.staleSince !== null && canChange && canRenew && <DeedButton {...asked('renew')} deed={renew} />}
        {canChange && <DeedButton {...asked('void')} variant="subtle" isDanger deed={voiding} />}
      </Group>
      {entry.issued !== null && <ReopenedMark at={entry.issued.reopenedAt} />}
      <FormerPapers former={entry.former} />
      <IssuedState issued={entry.issued} keepsAtOnce />
      <ChangeList changes={entry.changes} />
    </>
  )
}
