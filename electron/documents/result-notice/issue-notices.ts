import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { applyIssues, type Issues, type NoticeIssues, type Symbols } from '../issue.ts'
import { resultNoticesModel, type ResultNoticesModel } from './model.ts'

type Given = {
  readonly issues: Issues
  readonly notices: NoticeIssues
  readonly symbols: Symbols
  /** Only the notices of these products, where any are named. */
  readonly itemIds?: readonly number[] | undefined
}

/** The session's notices, each with its own number, and with those of the papers that it refers to. */
export function issuedNotices(record: SessionRecord, { issues, notices, symbols, itemIds }: Given): ResultNoticesModel {
  const model = resultNoticesModel(record)
  return {
    ...model,
    notices: model.notices.flatMap((notice, place) => {
      const id = record.items[place]?.id
      if (id === undefined || itemIds?.includes(id) === false) return []
      return [applyIssues({ model: notice, own: notices[id], issues, symbols })]
    }),
  }
}
