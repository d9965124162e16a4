import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts'
import type { CopiedCell } from '../../../components/copied-cells.ts'
import type { ReasonedRow } from './list-row.ts'

/** The rows of a list as cells: all that was understood of them, and why it is doubtful. */
export function useCopiedRows() {
  const { t } = useTranslation('register')
  const fields = [
    'product',
    'code',
    'producer',
    'kind',
    'representative',
    'phone',
    'address',
    'commune',
    'district',
    'star',
    'score',
    'decisionNumber',
    'decisionDate',
    'validUntil',
  ] as const
  const heads = [
    t('rows.row'),
    t('rows.state'),
    t('rows.change'),
    ...fields.map((field) => t(`field.${field}`)),
    t('rows.reasons'),
  ]
  const cellsOf = ({ row: { row, state, change, values, details }, reasons }: ReasonedRow): readonly CopiedCell[] => {
    const said = { ...values, ...details }
    const days = { decisionDate: formatDate(said.decisionDate ?? ''), validUntil: formatDate(said.validUntil ?? '') }
    const told = Object.values(reasons).flat()
    return [
      row,
      t(`state.${state}`),
      state === 'faulty' ? null : t(`change.${change}`),
      ...fields.map((field) => ({ ...said, ...days })[field]),
      told.map(({ cell, reason }) => `${cell}: ${reason}`).join(' '),
    ]
  }
  return { heads, cellsOf }
}
