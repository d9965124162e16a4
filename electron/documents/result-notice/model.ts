import { formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { authorityOf, higherAuthority, officeOf, type Authority, type Office } from '../authority.ts'
import { blankHead } from '../blanks.ts'
import { listed, text, type LetterBlock, type LetterModel } from '../letter/model.ts'
import type { TextTable } from '../nd30/table.ts'
import { addressOf, finalStar, outcomeOf } from '../outcome.ts'
import { scopeText } from '../scope-text.ts'
import { shortfallTexts } from './shortfall.ts'

/** Thông báo kết quả: one a product, to its producer. */
export type ResultNoticesModel = {
  readonly title: string
  readonly isDraft: boolean
  readonly notices: readonly LetterModel[]
}

/**
 * The notices of a session in agenda order: points by part, star, what was missing for the next star, what follows. No
 * member's name or score stands in them. Source: QĐ 26/2026/QĐ-TTg, Điều 7 khoản 3 điểm g; form: Decree 30/2020/NĐ-CP,
 * Phụ lục III, Mẫu 1.4.
 */
export function resultNoticesModel(record: SessionRecord): ResultNoticesModel {
  const authority = authorityOf(record)
  const office = officeOf(record)
  return {
    title: `Thông báo kết quả đánh giá, phân hạng – ${record.council.name}`,
    isDraft: record.session.state !== 'closed',
    notices: record.items.map((item) => resultNotice({ item, record, authority, office })),
  }
}

type Facts = {
  readonly item: ItemRecord
  readonly record: SessionRecord
  readonly authority: Authority
  readonly office: Office
}

function resultNotice(facts: Facts): LetterModel {
  const { item, record, authority, office } = facts
  const producer = [item.producerName, addressOf(item)].filter((part) => part !== '').join(', ')
  return {
    title: `Thông báo kết quả ${item.code}`,
    isDraft: record.session.state !== 'closed',
    head: blankHead({ ...office, symbol: `TB-${office.abbreviation}`, seat: authority.seat }),
    kind: 'THÔNG BÁO',
    subject: `Kết quả đánh giá, phân hạng sản phẩm OCOP ${scopeText(authority, record.session)}`,
    addressee: '',
    blocks: [
      text(
        `Căn cứ kết quả họp ${formatDecreeDate(record.session.heldOn)} của ${record.council.name}, ${office.name} ` +
          `thông báo đến ${producer} kết quả đánh giá, phân hạng sản phẩm “${item.productName}” (mã số ${item.code}, bộ ` +
          `sản phẩm ${item.form.name}) như sau:`,
      ),
      ...resultBlocks(facts),
      ...shortfallBlocks(facts),
      text(`${outcomeText(facts)}./.`),
    ],
    recipients: [item.producerName, 'Ủy ban nhân dân cấp xã nơi có sản phẩm', authority.body, 'Lưu: VT, Hồ sơ'],
    posts: office.posts,
    signerPost: '',
    signer: '',
    annexes: [],
  }
}

function resultBlocks({ item, record }: Facts): readonly LetterBlock[] {
  const { result } = item
  if (result.isRejected) return []
  return [
    text(
      `1. Kết quả chấm điểm là trung bình cộng của ${result.countedBallots} phiếu đánh giá được tính, theo Bộ tiêu chí ` +
        `ban hành kèm theo Quyết định số ${item.form.decision}:`,
    ),
    { kind: 'table', table: pointsTable({ item, record }) },
  ]
}

function pointsTable({ item, record }: Pick<Facts, 'item' | 'record'>): TextTable {
  const { form, result } = item
  const star = finalStar(item)
  const max = form.parts.reduce((sum, part) => sum + part.max, 0)
  const isSentUp = outcomeOf(item, record).kind === 'sent-up'
  const starHead = isSentUp ? 'Hạng sao đề nghị cấp trên xem xét' : 'Hạng sao theo kết quả của Hội đồng'
  return {
    columns: [
      { width: 95, align: 'left' },
      { width: 35, align: 'center' },
      { width: 35, align: 'center' },
    ],
    head: [[{ text: 'Nội dung' }, { text: 'Điểm tối đa' }, { text: 'Điểm đạt được' }]],
    rows: [
      ...form.parts.map(({ code, title, max: most }) => [
        `Phần ${code}: ${title}`,
        String(most),
        formatMean(result.partMeans[code], []),
      ]),
      [
        { text: 'Tổng cộng', bold: true },
        { text: String(max), bold: true },
        { text: formatMean(result.mean, floorsOf(record)), bold: true },
      ],
      [{ text: starHead, bold: true }, '', { text: star === 0 ? '' : `${star} sao`, bold: true }],
    ],
  }
}

function shortfallBlocks({ item }: Facts): readonly LetterBlock[] {
  const texts = shortfallTexts({ form: item.form, result: item.result })
  const note = item.conclusion?.note ?? ''
  const lead = item.result.isRejected
    ? '1. Hồ sơ không được chấm điểm'
    : '2. Nội dung còn thiếu để đạt hạng sao cao hơn'
  return [
    ...(texts.length === 0 ? [] : listed(lead, texts)),
    ...(note === '' ? [] : [text(`Ý kiến của Hội đồng: ${note.replace(/\.$/, '')}.`)]),
  ]
}

/** What follows from the result; no mark at the end. */
function outcomeText({ item, record, authority, office }: Facts): string {
  const outcome = outcomeOf(item, record)
  switch (outcome.kind) {
    case 'sent-up':
      return (
        `Sản phẩm đạt từ ${record.referralThreshold ?? ''} điểm trở lên, được đề nghị ${higherAuthority(record) ?? 'cấp trên'} ` +
        'đánh giá, phân hạng. Đề nghị chủ thể chuẩn bị hồ sơ, sản phẩm mẫu theo quy định để gửi kèm'
      )
    case 'recognised':
      return (
        `Hội đồng đề nghị ${authority.issuer} công nhận sản phẩm đạt hạng ${outcome.star} sao. Giấy chứng nhận được cấp ` +
        `sau khi có quyết định công nhận và có thời hạn ${record.ruleSet.certificateMonths} tháng`
      )
    case 'none':
      return (
        'Sản phẩm chưa được đề nghị công nhận trong đợt này. Đề nghị chủ thể hoàn thiện các nội dung nêu trên và đăng ký ' +
        `tham gia đánh giá, phân hạng vào đợt tiếp theo. Khi cần hướng dẫn, chủ thể liên hệ ${office.name}`
      )
  }
}
