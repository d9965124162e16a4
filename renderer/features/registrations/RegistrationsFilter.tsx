import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RegistrationList } from '../../../shared/api/registrations.ts'
import { registrationStates, type RegistrationState } from '../../../shared/domain/dossiers/registration-states.ts'
import { FilterSelect } from '../../components/fields/FilterSelect.tsx'
import classes from '../../components/list-filter.module.css'
import { StateChips } from '../../components/StateChips.tsx'
import { StateMark, type StateTone } from '../../components/StateMark.tsx'
import { useSetFilter } from '../../components/use-set-filter.ts'
import { wholeNumber } from '../../components/whole-number.ts'
import { WordsField } from '../../components/WordsField.tsx'
import { YearSelect } from '../../components/YearSelect.tsx'
import { dossierTones } from './DossierMarks.tsx'
import type { RegistrationsSearch } from './registrations-address.ts'

const tones: Readonly<Record<RegistrationState, StateTone>> = {
  ...dossierTones,
  expired: 'attention',
  withdrawn: 'plain',
}

/** What is asked of the list; all of it stands in the address. */
export function RegistrationsFilter({ list }: { list: RegistrationList }) {
  const { t } = useTranslation('registrations')
  const search = useSearch({ from: '/frame/registrations' })
  const set = useSetFilter<RegistrationsSearch>('/registrations')
  const { counts, places, items, year, years } = list
  const countOf = (key: string) => counts.lacking.find(({ item }) => item === key)?.count ?? 0
  const lackable = items.filter(({ key }) => countOf(key) > 0 || key === search.lacks)
  return (
    <div className={classes.filters}>
      <StateChips
        label={t('find.state')}
        states={registrationStates}
        counts={counts.state}
        chosen={search.state}
        mark={(state) => <StateMark tone={tones[state]}>{t(`state.${state}`)}</StateMark>}
        onChoose={(state) => set({ state })}
      />
      <div className={classes.bar}>
        <YearSelect label={t('find.year')} years={years} year={year} onYear={(next) => set({ year: next })} />
        <WordsField
          commandId="registrations.find"
          label={t('find.label')}
          placeholder={t('find.placeholder')}
          query={search.query}
          onQuery={(words) => set({ query: words })}
        />
        <FilterSelect
          label={t('find.lacks')}
          all={t('find.lacksNothing')}
          placeholder={t('find.lacks')}
          value={search.lacks}
          options={lackable.map(({ key, name }) => ({ value: key, label: `${name} (${wholeNumber(countOf(key))})` }))}
          onChoose={(lacks) => set({ lacks })}
        />
        <FilterSelect
          label={t('find.place')}
          all={t('find.allPlaces')}
          value={search.place}
          options={places.map(({ key, label, count }) => ({ value: key, label: `${label} (${wholeNumber(count)})` }))}
          onChoose={(place) => set({ place })}
        />
      </div>
    </div>
  )
}
