import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { WorkbookPreview } from '../../../shared/api/workbook.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FaultList } from '../../components/FaultList.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { focusAtStart } from '../../components/focus-at-start.ts'
import { Section } from '../../components/Section.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import classes from './ImportPage.module.css'
import { ImportSummary } from './ImportSummary.tsx'

/** What would be imported, every fault by its cell, and the button that writes it. */
export function ImportPreview({ file, preview }: { file: File; preview: WorkbookPreview }) {
  const { t } = useTranslation('sessions')
  const { faults, notices, summary } = preview
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
      {summary !== null && <ImportSummary summary={summary} />}
      {faults.length === 0 && summary !== null && <WriteImport file={file} summary={summary} />}
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

function WriteImport({ file, summary }: { file: File; summary: NonNullable<WorkbookPreview['summary']> }) {
  const { t } = useTranslation('sessions')
  const navigate = useNavigate()
  const isReadOnly = useIsReadOnly()
  const { data: sessions } = useQuery(orpc.sessions.list.queryOptions())
  const write = useMutation(orpc.workbook.import.mutationOptions())
  const isKnown = sessions?.some(
    ({ councilName, heldOn }) => councilName === summary.councilName && heldOn === summary.heldOn,
  )
  if (isReadOnly) return <p className={classes.note}>{t('common:readOnly')}</p>
  return (
    <Form
      className={classes.write}
      onSubmit={() =>
        write.mutate(
          { file },
          { onSuccess: ({ sessionId }) => void navigate({ to: '/sessions/$sessionId', params: { sessionId } }) },
        )
      }
    >
      {isKnown && <StateMark tone="attention">{t('import.known')}</StateMark>}
      <ErrorNote error={write.error} />
      <div className={classes.deed}>
        <Button type="submit" loading={write.isPending || write.isSuccess} ref={focusAtStart}>
          {t('import.write')}
        </Button>
        <span className={classes.note}>{t('import.writeNote')}</span>
      </div>
    </Form>
  )
}
