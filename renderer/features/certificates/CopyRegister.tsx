import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisteredCertificate } from '../../../shared/api/certificate-register.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { client } from '../../api/client.ts'
import type { CopiedCell } from '../../components/copied-cells.ts'
import { CopyTable } from '../../components/CopyTable.tsx'
import { nextDay } from './CertificateMark.tsx'
import type { RegisterFilterOf } from './register-address.ts'

/** The most that the register hands out at once. */
const rowsAtOnce = 500

/** Copies all that the filters find by then, as cells: a column for each fact. */
export const CopyRegister = memo(function CopyRegister({ filterNow }: { readonly filterNow: () => RegisterFilterOf }) {
  const { t } = useTranslation('certificates')
  const cellsOf = (row: RegisteredCertificate, place: number): readonly CopiedCell[] => [
    place + 1,
    row.code,
    row.productName,
    row.producerName,
    row.commune,
    row.district,
    row.star,
    row.score,
    row.decision,
    row.decisionDate === null ? String(row.recognisedIn ?? '') : formatDate(row.decisionDate),
    row.lapsesOn === null ? String(row.lapseYear ?? '') : formatDate(row.lapsesOn),
    t(`state.${row.state}`),
    nextDay(t, row),
    row.registeredFor,
  ]
  const heads = [
    t('cell.place'),
    t('cell.code'),
    t('column.product'),
    t('cell.producer'),
    t('cell.commune'),
    t('cell.district'),
    t('column.star'),
    t('column.score'),
    t('column.decision'),
    t('cell.decisionDate'),
    t('column.lapses'),
    t('column.state'),
    t('cell.next'),
    t('cell.registeredFor'),
  ]
  const rows = async () => {
    const filter = filterNow()
    const rows: RegisteredCertificate[] = []
    let total = 1
    while (rows.length < total) {
      const page = await client.register.certificates({ ...filter, limit: rowsAtOnce, offset: rows.length })
      rows.push(...page.rows)
      total = page.rows.length === 0 ? 0 : page.total
    }
    return rows.map(cellsOf)
  }
  return <CopyTable title={t('common:rail.certificates')} heads={heads} rows={rows} isCompact />
})
