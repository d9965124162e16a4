import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { errorText } from '../../api/refusal.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import type { GridBallot } from '../../../shared/score-grid/score-grid.ts'
import type { DeskNotice } from './ballot-desk.ts'
import classes from './BallotNotice.module.css'
import { shownPoints } from './shown-points.ts'
import { useDesk, useDeskPart } from './use-desk.ts'

/** What happened to a ballot other than by the keys here; stays until it is dismissed or keying goes on. */
export function BallotNotice({ onGo }: { onGo: (ballot: BallotKey) => void }) {
  const { t } = useTranslation('scoring')
  const desk = useDesk()
  const notice = useDeskPart((state) => state.notice)
  const ballot = useDeskPart(({ grid }) => (notice === null ? undefined : grid?.ballots[notice.ballot]))
  const isHere = useDeskPart(({ grid }) => grid?.cursor.ballot === notice?.ballot)
  if (notice === null || ballot === undefined) return null
  return (
    <div className={classes.notice} data-kind={notice.kind === 'undo-blocked' ? 'attention' : 'wrong'} role="alert">
      <span className={classes.words}>{noticeText({ notice, ballot, t })}</span>
      {notice.kind === 'changed-elsewhere' && notice.mine !== null && (
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            desk.dispatch({ type: 'apply', changes: [{ ...notice, from: notice.theirs, to: notice.mine }] })
            desk.dismiss()
          }}
        >
          {t('notice.writeMine', { points: shownPoints({ ballot, row: notice.row, choice: notice.mine }) })}
        </Button>
      )}
      {!isHere && (
        <Button size="xs" variant="default" onClick={() => onGo(notice.ballot)}>
          {t('notice.go')}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={desk.dismiss}>
        {t('notice.dismiss')}
      </Button>
    </div>
  )
}

type NoticeTextInput = {
  notice: DeskNotice
  ballot: GridBallot
  t: TFunction<'scoring'>
}

function noticeText({ notice, ballot, t }: NoticeTextInput): string {
  switch (notice.kind) {
    case 'changed-elsewhere':
      return t('notice.changedElsewhere', {
        code: ballot.criteria[notice.row]?.criterion.code ?? '',
        theirs: shownPoints({ ballot, row: notice.row, choice: notice.theirs }),
        mine: shownPoints({ ballot, row: notice.row, choice: notice.mine }),
      })
    case 'refused':
      return t('notice.refused', { why: errorText(notice.error, t) })
    case 'not-confirmed':
      return t('notice.notConfirmed')
    case 'undo-blocked':
      return t('notice.undoBlocked')
    default:
      return assertNever(notice)
  }
}
