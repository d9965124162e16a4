import { Button, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WrittenProduct } from '../../../shared/api/opinions.ts'
import { orpc } from '../../api/client.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { useTexts } from '../../components/fields/use-texts.ts'

type Props = { readonly product: WrittenProduct; readonly stars: readonly number[]; readonly onClose: () => void }

/** What is proposed of a product, and since when its dossier is complete. */
export function ProductDialog({ product, stars, onClose }: Props) {
  const { t } = useTranslation('opinions')
  const { id, name } = product
  const [proposedStar, setStar] = useState(product.proposedStar)
  const [score, setScore] = useState(product.score)
  const [completeOn, setCompleteOn] = useState<string | null>(product.completeOn ?? '')
  const { texts, text } = useTexts({ advice: product.advice })
  const save = useMutation(orpc.opinions.saveProduct.mutationOptions({ onSuccess: onClose }))
  const remove = useMutation(orpc.opinions.removeProduct.mutationOptions())
  const isReady = completeOn !== null && !save.isPending
  const submit = () => {
    if (!isReady) return
    const day = completeOn === '' ? null : completeOn
    save.mutate({ id, fields: { proposedStar, score, advice: texts.advice, completeOn: day } })
  }
  return (
    <Dialog title={name} onClose={onClose}>
      <Form onSubmit={submit}>
        <Stack gap="sm">
          <NativeSelect
            label={t('starLabel')}
            data={[
              { value: '', label: t('noStar') },
              ...stars.map((star) => ({ value: String(star), label: t('common:stars', { count: star }) })),
            ]}
            value={String(proposedStar ?? '')}
            onChange={({ currentTarget: { value } }) => setStar(value === '' ? null : Number(value))}
          />
          <NumberInput
            label={t('scoreLabel')}
            min={0}
            max={100}
            decimalScale={2}
            decimalSeparator=","
            value={score ?? ''}
            onChange={(value) => setScore(typeof value === 'number' ? value : null)}
          />
          <TextInput label={t('adviceLabel')} {...text('advice')} />
          <DateInput
            label={t('completeLabel')}
            description={t('completeHint')}
            date={completeOn ?? ''}
            onDate={setCompleteOn}
          />
          <ErrorNote error={save.error} />
        </Stack>
        <DialogFoot>
          <DeedButton
            label={t('removeProduct')}
            title={t('removeProductOf', { name })}
            isDanger
            deed={remove}
            inputOf={() => ({ id })}
            onDone={onClose}
          >
            {t('removeProductText')}
          </DeedButton>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={save.isPending}>
            {t('keep')}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}
