import type { ReadDb } from '../../db/handles.ts'
import { loadSealedCriteriaSet } from '../../db/queries/sealed-files.ts'
import { readSessionCouncil } from '../../db/queries/session-copies.ts'
import { listAgendaItems } from '../../db/queries/sessions.ts'
import type { ReferenceFrame } from '../../workbooks/session/reference-workbook.ts'
import { readSessionFrame } from '../sessions/session-record.ts'

/** What a workbook of a session's reference scores is laid out from. @throws Refusal `not-found` */
export function readReferenceFrame(db: ReadDb, sessionId: number): ReferenceFrame {
  const { session, ruleSet } = readSessionFrame(db, sessionId)
  const { level, year, round, heldOn } = session
  const councilName = readSessionCouncil(db, session).name
  return {
    session: { ruleSetId: ruleSet.id, level, councilName, year, round, heldOn },
    items: listAgendaItems(db, sessionId).map(({ id, code, productName, criteriaCase, criteriaFileId }) => ({
      id,
      code,
      productName,
      criteriaCase,
      form: loadSealedCriteriaSet(db, criteriaFileId),
    })),
  }
}
