import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../shared/api/ballots.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import type { CopiedCell } from '../../components/copied-cells.ts'
import { CopyTable } from '../../components/CopyTable.tsx'
import { standsAt } from './board-words.ts'
import { memberLabel } from './member-label.ts'
import { spreadOf } from './shown-rows.ts'

type Props = { readonly rows: readonly BoardRow[]; readonly members: readonly MemberRecord[] }

/** The points of each ballot that counts, and of the others how far they are, in words, as cells. */
export function CopyBoard({ rows, members }: Props) {
  const { t } = useTranslation('scoring')
  const cellsOf = (row: BoardRow): readonly CopiedCell[] => [
    row.code,
    row.productName,
    row.producerName,
    ...members.map(({ id }) => {
      const cell = row.cells.find(({ memberId }) => memberId === id)
      return cell === undefined ? null : (cell.total ?? standsAt({ row, cell, t }))
    }),
    row.isRejected ? t('mark.rejected') : `${row.confirmed}/${row.needed}`,
    spreadOf(row),
  ]
  return (
    <CopyTable
      title={t('board.caption')}
      heads={[
        t('products:column.code'),
        t('products:column.name'),
        t('products:column.producer'),
        ...members.map((member) => memberLabel(member, t)),
        t('board.confirmed'),
        t('board.spread'),
      ]}
      rows={() => rows.map(cellsOf)}
      isCompact
    />
  )
}
