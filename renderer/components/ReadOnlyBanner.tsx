import { useTranslation } from 'react-i18next'
import { useIsReadOnly } from '../api/read-only.ts'
import { Icon } from './Icon.tsx'
import classes from './ReadOnlyBanner.module.css'

/** Says why nothing can be changed, while the open file is read-only. */
export function ReadOnlyBanner() {
  const { t } = useTranslation()
  if (!useIsReadOnly()) return null
  return (
    <div className={classes.banner} role="note">
      <Icon name="lock" size={16} /> {t('readOnly')}
    </div>
  )
}
