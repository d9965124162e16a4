import { Button, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Withdrawal } from '../../../../shared/api/aftercare.ts'
import { orpc } from '../../../api/client.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { DialogFoot } from '../../../components/DialogFoot.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { DateInput } from '../../../components/fields/DateInput.tsx'
import { Form } from '../../../components/fields/Form.tsx'
import { useTexts } from '../../../components/fields/use-texts.ts'

type Props = { readonly about: Withdrawal; readonly day: string; readonly onClose: () => void }

/** Notes a decision that another body numbered. */
export function DecideDialog({ about, day, onClose }: Props) {
  const { t } = useTranslation('aftercare')
  const { texts, text } = useTexts({ number: '' })
  const [on, setOn] = useState<string | null>(day)
  const decide = useMutation(orpc.aftercare.withdrawals.decide.mutationOptions({ onSuccess: onClose }))
  const isReady = texts.number.trim() !== '' && on !== null && on !== ''
  return (
    <Dialog
      help="ghi-quyet-dinh-thu-hoi"
      title={t('withdrawals.decideNamed', { product: about.productName })}
      onClose={onClose}
    >
      <Form
        onSubmit={() =>
          isReady && decide.mutate({ id: about.caseId, decision: { number: texts.number, on }, reason: '' })
        }
      >
        <Stack gap="sm">
          <p>{t('withdrawals.decideText')}</p>
          <TextInput
            label={t('withdrawals.decisionNumber')}
            placeholder="99/QĐ-UBND"
            required
            data-autofocus
            {...text('number')}
          />
          <DateInput label={t('withdrawals.decisionOn')} date={day} onDate={setOn} required />
          <ErrorNote error={decide.error} />
        </Stack>
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={decide.isPending}>
            {t('withdrawals.decide')}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}
