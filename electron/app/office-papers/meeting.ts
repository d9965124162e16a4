import type { Invitee } from '../../../shared/api/office-paper.ts'
import type { AgendaItem } from '../../../shared/api/sessions.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { readSessionCouncil } from '../../db/queries/session-copies.ts'
import { listAgendaItems } from '../../db/queries/sessions.ts'
import { describePerson } from '../../documents/council.ts'
import type { Invited } from '../../documents/office-papers/meeting/invitation.ts'
import type { MeetingFacts } from '../../documents/office-papers/meeting/meeting-facts.ts'
import { requireFound } from '../commit.ts'
import { readSessionDetail } from '../sessions/detail.ts'
import { readSessionFrame } from '../sessions/session-record.ts'
import { officeFor } from './office.ts'

/** What is known of a meeting beforehand: its council, agenda and dossiers, without a score. */
export function readMeeting(app: AppContext, db: ReadDb, sessionId: number): MeetingFacts {
  const { agenda, members, level, year, round, heldOn, place } = readSessionDetail(app, db, sessionId)
  const { session, ruleSet } = readSessionFrame(db, sessionId)
  const council = readSessionCouncil(db, session)
  const rows = new Map(listAgendaItems(db, sessionId).map((row) => [row.id, row]))
  const nameOf = new Map(members.map((member) => [member.id, member.name]))
  const products = agenda.map((item) => {
    const { producerId, producerKind, commune, district } = requireFound(rows.get(item.id))
    return {
      code: item.code,
      name: item.productName,
      producerId,
      producerName: item.producerName,
      producerKind,
      commune,
      district,
      setNumber: item.setNumber,
      setName: item.setName,
      application: item.application,
      recused: item.exclusions
        .filter(({ kind }) => kind === 'recused')
        .map(({ memberId }) => requireFound(nameOf.get(memberId))),
      dossier: dossierOf(item),
    }
  })
  const office = officeFor(db, { level, province: council.province, district: council.district })
  return { office, ruleSet, day: heldOn, level, council, session: { year, round, heldOn, place }, members, products }
}

const dossierOf = ({ dossierStatus, dossierNote, samplesReceived, dossier }: AgendaItem) => ({
  status: dossierStatus,
  note: dossierNote,
  samples: samplesReceived,
  lacking: dossier?.lacking ?? [],
  expired: dossier?.expired ?? [],
})

/** Whom an invitation goes to; null where that one has nothing to do with the meeting. */
export function invitedOf({ members, products }: MeetingFacts, to: Invitee): Invited | null {
  switch (to.who) {
    case 'council':
      return members.length === 0 ? null : { who: 'council' }
    case 'member': {
      const member = members.find(({ id }) => id === to.memberId)
      return member === undefined ? null : { who: 'member', name: describePerson(member) }
    }
    case 'producer': {
      const own = products.find(({ producerId }) => producerId === to.producerId)
      return own === undefined ? null : { who: 'producer', name: own.producerName, producerId: to.producerId }
    }
  }
}
