import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'
import classes from './QrCode.module.css'

/** The link as a QR code, always dark on white: cameras read it so in either scheme. */
export function QrCode({ link }: { link: string }) {
  const { t } = useTranslation('room')
  const { data, size } = encode(link, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg className={classes.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('on.qr', { link })}>
      <path d={path} shapeRendering="crispEdges" />
    </svg>
  )
}
