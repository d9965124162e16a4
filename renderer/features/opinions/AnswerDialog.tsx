import { Button, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GivenAnswer, WrittenMember, WrittenProduct, WrittenRound } from '../../../shared/api/opinions.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { opinionAnswers, type OpinionAnswer } from '../../../shared/domain/opinions/conclude.ts'
import { isReason } from '../../../shared/domain/session/is-reason.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { reasonProblem } from '../../components/fields/reason-problem.ts'
import { useTexts } from '../../components/fields/use-texts.ts'
import classes from './Opinions.module.css'

export type AskedAnswer = {
  readonly product: WrittenProduct
  readonly member: WrittenMember
  /** What stands there; null where nothing does. */
  readonly given: GivenAnswer | null
  /** What was keyed; null to take the answer back. */
  readonly answer: OpinionAnswer | null
}

type Props = {
  readonly round: WrittenRound
  readonly asked: AskedAnswer
  readonly on: string | null
  readonly onClose: () => void
  readonly onKept: () => void
}

/** One answer with its words; a correction asks for its reason. */
export function AnswerDialog({ round, asked, on, onClose, onKept }: Props) {
  const { t } = useTranslation('opinions')
  const { product, member, given } = asked
  const [answer, setAnswer] = useState<string>(asked.answer ?? 'none')
  const { texts, text } = useTexts({ words: given?.words ?? '', reason: '' })
  const keep = useMutation(orpc.opinions.answer.mutationOptions({ onSuccess: onKept }))
  const words = texts.words.trim()
  const isSame = given !== null && given.answer === answer && given.words === words
  const isCorrection = given !== null && !isSame && !(given.answer === answer && given.words === '')
  const reason = reasonProblem(texts.reason, t)
  const isReady =
    on !== null &&
    on !== '' &&
    (answer !== 'recused' || isReason(words)) &&
    (!isCorrection || (isReason(texts.reason) && reason === null))
  const submit = () => {
    if (!isReady || keep.isPending) return
    if (isSame) {
      onKept()
      return
    }
    const next = opinionAnswers.find((one) => one === answer) ?? null
    keep.mutate({
      id: round.id,
      answers: [{ productId: product.id, memberId: member.id, answer: next, words: next === null ? '' : words }],
      on,
      reason: isCorrection ? texts.reason.trim() : '',
    })
  }
  const choices = [...opinionAnswers, ...(given === null ? [] : ['none' as const])]
  return (
    <Dialog title={t('answerOf', { member: member.name })} onClose={onClose}>
      <Form onSubmit={submit}>
        <Stack gap="sm">
          <strong>{product.name}</strong>
          {given !== null && (
            <p className={classes.keys}>
              {t('stands', { answer: t(`answer.${given.answer}`), day: formatDate(given.on) })}
            </p>
          )}
          <Radio.Group label={t('answer.label')} value={answer} onChange={setAnswer}>
            <Stack gap={4} mt={4}>
              {choices.map((one) => (
                <Radio key={one} value={one} label={t(one === 'none' ? 'answer.takeBack' : `answer.${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {answer !== 'none' && (
            <TextInput
              label={t(answer === 'recused' ? 'recusedWhy' : 'words')}
              withAsterisk={answer === 'recused'}
              data-autofocus={answer === 'recused' || !isCorrection || undefined}
              {...text('words')}
            />
          )}
          {isCorrection && (
            <Textarea
              label={t('correctionReason')}
              withAsterisk
              autosize
              data-autofocus={answer !== 'recused' || undefined}
              error={reason}
              {...text('reason')}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
                event.preventDefault()
                event.currentTarget.form?.requestSubmit()
              }}
            />
          )}
          <p className={classes.keys}>{on === null || on === '' ? t('noDay') : t('onDay', { day: formatDate(on) })}</p>
          <ErrorNote error={keep.error} />
        </Stack>
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={keep.isPending}>
            {t('keep')}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}
