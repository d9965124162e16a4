import { Button, Radio } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnockoutQuestion } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { useSavedChoice } from '../../components/fields/use-saved-choice.ts'
import classes from './ItemDrawer.module.css'
import type { ItemPart } from './item-part.ts'
import { knockoutState } from './knockout-state.ts'
import { useRestNo } from './use-rest-no.ts'
import { ReasonLine } from './ReasonLine.tsx'

/** The council's own reason, beside the form's questions. */
const otherKey = 'other'

/** The rejection lines of the product's form as questions: one yes, with its reason, rejects the product. */
export function Knockouts({ item, session, canChange }: ItemPart) {
  const { t } = useTranslation('meeting')
  const allNo = useRestNo()
  const [hasOther, setOther] = useState(false)
  /** Questions answered yes that still wait for their reason; nothing is written before it is there. */
  const [begun, setBegun] = useState<readonly string[]>([])
  const { kind, open } = knockoutState(item)
  const answersOf = (key: string) => item.knockouts.find((one) => one.key === key)?.answer
  const waiting = begun.filter((key) => answersOf(key) !== 'yes')
  if (waiting.length < begun.length) setBegun(waiting)
  const isOtherKnown = answersOf(otherKey) !== undefined
  const other = { key: otherKey, text: t('knockouts.other'), answer: 'unanswered', reason: '' } as const
  const questions = hasOther && !isOtherKnown ? [...item.knockouts, other] : item.knockouts
  return (
    <section>
      <div className={classes.sectionHead}>
        <h3>{t('knockouts.title')}</h3>
        {canChange && open > 0 && kind !== 'rejected' && (
          <Button
            variant="default"
            size="compact-sm"
            loading={allNo.isPending}
            disabled={waiting.some((key) => answersOf(key) === 'unanswered')}
            data-why={t('knockouts.restBegun')}
            onClick={() => allNo.mutate({ sessionId: session.id, agendaItemId: item.id })}
          >
            {t('knockouts.restNo', { count: open })}
          </Button>
        )}
      </div>
      <p className={classes.soft}>{t(`knockouts.state.${kind}`, { count: open })}</p>
      {questions.map((question) => (
        <Question
          key={question.key}
          itemId={item.id}
          question={question}
          isBegun={waiting.includes(question.key)}
          onBegun={(isBegun) => {
            const others = waiting.filter((key) => key !== question.key)
            setBegun(isBegun ? [...others, question.key] : others)
          }}
          canChange={canChange}
        />
      ))}
      {canChange && !hasOther && !isOtherKnown && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.other}
          onClick={() => {
            setOther(true)
            setBegun([...waiting, otherKey])
          }}
        >
          {t('knockouts.addOther')}
        </Button>
      )}
      <ErrorNote error={allNo.error} />
    </section>
  )
}

type QuestionProps = {
  itemId: number
  question: KnockoutQuestion
  /** A yes that still waits for its reason. */
  isBegun: boolean
  onBegun: (isBegun: boolean) => void
  canChange: boolean
}

function Question({ itemId, question, isBegun, onBegun, canChange }: QuestionProps) {
  const { t } = useTranslation('meeting')
  const { key, text, answer, reason } = question
  const save = useMutation(orpc.sessions.answerKnockout.mutationOptions())
  const write = (next: 'no' | 'yes', why: string) =>
    save.mutateAsync({ agendaItemId: itemId, key, answer: next, reason: why })
  const answered = useSavedChoice({ value: answer, save: () => write('no', '') })
  const given = isBegun ? 'yes' : answered.shown
  return (
    <div className={classes.question} data-testid={`knockout-${key}`}>
      <Radio.Group
        label={<span lang="vi">{text}</span>}
        error={answered.problem}
        value={given === 'unanswered' ? null : given}
        readOnly={!canChange}
        onChange={(value) => {
          onBegun(value === 'yes')
          if (value === 'no') answered.choose('no')
        }}
      >
        <div className={classes.answers}>
          <Radio value="no" label={t('knockouts.no')} disabled={!canChange} size="sm" />
          <Radio value="yes" label={t('knockouts.yes')} disabled={!canChange} size="sm" />
        </div>
      </Radio.Group>
      {given === 'yes' && (
        <ReasonLine
          label={t('knockouts.reason')}
          value={answer === 'yes' ? reason : ''}
          save={(typed) => write('yes', typed)}
          isRequired
          isNew={isBegun}
          isReadOnly={!canChange}
        />
      )}
    </div>
  )
}
