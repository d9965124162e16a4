import { useTranslation } from 'react-i18next'
import type { Column } from '../DataTable.tsx'
import { DeadlineMark, TimeLeft } from './DeadlineParts.tsx'
import { useDeadlineTexts, type Timed } from './use-deadline-texts.ts'

/** How many days are left and how a deadline stands: columns of every table of deadlines. */
export function useTimeColumns(): readonly Column<Timed>[] {
  const { t } = useTranslation('deadlines')
  const { timeLeft } = useDeadlineTexts()
  return [
    {
      key: 'left',
      head: t('column.left'),
      width: '152px',
      cell: (deadline) => <TimeLeft deadline={deadline} />,
      text: timeLeft,
    },
    {
      key: 'state',
      head: t('column.state'),
      width: '132px',
      cell: ({ state }) => <DeadlineMark state={state} />,
      text: ({ state }) => t(`state.${state}`),
    },
  ]
}
