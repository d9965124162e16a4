import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { applyIssues, type Issues, type NoticeIssues, type Symbols } from '../issue.ts'
import { changedText, partlyChangedText } from '../paper-code.ts'
import { resultNoticesModel, type ResultNoticesModel } from './model.ts'

type Given = {
  readonly issues: Issues
  readonly notices: NoticeIssues
  readonly symbols: Symbols
  /** Only the notices of these products, where any are named. */
  readonly itemIds?: readonly number[] | undefined
  /** Products whose notices read otherwise now than they were issued: drafts until they are issued again. */
  readonly changedNotices: readonly number[]
}

/** The session's notices, each with its own number, and with those of the papers that it refers to. */
export function issuedNotices(
  record: SessionRecord,
  { issues, notices, symbols, itemIds, changedNotices }: Given,
): ResultNoticesModel {
  const model = resultNoticesModel(record)
  return {
    ...model,
    notices: model.notices.flatMap((notice, place) => {
      const id = record.items[place]?.id
      if (id === undefined || itemIds?.includes(id) === false) return []
      const own = notices[id]
      const issued = applyIssues({ model: notice, own, issues, symbols })
      const isChanged = own !== undefined && changedNotices.includes(id)
      return [isChanged ? { ...issued, isDraft: true, foot: changedText([own]) } : issued]
    }),
  }
}

/** The products whose notices are printed, in their order: all of them, or those that are named. */
export function noticedItems(record: SessionRecord, itemIds: readonly number[] | undefined): readonly number[] {
  return record.items.map(({ id }) => id).filter((id) => itemIds?.includes(id) !== false)
}

/** What a file of notices says at its end where some of them read otherwise now; null where none does. */
export function changedFoot(
  record: SessionRecord,
  { notices, itemIds, changedNotices }: Pick<Given, 'notices' | 'itemIds' | 'changedNotices'>,
): string | null {
  const printed = noticedItems(record, itemIds)
  const changed = printed.filter((id) => changedNotices.includes(id)).flatMap((id) => notices[id] ?? [])
  if (changed.length === 0) return null
  return changed.length === printed.length ? changedText(changed) : partlyChangedText(changed)
}
