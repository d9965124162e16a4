import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItem, SessionDetail } from '../../../shared/api/sessions.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import { normaliseText } from '../../../shared/domain/vietnamese/normalise-input.ts'
import { orpc } from '../../api/client.ts'
import { reasonProblem } from '../../components/fields/reason-problem.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import classes from './ItemAbsences.module.css'

type ItemAbsencesProps = {
  session: SessionDetail
  member: MemberRecord | null
  canChange: boolean
  onClose: () => void
}

/** At which products a member who came late or left early was not there; Shift marks a whole stretch. */
export function ItemAbsences({ session, member, canChange, onClose }: ItemAbsencesProps) {
  const { t } = useTranslation('meeting')
  return (
    <Dialog
      isOpen={member !== null}
      onClose={onClose}
      title={t('absences.title', { name: member === null ? '' : `${member.code} ${member.name}` })}
      size={640}
    >
      {member !== null && (
        <AbsenceList key={member.id} session={session} member={member} canChange={canChange} onClose={onClose} />
      )}
    </Dialog>
  )
}

type AbsenceListProps = {
  session: SessionDetail
  member: MemberRecord
  canChange: boolean
  onClose: () => void
}

function AbsenceList({ session, member, canChange, onClose }: AbsenceListProps) {
  const { t } = useTranslation('meeting')
  /** Until one is typed, it is what the record says now: a time just typed arrives when the dialog is open. */
  const [typed, setTyped] = useState<string | null>(null)
  const reason = typed ?? knownReason(session, member) ?? proposedReason(member, t)
  const problem = reasonProblem(reason, t)
  /** The product that was marked last, where a stretch begins. */
  const anchor = useRef<number | null>(null)
  const isShift = useRef(false)
  const save = useMutation(orpc.sessions.setExclusion.mutationOptions({ scope: { id: `absences-${member.id}` } }))
  /** Marks made here show at once and go back where one is refused. */
  const [marked, setMarked] = useState<ReadonlyMap<number, boolean>>(new Map())
  const isAbsentAt = (item: AgendaItem): boolean => marked.get(item.id) ?? exclusionOf(item, member)?.kind === 'absent'
  const show = (itemId: number, isAbsent: boolean): void => setMarked((before) => new Map(before).set(itemId, isAbsent))
  const mark = (items: readonly AgendaItem[], isAbsent: boolean): void => {
    for (const item of items) {
      if (exclusionOf(item, member)?.kind === 'recused' || isAbsentAt(item) === isAbsent) continue
      show(item.id, isAbsent)
      save.mutate(
        {
          agendaItemId: item.id,
          memberId: member.id,
          kind: isAbsent ? 'absent' : null,
          reason: isAbsent ? normaliseText(reason) : '',
        },
        { onError: () => show(item.id, !isAbsent) },
      )
    }
  }
  const toggle = (place: number, isAbsent: boolean): void => {
    const from = isShift.current && anchor.current !== null ? anchor.current : place
    mark(session.agenda.slice(Math.min(from, place), Math.max(from, place) + 1), isAbsent)
    anchor.current = place
  }
  return (
    <Stack gap="sm">
      <TextInput
        label={t('absences.reason')}
        description={t('absences.reasonNote')}
        value={reason}
        error={problem}
        readOnly={!canChange}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ul className={classes.list}>
        {session.agenda.map((item, place) => {
          const exclusion = exclusionOf(item, member)
          return (
            <li key={item.id} className={classes.line}>
              <Checkbox
                label={
                  <>
                    <b>{item.code}</b> {item.productName}
                  </>
                }
                description={describe(exclusion, t)}
                data-autofocus={place === 0 || undefined}
                disabled={!canChange || problem !== null || exclusion?.kind === 'recused'}
                checked={isAbsentAt(item)}
                onKeyDown={(event) => (isShift.current = event.shiftKey)}
                onClick={(event) => (isShift.current = event.shiftKey)}
                onChange={(event) => toggle(place, event.currentTarget.checked)}
              />
            </li>
          )
        })}
      </ul>
      <ErrorNote error={save.error} />
      <Group justify="space-between" gap="lg" wrap="nowrap">
        <span className={classes.hint}>{t('absences.hint')}</span>
        <Button onClick={onClose} style={{ flex: 'none' }}>
          {t('absences.done')}
        </Button>
      </Group>
    </Stack>
  )
}

type Exclusion = AgendaItem['exclusions'][number]
type Words = TFunction<'meeting'>

const exclusionOf = (item: AgendaItem, member: MemberRecord): Exclusion | undefined =>
  item.exclusions.find(({ memberId }) => memberId === member.id)

function describe(exclusion: Exclusion | undefined, t: Words): string | null {
  if (exclusion === undefined) return null
  const what = t(`members.kind.${exclusion.kind}`)
  return exclusion.reason === '' ? what : `${what}: ${exclusion.reason}`
}

const knownReason = (session: SessionDetail, member: MemberRecord): string | undefined =>
  session.agenda
    .map((item) => exclusionOf(item, member))
    .find((exclusion) => exclusion?.kind === 'absent' && exclusion.reason !== '')?.reason

/** From the times of the attendance: came at 09:10, left at 10:30. */
function proposedReason(member: MemberRecord, t: Words): string {
  if (member.leftAt !== null) return t('absences.leftAt', { time: member.leftAt })
  return member.arrivedAt === null ? '' : t('absences.arrivedAt', { time: member.arrivedAt })
}
