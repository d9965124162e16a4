import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckedWorkbook, OldTextChoice } from '../../../shared/api/workbook.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FaultList } from '../../components/FaultList.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { focusAtStart } from '../../components/focus-at-start.ts'
import { OtherLawList } from '../../components/OtherLawList.tsx'
import { Section } from '../../components/Section.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import classes from './ImportPage.module.css'
import { ImportMatches, type Answers } from './ImportMatches.tsx'
import { ImportSummary } from './ImportSummary.tsx'

type ImportPreviewProps = {
  workbook: { file: File; oldText?: OldTextChoice }
  preview: CheckedWorkbook
  /** Reads the file again with the choice. */
  onOldText: (choice: OldTextChoice) => void
}

/** What would be imported, every fault by its cell, and the button that writes it. */
export function ImportPreview({ workbook, preview, onOldText }: ImportPreviewProps) {
  const { t } = useTranslation('sessions')
  const { faults, notices, summary, known, matches, otherLaws, oldTexts } = preview
  const isAsking = oldTexts > 0 && workbook.oldText === undefined
  return (
    <>
      {faults.length === 0 ? (
        <StateMark tone="good">{t('import.sound')}</StateMark>
      ) : (
        <div role="alert">
          <StateMark tone="wrong">
            {t('import.faulty', { count: faults.length, shown: wholeNumber(faults.length) })}
          </StateMark>
          <div className={classes.note}>{t('import.faultyNext')}</div>
        </div>
      )}
      {isAsking && (
        <section className={classes.write} aria-label={t('import.oldText')}>
          <StateMark tone="attention">
            {t('import.oldTexts', { count: oldTexts, shown: wholeNumber(oldTexts) })}
          </StateMark>
          <div className={classes.deed}>
            <Button onClick={() => onOldText('convert')}>{t('import.convert')}</Button>
            <Button variant="default" onClick={() => onOldText('keep')}>
              {t('import.keep')}
            </Button>
          </div>
        </section>
      )}
      {summary !== null && <ImportSummary summary={summary} />}
      {faults.length === 0 && summary !== null && (
        <WriteImport
          workbook={workbook}
          known={known}
          matches={matches}
          otherLaws={otherLaws}
          rules={summary.ruleSetTitle}
        />
      )}
      {faults.length > 0 && (
        <Section title={t('import.faults', { count: faults.length, shown: wholeNumber(faults.length) })}>
          <FaultList caption={t('import.faultCaption')} faults={faults} />
        </Section>
      )}
      {notices.length > 0 && (
        <Section
          title={t('import.notices', { count: notices.length, shown: wholeNumber(notices.length) })}
          note={t('import.noticesNote')}
        >
          <FaultList caption={t('import.noticeCaption')} faults={notices} />
        </Section>
      )}
    </>
  )
}

type WriteImportProps = Pick<ImportPreviewProps, 'workbook'> &
  Pick<CheckedWorkbook, 'known' | 'matches' | 'otherLaws'> & {
    /** Short title of the workbook's rule set. */
    rules: string
  }

function WriteImport({ workbook, known, matches, otherLaws, rules }: WriteImportProps) {
  const { t } = useTranslation('sessions')
  const navigate = useNavigate()
  const isReadOnly = useIsReadOnly()
  const write = useMutation(orpc.workbook.import.mutationOptions())
  const [answers, setAnswers] = useState<Answers>(new Map())
  const open = matches.filter(({ code, why }) => why !== null && !answers.has(code)).length
  if (isReadOnly) return <p className={classes.note}>{t('common:readOnly')}</p>
  return (
    <Form
      className={classes.write}
      onSubmit={() =>
        open === 0 &&
        write.mutate(
          {
            ...workbook,
            answers: [...answers].map(([code, knownId]) => ({ code, knownId })),
            acceptsOtherLaw: otherLaws.length > 0,
          },
          { onSuccess: ({ sessionId }) => void navigate({ to: '/sessions/$sessionId', params: { sessionId } }) },
        )
      }
    >
      {known !== null && (
        <>
          <StateMark tone="attention">
            {t('import.known', { ...known, heldOn: formatDate(known.heldOn), count: known.products })}
          </StateMark>
          <Link to="/sessions/$sessionId" params={{ sessionId: known.sessionId }}>
            {t('import.openKnown')}
          </Link>
        </>
      )}
      <ImportMatches matches={matches} answers={answers} onAnswer={setAnswers} />
      {otherLaws.length > 0 && (
        <section className={classes.matches} aria-label={t('meeting:otherLaw.label')}>
          <StateMark tone="attention" isLong>
            {t('import.otherLaw', { count: otherLaws.length, shown: wholeNumber(otherLaws.length), rules })}
          </StateMark>
          <OtherLawList others={otherLaws} />
        </section>
      )}
      <ErrorNote error={write.error} />
      <div className={classes.deed}>
        <Button
          type="submit"
          loading={write.isPending || write.isSuccess}
          disabled={open > 0}
          aria-describedby="write-why"
          ref={otherLaws.length > 0 ? undefined : focusAtStart}
        >
          {otherLaws.length > 0 ? t('import.writeOtherLaw', { rules }) : t('import.write')}
        </Button>
        <span id="write-why" className={classes.note}>
          {open > 0 ? t('import.match.open', { count: open, shown: wholeNumber(open) }) : t('import.writeNote')}
        </span>
      </div>
    </Form>
  )
}
