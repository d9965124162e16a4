import { Select } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { InspectionList } from '../../../shared/api/inspections.ts'
import { inspectionStates } from '../../../shared/domain/aftercare/inspection-state.ts'
import chipClasses from '../../components/chip.module.css'
import { SearchSelect } from '../../components/fields/SearchSelect.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import { WordsField } from '../../components/WordsField.tsx'
import { inspectionTones } from './inspection-tones.ts'
import classes from './Inspections.module.css'
import type { InspectionsSearch } from './inspections-address.ts'

/** What is asked of the list; all of it stands in the address. */
export function InspectionsFilter({ list }: { list: InspectionList }) {
  const { t } = useTranslation('inspections')
  const { state: chosen, route, query } = useSearch({ from: '/frame/inspections' })
  const set = useSetFilter()
  const { counts, year, years, routes } = list
  const sumOf = (of: InspectionList['routes'][number]) => Object.values(of.counts).reduce((sum, one) => sum + one, 0)
  const shown = inspectionStates.filter((state) => state === chosen || counts.state[state] > 0)
  return (
    <div className={classes.filters}>
      {shown.length > 0 && (
        <div className={classes.chips} role="group" aria-label={t('find.state')}>
          {shown.map((state) => (
            <button
              key={state}
              type="button"
              className={chipClasses.chip}
              aria-pressed={state === chosen}
              onClick={() => set({ state: state === chosen ? undefined : state })}
            >
              <StateMark tone={inspectionTones[state]}>{t(`state.${state}`)}</StateMark>
              <span className={classes.soft}>{wholeNumber(counts.state[state])}</span>
            </button>
          ))}
        </div>
      )}
      <div className={classes.bar}>
        <Select
          className={classes.year}
          aria-label={t('find.year')}
          allowDeselect={false}
          value={String(year)}
          data={years.map((one) => ({ value: String(one), label: t('find.ofYear', { year: one }) }))}
          onChange={(value) => value !== null && set({ year: Number(value), route: undefined })}
        />
        <SearchSelect
          className={classes.field}
          aria-label={t('find.route')}
          placeholder={t('find.allRoutes')}
          value={route === undefined ? null : String(route)}
          data={[
            // What takes the filter back is found by keys like the rest.
            ...(route === undefined ? [] : [{ value: '', label: t('find.allRoutes') }]),
            ...routes.map((one) => ({
              value: String(one.id),
              label: t('find.ofRoute', { name: one.name, count: sumOf(one) }),
            })),
            ...(counts.unrouted > 0 || route === 'none'
              ? [{ value: 'none', label: t('find.noRoute', { count: counts.unrouted }) }]
              : []),
          ]}
          onChange={(value) =>
            set({ route: value === null || value === '' ? undefined : value === 'none' ? 'none' : Number(value) })
          }
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

/** Sets some filters, or takes them away where they are undefined; the list begins at its first page again. */
function useSetFilter() {
  const navigate = useNavigate({ from: '/inspections' })
  return useCallback(
    (change: { readonly [Key in keyof InspectionsSearch]: InspectionsSearch[Key] | undefined }) =>
      void navigate({
        search: ({ page: _page, ...before }) =>
          Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)),
        replace: true,
      }),
    [navigate],
  )
}
