import { useTranslation } from 'react-i18next'
import type { RegistrationRow } from '../../../shared/api/registrations.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { client } from '../../api/client.ts'
import type { CopiedCell } from '../../components/copied-cells.ts'
import type { filterOf } from './registrations-address.ts'

const rowsAtOnce = 500

/** Every registration that the filter finds, as cells. */
export function useCopiedRegistrations(filter: ReturnType<typeof filterOf>) {
  const { t } = useTranslation('registrations')
  const ofYears = filter.year === 'all'
  const day = (date: string | null) => (date === null ? '' : formatDate(date))
  const cellsOf = (row: RegistrationRow, nameOf: (key: string) => string): readonly CopiedCell[] => [
    row.code,
    row.productName,
    row.producerName,
    row.commune,
    row.district,
    row.setNumber,
    ...(ofYears ? [row.year] : []),
    t(`common:application.${row.application}`),
    row.round,
    day(row.filedOn),
    day(row.meetingOn),
    row.samplesReceived,
    row.withdrawnOn === null ? t(`state.${row.status}`) : t('state.withdrawn'),
    row.withdrawnOn === null ? row.lacking.map(nameOf).join('; ') : '',
    row.expired.map(nameOf).join('; '),
    row.screening === '' ? '' : t(`screening.result.${row.screening}`),
  ]
  return {
    heads: [
      t('column.code'),
      t('column.product'),
      t('column.producer'),
      t('column.commune'),
      t('column.district'),
      t('column.set'),
      ...(ofYears ? [t('find.year')] : []),
      t('column.application'),
      t('column.round'),
      t('column.filedOn'),
      t('column.meetingOn'),
      t('column.samples'),
      t('column.state'),
      t('column.lacking'),
      t('column.expired'),
      t('column.screening'),
    ],
    rows: async (): Promise<readonly (readonly CopiedCell[])[]> => {
      const cells: (readonly CopiedCell[])[] = []
      let total = 1
      while (cells.length < total) {
        const page = await client.registrations.list({ ...filter, limit: rowsAtOnce, offset: cells.length })
        if (page.rows.length === 0) break
        total = page.total
        const names = new Map(page.items.map(({ key, name }) => [key, name]))
        cells.push(...page.rows.map((row) => cellsOf(row, (key) => names.get(key) ?? key)))
      }
      return cells
    },
  }
}
