import type { ChooseAct } from '../../../shared/domain/ballot/acts.ts'
import type { TFunction } from 'i18next'
import type { AppClient } from '../../../shared/api/contract.ts'
import { client } from '../../api/client.ts'
import { browserStorage } from '../../api/browser-storage.ts'
import { createKeptActs, keptByNobody } from '../../ballot-sync/kept-acts.ts'
import { sendAct } from '../../ballot-sync/send-act.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import type { Keyer } from '../../api/unsaved.ts'
import { createBallotDesk, type BallotDesk } from './ballot-desk.ts'
import { keyedAct, type Keeping } from './keyed-act.ts'
import { windowPorts } from './window-ports.ts'

export type SessionDesk = {
  readonly workspaceId: string
  readonly sessionId: number
  /** Whose desk it is; null where the file names nobody. */
  readonly keyer: Keyer | null
  readonly desk: BallotDesk
  /** Where other keys of the same person wait. */
  readonly keeping: (what: string) => Keeping
  /** Nothing was opened on it yet: the first ballot opens where keying stopped last time. */
  readonly isFresh: () => boolean
  readonly begin: () => void
  /** Goes on after a settled ballot, to where the screen on show says: to that ballot, or to none. */
  readonly moveOn: (ballot: BallotKey) => BallotKey | null
  /** The screen on show says where; the function answered takes it back. */
  readonly onMoveOn: (follow: (ballot: BallotKey) => BallotKey | null) => () => void
}

type OpenDesk = SessionDesk & { t: TFunction }

let open: OpenDesk | null = null

/** Desks of the same file that were left with keys that wait: for their session, or for the person who keyed them. */
let left: readonly OpenDesk[] = []

type DeskOfSessionInput = {
  workspaceId: string
  sessionId: number
  /** Whose keys these are; null at the secretary's window, which keeps none over its end. */
  clerk: string | null
  keyer: Keyer | null
  t: TFunction
}

/**
 * The desk of a session and of who works, kept while the window stays with both: leaving the screen loses neither the
 * undo history nor what still waits to be saved. What waits of another person's is theirs, on their own desk.
 */
export function deskOfSession(input: DeskOfSessionInput): SessionDesk {
  const isIt = (desk: OpenDesk): boolean =>
    desk.workspaceId === input.workspaceId && desk.sessionId === input.sessionId && desk.keyer?.id === input.keyer?.id
  if (open === null || !isIt(open)) {
    const before = open
    const others = before === null ? left : [...left, before]
    left = others.filter((desk) => desk.workspaceId === input.workspaceId && desk.desk.read().saving.waiting.length > 0)
    const known = left.find(isIt)
    open = known ?? createDesk(input)
    known?.desk.retry()
  }
  open.t = input.t
  return open
}

function createDesk({ workspaceId, sessionId, clerk, keyer, t }: DeskOfSessionInput): OpenDesk {
  // A laptop's battery dies without a question: what a clerk keyed stays in the browser, for this clerk alone.
  const kept = clerk === null ? keptByNobody : createKeptActs(browserStorage())
  const own = `${workspaceId}.${sessionId}.${encodeURIComponent(clerk ?? '')}`
  let isFresh = true
  let follow = stay
  const moveOn = (ballot: BallotKey): BallotKey | null => follow(ballot)
  const place: OpenDesk = {
    workspaceId,
    sessionId,
    keyer,
    t,
    isFresh: () => isFresh,
    begin: () => {
      isFresh = false
    },
    keeping: (what) => ({ kept, place: `${own}.${what}`, keyer }),
    moveOn,
    onMoveOn: (next) => {
      follow = next
      return () => {
        if (follow === next) follow = stay
      }
    },
    desk: createBallotDesk({
      ...windowPorts(keyer),
      kept,
      place: own,
      // Ballots of one file only: what waits for a file that was closed since must never reach another file.
      send: async (act, signal) => {
        const { choose, setOpinion: opinion, confirm, reopen } = ballotsOf(workspaceId)
        return sendAct({ choose, opinion, confirm, reopen }, keyedAct(act, keyer), signal)
      },
      // A clerk's laptop brings each by itself: the room looks at what each act names.
      ...(clerk === null && {
        sendEach: async (acts: readonly ChooseAct[], signal: AbortSignal) =>
          ballotsOf(workspaceId).chooseEach({ acts: acts.map((act) => keyedAct(act, keyer)) }, { signal }),
      }),
      get: async (ballot) => ballotsOf(workspaceId).get(ballot),
      isLoss: () => true,
      reopenReason: () => place.t('scoring:undoReason'),
      moveOn,
    }),
  }
  return place
}

function stay(_ballot: BallotKey): BallotKey | null {
  return null
}

function ballotsOf(workspaceId: string): AppClient['ballots'] {
  if (open?.workspaceId !== workspaceId) throw new Error('the ballot belongs to another file')
  return client.ballots
}
