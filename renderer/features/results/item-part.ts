import type { SessionDetail } from '../../../shared/api/sessions.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'

/** What every part of one product's reasons works on. */
export type ItemPart = {
  readonly item: ItemRecord
  readonly record: SessionRecord
  readonly session: SessionDetail
  /** The session is open and the file can be written. */
  readonly canChange: boolean
}
