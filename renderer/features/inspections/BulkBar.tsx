import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { Form } from '../../components/fields/Form.tsx'
import classes from './Inspections.module.css'

type Props = {
  readonly ids: readonly number[]
  /** ISO date of today. */
  readonly day: string
  readonly isReadOnly: boolean
  readonly onDone: () => void
}

/** How many records one file of papers takes. */
const mostRecords = 500

/** What can be done with many inspections at once: nothing was found, their records, off the plan again. */
export function BulkBar({ ids, day, isReadOnly, onDone }: Props) {
  const { t } = useTranslation('inspections')
  const [on, setOn] = useState<string | null>(day)
  const clean = useMutation(orpc.aftercare.inspections.markClean.mutationOptions({ onSuccess: onDone }))
  const remove = useMutation(orpc.aftercare.inspections.remove.mutationOptions())
  const isReady = on !== null && on !== ''
  const papers = ids.slice(0, mostRecords).map((inspectionId) => ({ kind: 'inspection-record' as const, inspectionId }))
  return (
    <Form
      className={classes.bulk}
      aria-label={t('bulk.title')}
      onSubmit={() => isReady && clean.mutate({ ids: [...ids], on })}
    >
      <b>{t('bulk.chosen', { count: ids.length })}</b>
      {!isReadOnly && (
        <>
          <DateInput className={classes.year} aria-label={t('bulk.on')} date={day} onDate={setOn} />
          <Button type="submit" disabled={!isReady} loading={clean.isPending}>
            {t('bulk.clean')}
          </Button>
        </>
      )}
      <Link to="/papers" search={{ papers }}>
        {t('bulk.records')}
      </Link>
      {!isReadOnly && (
        <DeedButton label={t('bulk.remove')} isDanger deed={remove} inputOf={() => ({ ids: [...ids] })} onDone={onDone}>
          {t('bulk.removeText', { count: ids.length })}
        </DeedButton>
      )}
      <ErrorNote error={clean.error} />
    </Form>
  )
}
