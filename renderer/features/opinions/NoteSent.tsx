import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WrittenMember, WrittenRound } from '../../../shared/api/opinions.ts'
import { sendingKinds, sendingWays } from '../../../shared/domain/opinions/sendings.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { useTexts } from '../../components/fields/use-texts.ts'

type Props = {
  readonly round: WrittenRound
  /** Those to whom it went. */
  readonly members: readonly WrittenMember[]
  readonly onNoted: () => void
}

/** Notes that a form or a reminder went to the members chosen above. */
export function NoteSent({ round, members, onNoted }: Props) {
  const { t } = useTranslation('opinions')
  const [kind, setKind] = useState<(typeof sendingKinds)[number]>('form')
  const [way, setWay] = useState<(typeof sendingWays)[number]>('system')
  const [on, setOn] = useState<string | null>(round.day)
  const { texts, text } = useTexts({ letter: '' })
  const note = useMutation(orpc.opinions.noteSent.mutationOptions({ onSuccess: onNoted }))
  const isReady = members.length > 0 && on !== null && on !== '' && !note.isPending
  const submit = () => {
    if (!isReady) return
    note.mutate({ id: round.id, members: members.map(({ id }) => id), kind, on, way, letter: texts.letter })
  }
  return (
    <Form onSubmit={submit}>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('sendings.kindLabel')}
          data={sendingKinds.map((one) => ({ value: one, label: t(`sendings.kind.${one}`) }))}
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value === 'reminder' ? 'reminder' : 'form')}
        />
        <DateInput label={t('sendings.on')} date={round.day} onDate={setOn} w={150} />
        <NativeSelect
          label={t('sendings.wayLabel')}
          data={sendingWays.map((one) => ({ value: one, label: t(`sendings.way.${one}`) }))}
          value={way}
          onChange={({ currentTarget: { value } }) => setWay(sendingWays.find((one) => one === value) ?? 'system')}
        />
        <TextInput label={t('sendings.letter')} placeholder="125/SNNMT-PTNT" {...text('letter')} w={190} />
        <Button type="submit" variant="default" disabled={!isReady} loading={note.isPending}>
          {t('sendings.note', { count: members.length })}
        </Button>
      </Group>
      <ErrorNote error={note.error} />
    </Form>
  )
}
