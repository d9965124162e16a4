import { useTranslation } from 'react-i18next'
import { clockTime } from '../components/clock-time.ts'

/** "Đã lưu 14:05" only once the application has answered; until then how many acts still wait here. */
export function SaveLine({ waiting, savedAt }: { waiting: number; savedAt: string | null }) {
  const { t } = useTranslation('device')
  if (waiting > 0) {
    return (
      <span className="saving" data-waiting>
        {t('waiting', { count: waiting })}
      </span>
    )
  }
  return <span className="saving">{savedAt === null ? '' : t('saved', { time: clockTime(savedAt).slice(0, 5) })}</span>
}
