import { useTranslation } from 'react-i18next'
import classes from './Drawing.module.css'

/** The place of pages that are being drawn up: it says so in words where that takes longer than a moment. */
export function Drawing({ className = '' }: { className?: string | undefined }) {
  const { t } = useTranslation('documents')
  return (
    <div className={`${classes.place} ${className}`} role="status">
      <span className={classes.words}>{t('drawing')}</span>
    </div>
  )
}
