import { useTranslation } from 'react-i18next'
import type { RenewedRecognition } from '../../../shared/api/registrations.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { isIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import { FilingTime } from '../../components/FilingTime.tsx'
import { SavedDate, SavedLongText, SavedSelect, SavedText, SavedWhole } from '../../components/fields/SavedFields.tsx'
import classes from './Registrations.module.css'
import { ReportDue } from './ReportDue.tsx'
import { usePatch, type RegistrationPart } from './use-registration.ts'

const applications = ['new', 'upgrade', 'reassessment'] as const

/** What was registered: for when, as what, filed where, and which recognition it renews. */
export function RegistrationFacts({ registration, isReadOnly }: RegistrationPart) {
  const { t } = useTranslation('registrations')
  const patch = usePatch(registration)
  const { year, round, application, filedOn, completeOn, receivedBy, renews, recognitions, note, commune } =
    registration
  const keyOf = ({ kind, id }: Pick<RenewedRecognition, 'kind' | 'id'>) => `${kind}-${id}`
  const recognition = ({ star, decision, decidedOn }: RenewedRecognition): string => {
    const day = decidedOn !== null && isIsoDate(decidedOn) ? formatDate(decidedOn) : (decidedOn ?? '')
    return [star === null ? '' : t('common:stars', { count: star }), decision, day]
      .filter((part) => part !== '')
      .join(' · ')
  }
  return (
    <section>
      <h3>{t('facts')}</h3>
      <div className={classes.fields}>
        <SavedSelect
          label={t('field.application')}
          value={application}
          options={applications.map((value) => ({ value, label: t(`common:application.${value}`) }))}
          save={(value) => patch({ application: value })}
          isReadOnly={isReadOnly}
        />
        <SavedWhole
          label={t('field.year')}
          value={year}
          save={(value) => patch({ year: value })}
          min={2013}
          max={2100}
          isReadOnly={isReadOnly}
        />
        <SavedWhole<number | null>
          label={t('field.round')}
          value={round}
          save={(value) => patch({ round: value })}
          min={1}
          max={99}
          empty={null}
          isReadOnly={isReadOnly}
        />
        <SavedDate
          label={t('field.filedOn')}
          value={filedOn ?? ''}
          save={(value) => patch({ filedOn: value === '' ? null : value })}
          isReadOnly={isReadOnly}
        />
        <SavedDate
          label={t('field.completeOn')}
          value={completeOn ?? ''}
          save={(value) => patch({ completeOn: value === '' ? null : value })}
          isReadOnly={isReadOnly}
        />
        <SavedText
          label={t('field.commune')}
          placeholder={commune}
          value={receivedBy}
          save={(value) => patch({ commune: value })}
          isReadOnly={isReadOnly}
        />
      </div>
      {registration.filing !== null && <FilingTime note={registration.filing} />}
      <ReportDue report={registration.report} />
      {application !== 'new' && (
        <SavedSelect
          label={t('field.renews')}
          value={renews === null ? '' : keyOf(renews)}
          options={[
            { value: '', label: recognitions.length === 0 ? t('noRecognition') : t('renewsNone') },
            ...recognitions.map((one) => ({ value: keyOf(one), label: recognition(one) })),
          ]}
          save={(value) => {
            const chosen = recognitions.find((one) => keyOf(one) === value)
            return patch({ renews: chosen === undefined ? null : { kind: chosen.kind, id: chosen.id } })
          }}
          isReadOnly={isReadOnly}
        />
      )}
      <SavedLongText
        label={t('field.note')}
        value={note}
        save={(value) => patch({ note: value })}
        minRows={1}
        isReadOnly={isReadOnly}
      />
    </section>
  )
}
