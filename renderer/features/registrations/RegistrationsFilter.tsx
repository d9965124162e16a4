import { Select } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RegistrationList } from '../../../shared/api/registrations.ts'
import { registrationStates, type RegistrationState } from '../../../shared/domain/dossiers/registration-states.ts'
import { SearchSelect } from '../../components/fields/SearchSelect.tsx'
import { WordsField } from '../../components/WordsField.tsx'
import { StateMark, type StateTone } from '../../components/StateMark.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import { dossierTones } from './DossierMarks.tsx'
import chipClasses from '../../components/chip.module.css'
import { useSetFilter } from '../../components/use-set-filter.ts'
import classes from './Registrations.module.css'
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
  const set = useSet()
  const { counts, places, items, year, years } = list
  const offered = [...new Set([year, Number(list.day.slice(0, 4)), ...years])].toSorted((a, b) => b - a)
  const countOf = (key: string) => counts.lacking.find(({ item }) => item === key)?.count ?? 0
  const lackable = items.filter(({ key }) => countOf(key) > 0 || key === search.lacks)
  const shown = registrationStates.filter((state) => state === search.state || counts.state[state] > 0)
  return (
    <div className={classes.filters}>
      <div className={classes.chips} role="group" aria-label={t('find.state')}>
        {shown.map((state) => (
          <button
            key={state}
            type="button"
            className={chipClasses.chip}
            aria-pressed={state === search.state}
            onClick={() => set({ state: state === search.state ? undefined : state })}
          >
            <StateMark tone={tones[state]}>{t(`state.${state}`)}</StateMark>
            <span className={classes.soft}>{wholeNumber(counts.state[state])}</span>
          </button>
        ))}
      </div>
      <div className={classes.bar}>
        <Select
          className={classes.year}
          aria-label={t('find.year')}
          allowDeselect={false}
          value={String(year)}
          data={offered.map((one) => ({ value: String(one), label: t('find.ofYear', { year: one }) }))}
          onChange={(value) => value !== null && set({ year: Number(value) })}
        />
        <RegisterWords />
        <SearchSelect
          className={classes.field}
          aria-label={t('find.lacks')}
          placeholder={t('find.lacks')}
          value={search.lacks ?? null}
          data={[
            // What takes the filter back is found by keys like the rest.
            ...(search.lacks === undefined ? [] : [{ value: '', label: t('find.lacksNothing') }]),
            ...lackable.map(({ key, name }) => ({ value: key, label: `${name} (${wholeNumber(countOf(key))})` })),
          ]}
          onChange={(lacks) => set({ lacks: lacks === '' || lacks === null ? undefined : lacks })}
        />
        <SearchSelect
          className={classes.field}
          aria-label={t('find.place')}
          placeholder={t('find.allPlaces')}
          limit={100}
          value={search.place ?? null}
          data={[
            ...(search.place === undefined ? [] : [{ value: '', label: t('find.allPlaces') }]),
            ...places.map(({ key, label, count }) => ({ value: key, label: `${label} (${wholeNumber(count)})` })),
          ]}
          onChange={(place) => set({ place: place === '' || place === null ? undefined : place })}
        />
      </div>
    </div>
  )
}

const useSet = () => useSetFilter<RegistrationsSearch>('/registrations')

function RegisterWords() {
  const { t } = useTranslation('registrations')
  const { query } = useSearch({ from: '/frame/registrations' })
  const set = useSet()
  return (
    <WordsField
      commandId="registrations.find"
      label={t('find.label')}
      placeholder={t('find.placeholder')}
      query={query}
      onQuery={(words) => set({ query: words })}
    />
  )
}
