import { useEffect, useRef, useState } from 'react'
import type { PaperBallot, PaperBallotRow } from '../../../shared/api/paper-ballots.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import type { BallotIds } from '../../../shared/domain/ballot/ballot-key.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { useScoringKeys } from '../../components/score-keys/use-scoring-keys.ts'
import { useSecondDigitWait } from '../../components/score-keys/use-second-digit-wait.ts'
import classes from './BallotScreen.module.css'
import { CriteriaPane } from './CriteriaPane.tsx'
import { DeskFoot } from './DeskFoot.tsx'
import { PagesPane } from './PagesPane.tsx'
import { ballotOf, needsReason, openDesk, pressDesk, reopenDesk, type PaperDeskAction } from './paper-desk.ts'
import { afterTaking, neighbourOf } from './pile-lists.ts'
import { TakeReason } from './TakeReason.tsx'
import { usePrefetchBallot } from './use-prefetch-ballot.ts'
import { useTake } from './use-take.ts'

type Props = {
  readonly session: SessionDetail
  readonly ballot: PaperBallot
  readonly form: CriteriaSet
  /** The list that it was opened from. */
  readonly rows: readonly PaperBallotRow[]
  readonly onOpen: (ballot: BallotIds) => void
  readonly onList: () => void
}

/** The pages and the criteria of one ballot under the keys that score everywhere; Enter takes it once nothing is open. */
export function BallotWork({ session, ballot, form, rows, onOpen, onList }: Props) {
  const isReadOnly = useIsReadOnly()
  const isLocked = session.state !== 'open' || isReadOnly
  const criteriaCase = session.agenda.find(({ id }) => id === ballot.agendaItemId)?.criteriaCase ?? null
  const [opened, setOpened] = useState({ ballot, isLocked })
  const [desk, setDesk] = useState(() => openDesk({ ballot, form, criteriaCase, isLocked }))
  if (opened.ballot !== ballot || opened.isLocked !== isLocked) {
    setOpened({ ballot, isLocked })
    setDesk(reopenDesk(desk, { ballot, form, criteriaCase, isLocked }))
  }
  const [pictures, setPictures] = useState<ReadonlyMap<number, string>>(new Map())
  const [isEarly, setEarly] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const take = useTake(session.id)
  const next = afterTaking(rows, ballot)
  const isSeen = ballot.pages.every(({ number, source }) => source === null || pictures.has(number))
  // Its own pages come first.
  usePrefetchBallot(isSeen ? next : null)
  const goOn = (): void => (next === null ? onList() : onOpen(next))

  const { choices } = ballotOf(desk)
  const done = (): void => {
    const isNew = ballot.state !== 'taken' || needsReason(choices, ballot)
    if (isLocked || !isNew) return goOn()
    // Nobody has seen the paper yet: the key was meant for the ballot before.
    setEarly(!isSeen)
    if (!isSeen) return undefined
    if (needsReason(choices, ballot)) return setAsking(true)
    return take.run({ ballot, choices }, goOn)
  }
  const latest = useRef(desk)
  useEffect(() => {
    latest.current = desk
  })
  const press = (action: PaperDeskAction): void => {
    const step = pressDesk(latest.current, action)
    latest.current = step.desk
    setDesk(step.desk)
    if (step.isDone) done()
  }
  useSecondDigitWait(desk.grid.pending, () => press({ type: 'settle' }))
  const pages = useRef<HTMLDivElement>(null)
  const step = (by: 1 | -1): void => {
    const to = neighbourOf(rows, { of: ballot, step: by })
    if (to !== null) onOpen(to)
  }
  useScoringKeys({
    layout: 'ballot',
    // What is typed after the Enter that takes it is meant for the next one, which nobody sees yet.
    at: () => (take.isPending ? 'gone' : 'here'),
    dispatch: press,
    onKey: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || take.isPending) return false
      if (event.key === 'PageDown' || event.key === 'F4') step(1)
      else if (event.key === 'PageUp') step(-1)
      else if (event.code === 'KeyK') press({ type: 'keep-keyed' })
      else if (event.key === ' ')
        pages.current?.scrollBy({ top: (event.shiftKey ? -1 : 1) * pages.current.clientHeight })
      else if (event.key === 'Escape' && latest.current.grid.pending === null) onList()
      else return false
      return true
    },
  })
  const goTo = (row: number): void => press({ type: 'go', place: { ballot: desk.grid.cursor.ballot, row } })
  return (
    <>
      <div className={classes.body} data-testid="paper-pages" data-seen={isSeen || undefined}>
        <PagesPane
          ref={pages}
          ballot={ballot}
          desk={desk}
          onDrawn={(number, url) => setPictures((before) => new Map(before).set(number, url))}
          onGo={goTo}
        />
        <CriteriaPane {...{ ballot, form, desk, pictures }} onPress={press} onGo={goTo} />
      </div>
      <DeskFoot
        desk={desk}
        isLocked={isLocked}
        isTaken={ballot.state === 'taken'}
        isEarly={isEarly && !isSeen}
        isBusy={take.isPending}
        error={isAsking ? null : take.error}
        onDone={done}
      />
      {isAsking && (
        <TakeReason
          ballot={ballot}
          choices={choices}
          isBusy={take.isPending}
          error={take.error}
          onConfirm={(reason) => take.run({ ballot, choices, reason }, goOn)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
