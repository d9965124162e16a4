import { useTranslation } from 'react-i18next'
import { starOfResult, type PackageResult } from '../../../shared/domain/packages/package-result.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { Stars } from '../../components/Stars.tsx'
import classes from './Packages.module.css'

/** What one council found: mean, star and part means. */
export function ResultCell({ result }: { result: PackageResult | null }) {
  const { t } = useTranslation('packages')
  if (result === null) return <span className={classes.soft}>{t('result.none')}</span>
  if (result.rejections.length > 0) return t('result.rejected')
  const { A, B, C } = result.parts
  return (
    <>
      <b>{result.meanText}</b> <Stars star={starOfResult(result)} size={13} hasWord={false} />
      <span className={classes.line}>
        {t('result.parts', { a: formatMean(A, []), b: formatMean(B, []), c: formatMean(C, []) })}
      </span>
    </>
  )
}
