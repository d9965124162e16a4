import { CloseButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenRoomFacts } from '../../shared/api/room.ts'
import { orpc } from '../api/client.ts'
import { clockTime } from '../components/clock-time.ts'
import classes from './NoticeLine.module.css'

/** Phones cannot reach the meeting room at the link that they know: said on every screen but the room's own. */
export function RoomLine() {
  const { data } = useQuery(orpc.room.status.queryOptions())
  const place = useLocation({ select: ({ pathname }) => pathname })
  const [seen, setSeen] = useState<string | null>(null)
  const open = data?.open ?? null
  // Names this outage or this move: once closed, the line comes back for the next one only.
  const news = open?.isCutOff === true ? `cut off after ${open.moved?.at}` : (open?.moved?.at ?? null)
  const isOnRoom = open !== null && place === `/sessions/${open.sessionId}/room`
  if (isOnRoom && seen !== news) setSeen(news)
  if (open === null || isOnRoom || news === null || news === seen) return null
  return <Line open={open} onClose={() => setSeen(news)} />
}

function Line({ open, onClose }: { open: OpenRoomFacts; onClose: () => void }) {
  const { t } = useTranslation('room')
  const time = clockTime(new Date(open.moved?.at ?? 0)).slice(0, 5)
  return (
    <div className={classes.line} data-tone="attention">
      <span className={classes.whole}>
        {open.isCutOff ? `${t('on.cutOffTitle')}. ${t('on.cutOffText')}` : t('on.movedLine', { time })}
      </span>
      {!open.isCutOff && (
        <Link to="/sessions/$sessionId/room" params={{ sessionId: open.sessionId }}>
          {t('on.seeLink')}
        </Link>
      )}
      <CloseButton size="sm" aria-label={t('common:notice.close')} onClick={onClose} />
    </div>
  )
}
