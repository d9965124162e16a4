import { Button, Group, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { useTexts } from '../../components/fields/use-texts.ts'
import { linesOf } from '../../components/papers/lines-of.ts'

/** The letter with which the session's numbered papers, and what else is named, are sent. */
export function CoveringLetter({ sessionId }: { readonly sessionId: number }) {
  const { t } = useTranslation('forms')
  const navigate = useNavigate()
  const { data, error } = useQuery(orpc.documents.register.list.queryOptions({ input: { sessionId } }))
  const { texts, text } = useTexts({ to: '', others: '' })
  const [copies, setCopies] = useState(1)
  const [on] = useState(() => vietnamDay(new Date()))
  const entries = data?.filter(({ void: voided }) => voided === null).map(({ id }) => id) ?? []
  const others = linesOf(texts.others)
  const isReady = texts.to.trim() !== '' && entries.length + others.length > 0
  const open = (): void => {
    if (!isReady) return
    const letter = { kind: 'covering-letter', sessionId, to: texts.to.trim(), entries, others, copies, on } as const
    void navigate({ to: '/papers', search: { papers: [letter] } })
  }
  return (
    <Form onSubmit={open}>
      <h3>{t('covering.title')}</h3>
      <p>{t('covering.note', { of: entries.length })}</p>
      <Group gap="md" align="flex-start" grow>
        <TextInput label={t('covering.to')} {...text('to')} />
        <NumberInput
          label={t('covering.copies')}
          min={1}
          max={99}
          allowDecimal={false}
          value={copies}
          onChange={(value) => typeof value === 'number' && setCopies(value)}
        />
      </Group>
      <Textarea
        mt="sm"
        label={t('covering.others')}
        description={t('covering.othersHint')}
        {...text('others')}
        autosize
        minRows={2}
      />
      <ErrorNote error={error} />
      <Button type="submit" variant="default" mt="sm" disabled={!isReady}>
        {t('covering.open')}
      </Button>
    </Form>
  )
}
