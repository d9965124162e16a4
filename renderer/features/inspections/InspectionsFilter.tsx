import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InspectionList } from '../../../shared/api/inspections.ts'
import { inspectionStates } from '../../../shared/domain/aftercare/inspection-state.ts'
import { FilterSelect } from '../../components/fields/FilterSelect.tsx'
import classes from '../../components/list-filter.module.css'
import { StateChips } from '../../components/StateChips.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { useSetFilter } from '../../components/use-set-filter.ts'
import { WordsField } from '../../components/WordsField.tsx'
import { YearSelect } from '../../components/YearSelect.tsx'
import { inspectionTones } from './inspection-tones.ts'
import type { InspectionsSearch } from './inspections-address.ts'

/** What is asked of the list; all of it stands in the address. */
export function InspectionsFilter({ list }: { list: InspectionList }) {
  const { t } = useTranslation('inspections')
  const { state: chosen, route, query } = useSearch({ from: '/frame/inspections' })
  const set = useSetFilter<InspectionsSearch>('/inspections')
  const { counts, year, years, routes } = list
  const sumOf = (of: InspectionList['routes'][number]) => Object.values(of.counts).reduce((sum, one) => sum + one, 0)
  return (
    <div className={classes.filters}>
      <StateChips
        label={t('find.state')}
        states={inspectionStates}
        counts={counts.state}
        chosen={chosen}
        mark={(state) => <StateMark tone={inspectionTones[state]}>{t(`state.${state}`)}</StateMark>}
        onChoose={(state) => set({ state })}
      />
      <div className={classes.bar}>
        <YearSelect
          label={t('find.year')}
          years={years}
          year={year}
          onYear={(next) => set({ year: next, route: undefined })}
        />
        <FilterSelect
          label={t('find.route')}
          all={t('find.allRoutes')}
          value={route === undefined ? undefined : String(route)}
          options={[
            ...routes.map((one) => ({
              value: String(one.id),
              label: t(year === 'all' ? 'find.ofRouteInYear' : 'find.ofRoute', {
                name: one.name,
                year: one.year,
                count: sumOf(one),
              }),
            })),
            ...(counts.unrouted > 0 || route === 'none'
              ? [{ value: 'none', label: t('find.noRoute', { count: counts.unrouted }) }]
              : []),
          ]}
          onChoose={(value) => set({ route: value === undefined || value === 'none' ? value : Number(value) })}
        />
        <WordsField
          commandId="inspections.find"
          label={t('find.label')}
          placeholder={t('find.placeholder')}
          query={query}
          onQuery={(words) => set({ query: words })}
        />
      </div>
    </div>
  )
}
