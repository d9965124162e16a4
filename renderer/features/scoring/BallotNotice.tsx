import { Button } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ballotKey, type BallotIds } from '../../../shared/domain/ballot/ballot-key.ts'
import { orpc } from '../../api/client.ts'
import classes from './BallotNotice.module.css'
import type { ColumnLabel } from './member-label.ts'
import { noticeLines, type NoticeLine } from './notice-lines.ts'
import type { ScoringView } from './scoring-view.ts'
import { useDesk, useDeskPart } from './use-desk.ts'

type BallotNoticeProps = Pick<ScoringView, 'rows'> & {
  labels: readonly ColumnLabel[]
  onGo: (ballot: BallotIds) => void
}

/**
 * What happened to ballots other than by the keys here: one strip above the foot, which covers nothing, however much was
 * lost. It stays until it is read, the earliest first, with a way through the others.
 */
export function BallotNotice({ labels, rows, onGo }: BallotNoticeProps) {
  const { t } = useTranslation('scoring')
  const desk = useDesk()
  const lines = useNoticeLines()
  const [wanted, setWanted] = useState(0)
  const index = Math.min(wanted, lines.length - 1)
  const line = lines[index]
  const canWrite = useDeskPart(({ grid }) => line !== undefined && grid?.ballots[ballotKey(line.at)] !== undefined)
  const isHere = useDeskPart(({ grid }) => line !== undefined && grid?.cursor.ballot === ballotKey(line.at))
  if (line === undefined) return null
  const { at, words, lost, mine } = line
  const code = rows.find(({ agendaItemId }) => agendaItemId === at.agendaItemId)?.code ?? ''
  const label = labels.find(({ id }) => id === at.memberId)?.label ?? ''
  const deed = { size: 'compact-sm', variant: 'default' } as const
  return (
    <div className={classes.notice} data-kind={lost.length === 0 ? 'attention' : 'wrong'} data-testid="ballot-notice">
      <div className={classes.words} role="alert">
        {lines.length > 1 && <span className={classes.count}>{`${index + 1}/${lines.length}`}</span>}
        <b>{`${code} · ${label}:`}</b> {words}
      </div>
      {mine !== null && canWrite && (
        <Button
          {...deed}
          onClick={() => {
            const ballot = ballotKey(at)
            const from = desk.read().grid?.ballots[ballot]?.choices[mine.row] ?? null
            desk.dispatch({ type: 'apply', changes: [{ ballot, row: mine.row, from, to: mine.to }] })
            desk.dismiss(lost)
          }}
        >
          {t('notice.writeMine', { points: mine.points })}
        </Button>
      )}
      {!isHere && (
        <Button {...deed} onClick={() => onGo(at)}>
          {t('notice.go')}
        </Button>
      )}
      {lines.length > 1 && (
        <Button.Group>
          <Button
            {...deed}
            aria-label={t('notice.previous')}
            disabled={index === 0}
            onClick={() => setWanted(index - 1)}
          >
            ‹
          </Button>
          <Button
            {...deed}
            aria-label={t('notice.next')}
            disabled={index === lines.length - 1}
            onClick={() => setWanted(index + 1)}
          >
            ›
          </Button>
        </Button.Group>
      )}
      <Button {...deed} onClick={() => desk.dismiss(lost)}>
        {t('notice.dismiss')}
      </Button>
      {lines.length > 1 && (
        <Button {...deed} onClick={() => desk.dismiss(desk.read().lost)}>
          {t('notice.dismissAll')}
        </Button>
      )}
    </div>
  )
}

function useNoticeLines(): readonly NoticeLine[] {
  const { t } = useTranslation('scoring')
  const lost = useDeskPart((state) => state.lost)
  const known = useDeskPart((state) => state.known)
  const blocked = useDeskPart(({ grid, blocked: key }) => (key === null ? undefined : grid?.ballots[key]))
  const items = [...new Set(lost.map(({ act }) => act.agendaItemId))]
  const read = useQueries({
    queries: items.map((agendaItemId) => orpc.rules.itemForm.queryOptions({ input: { agendaItemId } })),
  })
  const forms = new Map(items.flatMap((item, place) => (read[place]?.data ? [[item, read[place].data] as const] : [])))
  const lines = noticeLines({ lost, known, forms, t })
  if (blocked === undefined) return lines
  return [{ at: blocked, words: t('notice.undoBlocked'), lost: [], mine: null }, ...lines]
}
