import { useTranslation } from 'react-i18next'
import type { WorkbookFault } from '../../shared/api/workbook.ts'
import { DataTable, type Column } from './DataTable.tsx'

/** Faults of a workbook by sheet, row and column, with what was found and what is allowed. */
export function FaultList({ caption, faults }: { caption: string; faults: readonly WorkbookFault[] }) {
  const { t } = useTranslation()
  const columns: readonly Column<WorkbookFault>[] = [
    { key: 'sheet', head: t('faults.sheet'), width: '130px', cell: ({ sheet }) => sheet },
    { key: 'row', head: t('faults.row'), width: '64px', align: 'end', cell: ({ row }) => row ?? '' },
    { key: 'column', head: t('faults.column'), width: '140px', cell: ({ column }) => column ?? '' },
    { key: 'message', head: t('faults.message'), cell: ({ message }) => message },
    { key: 'found', head: t('faults.found'), width: '16%', cell: ({ found }) => found },
    { key: 'allowed', head: t('faults.allowed'), width: '24%', cell: ({ allowed }) => allowed },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={faults}
      rowKey={({ sheet, row, column, message }) => `${sheet}|${row}|${column}|${message}`}
      minWidth="860px"
    />
  )
}
