import { Refusal } from '../../../shared/api/refusal.ts'
import { describeUnreadable } from '../xlsx/unreadable-messages.ts'
import { UnreadableWorkbook } from '../xlsx/unreadable-workbook.ts'

/** @throws Refusal `workbook-unreadable`; `no-list-head` where no sheet has a head that can be told */
export async function withHead<Result>(reading: Promise<Result | null>): Promise<Result> {
  const result = await reading.catch((error: unknown) => {
    if (error instanceof UnreadableWorkbook) throw new Refusal('workbook-unreadable', describeUnreadable(error))
    throw error
  })
  if (result === null) throw new Refusal('no-list-head')
  return result
}
