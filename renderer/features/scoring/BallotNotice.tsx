import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { ballotKey, type BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import type { GridBallot } from '../../../shared/score-grid/score-grid.ts'
import { errorText, readRefusal } from '../../api/refusal.ts'
import type { LostAct } from '../../ballot-sync/lost-acts.ts'
import type { DeskState } from './ballot-desk.ts'
import classes from './BallotNotice.module.css'
import { shownPoints } from './shown-points.ts'
import { useDesk, useDeskPart } from './use-desk.ts'

/** What happened to ballots other than by the keys here: what was lost stays until it is read. */
export function BallotNotice({ onGo }: { onGo: (ballot: BallotKey) => void }) {
  const { t } = useTranslation('scoring')
  const lost = useDeskPart((state) => state.lost)
  const known = useDeskPart((state) => state.known)
  const blocked = useDeskPart((state) => state.blocked)
  const ballots = useDeskPart(({ grid }) => grid?.ballots)
  if (lost.length === 0 && blocked === null) return null
  const lines = lost.flatMap((one) => lineOf(one, { known, ballot: ballots?.[ballotKey(one.act)], t }))
  // A block that was refused as a whole is one thing to say.
  const said = Map.groupBy(lines, ({ ballot, words }) => `${ballot} ${words}`)
  return (
    <div className={classes.notices} role="alert">
      {[...said].map(
        ([key, [line, ...same]]) =>
          line && <Line key={key} {...line} lost={[line, ...same].flatMap((each) => each.lost)} onGo={onGo} />,
      )}
      {blocked !== null && <Line words={t('notice.undoBlocked')} ballot={blocked} lost={[]} mine={null} onGo={onGo} />}
    </div>
  )
}

type NoticeLine = {
  readonly words: string
  readonly ballot: BallotKey
  readonly lost: readonly LostAct[]
  /** What to write over theirs, if the person says so. */
  readonly mine: { readonly row: number; readonly option: number; readonly points: string } | null
}

function Line({ words, ballot, lost, mine, onGo }: NoticeLine & { onGo: (ballot: BallotKey) => void }) {
  const { t } = useTranslation('scoring')
  const desk = useDesk()
  const isHere = useDeskPart(({ grid }) => grid?.cursor.ballot === ballot)
  return (
    <div className={classes.notice} data-kind={lost.length === 0 ? 'attention' : 'wrong'}>
      <span className={classes.words}>{words}</span>
      {mine !== null && (
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            const { row, option: to } = mine
            const from = desk.read().grid?.ballots[ballot]?.choices[row] ?? null
            desk.dispatch({ type: 'apply', changes: [{ ballot, row, from, to }] })
            desk.dismiss(lost)
          }}
        >
          {t('notice.writeMine', { points: mine.points })}
        </Button>
      )}
      {!isHere && (
        <Button size="xs" variant="default" onClick={() => onGo(ballot)}>
          {t('notice.go')}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={() => desk.dismiss(lost)}>
        {t('notice.dismiss')}
      </Button>
    </div>
  )
}

type Surroundings = Pick<DeskState, 'known'> & {
  readonly ballot: GridBallot | undefined
  readonly t: TFunction<'scoring'>
}

/** Nothing where the ballot is by now as the act wanted it. */
function lineOf(lost: LostAct, { known, ballot, t }: Surroundings): readonly NoticeLine[] {
  const { act, error } = lost
  const key = ballotKey(act)
  const line = { ballot: key, lost: [lost], mine: null }
  if (readRefusal(error)?.reason === 'ballot-changed-elsewhere' && ballot !== undefined) {
    if (act.kind === 'confirm') return [{ ...line, words: t('notice.notConfirmed') }]
    if (act.kind === 'choose') {
      const { criterionIndex: row, option } = act
      const saved = known.get(key)?.choices[row] ?? null
      if (saved === option) return []
      const code = ballot.criteria[row]?.criterion.code ?? ''
      const [theirs, points] = [saved, option].map((choice) => shownPoints({ ballot, row, choice }))
      const words = t('notice.changedElsewhere', { code, theirs, mine: points })
      return [{ ...line, words, mine: option === null ? null : { row, option, points: points ?? '' } }]
    }
  }
  return [{ ...line, words: t('notice.refused', { why: errorText(error, t) }) }]
}
