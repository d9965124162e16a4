import { formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { shownHundredths } from '../../../shared/domain/scoring/mean.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { higherAuthority } from '../authority.ts'
import { councilHead, nameOfRole } from '../council.ts'
import type { Head } from '../nd30/head.ts'
import { rowId } from '../../../shared/domain/session/row-id.ts'
import { finalStar } from '../../../shared/domain/session/outcome.ts'
import { addressOf, applicationText, outcomesOf } from '../outcome.ts'
import { referralNote, referralReason } from '../referral-note.ts'

/** Danh mục sản phẩm đề nghị cấp trên đánh giá, phân hạng: the list that goes with the letter. */
export type ReferralListModel = {
  readonly title: string
  readonly isDraft: boolean
  readonly head: Head
  /** Upper case, one line each. */
  readonly heading: readonly string[]
  /** Number and date of the council's paper are given by hand; the session's own date is known. */
  readonly heldOn: string
  readonly occasion: string
  /** Why these products go up, under the list. */
  readonly reason: string
  readonly rows: readonly ReferralRow[]
  readonly secretary: string
  readonly chair: string
}

export type ReferralRow = {
  /** By which the row is known again when the list comes back. */
  readonly id: string
  readonly place: number
  readonly productName: string
  readonly code: string
  readonly groupName: string
  readonly setName: string
  readonly producerName: string
  readonly producerKind: string
  readonly address: string
  readonly application: string
  /** The mean as it is shown, in hundredths: the cell must not round up to a threshold that was not reached. */
  readonly meanHundredths: number | null
  /** By the council. */
  readonly star: number
  readonly note: string
}

/**
 * The products that go up, in agenda order. No decision prescribes the columns; these are the ones that lists in use
 * share. Representative and telephone are not on record and are left for the office to fill in.
 */
export function referralListModel(record: SessionRecord): ReferralListModel {
  const { council, session, members } = record
  return {
    title: `Danh mục sản phẩm đề nghị đánh giá, phân hạng – ${council.name}`,
    isDraft: session.state !== 'closed',
    head: councilHead(record, ''),
    heading: [
      `DANH MỤC SẢN PHẨM OCOP ĐẠT TỪ ${record.referralThreshold ?? ''} ĐIỂM TRỞ LÊN NĂM ${session.year} (ĐỢT ${session.round})`,
      `ĐỀ NGHỊ ${(higherAuthority(record) ?? 'CẤP TRÊN').toUpperCase()} ĐÁNH GIÁ, PHÂN HẠNG`,
    ],
    heldOn: session.heldOn,
    occasion: `Theo kết quả họp ${formatDecreeDate(session.heldOn)} của ${council.name}`,
    reason: referralReason(record),
    rows: outcomesOf(record).sentUp.map((item, index) => referralRow({ item, index, record })),
    secretary: nameOfRole(members, 'secretary'),
    chair: nameOfRole(members, 'chair'),
  }
}

type ReferralRowInput = {
  item: ItemRecord
  index: number
  record: SessionRecord
}

const referralRow = ({ item, index, record }: ReferralRowInput): ReferralRow => ({
  id: rowId({ sessionId: record.session.id, agendaItemId: item.id }),
  place: index + 1,
  productName: item.productName,
  code: item.code,
  groupName: item.form.group ?? item.form.sector,
  setName: item.form.name,
  producerName: item.producerName,
  producerKind: item.producerKind,
  address: addressOf(item),
  application: applicationText[item.application],
  meanHundredths: shownHundredths(item.result.mean, floorsOf(record)),
  star: finalStar(item),
  note: referralNote(item),
})
