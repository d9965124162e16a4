import { romanNumber } from '../nd30/roman.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { describeMissing } from '../../../shared/domain/session/missing-text.ts'
import { presiding } from '../../../shared/domain/session/presiding.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { blankNumber } from '../blanks.ts'
import { foundingDecision } from '../cited-decisions.ts'
import { minutesSymbol } from '../cited-papers.ts'
import { councilHead, nameOfRole } from '../council.ts'
import { inWords } from '../count-text.ts'
import type { Head } from '../nd30/head.ts'
import { listed, text, type LetterBlock } from '../letter/model.ts'
import { tableOf, type ColumnOf } from '../nd30/table.ts'
import { starText, withPrintedMarks } from '../outcome.ts'
import { agendaTexts, regulationTexts } from './agenda.ts'
import { attendanceBlocks, exclusionBlocks } from './attendance.ts'
import { conclusionBlocks } from './conclusions.ts'
import { discussionBlocks } from './discussion.ts'
import { beginningOf, endOf } from './minutes-time.ts'
import { nameOf, reasonBlocks, rejectionTexts, rescoringTexts, spreadTexts } from './products.ts'
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
  readonly blocks: readonly LetterBlock[]
}

/**
 * The minutes of a session by Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9: no place and date in the head, the course of
 * the meeting, when it ended. The number is left blank. While the session is open they are a draft that says what is
 * still missing.
 */
export function minutesModel(record: SessionRecord): MinutesModel {
  const { council, session, members } = record
  const founding = foundingDecision(record)
  return {
    title: `Biên bản họp ${council.name}`,
    isDraft: session.state !== 'closed',
    head: councilHead(record, blankNumber(minutesSymbol)),
    subject: `Họp ${council.name} năm ${session.year} (đợt ${session.round})`,
    opening: [
      `Thời gian bắt đầu: ${beginningOf(session)}.`,
      `Địa điểm: ${session.place === '' ? '…………………………' : session.place}.`,
      ...(founding === null ? [] : [`Hội đồng được thành lập theo ${founding}.`]),
    ],
    parts: numberParts(partsOf(record)),
    closing: `Cuộc họp kết thúc vào ${endOf(session)}./.`,
    recipients: ['Các thành viên Hội đồng', 'Lưu: VT, Hồ sơ'],
    secretary: nameOfRole(members, 'secretary'),
    chair: presiding(members)?.name ?? '',
  }
}

const partsOf = (record: SessionRecord): readonly MinutesPart[] => [
  { heading: 'THÀNH PHẦN THAM DỰ', blocks: attendanceBlocks(record) },
  { heading: 'NỘI DUNG, CHƯƠNG TRÌNH', blocks: agendaTexts(record).map(text) },
  { heading: 'QUY ĐỊNH ÁP DỤNG', blocks: regulationTexts(record).map(text) },
  { heading: 'KHÔNG CHẤM, VẮNG MẶT TẠI TỪNG SẢN PHẨM', blocks: exclusionBlocks(record) },
  { heading: 'KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG', blocks: resultBlocks(record) },
  { heading: 'CHÊNH LỆCH ĐIỂM, CHẤM LẠI, HỒ SƠ BỊ LOẠI', blocks: incidentBlocks(record) },
  { heading: 'THẢO LUẬN', blocks: discussionBlocks(record) },
  { heading: 'KẾT LUẬN, ĐỀ NGHỊ', blocks: conclusionBlocks(record) },
  ...(record.session.state === 'closed' || record.missing.length === 0
    ? []
    : [{ heading: 'NỘI DUNG CÒN THIẾU', blocks: missingBlocks(record) }]),
  { heading: 'KIỂM CHỨNG', blocks: verificationBlocks(record) },
]

const resultBlocks = (record: SessionRecord): readonly LetterBlock[] => [
  text(
    `Kết quả của ${inWords(record.items.length)} sản phẩm như sau; căn cứ của từng kết quả ghi dưới bảng, điểm của từng thành ` +
      'viên ghi tại Bảng tổng hợp điểm kèm theo Biên bản.',
  ),
  { kind: 'table', table: tableOf(resultColumns(floorsOf(record)), record.items.map(withPrintedMarks)) },
  ...reasonBlocks(record),
]

/** Widths in millimetres, 165 in all. */
const resultColumns = (floors: readonly number[]): readonly ColumnOf<ItemRecord>[] => [
  { head: 'TT', width: 10, align: 'center', text: (_, place) => String(place) },
  { head: 'Sản phẩm', width: 50, align: 'left', text: nameOf },
  { head: 'Chủ thể', width: 42, align: 'left', text: ({ producerName }) => producerName },
  { head: 'Số phiếu', width: 14, align: 'center', text: ({ result }) => String(result.countedBallots) },
  {
    head: 'Điểm trung bình',
    width: 17,
    align: 'center',
    text: ({ result }) => formatMean(result.mean, floors),
  },
  { head: 'Hạng sao', width: 16, align: 'center', text: starText },
  { head: 'Đề nghị', width: 16, align: 'center', text: ({ result }) => (result.isReferred ? 'Đề nghị' : '') },
]

const incidentBlocks = (record: SessionRecord): readonly LetterBlock[] => [
  ...listed(`1. Chênh lệch điểm vượt mức ${record.regulation.spreadLimit} điểm`, spreadTexts(record)),
  ...listed('2. Sản phẩm chấm lại', rescoringTexts(record)),
  ...listed('3. Hồ sơ bị loại', rejectionTexts(record)),
]

const missingBlocks = ({ missing }: SessionRecord): readonly LetterBlock[] =>
  listed('Phiên họp chưa kết thúc được vì còn thiếu', missing.map(describeMissing))

const numberParts = (parts: readonly MinutesPart[]): readonly MinutesPart[] =>
  parts.map(({ heading, blocks }, index) => ({
    heading: `${romanNumber(index + 1).toUpperCase()}. ${heading}`,
    blocks,
  }))
