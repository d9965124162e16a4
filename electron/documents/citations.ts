import type { NumberedKind, RegisteredKind } from '../../shared/domain/documents/numbered-kinds.ts'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import { authorityOf } from './authority.ts'
import { blankNumberInText } from './blanks.ts'
import { catalogue } from './catalogue.ts'
import { minutesSymbol, proposalSymbol, reportSymbol } from './cited-papers.ts'
import { resultNoticesModel } from './result-notice/model.ts'

/**
 * Which numbered papers of the session a paper names: those for whose numbers its model leaves room. Read from the models,
 * so that no list beside them grows old. All notices of a session name the same.
 */
export function citedKinds(record: SessionRecord, kind: RegisteredKind): readonly NumberedKind[] {
  const ofRecord = known.get(record) ?? new Map<RegisteredKind, readonly NumberedKind[]>()
  known.set(record, ofRecord)
  const before = ofRecord.get(kind)
  if (before !== undefined) return before
  const text = JSON.stringify(modelOf(record, kind))
  const cited = Object.entries(symbolsOfCited(record)).flatMap(([other, symbol]) =>
    other !== kind && text.includes(blankNumberInText(symbol)) ? [other as NumberedKind] : [],
  )
  ofRecord.set(kind, cited)
  return cited
}

/** A record is read once, and asked about for each of its papers. */
const known = new WeakMap<SessionRecord, Map<RegisteredKind, readonly NumberedKind[]>>()

function modelOf(record: SessionRecord, kind: RegisteredKind): unknown {
  return kind === 'result-notices' ? resultNoticesModel(record).notices[0] : catalogue[kind].numbered(record)
}

/** No paper names the letter. */
const symbolsOfCited = (record: SessionRecord): Readonly<Partial<Record<NumberedKind, string>>> => ({
  minutes: minutesSymbol,
  'council-report': reportSymbol,
  proposal: proposalSymbol(record),
  decision: authorityOf(record).symbol,
})
