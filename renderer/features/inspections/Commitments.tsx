import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { commitmentTones } from './inspection-tones.ts'
import type { InspectionPart } from './inspection-part.ts'
import classes from './Inspections.module.css'
import { SettleCommitment } from './SettleCommitment.tsx'

/** What the producer said that it would do, and by when. */
export function Commitments({ inspection, isReadOnly }: InspectionPart) {
  const { t } = useTranslation('inspections')
  const { inspectionId, commitments, day } = inspection
  const remove = useMutation(orpc.aftercare.inspections.removeCommitment.mutationOptions())
  return (
    <section>
      <h3>{t('record.commitments')}</h3>
      {commitments.length > 0 && (
        <ul className={classes.commitments}>
          {commitments.map((one) => (
            <li key={one.id}>
              <span className={classes.what}>
                {one.what}{' '}
                <span className={classes.soft}>
                  {[formatDate(one.dueOn), one.settlement?.remark ?? ''].filter((part) => part !== '').join(' · ')}
                </span>
              </span>
              <StateMark tone={commitmentTones[one.state]}>{t(`commitment.state.${one.state}`)}</StateMark>
              {!isReadOnly && <SettleCommitment commitment={one} day={day} />}
              {!isReadOnly && one.settlement === null && (
                <DeedButton
                  label={t('commitment.remove')}
                  aria-label={t('commitment.removeNamed', { what: one.what })}
                  title={t('commitment.removeNamed', { what: one.what })}
                  size="compact-sm"
                  isDanger
                  deed={remove}
                  inputOf={() => ({ id: one.id })}
                >
                  {t('commitment.removeText')}
                </DeedButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {!isReadOnly && <NewCommitment key={commitments.length} inspectionId={inspectionId} />}
    </section>
  )
}

/** Made anew once one is saved, so that its fields are empty again. */
function NewCommitment({ inspectionId }: { inspectionId: number }) {
  const { t } = useTranslation('inspections')
  const [what, setWhat] = useState('')
  const [dueOn, setDueOn] = useState<string | null>('')
  const save = useMutation(orpc.aftercare.inspections.saveCommitment.mutationOptions())
  const isReady = what.trim() !== '' && dueOn !== null && dueOn !== '' && !save.isPending && !save.isSuccess
  return (
    <Form
      className={classes.bar}
      aria-label={t('commitment.add')}
      onSubmit={() => isReady && save.mutate({ fields: { inspectionId, what, dueOn } })}
    >
      <TextInput
        className={classes.what}
        aria-label={t('commitment.what')}
        placeholder={t('commitment.what')}
        required
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <DateInput
        className={classes.year}
        aria-label={t('commitment.dueOn')}
        placeholder={t('commitment.dueOn')}
        required
        date=""
        onDate={setDueOn}
      />
      <Button type="submit" variant="default" disabled={!isReady} loading={save.isPending}>
        {t('commitment.add')}
      </Button>
      <ErrorNote error={save.error} />
    </Form>
  )
}
