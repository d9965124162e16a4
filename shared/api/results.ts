import { z } from 'zod'
import type { SessionRecord } from '../domain/session/session-record.ts'
import { idSchema, procedure, requiredTextSchema, textSchema } from './base.ts'

const out = <T>() => z.custom<T>()
const item = z.object({ agendaItemId: idSchema })

export const resultsContract = {
  /** The whole record of a session, forms left out (`form` carries no parts) to keep it small. */
  session: procedure.input(z.object({ sessionId: idSchema })).output(out<SessionRecord>()),
  /** The council's agreed option for a criterion; null takes it back. */
  setAgreedLevel: procedure
    .input(item.extend({ criterionIndex: z.int().min(0), option: z.int().min(0).nullable() }))
    .output(z.void()),
  /** Opens the next scoring round of a product; the old ballots stay readable. */
  openRound: procedure.input(item.extend({ reason: requiredTextSchema })).output(z.object({ round: z.int() })),
  /** The chair records why a spread above the limit needs no re-scoring; empty takes it back. */
  waiveSpread: procedure.input(item.extend({ reason: textSchema })).output(z.void()),
  /** The council's conclusion on a product. */
  conclude: procedure
    .input(item.extend({ star: z.int().min(0).max(5), note: textSchema }))
    .output(z.void()),
}
