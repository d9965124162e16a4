import { Button, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WrittenRound } from '../../../shared/api/opinions.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { useTexts } from '../../components/fields/use-texts.ts'

type Props = { readonly round: WrittenRound; readonly count: number; readonly onClose: () => void }

/** Notes the decision that recognises again what was agreed on. */
export function DecideDialog({ round, count, onClose }: Props) {
  const { t } = useTranslation('opinions')
  const { texts, text } = useTexts({ number: '' })
  const [on, setOn] = useState<string | null>(round.day)
  const decide = useMutation(orpc.opinions.decide.mutationOptions({ onSuccess: onClose }))
  const isReady = texts.number.trim() !== '' && on !== null && on !== '' && !decide.isPending
  return (
    <Dialog title={t('decide', { count })} onClose={onClose}>
      <Form
        onSubmit={() => isReady && decide.mutate({ id: round.id, decision: { number: texts.number, on }, reason: '' })}
      >
        <Stack gap="sm">
          <p>{t('decideText', { count })}</p>
          <TextInput label={t('decisionNumber')} placeholder="2745/QĐ-UBND" withAsterisk {...text('number')} />
          <DateInput label={t('decisionOn')} date={round.day} onDate={setOn} withAsterisk />
          <ErrorNote error={decide.error} />
        </Stack>
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={decide.isPending}>
            {t('recognise')}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}
