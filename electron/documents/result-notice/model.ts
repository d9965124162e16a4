import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { mostPoints } from '../../../shared/domain/criteria/form.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { finalStar, outcomeOf } from '../../../shared/domain/session/outcome.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { isLowered } from '../../../shared/domain/session/standing-reasons.ts'
import { authorityOf, higherAuthority, officeOf, type Authority, type Office } from '../authority.ts'
import { blankHead } from '../blanks.ts'
import { communeCommittee } from '../commune.ts'
import { decisionReference, minutesReference } from '../cited-papers.ts'
import { inWords } from '../count-text.ts'
import { listed, text, type LetterBlock, type LetterModel } from '../letter/model.ts'
import type { TextTable } from '../nd30/table.ts'
import { addressOf } from '../outcome.ts'
import { provinceOf } from '../place.ts'
import { conclusionText, councilStarHead } from '../referral-note.ts'
import { roundingNote } from '../rounding-note.ts'
import { scopeText } from '../scope-text.ts'
import { rejectionText, shortfallTexts } from './shortfall.ts'

/** Thông báo kết quả: one a product, to its producer. */
export type ResultNoticesModel = {
  readonly title: string
  readonly isDraft: boolean
  readonly notices: readonly Notice[]
}

/** `foot`: what it says there instead of what the others say. */
type Notice = LetterModel & { readonly foot?: string }

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
  const body = bodyOfPlace(facts)
  return {
    title: `Thông báo kết quả ${item.code}`,
    isDraft: record.session.state !== 'closed',
    head: blankHead({ ...office, symbol: `TB-${office.abbreviation}`, seat: authority.seat }),
    kind: 'THÔNG BÁO',
    subject: `Kết quả đánh giá, phân hạng sản phẩm OCOP ${scopeText(authority, record.session)}`,
    addressee: '',
    blocks: [
      text(
        `Căn cứ ${groundsText(record)}, ${office.name} thông báo đến ` +
          `${record.level === 'central' ? body : producer} kết quả đánh giá, phân hạng sản phẩm “${item.productName}” ` +
          `${record.level === 'central' ? `của ${producer} ` : ''}(mã số ${item.code}, bộ sản phẩm ${item.form.name}) như sau:`,
      ),
      ...resultBlocks(facts),
      ...shortfallBlocks(facts),
      text(`${outcomeText(facts)}./.`),
    ],
    recipients:
      record.level === 'central'
        ? [body, item.producerName, `Lưu: VT, ${office.draftingUnit}`]
        : [item.producerName, body, `${authority.body} (để báo cáo)`, `Lưu: VT, ${office.draftingUnit}`],
    posts: office.posts,
    signerPost: '',
    signer: '',
    annexes: [],
  }
}

/** The notice comes after the decision and says so; where there was nothing to decide on, after the meeting. */
export function groundsText(record: SessionRecord): string {
  const decision = decisionReference(record)
  const minutes = `${minutesReference(record)} của ${record.council.name}`
  return decision === null ? minutes : `${decision} phê duyệt kết quả đánh giá, phân hạng và ${minutes}`
}

/**
 * The committee that is told beside the producer: the commune's (QĐ 26/2026/QĐ-TTg, Điều 7 khoản 3 điểm g), the
 * province's by the ministry (khoản 4 điểm g). A bare name does not say whether it is a xã or a phường.
 */
function bodyOfPlace({ item, record }: Pick<Facts, 'item' | 'record'>): string {
  if (record.level === 'central') {
    return item.district === ''
      ? 'Ủy ban nhân dân cấp tỉnh nơi có sản phẩm'
      : `Ủy ban nhân dân ${provinceOf({ province: item.district }).full}`
  }
  return communeCommittee(item.commune)
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
    ...[roundingNote([item], record)].filter((note) => note !== '').map(text),
  ]
}

function pointsTable({ item, record }: Pick<Facts, 'item' | 'record'>): TextTable {
  const { form, result } = item
  const star = finalStar(item)
  const max = mostPoints(form)
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
      [{ text: councilStarHead, bold: true }, '', { text: star === 0 ? '' : `${star} sao`, bold: true }],
    ],
  }
}

function shortfallBlocks({ item, record }: Facts): readonly LetterBlock[] {
  const { result } = item
  const texts = shortfallTexts(item)
  const note = (item.conclusion?.note ?? '').replace(/\.$/, '')
  const said = conclusionText(item) || (note === '' ? '' : `Ý kiến của Hội đồng: ${note}`)
  // What the council concluded keeps the product from the star of its scores, before anything that these lack.
  const isFirst = isLowered(item)
  return [
    ...(result.isRejected ? [text(rejectionText({ result, ruleSet: record.ruleSet }))] : []),
    ...(said === '' || !isFirst ? [] : [text(`2. ${said}.`)]),
    ...(texts.length === 0 ? [] : listed(`${isFirst ? 3 : 2}. Nội dung còn thiếu để đạt hạng sao cao hơn`, texts)),
    ...(said === '' || isFirst ? [] : [text(`${said}.`)]),
  ]
}

/** What follows from the result; no mark at the end. */
function outcomeText({ item, record, authority, office }: Facts): string {
  const outcome = outcomeOf(item, record)
  switch (outcome.kind) {
    case 'sent-up':
      return (
        `Sản phẩm đạt từ ${record.referralThreshold ?? ''} điểm trở lên, được đề nghị ${higherAuthority(record) ?? 'cấp trên'} ` +
        `đánh giá, phân hạng (${record.ruleSet.articles.referral}); Quyết định nêu trên chưa công nhận hạng sao và chưa cấp ` +
        'Giấy chứng nhận đối với sản phẩm này. Đề nghị chủ thể chuẩn bị hồ sơ, sản phẩm mẫu theo quy định để gửi kèm'
      )
    case 'recognised':
      return (
        `Sản phẩm được ${authority.issuer} công nhận đạt hạng ${outcome.star} sao tại Quyết định nêu trên. Giấy chứng nhận ` +
        `có thời hạn ${inWords(record.ruleSet.certificateMonths)} tháng kể từ ngày ban hành Quyết định`
      )
    case 'none':
      if (record.level === 'central') return returnText(record)
      return (
        'Sản phẩm chưa được đề nghị công nhận trong đợt này. Đề nghị chủ thể hoàn thiện các nội dung nêu trên và đăng ký ' +
        `tham gia đánh giá, phân hạng vào đợt tiếp theo. Khi cần hướng dẫn, chủ thể liên hệ ${office.name}`
      )
  }
}

/** What the province may do with a result below the ministry's star (QĐ 26/2026/QĐ-TTg, Điều 7 khoản 4 điểm g). */
function returnText({ ruleSet }: SessionRecord): string {
  const below = ruleSet.levels.find(({ referral }) => referral?.to === 'central' && referral.returned !== undefined)
  if (below === undefined) return 'Sản phẩm chưa được đề nghị công nhận trong đợt này'
  const stars = below.recognises.map((star) => `${star} sao`).join(', ')
  return (
    'Sản phẩm chưa được đề nghị công nhận trong đợt này. Chủ tịch Ủy ban nhân dân cấp tỉnh có thể căn cứ kết quả này để ' +
    `xem xét, quyết định công nhận sản phẩm đạt ${stars} hoặc tổ chức đánh giá, phân hạng theo thẩm quyền ` +
    `(${below.referral?.returned ?? ''})`
  )
}
