import { Select } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CertificateRegister } from '../../../shared/api/certificate-register.ts'
import { certificateStates } from '../../../shared/domain/certificates/clock.ts'
import { soundYears } from '../../../shared/domain/certificates/sound-years.ts'
import { FilterSelect } from '../../components/fields/FilterSelect.tsx'
import filterClasses from '../../components/list-filter.module.css'
import { StateChips } from '../../components/StateChips.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { WordsField } from '../../components/WordsField.tsx'
import { YearSelect } from '../../components/YearSelect.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import { CertificateMark } from './CertificateMark.tsx'
import chipClasses from '../../components/chip.module.css'
import { useSetFilter } from '../../components/use-set-filter.ts'
import { addressPauseMs, type WordsAhead } from '../../components/use-typed-words.ts'
import classes from './CertificatesPage.module.css'
import { askForCertificates } from './listed-certificates.ts'
import type { RegisterSearch } from './register-address.ts'

type Asked = { readonly register: CertificateRegister | undefined }
type Typed = { readonly ahead: WordsAhead }

/**
 * What is asked of the register; all of it stands in the address, so that going back finds the list as it was. `children` stand
 * at the end of its last line.
 */
export function RegisterFilter({ register, ahead, children }: Asked & Typed & { readonly children: ReactNode }) {
  return (
    <div className={filterClasses.filters}>
      <Chips register={register} />
      <div className={filterClasses.bar}>
        <Fields register={register} ahead={ahead} />
        <div className={classes.end}>{children}</div>
      </div>
    </div>
  )
}

/** Drawn anew for all but the words, which have a field of their own. */
const Chips = memo(function Chips({ register }: Asked) {
  const { t } = useTranslation('certificates')
  const state = useSearch({ from: '/frame/certificates', select: (search) => search.state })
  const set = useSet()
  const counts = register?.counts
  return (
    <>
      <div className={classes.groups}>
        <StateChips
          label={t('find.state')}
          states={certificateStates}
          counts={counts?.state}
          chosen={state}
          mark={(one) => <CertificateMark state={one} />}
          onChoose={(chosen) => set({ state: chosen })}
        />
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
    </>
  )
})

function Fields({ register, ahead }: Asked & Typed) {
  const { counts, places } = register ?? {}
  return (
    <>
      <YearField recognised={counts?.recognisedIn} />
      <RegisterWords ahead={ahead} />
      <PlaceField places={places} />
      <StarField stars={counts?.star} />
    </>
  )
}

type Counts = CertificateRegister['counts']

// Each is drawn anew with what it offers.

const YearField = memo(function YearField({ recognised = [] }: { recognised: Counts['recognisedIn'] | undefined }) {
  const { t } = useTranslation('certificates')
  const year = useSearch({ from: '/frame/certificates', select: (search) => search.year })
  const set = useSet()
  return (
    <YearSelect
      label={t('find.recognised')}
      years={recognised.map((one) => one.year)}
      year={year ?? 'all'}
      textOf={(asked) =>
        t('find.recognisedIn', {
          year: asked,
          shown: wholeNumber(recognised.find((one) => one.year === asked)?.count ?? 0),
        })
      }
      onYear={(chosen) => set({ year: chosen })}
    />
  )
})

const PlaceField = memo(function PlaceField({ places = [] }: { places: CertificateRegister['places'] | undefined }) {
  const { t } = useTranslation('certificates')
  const place = useSearch({ from: '/frame/certificates', select: (search) => search.place })
  const set = useSet()
  return (
    <FilterSelect
      label={t('find.place')}
      all={t('find.allPlaces')}
      value={place}
      options={places.map(({ key, label }) => ({ value: key, label }))}
      onChoose={(chosen) => set({ place: chosen })}
    />
  )
})

const StarField = memo(function StarField({ stars = [] }: { stars: Counts['star'] | undefined }) {
  const { t } = useTranslation('certificates')
  const chosen = useSearch({ from: '/frame/certificates', select: (search) => search.star })
  const set = useSet()
  return (
    <NumberSelect
      name={t('find.star')}
      all={t('find.allStars')}
      value={chosen}
      options={stars.map(({ star, count }) => ({ value: star, label: t('common:stars', { count: star }), count }))}
      onChange={(star) => set({ star })}
    />
  )
})

const useSet = () => useSetFilter<RegisterSearch>('/certificates', askForCertificates)

function YearChips({ years }: { years: CertificateRegister['counts']['lapsesIn'] }) {
  const { t } = useTranslation('certificates')
  const lapses = useSearch({ from: '/frame/certificates', select: (search) => search.lapses })
  const set = useSet()
  const shown =
    lapses === undefined || years.some(({ year }) => year === lapses) ? years : [{ year: lapses, count: 0 }, ...years]
  if (shown.length === 0) return null
  return (
    <div className={filterClasses.chips} role="group" aria-label={t('find.lapses')}>
      <span className={filterClasses.count} aria-hidden="true">
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
          {year} <span className={filterClasses.count}>{wholeNumber(count)}</span>
        </button>
      ))}
    </div>
  )
}

/** A quarter comes with the address of the statistics; here it is only taken away. */
function QuarterChip() {
  const { t } = useTranslation('certificates')
  const quarter = useSearch({ from: '/frame/certificates', select: (search) => search.quarter })
  const set = useSet()
  if (quarter === undefined) return null
  const [year, place] = quarter.split('-')
  return (
    <div className={filterClasses.chips} role="group" aria-label={t('find.quarterGroup')}>
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

const RegisterWords = memo(function RegisterWords({ ahead }: Typed) {
  const { t } = useTranslation('certificates')
  const query = useSearch({ from: '/frame/certificates', select: (search) => search.query })
  const set = useSet()
  return (
    <WordsField
      commandId="certificates.find"
      label={t('find.label')}
      placeholder={t('find.placeholder')}
      query={query}
      pauseMs={addressPauseMs}
      ahead={ahead}
      onQuery={(words) => set({ query: words })}
    />
  )
})

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
