import { useTranslation } from 'react-i18next'
import type { UpRow } from '../../../shared/api/packages.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { ClosedYearNote } from './ClosedYearNote.tsx'
import { DecisionCell } from './DecisionCell.tsx'
import type { Decision, Decisions } from './decisions.ts'
import classes from './Packages.module.css'
import { ResultCell } from './ResultCell.tsx'

type Props = { rows: readonly UpRow[]; decisions: Decisions; onDecide: (row: number, decision: Decision) => void }

/** Products that came up, each beside what this file knows of it. */
export function UpRows({ rows, decisions, onDecide }: Props) {
  const { t } = useTranslation('packages')
  const columns: readonly Column<UpRow>[] = [
    {
      key: 'product',
      head: t('rows.product'),
      isRowHead: true,
      cell: ({ product: { name, code, producer, commune, district } }) => (
        <>
          <b>{name}</b>
          <span className={classes.line}>
            {[code, producer.name, commune, district].filter((text) => text !== '').join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'result',
      head: t('rows.below'),
      width: '20%',
      cell: ({ product: { result } }) => <ResultCell result={result} />,
    },
    { key: 'here', head: t('rows.here'), width: '32%', cell: (row) => <Here row={row} /> },
    {
      key: 'decision',
      head: t('rows.decision'),
      width: '176px',
      cell: ({ product: { row, name } }) => (
        <DecisionCell
          name={name}
          decision={decisions.get(row) ?? { kind: 'open' }}
          onChange={(decision) => onDecide(row, decision)}
        />
      ),
    },
  ]
  return (
    <DataTable
      caption={t('rows.title')}
      columns={columns}
      rows={rows}
      rowKey={({ product }) => product.row}
      minWidth="820px"
    />
  )
}

function Here({ row: { change, differences, near, registers, product, closedYear } }: { row: UpRow }) {
  const { t } = useTranslation('packages')
  return (
    <>
      <StateMark tone={change === 'changed' || near.length > 0 ? 'attention' : 'plain'}>
        {t(`change.${change}`)}
      </StateMark>
      {closedYear !== null ? (
        <ClosedYearNote year={closedYear} />
      ) : (
        <span className={classes.line}>
          {registers === null
            ? t('rows.registered')
            : t('rows.registers', {
                year: registers,
                application: t(`common:application.${product.application}`).toLowerCase(),
              })}
        </span>
      )}
      {differences.map(({ field, here, there }) => (
        <span key={field} className={classes.line}>
          {t('rows.differs', {
            field: t(`field.${field}`),
            here: here === '' ? t('difference.nothing') : here,
            there,
          })}
        </span>
      ))}
      {near.map(({ why, name, producer, commune, code }) => (
        <span key={`${why} ${name ?? ''} ${producer}`} className={classes.line}>
          {t(`near.${why}`, { name: name ?? producer, producer, commune, code })}
        </span>
      ))}
    </>
  )
}
