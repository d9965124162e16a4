import { useTranslation } from 'react-i18next'
import { clockTime } from '../../components/clock-time.ts'
import type { DeskState } from './ballot-desk.ts'
import classes from './BallotHead.module.css'
import { useDesk, useDeskPart } from './use-desk.ts'

/** "Đã lưu 14:05:12" only once the disk has everything that was keyed; `at`: when what is shown was saved last. */
export function SavedMark({ at }: { at: (state: DeskState) => string | null }) {
  const { t } = useTranslation('scoring')
  const desk = useDesk()
  const { waiting, failure } = useDeskPart((state) => state.saving)
  const savedAt = useDeskPart(at)
  if (failure !== null) {
    return (
      <button type="button" className={classes.saved} data-kind="failed" onClick={desk.retry}>
        {t('saving.failed', { count: waiting.length })}
      </button>
    )
  }
  const isSaving = waiting.length > 0
  return (
    <span className={classes.saved} data-testid="saved" data-kind={isSaving ? 'saving' : 'idle'}>
      {isSaving ? t('saving.now') : savedAt !== null && t('saving.at', { time: clockTime(savedAt) })}
    </span>
  )
}
