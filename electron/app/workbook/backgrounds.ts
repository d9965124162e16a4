import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { readContacts } from '../../db/queries/producers.ts'
import type { ItemBackground } from '../../workbooks/session/session-import.ts'
import { readSessionDetail } from '../sessions/detail.ts'

/** By the items of a session, what the office received and answered of each product and how its producer is reached. */
export function backgroundsOf(app: AppContext, db: ReadDb, sessionId: number): ReadonlyMap<number, ItemBackground> {
  const { agenda } = readSessionDetail(app, db, sessionId)
  const contacts = readContacts(
    db,
    agenda.map(({ producerId }) => producerId),
  )
  return new Map(
    agenda.map(({ id, producerId, samplesReceived, dossierStatus, dossierNote, knockouts: questions }) => {
      const { phone = '', representative = '', address = '' } = contacts.get(producerId) ?? {}
      const knockouts = questions.map(({ text: question, answer, reason }) => ({ question, answer, reason }))
      return [id, { samplesReceived, dossierStatus, dossierNote, phone, representative, address, knockouts }]
    }),
  )
}
