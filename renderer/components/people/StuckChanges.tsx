import { useTranslation } from 'react-i18next'
import { stuckChanges } from '../../api/unsaved.ts'
import { StateMark } from '../StateMark.tsx'

/** Before the keys change hands: whose changes could not be saved, and that nobody else's name comes under them. */
export function StuckChanges() {
  const { t } = useTranslation('people')
  return stuckChanges.use().map(({ count, keyer }, place) => (
    <div key={place} role="status">
      <StateMark tone="attention" isLong>
        {keyer === null ? t('stuck.field') : t('stuck.waits', { count, name: keyer.name })}
      </StateMark>
    </div>
  ))
}
