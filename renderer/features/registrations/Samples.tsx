import { useTranslation } from 'react-i18next'
import { SavedDate, SavedSelect, SavedWhole } from '../../components/fields/SavedFields.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import classes from './Registrations.module.css'
import { usePatch, type RegistrationPart } from './use-registration.ts'

const ends = ['', 'tasted', 'returned'] as const
const endKeys = { '': 'none', tasted: 'tasted', returned: 'returned' } as const

/** The samples: how many came, when, and what became of them. */
export function Samples({ registration, isReadOnly }: RegistrationPart) {
  const { t } = useTranslation('registrations')
  const patch = usePatch(registration)
  const { samplesReceived, samplesOn, samplesAfter, samplesDue, lacking, items } = registration
  const article = items.find(({ kind }) => kind === 'samples')?.article
  return (
    <section>
      <h3>{t('samples.title')}</h3>
      <p className={classes.soft}>
        {samplesDue === 0 ? t('samples.none') : t('samples.due', { count: samplesDue, article: article ?? '' })}
      </p>
      <div className={classes.fields}>
        <SavedWhole
          label={t('samples.received')}
          value={samplesReceived}
          save={(value) => patch({ samplesReceived: value })}
          min={0}
          max={999}
          isReadOnly={isReadOnly}
        />
        <SavedDate
          label={t('samples.on')}
          value={samplesOn ?? ''}
          save={(value) => patch({ samplesOn: value === '' ? null : value })}
          isReadOnly={isReadOnly}
        />
        <SavedSelect
          label={t('samples.after')}
          value={samplesAfter}
          options={ends.map((value) => ({ value, label: t(`samples.end.${endKeys[value]}`) }))}
          save={(value) => patch({ samplesAfter: value })}
          isReadOnly={isReadOnly}
        />
      </div>
      {lacking.includes('samples') && samplesReceived > 0 && (
        <StateMark tone="attention">{t('samples.lacks', { count: samplesDue - samplesReceived })}</StateMark>
      )}
    </section>
  )
}
