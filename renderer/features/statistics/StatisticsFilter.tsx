import { NativeSelect } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Statistics } from '../../../shared/api/statistics.ts'
import { statisticDimensions } from '../../../shared/domain/statistics/measures.ts'
import { SearchSelect } from '../../components/fields/SearchSelect.tsx'
import { useSetFilter } from '../../components/use-set-filter.ts'
import classes from './StatisticsPage.module.css'
import type { StatisticsSearch } from './statistics-address.ts'

/** What is counted by, of which years, and where; all of it stands in the address. */
export function StatisticsFilter({ statistics: { years, districts } }: { statistics: Statistics }) {
  const { t } = useTranslation('statistics')
  const { by = 'year', from, to, district, former } = useSearch({ from: '/frame/statistics' })
  const set = useSetFilter<StatisticsSearch>('/statistics')
  const { first = 0, last = -1 } = years ?? {}
  const yearOptions = (all: string) => [
    { value: '', label: all },
    ...Array.from({ length: last - first + 1 }, (_, place) => String(last - place)),
  ]
  const yearOf = (value: string): number | undefined => (value === '' ? undefined : Number(value))
  return (
    <div className={classes.bar} role="group" aria-label={t('filter.label')}>
      <NativeSelect
        aria-label={t('filter.by')}
        value={by}
        data={statisticDimensions.map((value) => ({ value, label: t(`titleBy.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          set({ by: statisticDimensions.find((dimension) => dimension === value) })
        }
      />
      <NativeSelect
        aria-label={t('filter.from')}
        value={String(from ?? '')}
        data={yearOptions(t('filter.fromFirst'))}
        onChange={({ currentTarget: { value } }) => set({ from: yearOf(value) })}
      />
      <NativeSelect
        aria-label={t('filter.to')}
        value={String(to ?? '')}
        data={yearOptions(t('filter.toLast'))}
        onChange={({ currentTarget: { value } }) => set({ to: yearOf(value) })}
      />
      {by === 'commune' && (
        <NativeSelect
          aria-label={t('filter.places')}
          value={former === true ? 'then' : 'now'}
          data={(['now', 'then'] as const).map((value) => ({ value, label: t(`filter.communes.${value}`) }))}
          onChange={({ currentTarget: { value } }) => set({ former: value === 'then' ? true : undefined })}
        />
      )}
      {districts.length > 0 && (
        <SearchSelect
          aria-label={t('filter.district')}
          placeholder={t('filter.allDistricts')}
          clearable
          clearButtonProps={{ 'aria-label': t('filter.allDistricts') }}
          value={district ?? null}
          data={districts.map(({ key, label }) => ({ value: key, label }))}
          onChange={(chosen) => set({ district: chosen ?? undefined })}
        />
      )}
    </div>
  )
}
