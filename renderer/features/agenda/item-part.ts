import type { AgendaItem, SessionDetail } from '../../../shared/api/sessions.ts'

/** What each part of a product's drawer gets. */
export type ItemPart = {
  readonly item: AgendaItem
  readonly session: SessionDetail
  /** The session is not locked and the file can be written. */
  readonly canChange: boolean
}
