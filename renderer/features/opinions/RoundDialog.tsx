import { Button, NumberInput, Stack, Textarea, TextInput } from '@mantine/core'
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
import classes from './Opinions.module.css'

/** Days of a round, and the shares that the council's regulations ask for. */
export function RoundDialog({ round, onClose }: { readonly round: WrittenRound; readonly onClose: () => void }) {
  const { t } = useTranslation('opinions')
  const [sentOn, setSentOn] = useState<string | null>(round.sentOn)
  const [replyBy, setReplyBy] = useState<string | null>(round.replyBy)
  const [answersPercent, setAnswers] = useState<number | null>(round.answersPercent)
  const [agreePercent, setAgree] = useState<number | null>(round.agreePercent)
  const { texts, text } = useTexts({ basis: round.basis, note: round.note })
  const save = useMutation(orpc.opinions.save.mutationOptions({ onSuccess: onClose }))
  const isBelow = (answersPercent ?? 100) < 100 || (agreePercent ?? 100) < 100
  const areDays = sentOn !== null && sentOn !== '' && replyBy !== null && replyBy !== ''
  const areShares = answersPercent !== null && agreePercent !== null && (!isBelow || texts.basis.trim() !== '')
  const isReady = areDays && areShares && !save.isPending
  const submit = () => {
    if (!isReady) return
    save.mutate({ id: round.id, fields: { ...texts, sentOn, replyBy, answersPercent, agreePercent } })
  }
  const share = (value: string | number) => (typeof value === 'number' ? value : null)
  return (
    <Dialog title={t('settings')} onClose={onClose}>
      <Form onSubmit={submit}>
        <Stack gap="sm">
          <div className={classes.fields}>
            <DateInput label={t('sentOn')} date={sentOn ?? ''} onDate={setSentOn} withAsterisk />
            <DateInput label={t('replyByLabel')} date={replyBy ?? ''} onDate={setReplyBy} withAsterisk />
          </div>
          <p className={classes.soft}>{t('sharesText')}</p>
          <div className={classes.fields}>
            <NumberInput
              label={t('answersPercent')}
              min={1}
              max={100}
              allowDecimal={false}
              value={answersPercent ?? ''}
              onChange={(value) => setAnswers(share(value))}
            />
            <NumberInput
              label={t('agreePercent')}
              min={51}
              max={100}
              allowDecimal={false}
              value={agreePercent ?? ''}
              onChange={(value) => setAgree(share(value))}
            />
          </div>
          <TextInput label={t('basis')} placeholder={t('basisHint')} withAsterisk={isBelow} {...text('basis')} />
          <Textarea label={t('note')} autosize minRows={2} {...text('note')} />
          <ErrorNote error={save.error} />
        </Stack>
        <DialogFoot>
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
