import { Refusal } from '../../../shared/api/refusal.ts'
import { layPatch } from '../../../shared/domain/lay-patch.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { doubtsOfLocking } from '../../../shared/domain/session/doubts.ts'
import type { AppContext } from '../../context.ts'
import type { WriteDb } from '../../db/handles.ts'
import { deleteActs } from '../../db/queries/ballot-acts.ts'
import { regulationOf } from '../../db/queries/councils.ts'
import { loadSealedRuleSet } from '../../db/queries/sealed-files.ts'
import { copyDirectory, listDirectoryChanges } from '../../db/queries/session-copies.ts'
import {
  deleteSession,
  findAgendaItem,
  findSession,
  listAgendaItems,
  listSessions,
  sessionHasBallots,
  updateAgendaItem,
  updateSessionFields,
  updateSession,
  type SessionRow,
} from '../../db/queries/sessions.ts'
import { newDeedId } from '../../db/take-back.ts'
import { requireFound, openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'
import { dossiersOnAgenda, lockedNote } from '../registrations/read-dossiers.ts'
import { doubtOfClock, requireAccepted } from '../require-accepted.ts'
import { endRoom } from '../room/end-room.ts'
import { agendaHandlers } from './agenda-handlers.ts'
import { readSessionDetail } from './detail.ts'
import { requireSeen } from './lay-answers.ts'
import { layAttendance } from './lay-attendance.ts'
import { listOtherLaw, readFiledLaws } from './filed-laws.ts'
import { findApprover } from './find-approver.ts'
import { sessionChange, unlockedSession } from './guard.ts'
import { makeSession } from './make-session.ts'
import { buildSessionRecord, minutesOf } from './session-record.ts'

export function sessionsHandlers(app: AppContext) {
  return {
    ...agendaHandlers(app),

    list: procedures.sessions.list.handler(() => listSessions(openDb(app))),

    get: procedures.sessions.get.handler(({ input }) => readSessionDetail(app, openDb(app), input.sessionId)),

    filedLaws: procedures.sessions.filedLaws.handler(({ input }) => readFiledLaws(app, openDb(app), input)),

    otherLaw: procedures.sessions.otherLaw.handler(({ input: { sessionId, productIds } }) => {
      const db = openDb(app)
      return listOtherLaw(app, db, { session: requireFound(findSession(db, sessionId)), productIds })
    }),

    missing: procedures.sessions.missing.handler(
      ({ input }) => buildSessionRecord(openDb(app), input.sessionId).missing,
    ),

    directoryChanges: procedures.sessions.directoryChanges.handler(({ input }) => {
      const session = requireFound(findSession(openDb(app), input.sessionId))
      return session.state === 'open' ? listDirectoryChanges(openDb(app), session) : []
    }),

    ...commandsAt(app, 'sessions').inside({
      create: (db, { input, now }) => {
        const { councilId, ruleSetId, fields } = input
        const id = makeSession(app, db, { councilId, ruleSetId, fields, now })
        const detail = { councilId, ruleSetId, to: fields }
        return { result: { id }, audit: { subject: `session:${id}`, detail }, sessionId: id }
      },

      update: (db, { input }) => {
        const session = unlockedSession(db, input.sessionId)
        const { year, round, heldOn, place, referralThreshold } = session
        const from = { year, round, heldOn, place, referralThreshold, regulation: regulationOf(session) }
        const to = layPatch(from, input.fields)
        updateSessionFields(db, session.id, to)
        return sessionChange(session.id, { from, to })
      },

      setAttendance: (db, { input }) => {
        const session = unlockedSession(db, input.sessionId)
        return sessionChange(session.id, layAttendance(db, session, input))
      },

      takeAttendance: (db, { input: { sessionId, rows } }) => {
        const session = unlockedSession(db, sessionId)
        const undo = newDeedId()
        const members = rows.map(({ seen, ...row }) => {
          const laid = layAttendance(db, session, row)
          requireSeen(laid.from, seen)
          return laid
        })
        return { ...sessionChange(session.id, { members }), result: { undo }, undo }
      },

      takeOver: (db, { input }) => {
        const session = unlockedSession(db, input.sessionId)
        const changes = listDirectoryChanges(db, session)
        if (changes.length === 0) return { result: undefined, audit: null }
        copyDirectory(db, session.id)
        return sessionChange(session.id, { changes })
      },

      setCurrentItem: (db, { input }) => {
        const session = requireFound(findSession(db, input.sessionId))
        if (session.currentItemId === input.agendaItemId) return { result: undefined, audit: null }
        if (
          input.agendaItemId !== null &&
          requireFound(findAgendaItem(db, input.agendaItemId)).sessionId !== session.id
        ) {
          throw new Refusal('not-found')
        }
        updateSession(db, session.id, { currentItemId: input.agendaItemId })
        const change = sessionChange(session.id, { from: session.currentItemId, to: input.agendaItemId })
        // The log names the product that came on the screen; where none did, the session.
        const subject = input.agendaItemId === null ? change.audit.subject : `item:${input.agendaItemId}`
        return { ...change, audit: { ...change.audit, subject } }
      },

      setSoleOperator: (db, { input }) => {
        const session = unlockedSession(db, input.sessionId)
        const soleOperatorNote = input.note === '' ? null : input.note
        updateSession(db, session.id, { soleOperatorNote })
        return sessionChange(session.id, { from: session.soleOperatorNote, to: soleOperatorNote })
      },

      setMinutes: (db, { input: { sessionId, ...change } }) => {
        const session = unlockedSession(db, sessionId)
        const from = minutesOf(session)
        const to = {
          beganAt: change.beganAt ?? from.beganAt,
          endedAt: change.endedAt ?? from.endedAt,
          endedOn: change.endedOn ?? from.endedOn,
          discussion: change.discussion ?? from.discussion,
        }
        const isOneDay = to.endedOn === '' || to.endedOn === session.heldOn
        const isReversed = to.beganAt !== '' && to.endedAt !== '' && to.endedAt <= to.beganAt
        if (isOneDay && isReversed) throw new Refusal('ended-before-beginning')
        updateSession(db, session.id, to)
        return sessionChange(session.id, { from, to })
      },

      open: (db, { input, now }) => {
        const session = unlockedSession(db, input.sessionId)
        if (session.state === 'open') return { result: undefined, audit: null }
        const detail = readSessionDetail(app, db, session.id)
        if (detail.members.length === 0 || detail.agenda.length === 0) {
          throw new Refusal('session-not-ready', { members: detail.members.length, products: detail.agenda.length })
        }
        updateSession(db, session.id, { state: 'open', tallyDigest: null, recordDigest: null, openedAt: now })
        copyDirectory(db, session.id)
        return sessionChange(session.id, { from: session.state, to: 'open' })
      },

      reopen: (db, { input }) => {
        const session = requireFound(findSession(db, input.sessionId))
        if (session.state !== 'closed') return { result: undefined, audit: null }
        withdrawUnspokenConclusions(db, session)
        updateSession(db, session.id, { state: 'open', tallyDigest: null, recordDigest: null, closedAt: null })
        const ruleSetId = loadSealedRuleSet(db, session.ruleSetFileId).id
        const formerDigest = session.recordDigest ?? session.tallyDigest
        return sessionChange(session.id, { reason: input.reason, ruleSetId, formerDigest })
      },
    }),

    ...commandsAt(app, 'sessions').around({
      remove: ({ input, commit }) => {
        commit((db) => {
          const session = unlockedSession(db, input.sessionId)
          if (sessionHasBallots(db, session.id)) throw new Refusal('session-has-ballots')
          deleteSession(db, session.id)
          return sessionChange(session.id, {
            removed: { heldOn: session.heldOn, year: session.year, round: session.round },
          })
        })
        endRoom(app, input)
      },

      approve: async ({ input, commit: own }) => {
        const by = await findApprover(app, input.by)
        const approve = (db: WriteDb, now: string) => {
          const session = unlockedSession(db, input.sessionId)
          if (session.state !== 'open') throw new Refusal('session-not-open')
          const record = buildSessionRecord(db, session.id)
          const missing = record.missing.filter(({ kind }) => kind !== 'approval')
          if (missing.length > 0) throw new Refusal('session-not-ready', { missing: missing.length })
          if (record.digest !== input.digest) throw new Refusal('approval-outdated')
          updateSession(db, session.id, { approvedBy: by, approvedAt: now, approvedDigest: record.digest })
          return sessionChange(session.id, { digest: record.digest, approvedBy: by })
        }
        own(approve, by)
      },

      close: ({ input, commit }) => {
        const result = commit((db, now) => {
          const session = unlockedSession(db, input.sessionId)
          if (session.state !== 'open') throw new Refusal('session-not-open')
          const record = buildSessionRecord(db, session.id)
          if (record.missing.length > 0) throw new Refusal('session-not-ready', { missing: record.missing.length })
          const doubts = [
            ...doubtOfClock(app, db),
            ...doubtsOfLocking(vietnamDay(now), {
              heldOn: session.heldOn,
              members: record.members,
              ruleSet: record.ruleSet,
              foundedOn: record.council.foundingDecisionDate,
            }),
          ]
          const accepted = requireAccepted(doubts, input.accepted)
          keepDossiers(app, db, session)
          for (const item of record.items) {
            if (item.conclusion !== null) continue
            updateAgendaItem(db, item.id, { concludedStar: item.result.star, conclusionNote: '', concludedAt: now })
          }
          const { recordDigest } = buildSessionRecord(db, session.id)
          const { digest } = record
          updateSession(db, session.id, { state: 'closed', tallyDigest: digest, recordDigest, closedAt: now })
          deleteActs(db, session.id)
          return { ...sessionChange(session.id, { digest, recordDigest, ...accepted }), result: { digest } }
        })
        endRoom(app, input)
        return result
      },
    }),
  }
}

/** A locked session keeps what its products' registrations say of their dossiers on this day. */
function keepDossiers(app: AppContext, db: WriteDb, session: SessionRow): void {
  const dossiers = dossiersOnAgenda(app, db, session)
  for (const { id, productId } of listAgendaItems(db, session.id)) {
    const dossier = dossiers.get(productId)
    if (dossier === undefined) continue
    const { registration, reading } = dossier
    updateAgendaItem(db, id, {
      samplesReceived: registration.samplesReceived,
      dossierStatus: reading.status,
      dossierNote: lockedNote(dossier),
    })
  }
}

/**
 * Conclusions that locking took from the tally go with the lock: after a correction the next one takes the new result.
 * What the council said itself stays.
 */
function withdrawUnspokenConclusions(db: WriteDb, session: SessionRow): void {
  for (const item of listAgendaItems(db, session.id)) {
    if (item.concludedAt !== session.closedAt || item.conclusionNote !== '') continue
    updateAgendaItem(db, item.id, { concludedStar: null, conclusionNote: null, concludedAt: null })
  }
}
