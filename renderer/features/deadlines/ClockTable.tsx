import { useTranslation } from 'react-i18next'
import type { ClockDeadline } from '../../../shared/api/deadlines.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { ClockLacks, ClockName } from '../../components/deadlines/ClockParts.tsx'
import { useDeadlineTexts } from '../../components/deadlines/use-deadline-texts.ts'
import { useTimeColumns } from '../../components/deadlines/use-time-columns.tsx'

/** Terms that run for rounds of opinions, dossiers and commitments by themselves, and what each lacks. */
export function ClockTable({ clocks }: { clocks: readonly ClockDeadline[] }) {
  const { t } = useTranslation('deadlines')
  const texts = useDeadlineTexts()
  const columns: readonly Column<ClockDeadline>[] = [
    {
      key: 'task',
      head: t('column.task'),
      width: '25%',
      isRowHead: true,
      cell: (clock) => <ClockName clock={clock} />,
      text: texts.clockName,
    },
    { key: 'lastDay', head: t('clock.lastDay'), width: '136px', cell: ({ lastDay }) => formatDate(lastDay) },
    ...useTimeColumns(),
    {
      key: 'lacks',
      head: t('column.lacks'),
      cell: (clock) => <ClockLacks clock={clock} />,
      text: (clock) => [
        ...texts.clockLacks(clock),
        ...clock.things.map(({ productName, producerName }) => `${productName} · ${producerName}`),
      ],
    },
    { key: 'source', head: t('column.source'), width: '18%', cell: ({ article }) => article },
  ]
  return (
    <DataTable
      caption={t('clock.title')}
      columns={columns}
      rows={clocks}
      rowKey={({ kind, lastDay, round }) => `${kind}-${lastDay}-${round}`}
      minWidth="820px"
      copies
    />
  )
}
