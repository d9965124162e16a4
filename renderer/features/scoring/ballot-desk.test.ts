import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { layActs, type BallotAct } from '../../../shared/domain/ballot/acts.ts'
import { ballotKey, type BallotIds, type BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { sampleForm } from '../../../tests/helpers/sample-form.ts'
import { isFinalRefusal } from '../../api/refusal.ts'
import { keptByNobody } from '../../ballot-sync/kept-acts.ts'
import { createBallotDesk, hasOpinionToOpen, justLeft, type SaveProgress } from './ballot-desk.ts'
import type { DeskBallot } from './grid-ballots.ts'

const form = sampleForm()
const item = { agendaItemId: 7, form, criteriaCase: null, isLocked: false }
const keyOf = (memberId: number): BallotKey => ballotKey({ agendaItemId: 7, memberId })
const ballotOf = (memberId: number, facts: Partial<DeskBallot> = {}): DeskBallot => ({
  agendaItemId: 7,
  memberId,
  round: 1,
  version: 0,
  state: 'none',
  choices: [null, null, null],
  opinion: '',
  savedAt: null,
  excluded: null,
  revision: 0,
  ...facts,
})
const refused = (reason: string) => new ORPCError('REFUSED', { status: 422, data: { reason, detail: {} } })

/** A desk with the ballots of two members before an application that takes acts as they come, or as `meet` says. */
function openDesk(
  meet: (act: BallotAct) => Promise<void> | void = () => {},
  read: (ids: BallotIds) => void = () => {},
) {
  const held = new Map([1, 2].map((memberId) => [keyOf(memberId), ballotOf(memberId)]))
  const sent: BallotAct[] = []
  const progress: SaveProgress[] = []
  const movedOn: BallotKey[] = []
  let ids = 0
  const desk = createBallotDesk({
    kept: keptByNobody,
    place: 'here',
    makeId: () => `${(ids += 1)}`,
    send: async (act) => {
      sent.push(act)
      await meet(act)
      const before = held.get(ballotKey(act)) as DeskBallot
      const after = { ...layActs(before, [act]), revision: before.revision + 1, savedAt: '2026-11-20T07:00:00.000Z' }
      held.set(ballotKey(act), after)
      return after
    },
    get: async (ids) => {
      read(ids)
      return held.get(ballotKey(ids)) as DeskBallot
    },
    judge: (error) => (isFinalRefusal(error) ? 'drop' : 'again'),
    isLoss: () => true,
    reopenReason: () => 'Hoàn tác',
    painted: async () => {},
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    saving: (state) => void progress.push(state),
    moveOn: (ballot) => {
      movedOn.push(ballot)
      return ballot === keyOf(1) ? keyOf(2) : null
    },
  })
  desk.lay(item, [...held.values()])
  const choicesOf = (memberId: number) => desk.read().grid?.ballots[keyOf(memberId)]?.choices
  const settle = async (until = () => desk.read().saving.waiting.length === 0): Promise<void> => {
    while (!until()) await new Promise((resolve) => setImmediate(resolve))
  }
  const fill = () => {
    for (const optionNumber of [1, 2, 3]) desk.dispatch({ type: 'choose', optionNumber })
  }
  return { desk, held, sent, progress, movedOn, choicesOf, settle, fill }
}

describe('the desk', () => {
  it('shows a key at once, sends what was on the screen with it, and tells the bar until the disk has it', async () => {
    const { desk, sent, progress, movedOn, choicesOf, settle, fill } = openDesk()
    expect(progress).toEqual([])
    fill()
    desk.dispatch({ type: 'enter' })
    expect(choicesOf(1)).toEqual([1, 2, 3])
    expect(desk.read().grid?.ballots[keyOf(1)]?.state).toBe('confirmed')
    expect(movedOn).toEqual([keyOf(1)])
    expect(progress.at(-1)?.waiting).toHaveLength(4)
    await settle()
    expect(sent).toMatchObject([
      { kind: 'choose', memberId: 1, round: 1, criterionIndex: 0, option: 1, seen: null },
      { criterionIndex: 1 },
      { criterionIndex: 2 },
      { kind: 'confirm', seen: [1, 2, 3] },
    ])
    expect(progress.at(-1)).toEqual({ waiting: [], failure: null })
    expect(desk.read().known.get(keyOf(1))).toMatchObject({ state: 'confirmed', version: 1 })
  })

  it('names a key on a ballot that is gone, and saves what was keyed after it', async () => {
    const refuse = ({ memberId }: BallotIds) => {
      if (memberId === 1) throw refused('not-found')
    }
    const { desk, held, settle } = openDesk(refuse, refuse)
    desk.dispatch({ type: 'choose', optionNumber: 4 })
    desk.open({ ballot: keyOf(2), layout: { kind: 'ballot' } })
    desk.dispatch({ type: 'choose', optionNumber: 5 })
    await settle()
    expect(desk.read().lost).toMatchObject([{ act: { memberId: 1, option: 4 } }])
    expect(held.get(keyOf(2))?.choices).toEqual([5, null, null])
  })

  it('keeps a failed write, says so, and sends it again when told to', async () => {
    const trouble = refused('disk-full')
    let isFull = true
    const { desk, progress, choicesOf, settle } = openDesk(() => {
      if (isFull) throw trouble
    })
    desk.dispatch({ type: 'choose', optionNumber: 4 })
    await settle(() => desk.read().saving.failure !== null)
    expect(progress.at(-1)).toMatchObject({ waiting: [{ option: 4 }], failure: { error: trouble } })
    expect(choicesOf(1)).toEqual([4, null, null])
    isFull = false
    desk.retry()
    await settle()
    expect(progress.at(-1)).toEqual({ waiting: [], failure: null })
    expect(desk.read().lost).toEqual([])
  })

  it('leaves a cell that was changed elsewhere to them, names it, and keeps the others and the confirmation unmade', async () => {
    const { desk, held, choicesOf, settle, fill } = openDesk((act) => {
      const now = held.get(keyOf(1))?.choices ?? []
      if (act.kind === 'choose' && act.criterionIndex === 1 && now[1] === 9) throw refused('ballot-changed-elsewhere')
      if (act.kind === 'confirm') throw refused('ballot-changed-elsewhere')
    })
    held.set(keyOf(1), ballotOf(1, { version: 1, state: 'draft', choices: [null, 9, null], revision: 5 }))
    fill()
    desk.dispatch({ type: 'enter' })
    await settle()
    expect(choicesOf(1)).toEqual([1, 9, 3])
    expect(desk.read().lost.map(({ act }) => [act.kind, act.kind === 'choose' ? act.criterionIndex : null])).toEqual([
      ['choose', 1],
      ['confirm', null],
    ])
    expect(desk.read().grid?.ballots[keyOf(1)]?.state).toBe('draft')
    desk.dismiss(desk.read().lost)
    expect(desk.read().lost).toEqual([])
  })

  it('names every key of a round that is over, and goes on at the first blank of the new one', async () => {
    const { desk, held, choicesOf, settle } = openDesk((act) => {
      if (act.round === 1) throw refused('round-over')
    })
    held.set(keyOf(1), ballotOf(1, { round: 2, version: 1, state: 'draft', choices: [9, null, null], revision: 5 }))
    for (const optionNumber of [1, 2]) desk.dispatch({ type: 'choose', optionNumber })
    expect(desk.read().grid?.cursor.row).toBe(2)
    await settle()
    expect(desk.read().lost).toHaveLength(2)
    expect(desk.read().grid?.cursor).toEqual({ ballot: keyOf(1), row: 1 })
    desk.dispatch({ type: 'choose', optionNumber: 3 })
    await settle()
    expect(choicesOf(1)).toEqual([9, 3, null])
    expect(desk.read().lost).toHaveLength(2)
  })

  it('takes back across ballots, also a confirmation, with what is shown by then', async () => {
    const { desk, sent, choicesOf, settle, fill } = openDesk()
    fill()
    desk.dispatch({ type: 'enter' })
    desk.open({ ballot: keyOf(2), layout: { kind: 'ballot' } })
    desk.dispatch({ type: 'choose', optionNumber: 5 })
    for (let step = 0; step < 3; step += 1) desk.dispatch({ type: 'undo' })
    expect([choicesOf(1), choicesOf(2)]).toEqual([
      [1, 2, null],
      [null, null, null],
    ])
    expect(desk.read().grid?.cursor).toEqual({ ballot: keyOf(1), row: 2 })
    await settle()
    expect(sent.slice(-3)).toMatchObject([
      { kind: 'choose', memberId: 2, option: null, seen: 5 },
      { kind: 'reopen', memberId: 1, seen: 1, reason: 'Hoàn tác' },
      { kind: 'choose', memberId: 1, criterionIndex: 2, option: null, seen: 3 },
    ])
    expect(desk.read().lost).toEqual([])
  })

  it('names the ballot that can no longer change, until keying goes on', async () => {
    const { desk, held, settle } = openDesk()
    desk.dispatch({ type: 'choose', optionNumber: 1 })
    await settle()
    desk.take({ ...(held.get(keyOf(1)) as DeskBallot), state: 'verified', revision: 9 })
    desk.dispatch({ type: 'undo' })
    expect(desk.read().blocked).toBe(keyOf(1))
    desk.open({ ballot: keyOf(2), layout: { kind: 'ballot' } })
    expect(desk.read().blocked).toBeNull()
  })

  it('writes the opinion of the ballot that Enter left behind: it goes on confirmed, in one act', async () => {
    const { desk, sent, settle, fill } = openDesk()
    fill()
    desk.dispatch({ type: 'enter' })
    desk.open({ ballot: keyOf(2), layout: { kind: 'ballot' } })
    expect(justLeft(desk.read())).toBe(keyOf(1))
    const said = { ballot: keyOf(1), opinion: ' Bao bì đẹp ', seen: '', reason: 'Ghi ý kiến' }
    desk.writeOpinion(said)
    expect(desk.read().shown.get(keyOf(1))).toMatchObject({ state: 'confirmed', version: 2, opinion: 'Bao bì đẹp' })
    await settle()
    const confirmed = { version: 1, reason: 'Ghi ý kiến' }
    expect(sent.slice(-2)).toMatchObject([
      { kind: 'confirm', memberId: 1 },
      { kind: 'opinion', memberId: 1, seen: '', opinion: 'Bao bì đẹp', confirmed },
    ])
    expect(desk.read()).toMatchObject({ lost: [], grid: { cursor: { ballot: keyOf(2), row: 0 } } })
    // On a draft it is one act, and nothing where it says what stands there.
    for (const opinion of ['Đẹp', '']) desk.writeOpinion({ ...said, ballot: keyOf(2), opinion })
    await settle()
    expect(sent.at(-1)).toMatchObject({ kind: 'opinion', memberId: 2, opinion: 'Đẹp' })
    expect(sent.at(-1)).not.toHaveProperty('confirmed')
  })

  it('knows the ballot that Enter left behind until the next one is begun, or another one is opened', () => {
    const { desk, fill } = openDesk()
    const openNext = () => {
      fill()
      desk.dispatch({ type: 'enter' })
      desk.open({ ballot: keyOf(2), layout: { kind: 'ballot' } })
    }
    openNext()
    desk.dispatch({ type: 'move', to: 'down' })
    expect(justLeft(desk.read())).toBe(keyOf(1))
    // On the line that confirms it is the ballot of that line.
    for (const to of ['down', 'down'] as const) desk.dispatch({ type: 'move', to })
    expect(desk.read().grid?.cursor.row).toBe(3)
    expect(justLeft(desk.read())).toBeNull()
    desk.dispatch({ type: 'move', to: 'up' })
    expect(justLeft(desk.read())).toBe(keyOf(1))
    desk.dispatch({ type: 'choose', optionNumber: 5 })
    expect(justLeft(desk.read())).toBeNull()
    desk.open({ ballot: keyOf(1), layout: { kind: 'ballot' } })
    desk.dispatch({ type: 'enter' })
    expect(justLeft(desk.read())).toBeNull()
    desk.open({ ballot: keyOf(2), layout: { kind: 'ballot' } })
    expect(justLeft(desk.read())).toBe(keyOf(1))
    desk.open({ ballot: keyOf(1), layout: { kind: 'ballot' } })
    expect(justLeft(desk.read())).toBeNull()
  })

  it('holds the last ballot as left until another is opened, the screen is left, or the round or the session ends', () => {
    const confirmLast = () => {
      const made = openDesk()
      made.desk.open({ ballot: keyOf(2), layout: { kind: 'ballot' } })
      made.fill()
      made.desk.dispatch({ type: 'enter' })
      expect(made.desk.read().left).toEqual({ ballot: keyOf(2), next: null })
      return made.desk
    }
    const ends: readonly ((desk: ReturnType<typeof confirmLast>) => void)[] = [
      (desk) => desk.open({ ballot: keyOf(1), layout: { kind: 'ballot' } }),
      (desk) => desk.forgetLeft(),
      (desk) => desk.take(ballotOf(2, { round: 2, revision: 9 })),
      (desk) => desk.lay({ ...item, isLocked: true }, []),
    ]
    for (const end of ends) {
      const desk = confirmLast()
      end(desk)
      expect(desk.read().left).toBeNull()
    }
    // Enter on a settled ballot of a locked session goes on, and leaves nothing to be written.
    const desk = confirmLast()
    desk.lay({ ...item, isLocked: true }, [])
    desk.dispatch({ type: 'enter' })
    expect(desk.read().left).toBeNull()
    expect(hasOpinionToOpen(desk.read(), keyOf(2))).toBe(false)
  })

  it('draws nothing again of a ballot that looks the same', async () => {
    const { desk, settle } = openDesk()
    desk.dispatch({ type: 'choose', optionNumber: 1 })
    const [mine, theirs] = [1, 2].map((memberId) => desk.read().grid?.ballots[keyOf(memberId)])
    await settle()
    expect(desk.read().grid?.ballots[keyOf(1)]).toBe(mine)
    desk.lay(item, [ballotOf(2)])
    expect(desk.read().grid?.ballots[keyOf(2)]).toBe(theirs)
    desk.lay({ ...item, isLocked: true }, [])
    expect(desk.read().grid?.ballots[keyOf(2)]).toMatchObject({ isLocked: true })
  })
})
