import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import type { RegistrationRow } from '../../../shared/api/registrations.ts'
import { doubtOfDueDay, proposedDays, proposedDueDay } from '../../../shared/domain/dossiers/due-day.ts'
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
  const again = registrations.filter(
    ({ application, status }) => application === 'reassessment' && status === 'complete',
  )
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
      {again.length > 0 && (
        <Link to="/opinions" search={{ make: { registrations: again.map(({ id }) => id), certificates: [] } }}>
          {t('opinions', { of: again.length })}
        </Link>
      )}
      <Letters registrations={registrations} day={day} />
    </nav>
  )
}

/** Letters for what lacks, due by a day that is proposed. */
function Letters({ registrations, day }: Props) {
  const { t } = useTranslation('forms')
  const [dueOn, setDueOn] = useState<string | null>(() => proposedDueDay(day))
  const field = useRef<HTMLInputElement>(null)
  const letters = lettersOf({ registrations, day }, dueOn ?? '')
  if (letters.length === 0) return null
  const doubt = dueOn === null || dueOn === '' ? 'due-none' : doubtOfDueDay(dueOn, day)
  const label = t('letters', { of: letters.length })
  return (
    <div className={classes.letters}>
      <DateInput
        ref={field}
        className={classes.dueOn}
        label={t('dueOn')}
        description={t('dueProposed', { days: proposedDays })}
        date={dueOn ?? ''}
        onDate={setDueOn}
      />
      {doubt === null || doubt === 'due-far' ? (
        <Link to="/papers" search={{ papers: letters }}>
          {label}
        </Link>
      ) : (
        <button type="button" className={classes.linkLike} onClick={() => field.current?.focus()}>
          {label}
        </button>
      )}
      {doubt !== null && (
        <p role="alert" className={classes.doubt}>
          {t(doubt)}
        </p>
      )}
    </div>
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
