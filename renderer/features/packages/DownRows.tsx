import { useTranslation } from 'react-i18next'
import type { DownRow } from '../../../shared/api/packages.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { ClosedYearNote } from './ClosedYearNote.tsx'
import { DecisionCell } from './DecisionCell.tsx'
import type { Decision, Decisions } from './decisions.ts'
import classes from './Packages.module.css'
import { useComparedColumns } from './use-compared-columns.tsx'

type Props = { rows: readonly DownRow[]; decisions: Decisions; onDecide: (row: number, decision: Decision) => void }

/** Results from above, each beside what the council here found. */
export function DownRows({ rows, decisions, onDecide }: Props) {
  const { t } = useTranslation('packages')
  const compared = useComparedColumns()
  const columns = [
    ...compared,
    {
      key: 'decision',
      head: t('rows.decision'),
      width: '176px',
      cell: ({ row, name, recognition, closedYear }: DownRow) => (
        <>
          <DecisionCell
            name={name}
            decision={decisions.get(row) ?? { kind: 'open' }}
            onChange={(decision) => onDecide(row, decision)}
          />
          {closedYear !== null ? (
            <ClosedYearNote year={closedYear} />
          ) : (
            <span className={classes.line}>{t(`recognition.${recognition ?? 'none'}`)}</span>
          )}
        </>
      ),
    },
  ]
  return (
    <DataTable caption={t('rows.title')} columns={columns} rows={rows} rowKey={({ row }) => row} minWidth="980px" />
  )
}
