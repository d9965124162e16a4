import { decisionModel } from '../../electron/documents/decision/model.ts'
import type { DecisionModel } from '../../electron/documents/decision/model.ts'
import { resultNoticesModel, type ResultNoticesModel } from '../../electron/documents/result-notice/model.ts'
import { buildRecord } from '../fixtures/session-record.ts'

/** What a provincial session of that many products sends out: one decision that recognises all, and their notices. */
export const batchSize = 300

/** Plain data: what both ways of converting begin with. */
export type PdfBatch = {
  readonly decision: DecisionModel
  readonly notices: ResultNoticesModel
}

export function pdfBatch(): PdfBatch {
  const record = buildRecord({
    ruleSetId: 'qd-26-2026',
    level: 'province',
    memberCount: 11,
    products: Array.from({ length: batchSize }, (_, index) => ({
      quality: 0.58 + ((index * 7) % 25) / 100,
      gatesMet: index % 2 === 0 ? 3 : 4,
    })),
  })
  const decision = decisionModel(record)
  const rows = decision.annexes.reduce((sum, annex) => sum + annex.rows.length, 0)
  if (rows !== batchSize) throw new Error(`The annexes hold ${rows} rows, not ${batchSize}`)
  return { decision, notices: resultNoticesModel(record) }
}
