import { formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import type { PartCode } from '../../../shared/domain/criteria/criteria-set.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean, shownHundredths } from '../../../shared/domain/scoring/mean.ts'
import type { Mean } from '../../../shared/domain/scoring/types.ts'
import type { ItemRecord, MemberRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { councilHead, describeMember, nameOfRole } from '../council.ts'
import type { Head } from '../nd30/head.ts'
import { starText, withPrintedMarks } from '../outcome.ts'
import { conclusionText } from '../referral-note.ts'
import { roundingNote } from '../rounding-note.ts'

/** Bảng tổng hợp điểm: products by members. */
export type TallyTableModel = {
  readonly title: string
  readonly isDraft: boolean
  readonly head: Head
  readonly subject: string
  /** Where and when, under the subject. */
  readonly occasion: string
  readonly members: readonly TallyMember[]
  readonly rows: readonly TallyRow[]
  readonly notes: readonly string[]
  readonly secretary: string
  readonly chair: string
}

export type TallyMember = { readonly code: string; readonly description: string }

export type TallyRow = {
  readonly place: number
  readonly code: string
  readonly productName: string
  readonly producerName: string
  /** One entry a member in council order. */
  readonly members: readonly TallyMark[]
  /** Means by part and of the whole; null with no counted ballot. */
  readonly parts: Readonly<Record<PartCode, ShownMean | null>>
  readonly mean: ShownMean | null
  /** `4 sao`, `Bị loại`. */
  readonly star: string
  readonly isReferred: boolean
}

/** A mean as it is shown: text with a comma, and the very same number for a workbook cell. */
export type ShownMean = { readonly text: string; readonly hundredths: number }

/** A counted total, or the word that says why there is none. */
export type TallyMark =
  | { readonly kind: 'total'; readonly total: number }
  | { readonly kind: 'word'; readonly word: string }

export function tallyTableModel(record: SessionRecord): TallyTableModel {
  const { council, session, members } = record
  return {
    title: `Bảng tổng hợp điểm – ${council.name}`,
    isDraft: session.state !== 'closed',
    head: councilHead(record, ''),
    subject: `Kết quả đánh giá, phân hạng sản phẩm OCOP năm ${session.year} (đợt ${session.round})`,
    occasion: [`Họp ${formatDecreeDate(session.heldOn)}`, session.place].filter((part) => part !== '').join(', tại '),
    members: members.map((member) => ({ code: member.code, description: describeMember(member) })),
    rows: record.items.map((item, index) => tallyRow({ item: withPrintedMarks(item), index, record })),
    notes: notesOf(record),
    secretary: nameOfRole(members, 'secretary'),
    chair: nameOfRole(members, 'chair'),
  }
}

function tallyRow({ item, index, record }: { item: ItemRecord; index: number; record: SessionRecord }): TallyRow {
  const { result } = item
  const floors = floorsOf(record)
  return {
    place: index + 1,
    code: item.code,
    productName: item.productName,
    producerName: item.producerName,
    members: record.members.map((member) => markOf(item, member)),
    // A part's mean reaches no band, so nothing needs to be truncated.
    parts: {
      A: showMean(result.partMeans.A, []),
      B: showMean(result.partMeans.B, []),
      C: showMean(result.partMeans.C, []),
    },
    mean: showMean(result.mean, floors),
    star: starText(item),
    isReferred: result.isReferred,
  }
}

function showMean(mean: Mean, floors: readonly number[]): ShownMean | null {
  const hundredths = shownHundredths(mean, floors)
  return hundredths === null ? null : { hundredths, text: formatMean(mean, floors) }
}

function markOf(item: ItemRecord, member: MemberRecord): TallyMark {
  const exclusion = item.exclusions.find(({ memberId }) => memberId === member.id)
  if (!member.isPresent || exclusion?.kind === 'absent') return { kind: 'word', word: 'Vắng' }
  if (exclusion?.kind === 'recused') return { kind: 'word', word: 'Không chấm' }
  if (item.result.isRejected) return { kind: 'word', word: '–' }
  const ballot = item.ballots.find(({ memberId, counts }) => memberId === member.id && counts)
  return ballot === undefined ? { kind: 'word', word: 'Chưa đủ' } : { kind: 'total', total: ballot.totals.total }
}

function notesOf(record: SessionRecord): readonly string[] {
  const { referralThreshold, items, regulation } = record
  const words = [
    'Vắng: thành viên vắng mặt khi chấm sản phẩm',
    'Không chấm: thành viên không tham gia chấm sản phẩm do có xung đột lợi ích',
    ...(items.some((item) => withPrintedMarks(item).ballots.some(({ counts }) => !counts))
      ? ['Chưa đủ: phiếu chưa chấm hết hoặc chưa được xác nhận, không tính vào điểm trung bình']
      : []),
  ]
  return [
    `${words.join('; ')}.`,
    `A, B, C và Chung là trung bình cộng điểm các phiếu được tính; hạng sao xét theo điểm trung bình ${
      regulation.rounding === 'none' ? 'chưa làm tròn' : 'làm tròn theo quy chế của Hội đồng'
    } và các yêu cầu tối thiểu của bộ tiêu chí.`,
    ...[roundingNote(items, record)].filter((note) => note !== ''),
    ...items.flatMap((item) => {
      const conclusion = conclusionText(item)
      return conclusion === '' ? [] : [`${item.code}: ${conclusion}.`]
    }),
    ...(referralThreshold === null
      ? []
      : [`Đề nghị: sản phẩm đạt từ ${referralThreshold} điểm trở lên, đề nghị cấp trên đánh giá, phân hạng.`]),
  ]
}
