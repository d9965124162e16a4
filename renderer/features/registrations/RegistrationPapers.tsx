import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import type { RegistrationRow } from '../../../shared/api/registrations.ts'
import { DateInput } from '../../components/fields/DateInput.tsx'
import classes from './Registrations.module.css'

type Props = {
  readonly registrations: readonly Pick<
    RegistrationRow,
    'id' | 'producerId' | 'year' | 'status' | 'lacking' | 'expired' | 'application'
  >[]
  /** ISO date that letters say what lacks on. */
  readonly day: string
}

const kinds = ['registration-form', 'self-assessment', 'commune-report', 'dossier-index'] as const

/** Forms filled in from registrations, indexes of their dossiers, letters for what they lack; of several in one file. */
export function RegistrationPapers({ registrations, day }: Props) {
  const { t } = useTranslation('forms')
  const [dueOn, setDueOn] = useState<string | null>('')
  const again = registrations.filter(
    ({ application, status }) => application === 'reassessment' && status === 'complete',
  )
  const letters = dueOn === null || dueOn === '' ? [] : lettersOf({ registrations, day }, dueOn)
  return (
    <nav className={classes.foot} aria-label={t('ofRegistration')}>
      {kinds.map((kind) => (
        <Link
          key={kind}
          to="/papers"
          search={{ papers: registrations.map(({ id }) => ({ kind, registrationId: id })) }}
        >
          {t(`documents:kind.${kind}`)}
        </Link>
      ))}
      {lettersOf({ registrations, day }, day).length > 0 && (
        <DateInput
          className={classes.year}
          aria-label={t('dueOn')}
          placeholder={t('dueOn')}
          date=""
          onDate={setDueOn}
        />
      )}
      {again.length > 0 && (
        <Link to="/opinions" search={{ make: { registrations: again.map(({ id }) => id), certificates: [] } }}>
          {t('opinions', { of: again.length })}
        </Link>
      )}
      {letters.length > 0 && (
        <Link to="/papers" search={{ papers: letters }}>
          {t('letters', { of: letters.length })}
        </Link>
      )}
    </nav>
  )
}

/** One a producer and year of those whose dossiers were checked and lack something. */
function lettersOf({ registrations, day }: Props, dueOn: string): readonly OfficePaper[] {
  const lacking = registrations.filter(
    ({ status, lacking: missing, expired }) => status !== 'unchecked' && missing.length + expired.length > 0,
  )
  const asked = new Map(lacking.map(({ producerId, year }) => [`${producerId} ${year}`, { producerId, year }]))
  return [...asked.values()].map((of): OfficePaper => ({ kind: 'lacking-letter', ...of, asOf: day, dueOn }))
}
