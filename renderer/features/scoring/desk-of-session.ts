import type { TFunction } from 'i18next'
import type { AppClient } from '../../../shared/api/contract.ts'
import { client } from '../../api/client.ts'
import { browserStorage } from '../../api/browser-storage.ts'
import { createKeptActs, keptByNobody } from '../../ballot-sync/kept-acts.ts'
import { sendAct } from '../../ballot-sync/send-act.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { createBallotDesk, type BallotDesk, type DeskParts } from './ballot-desk.ts'
import { windowPorts } from './window-ports.ts'

export type SessionDesk = {
  readonly workspaceId: string
  readonly sessionId: number
  readonly desk: BallotDesk
  /** Where other keys of the same person wait. */
  readonly keeping: (what: string) => Pick<DeskParts, 'kept' | 'place'>
  /** Nothing was opened on it yet: the first ballot opens where keying stopped last time. */
  readonly isFresh: () => boolean
  readonly begin: () => void
  /** Goes on after a settled ballot, to where the screen on show says. */
  readonly moveOn: (ballot: BallotKey) => void
  /** The screen on show says where; the function answered takes it back. */
  readonly onMoveOn: (follow: (ballot: BallotKey) => void) => () => void
}

type OpenDesk = SessionDesk & { t: TFunction }

let open: OpenDesk | null = null

type DeskOfSessionInput = {
  workspaceId: string
  sessionId: number
  /** Whose keys these are; null at the secretary's window, which keeps none over its end. */
  clerk: string | null
  t: TFunction
}

/**
 * The desk of a session, kept while the window stays on that session: leaving the screen loses neither the undo
 * history nor what still waits to be saved.
 */
export function deskOfSession({ workspaceId, sessionId, clerk, t }: DeskOfSessionInput): SessionDesk {
  if (open !== null && open.workspaceId === workspaceId && open.sessionId === sessionId) {
    open.t = t
    return open
  }
  // A laptop's battery dies without a question: what a clerk keyed stays in the browser, for this clerk alone.
  const kept = clerk === null ? keptByNobody : createKeptActs(browserStorage())
  const own = `${workspaceId}.${sessionId}.${encodeURIComponent(clerk ?? '')}`
  let isFresh = true
  let follow = stay
  const moveOn = (ballot: BallotKey): void => follow(ballot)
  const place: OpenDesk = {
    workspaceId,
    sessionId,
    t,
    isFresh: () => isFresh,
    begin: () => {
      isFresh = false
    },
    keeping: (what) => ({ kept, place: `${own}.${what}` }),
    moveOn,
    onMoveOn: (next) => {
      follow = next
      return () => {
        if (follow === next) follow = stay
      }
    },
    desk: createBallotDesk({
      ...windowPorts(),
      kept,
      place: own,
      // Ballots of one file only: what waits for a file that was closed since must never reach another file.
      send: async (act, signal) => sendAct(ballotsOf(workspaceId), act, signal),
      get: async (ballot) => ballotsOf(workspaceId).get(ballot),
      isLoss: () => true,
      reopenReason: () => place.t('scoring:undoReason'),
      moveOn,
    }),
  }
  open = place
  return place
}

function stay(_ballot: BallotKey): void {}

function ballotsOf(workspaceId: string): AppClient['ballots'] {
  if (open?.workspaceId !== workspaceId) throw new Error('the ballot belongs to another file')
  return client.ballots
}
