import { formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { explainItem } from '../../../shared/domain/session/reason-text.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { councilHead, describeMember, nameOfRole } from '../council.ts'
import type { Head } from '../nd30/head.ts'
import { addressOf, starText, withPrintedMarks } from '../outcome.ts'
import { conclusionText } from '../referral-note.ts'
import { roundingNote } from '../rounding-note.ts'
import { absenceWord, outlierLimit, productTallyRows, type ProductTallyRow } from './rows.ts'

/** Bảng tổng hợp điểm của từng sản phẩm: criteria by members, a table a product. */
export type ProductTallyModel = {
  readonly title: string
  readonly isDraft: boolean
  readonly head: Head
  readonly occasion: string
  readonly tables: readonly ProductTally[]
  readonly secretary: string
  readonly chair: string
}

export type ProductTally = {
  readonly code: string
  readonly subject: string
  readonly facts: readonly string[]
  readonly members: readonly ProductTallyMember[]
  readonly rows: readonly ProductTallyRow[]
  /** Totals of the counted ballots, and their mean. */
  readonly totals: readonly string[]
  readonly mean: string
  readonly max: number
  /** `4 sao`, `Bị loại`; empty with no counted ballot. */
  readonly star: string
  readonly notes: readonly string[]
}

export type ProductTallyMember = {
  readonly code: string
  readonly description: string
  /** `Vắng`, `Không chấm`; empty for a counted ballot. */
  readonly absence: string
}

export function productTallyModel(record: SessionRecord): ProductTallyModel {
  const { council, session, members } = record
  return {
    title: `Bảng tổng hợp điểm từng sản phẩm – ${council.name}`,
    isDraft: session.state !== 'closed',
    head: councilHead(record, ''),
    occasion: [`Họp ${formatDecreeDate(session.heldOn)}`, session.place].filter((part) => part !== '').join(', tại '),
    tables: record.items.map((item) => productTally(withPrintedMarks(item), record)),
    secretary: nameOfRole(members, 'secretary'),
    chair: nameOfRole(members, 'chair'),
  }
}

function productTally(item: ItemRecord, record: SessionRecord): ProductTally {
  const { result, form } = item
  const counted = record.members.map(({ id }) => item.ballots.find(({ memberId, counts }) => memberId === id && counts))
  return {
    code: item.code,
    subject: `${item.code}. ${item.productName}`,
    facts: [
      `Chủ thể: ${[item.producerName, addressOf(item)].filter((part) => part !== '').join(', ')}`,
      `Bộ sản phẩm: ${form.setNumber}. ${form.name} (Quyết định số ${form.decision})${item.round > 1 ? `; lần chấm ${item.round}` : ''}`,
    ],
    members: record.members.map((member) => ({
      code: member.code,
      description: describeMember(member),
      absence: result.isRejected ? '–' : absenceWord(item, member),
    })),
    rows: productTallyRows({ item, record }),
    totals: counted.map((ballot) => (ballot === undefined ? '' : String(ballot.totals.total))),
    mean: formatMean(result.mean, floorsOf(record)),
    max: form.parts.reduce((sum, { max }) => sum + max, 0),
    star: starText(item),
    notes: [
      [`${explainItem(item)}.`, ...[conclusionText(item)].filter((text) => text !== '').map((text) => `${text}.`)].join(
        ' ',
      ),
      `Số phiếu được tính: ${result.countedBallots}; chênh lệch giữa phiếu cao nhất và thấp nhất: ${result.spread} điểm ` +
        `(mức phải thảo luận: quá ${record.regulation.spreadLimit} điểm). Dấu (!): điểm cách trung vị của tiêu chí từ ` +
        `${outlierLimit} điểm trở lên.`,
      ...[roundingNote([item], record)].filter((note) => note !== ''),
    ],
  }
}
