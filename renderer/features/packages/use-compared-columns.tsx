import { useTranslation } from 'react-i18next'
import type { ComparedProduct } from '../../../shared/api/packages.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import type { Column } from '../../components/DataTable.tsx'
import { Differences } from './Differences.tsx'
import classes from './Packages.module.css'
import { ResultCell } from './ResultCell.tsx'

/** A product as two councils found it, side by side, with where they differ and why. */
export function useComparedColumns(): readonly Column<ComparedProduct>[] {
  const { t } = useTranslation('packages')
  return [
    {
      key: 'product',
      head: t('rows.product'),
      isRowHead: true,
      cell: ({ name, producer }) => (
        <>
          <b>{name}</b>
          <span className={classes.line}>{producer}</span>
        </>
      ),
    },
    { key: 'below', head: t('rows.below'), width: '16%', cell: ({ below }) => <ResultCell result={below} /> },
    {
      key: 'above',
      head: t('rows.above'),
      width: '18%',
      cell: ({ above, decision, certificate }) => (
        <>
          <ResultCell result={above} />
          {decision !== null && (
            <span className={classes.line}>
              {t('rows.decidedBy', { code: decision.code, day: formatDate(decision.issuedOn) })}
            </span>
          )}
          {certificate !== null && (
            <span className={classes.line}>
              {t('rows.certificate', { code: certificate.code, day: formatDate(certificate.expiresOn) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'differences',
      head: t('rows.differences'),
      width: '27%',
      cell: ({ above, differences }) =>
        above === null ? null : (
          <>
            {differences.length === 0 ? t('rows.alike') : <Differences of={differences} />}
            {differences.length > 0 && (
              <span className={classes.line}>{t('rows.why', { reasons: above.reasons })}</span>
            )}
          </>
        ),
    },
  ]
}
