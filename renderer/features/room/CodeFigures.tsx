import { useTranslation } from 'react-i18next'
import type { RoomCode } from '../../../shared/api/room.ts'
import classes from './RoomPage.module.css'

/** The six figures of a member or clerk, or what stands for them while they are hidden or not known any more. */
export function CodeFigures({ code, isShown }: { code: RoomCode | undefined; isShown: boolean }) {
  const { t } = useTranslation('room')
  if (code === undefined) return null
  if (code.code === null) return <abbr title={t('code.unknownLabel')}>{t('code.unknown')}</abbr>
  if (isShown) return <span className={classes.code}>{code.code}</span>
  return (
    <>
      <span aria-hidden="true">{t('code.hidden')}</span>
      <span className="visually-hidden">{t('code.hiddenLabel')}</span>
    </>
  )
}
