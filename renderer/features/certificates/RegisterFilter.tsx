import { Select } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CertificateRegister } from '../../../shared/api/certificate-register.ts'
import { certificateStates } from '../../../shared/domain/certificates/clock.ts'
import { soundYears } from '../../../shared/domain/certificates/sound-years.ts'
import { StateMark } from '../../components/StateMark.tsx'
import { SearchSelect } from '../../components/fields/SearchSelect.tsx'
import { WordsField } from '../../components/WordsField.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import { CertificateMark } from './CertificateMark.tsx'
import chipClasses from '../../components/chip.module.css'
import { useSetFilter } from '../../components/use-set-filter.ts'
import classes from './CertificatesPage.module.css'
import type { RegisterSearch } from './register-address.ts'

/** What is asked of the register; all of it stands in the address, so that going back finds the list as it was. */
export function RegisterFilter({ register }: { register: CertificateRegister | undefined }) {
  const { t } = useTranslation('certificates')
  const search = useSearch({ from: '/frame/certificates' })
  const set = useSet()
  const { counts, places = [] } = register ?? {}
  return (
    <div className={classes.filters}>
      <div className={classes.groups}>
        <StateChips counts={counts?.state} />
        <QuarterChip />
        <YearChips years={counts?.lapsesIn ?? []} />
      </div>
      {register !== undefined && register.counts.farYears > 0 && (
        <StateMark tone="attention" isLong>
          {t('find.farYears', {
            count: register.counts.farYears,
            shown: wholeNumber(register.counts.farYears),
            ...soundYears(register.day),
          })}
        </StateMark>
      )}
      <div className={classes.bar}>
        <RegisterWords />
        <SearchSelect
          className={classes.place}
          aria-label={t('find.place')}
          placeholder={t('find.allPlaces')}
          clearable
          clearButtonProps={{ 'aria-label': t('find.allPlaces') }}
          limit={100}
          value={search.place ?? null}
          data={places.map(({ key, label }) => ({ value: key, label }))}
          onChange={(place) => set({ place: place ?? undefined })}
        />
        <NumberSelect
          name={t('find.recognised')}
          all={t('find.allYears')}
          value={search.recognised}
          options={(counts?.recognisedIn ?? []).map(({ year, count }) => ({ value: year, label: `${year}`, count }))}
          onChange={(recognised) => set({ recognised })}
        />
        <NumberSelect
          name={t('find.star')}
          all={t('find.allStars')}
          value={search.star}
          options={(counts?.star ?? []).map(({ star, count }) => ({
            value: star,
            label: t('common:stars', { count: star }),
            count,
          }))}
          onChange={(star) => set({ star })}
        />
      </div>
    </div>
  )
}

const useSet = () => useSetFilter<RegisterSearch>('/certificates')

function StateChips({ counts }: { counts: CertificateRegister['counts']['state'] | undefined }) {
  const { t } = useTranslation('certificates')
  const { state: chosen } = useSearch({ from: '/frame/certificates' })
  const set = useSet()
  const shown = certificateStates.filter((state) => state === chosen || (counts?.[state] ?? 0) > 0)
  return (
    <div className={classes.chips} role="group" aria-label={t('find.state')}>
      {shown.map((state) => (
        <button
          key={state}
          type="button"
          className={chipClasses.chip}
          aria-pressed={state === chosen}
          onClick={() => set({ state: state === chosen ? undefined : state })}
        >
          <CertificateMark state={state} />
          <span className={classes.chipCount}>{wholeNumber(counts?.[state] ?? 0)}</span>
        </button>
      ))}
    </div>
  )
}

function YearChips({ years }: { years: CertificateRegister['counts']['lapsesIn'] }) {
  const { t } = useTranslation('certificates')
  const { lapses } = useSearch({ from: '/frame/certificates' })
  const set = useSet()
  const shown =
    lapses === undefined || years.some(({ year }) => year === lapses) ? years : [{ year: lapses, count: 0 }, ...years]
  if (shown.length === 0) return null
  return (
    <div className={classes.chips} role="group" aria-label={t('find.lapses')}>
      <span className={classes.chipsName} aria-hidden="true">
        {t('find.lapses')}
      </span>
      {shown.map(({ year, count }) => (
        <button
          key={year}
          type="button"
          className={chipClasses.chip}
          aria-pressed={year === lapses}
          onClick={() => set({ lapses: year === lapses ? undefined : year })}
        >
          {year} <span className={classes.chipCount}>{wholeNumber(count)}</span>
        </button>
      ))}
    </div>
  )
}

/** A quarter comes with the address of the statistics; here it is only taken away. */
function QuarterChip() {
  const { t } = useTranslation('certificates')
  const { quarter } = useSearch({ from: '/frame/certificates' })
  const set = useSet()
  if (quarter === undefined) return null
  const [year, place] = quarter.split('-')
  return (
    <div className={classes.chips} role="group" aria-label={t('find.quarterGroup')}>
      <button
        type="button"
        className={chipClasses.chip}
        aria-pressed={true}
        onClick={() => set({ quarter: undefined })}
      >
        {t('find.quarter', { quarter: ['I', 'II', 'III', 'IV'][Number(place) - 1], year })}
      </button>
    </div>
  )
}

function RegisterWords() {
  const { t } = useTranslation('certificates')
  const { query } = useSearch({ from: '/frame/certificates' })
  const set = useSet()
  return (
    <WordsField
      commandId="certificates.find"
      label={t('find.label')}
      placeholder={t('find.placeholder')}
      query={query}
      onQuery={(words) => set({ query: words })}
    />
  )
}

type NumberSelectProps = {
  readonly name: string
  readonly all: string
  readonly value: number | undefined
  readonly options: readonly { readonly value: number; readonly label: string; readonly count: number }[]
  readonly onChange: (value: number | undefined) => void
}

function NumberSelect({ name, all, value, options, onChange }: NumberSelectProps) {
  return (
    <Select
      className={classes.field}
      aria-label={name}
      placeholder={name}
      clearable
      clearButtonProps={{ 'aria-label': all }}
      value={value === undefined ? null : String(value)}
      data={options.map((option) => ({
        value: String(option.value),
        label: `${option.label} (${wholeNumber(option.count)})`,
      }))}
      onChange={(chosen) => onChange(chosen === null ? undefined : Number(chosen))}
    />
  )
}
