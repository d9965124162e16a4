import { useTranslation } from 'react-i18next'
import { errorText } from '../api/refusal.ts'
import { saveStore } from '../api/save-state.ts'
import { clockTime } from '../components/clock-time.ts'
import classes from './SaveMark.module.css'

/** "Đã lưu 14:05:12", of fixed width so that nothing beside it moves; red, and not going away, when a write failed. */
export function SaveMark() {
  const { t } = useTranslation()
  const state = saveStore.use()
  return (
    <span
      className={classes.mark}
      data-kind={state.kind}
      role={state.kind === 'failed' ? 'alert' : 'status'}
      title={state.kind === 'failed' ? errorText(state.error, t) : undefined}
    >
      {state.kind === 'saving' && t('saved.saving')}
      {state.kind === 'saved' && t('saved.at', { time: clockTime(state.at) })}
      {state.kind === 'failed' && (
        <>
          {t('saved.failed')} <span className={classes.reason}>{errorText(state.error, t)}</span>
        </>
      )}
    </span>
  )
}
