import { useTranslation } from 'react-i18next'
import { useDesk } from '../api/desk.ts'
import { stuckChanges } from '../api/unsaved.ts'
import classes from './NoticeLine.module.css'

/** What somebody else keyed and could not be saved, said to who works now. */
export function StuckLine() {
  const { t } = useTranslation('people')
  const desk = useDesk()
  const others = stuckChanges.use().filter(({ keyer }) => keyer !== null && keyer.id !== desk?.person?.id)
  return others.map(({ count, keyer }) => (
    <div key={keyer?.id} className={classes.line} data-tone="attention">
      <span className={classes.whole}>{t('stuck.waits', { count, name: keyer?.name })}</span>
    </div>
  ))
}
