import { Button } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { isSettled } from '../../../shared/domain/ballot/state.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { countUnanswered, isWritable } from '../../../shared/score-grid/score-grid.ts'
import { Keycaps } from '../../components/Keycaps.tsx'
import classes from './ConfirmLine.module.css'
import { pendingText } from '../../components/score-keys/pending-text.ts'
import { useDesk, useDeskPart } from './use-desk.ts'

/** The line below the last criterion: what is still missing, or the confirmation, or that it was given. */
export const ConfirmLine = memo(function ConfirmLine({
  ballot: key,
  count,
  purpose,
  onReopen,
  onOpinion,
  onNext,
}: {
  ballot: BallotKey
  count: number
  purpose: 'ballot' | 'verification'
  onReopen: (() => void) | undefined
  /** Left out where opinions are not written. */
  onOpinion: (() => void) | undefined
  onNext: (ballot: BallotKey) => void
}) {
  const { t } = useTranslation('scoring')
  const desk = useDesk()
  const ballot = useDeskPart(({ grid }) => grid?.ballots[key])
  const isCurrent = useDeskPart(({ grid }) => grid?.cursor.row === count)
  const beyond = useDeskPart(({ grid }) => (isCurrent && grid?.pending?.kind === 'beyond' ? grid.pending : null))
  if (ballot === undefined) return null
  const unanswered = countUnanswered(ballot)
  const isDone = isSettled(ballot.state)
  return (
    <div
      className={classes.line}
      data-current={isCurrent || undefined}
      data-focus
      tabIndex={-1}
      data-testid="confirm-line"
      role="group"
      aria-label={t('confirm.label')}
    >
      {beyond !== null && (
        <span className={classes.wrong} role="alert">
          {pendingText(beyond, t)}
        </span>
      )}
      {isWritable(ballot) && unanswered > 0 && (
        <span className={classes.soft}>{t('confirm.missing', { count: unanswered, of: count })}</span>
      )}
      {isWritable(ballot) && unanswered === 0 && (
        <>
          <span className={classes.words}>{t('confirm.complete', { count })}</span>
          <Button
            onClick={() => desk.dispatch({ type: 'enter' })}
            rightSection={<Keycaps shortcut="enter" />}
            tabIndex={-1}
          >
            {t(purpose === 'verification' ? 'check.deed' : 'confirm.deed')}
          </Button>
        </>
      )}
      {onOpinion !== undefined && isWritable(ballot) && <OpinionButton ballot={key} onOpen={onOpinion} />}
      {isDone && (
        <>
          <span className={classes.words}>{t(ballot.state === 'verified' ? 'confirm.verified' : 'confirm.done')}</span>
          {onReopen !== undefined && !ballot.isLocked && (
            <Button variant="default" onClick={onReopen}>
              {t('confirm.reopen')}
            </Button>
          )}
          <Button variant="default" onClick={() => onNext(key)} rightSection={<Keycaps shortcut="enter" />}>
            {t('confirm.next')}
          </Button>
          {onOpinion !== undefined && !ballot.isLocked && <OpinionButton ballot={key} onOpen={onOpinion} />}
        </>
      )}
    </div>
  )
})

/** Beside the confirmation, as on the paper: the opinion stands behind the last criterion. */
function OpinionButton({ ballot, onOpen }: { ballot: BallotKey; onOpen: () => void }) {
  const { t } = useTranslation('scoring')
  const isWritten = useDeskPart(({ shown }) => (shown.get(ballot)?.opinion ?? '') !== '')
  return (
    <Button variant="default" onClick={onOpen} rightSection={<Keycaps shortcut="y" />} tabIndex={-1}>
      {t(isWritten ? 'confirm.opinionWritten' : 'confirm.opinion')}
    </Button>
  )
}
