import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { screeningGrounds, screeningResults } from '../../../shared/domain/dossiers/screening.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { SavedDate, SavedLongText, SavedSelect } from '../../components/fields/SavedFields.tsx'
import classes from './Registrations.module.css'
import { usePatch, type RegistrationPart } from './use-registration.ts'

const resultKeys = {
  '': 'none',
  passed: 'passed',
  'not-passed': 'not-passed',
  'to-complete': 'to-complete',
} as const

/** What came of looking at the idea, and which grounds it meets. */
export function Screening({ registration, isReadOnly }: RegistrationPart) {
  const { t } = useTranslation('registrations')
  const patch = usePatch(registration)
  const [error, setError] = useState<unknown>(null)
  const { screening, screenedOn, screeningNote } = registration
  // What was clicked stands there while it is being saved, so that the next click adds to it.
  const [sent, setSent] = useState<typeof registration.grounds | null>(null)
  const grounds = sent ?? registration.grounds
  const meet = (ground: (typeof screeningGrounds)[number], isMet: boolean): void => {
    const next = screeningGrounds.filter((one) => (one === ground ? isMet : grounds.includes(one)))
    setSent(next)
    patch({ grounds: next })
      .then(() => setError(null), setError)
      .finally(() => setSent((now) => (now === next ? null : now)))
  }
  return (
    <section>
      <h3>{t('screening.title')}</h3>
      <div className={classes.fields}>
        <SavedSelect
          label={t('screening.label')}
          value={screening}
          options={screeningResults.map((value) => ({
            value,
            label: t(`screening.result.${resultKeys[value]}`),
          }))}
          save={(value) => patch({ screening: value })}
          isReadOnly={isReadOnly}
        />
        <SavedDate
          label={t('screening.on')}
          value={screenedOn ?? ''}
          save={(value) => patch({ screenedOn: value === '' ? null : value })}
          isReadOnly={isReadOnly}
        />
      </div>
      <fieldset className={classes.grounds}>
        <legend>{t('screening.grounds')}</legend>
        {screeningGrounds.map((ground) => (
          <Checkbox
            key={ground}
            label={t(`screening.ground.${ground}`)}
            checked={grounds.includes(ground)}
            disabled={isReadOnly}
            onChange={(event) => meet(ground, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      <ErrorNote error={error} />
      <SavedLongText
        label={t('screening.note')}
        value={screeningNote}
        save={(value) => patch({ screeningNote: value })}
        minRows={1}
        isReadOnly={isReadOnly}
      />
    </section>
  )
}
