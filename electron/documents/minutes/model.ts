import { formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { describeMissing } from '../../../shared/domain/session/missing-text.ts'
import { presiding } from '../../../shared/domain/session/presiding.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { blankNumber } from '../blanks.ts'
import { councilHead, nameOfRole } from '../council.ts'
import type { Head } from '../nd30/head.ts'
import { finalStar } from '../outcome.ts'
import { agendaTexts, regulationTexts } from './agenda.ts'
import { attendanceBlocks, exclusionBlocks } from './attendance.ts'
import { conclusionBlocks } from './conclusions.ts'
import { beginningOf, endOf } from './minutes-time.ts'
import { listOrNone, plainText, type MinutesBlock, type ResultRow } from './blocks.ts'
import { reasonTexts, rejectionTexts, rescoringTexts, spreadTexts } from './products.ts'
import { verificationBlocks } from './verification.ts'

/** Biên bản họp Hội đồng: every word and number of it, decided. */
export type MinutesModel = {
  readonly title: string
  readonly isDraft: boolean
  readonly head: Head
  readonly subject: string
  /** Time, place and founding decision, before the first part. */
  readonly opening: readonly string[]
  readonly parts: readonly MinutesPart[]
  /** Ends with "./.". */
  readonly closing: string
  readonly recipients: readonly string[]
  readonly secretary: string
  readonly chair: string
}

export type MinutesPart = {
  /** `I. THÀNH PHẦN THAM DỰ` */
  readonly heading: string
  readonly blocks: readonly MinutesBlock[]
}

/**
 * The minutes of a session by Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9: no place and date in the head, the course of
 * the meeting, when it ended. The number is left blank. While the session is open they are a draft that says what is
 * still missing.
 */
export function minutesModel(record: SessionRecord): MinutesModel {
  const { council, session, members } = record
  const founding = council.foundingDecisionNumber
  const foundedOn = council.foundingDecisionDate
  return {
    title: `Biên bản họp ${council.name}`,
    isDraft: session.state !== 'closed',
    head: councilHead(record, blankNumber('BB-HĐOCOP')),
    subject: `Họp ${council.name} năm ${session.year} (đợt ${session.round})`,
    opening: [
      `Thời gian bắt đầu: ${beginningOf(session)}.`,
      `Địa điểm: ${session.place === '' ? '…………………………' : session.place}.`,
      ...(founding === ''
        ? []
        : [
            `Hội đồng được thành lập theo Quyết định số ${founding}${foundedOn === '' ? '' : ` ${formatDecreeDate(foundedOn)}`}.`,
          ]),
    ],
    parts: numberParts(partsOf(record)),
    closing: `Cuộc họp kết thúc vào ${endOf(session)}./.`,
    recipients: ['Các thành viên Hội đồng', 'Lưu: VT, Hồ sơ'],
    secretary: nameOfRole(members, 'secretary'),
    chair: presiding(members)?.name ?? '',
  }
}

type UnnumberedPart = { readonly heading: string; readonly blocks: readonly MinutesBlock[] }

const partsOf = (record: SessionRecord): readonly UnnumberedPart[] => [
  { heading: 'THÀNH PHẦN THAM DỰ', blocks: attendanceBlocks(record) },
  { heading: 'NỘI DUNG, CHƯƠNG TRÌNH', blocks: agendaTexts(record).map(plainText) },
  { heading: 'QUY ĐỊNH ÁP DỤNG', blocks: regulationTexts(record).map(plainText) },
  { heading: 'KHÔNG CHẤM, VẮNG MẶT TẠI TỪNG SẢN PHẨM', blocks: exclusionBlocks(record) },
  { heading: 'KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG', blocks: resultBlocks(record) },
  { heading: 'CHÊNH LỆCH ĐIỂM, CHẤM LẠI, HỒ SƠ BỊ LOẠI', blocks: incidentBlocks(record) },
  { heading: 'KẾT LUẬN, ĐỀ NGHỊ', blocks: conclusionBlocks(record) },
  ...(record.session.state === 'closed' || record.missing.length === 0
    ? []
    : [
        {
          heading: 'NỘI DUNG CÒN THIẾU',
          blocks: [missingList(record)],
        },
      ]),
  { heading: 'KIỂM CHỨNG', blocks: verificationBlocks(record) },
]

const resultBlocks = (record: SessionRecord): readonly MinutesBlock[] => [
  plainText(
    `Kết quả của ${record.items.length} sản phẩm như sau; căn cứ của từng kết quả ghi dưới bảng, điểm của từng thành ` +
      'viên ghi tại Bảng tổng hợp điểm kèm theo Biên bản.',
  ),
  { kind: 'results', rows: resultRows(record) },
  ...reasonTexts(record).map(({ lead, text }) => ({ kind: 'text', lead, text }) as const),
]

const incidentBlocks = (record: SessionRecord): readonly MinutesBlock[] => [
  listOrNone(`1. Chênh lệch điểm vượt mức ${record.regulation.spreadLimit} điểm`, spreadTexts(record)),
  listOrNone('2. Sản phẩm chấm lại', rescoringTexts(record)),
  listOrNone('3. Hồ sơ bị loại', rejectionTexts(record)),
]

function resultRows(record: SessionRecord): readonly ResultRow[] {
  const floors = floorsOf(record)
  return record.items.map((item, index) => {
    const star = finalStar(item)
    const { result } = item
    return {
      place: index + 1,
      productName: `${item.code}. ${item.productName}`,
      producerName: item.producerName,
      countedBallots: result.countedBallots,
      mean: result.isRejected ? '' : formatMean(result.mean, floors),
      star: result.isRejected ? 'Bị loại' : star === 0 ? '' : `${star} sao`,
      referral: result.isReferred ? 'Đề nghị' : '',
    }
  })
}

const missingList = ({ missing }: SessionRecord): MinutesBlock => ({
  kind: 'list',
  lead: 'Phiên họp chưa kết thúc được vì còn thiếu:',
  items: missing.map(describeMissing),
})

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'] as const

const numberParts = (parts: readonly UnnumberedPart[]): readonly MinutesPart[] =>
  parts.map(({ heading, blocks }, index) => ({ heading: `${romans[index]}. ${heading}`, blocks }))
