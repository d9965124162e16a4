import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../shared/api/ballots.ts'
import { ballotCode, findBallotPlace } from '../../../shared/domain/session/ballot-code.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { Form } from '../../components/fields/Form.tsx'

type Props = {
  readonly rows: readonly BoardRow[]
  readonly members: readonly MemberRecord[]
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onGo: (ballot: { readonly agendaItemId: number; readonly memberId: number }) => void
}

/** Opens the ballot whose code is typed, or scanned from its paper. */
export function JumpDialog(props: Props) {
  const { t } = useTranslation('scoring')
  return (
    <Dialog help="di-den-phieu" isOpen={props.isOpen} title={t('jump.title')} onClose={props.onClose}>
      <JumpForm {...props} />
    </Dialog>
  )
}

function JumpForm({ rows, members, onClose, onGo }: Props) {
  const { t } = useTranslation('scoring')
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const example = exampleCode({ rows, members })
  const jump = (): void => {
    const place = findBallotPlace({ text: text.trim(), items: rows, members })
    if (place === undefined) setError(t('jump.unknown', { code: text.trim(), example }))
    else if (place.round !== place.item.round) {
      setError(t('jump.oldRound', { round: place.round, present: place.item.round }))
    } else {
      onClose()
      onGo({ agendaItemId: place.item.agendaItemId, memberId: place.member.id })
    }
  }
  return (
    <Form onSubmit={() => text.trim() !== '' && jump()}>
      <Stack gap="md">
        <TextInput
          data-finds
          label={t('jump.label')}
          description={t('jump.note', { example })}
          value={text}
          error={error}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          onChange={(event) => {
            setText(event.currentTarget.value)
            setError(null)
          }}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('jump.cancel')}
          </Button>
          <Button type="submit" disabled={text.trim() === ''}>
            {t('jump.deed')}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}

function exampleCode({ rows, members }: Pick<Props, 'rows' | 'members'>): string {
  const [row, member] = [rows[0], members[0]]
  return row === undefined || member === undefined
    ? ''
    : ballotCode({ productCode: row.code, memberCode: member.code, round: row.round })
}
