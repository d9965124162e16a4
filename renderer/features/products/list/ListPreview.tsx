import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListPreview as Preview, OfficeListInput } from '../../../../shared/api/register.ts'
import { DataTable } from '../../../components/DataTable.tsx'
import { Section } from '../../../components/Section.tsx'
import { wholeNumber } from '../../../components/whole-number.ts'
import classes from './ListImport.module.css'
import { ListRows, Reasons } from './ListRows.tsx'
import { isShown, reasonRows, type RowFilter } from './list-row.ts'
import { TakeList } from './TakeList.tsx'

type ListPreviewProps = {
  list: OfficeListInput
  preview: Preview
  isStale: boolean
  onTaken: () => void
  children: ReactNode
}

/** What was understood of an office's list, how it stands to the register, and the deed; `children` stand before the rows. */
export function ListPreview({ list, preview, isStale, onTaken, children }: ListPreviewProps) {
  const { t } = useTranslation('register')
  const [filter, setFilter] = useState<RowFilter>('all')
  const { rows, elsewhere } = useMemo(() => reasonRows(preview), [preview])
  return (
    <>
      <Counts preview={preview} year={list.year} />
      <TakeList list={list} preview={preview} isStale={isStale} onFilter={setFilter} onTaken={onTaken} />
      {children}
      <div data-stale={isStale || undefined} className={classes.rows}>
        <Section
          title={t('rows.title')}
          note={rows.some((row) => isShown(row, 'attention')) ? t('rows.note') : undefined}
        >
          <ListRows rows={rows} filter={filter} onFilter={setFilter} />
        </Section>
        {elsewhere.length > 0 && (
          <Section title={t('elsewhere.title', { count: elsewhere.length })}>
            <DataTable
              caption={t('elsewhere.title', { count: elsewhere.length })}
              maxHeight="34vh"
              minWidth="0"
              columns={[{ key: 'reason', head: t('elsewhere.head'), cell: (finding) => <Reasons of={[finding]} /> }]}
              rows={elsewhere}
              rowKey={(_finding, place) => place}
            />
          </Section>
        )}
      </div>
    </>
  )
}

function Counts({ preview: { rows }, year }: { preview: Preview; year: number }) {
  const { t } = useTranslation('register')
  const of = (isOne: (row: Preview['rows'][number]) => boolean) => wholeNumber(rows.filter(isOne).length)
  const taken = rows.filter(({ state }) => state !== 'faulty')
  const changing = (kind: 'new' | 'changed' | 'same') =>
    wholeNumber(taken.filter(({ change }) => change === kind).length)
  const registering = taken.filter(({ recognitionCount }) => recognitionCount === 0).length
  const facts = [
    [t('state.sound'), of(({ state }) => state === 'sound')],
    [t('state.doubtful'), of(({ state }) => state === 'doubtful')],
    [t('state.faulty'), of(({ state }) => state === 'faulty')],
    [t('change.new'), changing('new')],
    [t('change.changed'), changing('changed')],
    [t('change.same'), changing('same')],
    ...(registering === 0 ? [] : [[t('counts.registering', { year }), wholeNumber(registering)] as const]),
  ] as const
  return (
    <dl className={classes.counts} aria-label={t('counts.label')}>
      {facts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  )
}
