import { useTranslation } from 'react-i18next'
import type { SetChange } from '../../../shared/domain/criteria/compare-sets.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'

/** Each text and each point that another one takes the place of: where, from what, to what. */
export function ChangeTable({ changes, from, to }: { changes: readonly SetChange[]; from: string; to: string }) {
  const { t } = useTranslation('criteria')
  const said = (value: SetChange['from']) => (value === null || value === '' ? t('change.nothing') : value)
  const columns: readonly Column<SetChange>[] = [
    {
      key: 'place',
      head: t('change.place'),
      width: '22%',
      isRowHead: true,
      cell: ({ place }) => (place === '' ? t('change.set') : place),
    },
    { key: 'what', head: t('change.what'), width: '150px', cell: ({ what }) => t(`change.field.${what}`) },
    { key: 'from', head: from, cell: (change) => said(change.from) },
    { key: 'to', head: to, cell: (change) => <b>{said(change.to)}</b>, text: (change) => said(change.to) },
  ]
  return (
    <DataTable
      caption={t('change.caption')}
      columns={columns}
      rows={changes}
      rowKey={({ place, what }) => `${place} ${what}`}
      minWidth="820px"
      copies
    />
  )
}
