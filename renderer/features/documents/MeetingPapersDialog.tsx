import { Group, NumberInput, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { CoveringLetter } from './CoveringLetter.tsx'

type Props = { readonly sessionId: number; readonly onClose: () => void }

/** The papers around a meeting, each opened on the page where it is looked at, numbered and sent. */
export function MeetingPapersDialog({ sessionId, onClose }: Props) {
  const { t } = useTranslation('forms')
  const { data: session, error } = useQuery(orpc.sessions.get.queryOptions({ input: { sessionId } }))
  const [beginsAt, setBeginsAt] = useState('')
  const [minutesEach, setMinutesEach] = useState<number | null>(null)
  return (
    <Dialog title={t('title')} size="lg" onClose={onClose}>
      <ErrorNote error={error} />
      <Stack gap="sm">
        <Group gap="md" align="flex-start">
          <TextInput
            type="time"
            label={t('beginsAt')}
            description={t('beginsAtHint')}
            value={beginsAt}
            onChange={({ currentTarget }) => setBeginsAt(currentTarget.value)}
          />
          <NumberInput
            label={t('minutesEach')}
            description={t('minutesEachHint')}
            min={1}
            max={480}
            allowDecimal={false}
            value={minutesEach ?? ''}
            onChange={(value) => setMinutesEach(typeof value === 'number' ? value : null)}
          />
        </Group>
        {session !== undefined && (
          <ul>
            {papersOf(session, { beginsAt, minutesEach }).map(({ key, of, papers }) => (
              <li key={key}>
                <Link to="/papers" search={{ papers }}>
                  {t(key, { of })}
                </Link>
              </li>
            ))}
          </ul>
        )}
        <CoveringLetter sessionId={sessionId} />
      </Stack>
    </Dialog>
  )
}

type Times = { readonly beginsAt: string; readonly minutesEach: number | null }

/** Those that would say something, in the order in which they are needed. */
function papersOf({ id: sessionId, members, agenda }: SessionDetail, { beginsAt, minutesEach }: Times) {
  const invite = (to: Extract<OfficePaper, { kind: 'invitation' }>['to']): OfficePaper => ({
    kind: 'invitation',
    sessionId,
    to,
    beginsAt,
  })
  const producers = [...new Set(agenda.map(({ producerId }) => producerId))]
  const offered: readonly {
    readonly key: `${'to' | 'sign'}${string}` | 'agenda' | 'advisory'
    readonly papers: readonly OfficePaper[]
  }[] = [
    { key: 'toCouncil', papers: members.length === 0 ? [] : [invite({ who: 'council' })] },
    { key: 'toMembers', papers: members.map(({ id: memberId }) => invite({ who: 'member', memberId })) },
    { key: 'toProducers', papers: producers.map((producerId) => invite({ who: 'producer', producerId })) },
    {
      key: 'agenda',
      papers: agenda.length === 0 ? [] : [{ kind: 'printed-agenda', sessionId, beginsAt, minutesEach }],
    },
    {
      key: 'signMembers',
      papers: members.length === 0 ? [] : [{ kind: 'attendance-sheet', sessionId, of: 'members' }],
    },
    {
      key: 'signProducers',
      papers: agenda.length === 0 ? [] : [{ kind: 'attendance-sheet', sessionId, of: 'producers' }],
    },
    { key: 'advisory', papers: agenda.length === 0 ? [] : [{ kind: 'advisory-report', sessionId }] },
  ]
  return offered.filter(({ papers }) => papers.length > 0).map((each) => ({ ...each, of: each.papers.length }))
}
