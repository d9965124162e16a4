import { Button, Group, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterEntry } from '../../../shared/api/document-register.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../ErrorNote.tsx'
import { DateInput } from '../fields/DateInput.tsx'
import { Form } from '../fields/Form.tsx'
import { focusAtStart } from '../focus-at-start.ts'
import { useTexts } from '../fields/use-texts.ts'

type Props = {
  readonly entries: readonly RegisterEntry[]
  /** Notices of a session, or papers of any kind. */
  readonly what: 'notices' | 'papers'
  /** It was asked for just now. */
  readonly isAsked?: boolean
}

/** Logs when papers that were not sent yet were, and to whom where it was not to their recipients. */
export function SendPapers({ entries, what, isAsked = false }: Props) {
  const { t } = useTranslation('papers')
  const latest =
    entries
      .map(({ issuedOn }) => issuedOn)
      .toSorted()
      .at(-1) ?? ''
  const [on, setOn] = useState<string | null>(latest)
  const { texts, text } = useTexts({ to: '' })
  const send = useMutation(orpc.documents.register.send.mutationOptions())
  const isReady = on !== null && on !== ''
  return (
    <Form onSubmit={() => isReady && send.mutate({ ids: entries.map(({ id }) => id), on, to: texts.to })}>
      <Group gap="sm" align="flex-end">
        <DateInput
          ref={isAsked ? focusAtStart : null}
          label={t('notices.sentOn')}
          date={latest}
          onDate={setOn}
          w={160}
          required
          withAsterisk={false}
        />
        <TextInput label={t('notices.sentTo')} placeholder={t('notices.sentToHint')} {...text('to')} w={420} />
        <Button type="submit" variant="default" loading={send.isPending} disabled={!isReady}>
          {t(what === 'notices' ? 'notices.send' : 'sendPapers', { count: entries.length })}
        </Button>
      </Group>
      <ErrorNote error={send.error} />
    </Form>
  )
}
