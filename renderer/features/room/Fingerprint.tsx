import { useTranslation } from 'react-i18next'
import classes from './Fingerprint.module.css'

/** What a phone's browser is to show of the room's certificate, and how to compare the two: on the screen and on slips. */
export function Fingerprint({ of }: { of: string }) {
  const { t } = useTranslation('room')
  const bytes = of.split(':')
  const groups = Array.from({ length: bytes.length / 4 }, (_, index) => bytes.slice(index * 4, index * 4 + 4).join(' '))
  return (
    <div className={classes.fingerprint}>
      <p>{t('fingerprint.title')}</p>
      <p className={classes.figures} data-testid="fingerprint">
        {groups.map((group) => (
          <span key={group}>{group}</span>
        ))}
      </p>
      <p>{t('fingerprint.compare')}</p>
    </div>
  )
}
