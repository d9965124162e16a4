import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { outcomeOf } from '../../../shared/domain/session/outcome.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { authorityOf, higherAuthority } from '../authority.ts'
import { blankHead } from '../blanks.ts'
import { communeCommittee } from '../commune.ts'
import { inWords } from '../count-text.ts'
import { text, type LetterModel } from '../letter/model.ts'
import { tableOf, type ColumnOf } from '../nd30/table.ts'
import { applicationText, starText } from '../outcome.ts'
import { groundsText } from '../result-notice/model.ts'
import { scopeText } from '../scope-text.ts'
import { issuerOf, type IssuerFacts } from './issuer.ts'

type CommuneRow = {
  readonly productName: string
  readonly code: string
  readonly producerName: string
  readonly application: string
  /** As it is printed; empty of a rejected dossier. */
  readonly mean: string
  readonly star: string
  readonly outcome: string
}

/** What a locked session says of the products of a commune. */
export type CommuneNoticeFacts = IssuerFacts & {
  /** As the session has it. */
  readonly commune: string
  /** `tỉnh Phú Thọ năm 2026 (đợt 2)` */
  readonly scope: string
  /** The decision and the minutes that it rests on, with room for the numbers that they do not have. */
  readonly grounds: string
  readonly months: number
  readonly rows: readonly CommuneRow[]
}

/** The part of the facts that comes of the session; nothing of one that is not locked. */
export function communeResults(
  record: SessionRecord,
  items: readonly ItemRecord[],
): Pick<CommuneNoticeFacts, 'scope' | 'grounds' | 'months' | 'rows'> {
  return {
    scope: scopeText(authorityOf(record), record.session),
    grounds: groundsText(record),
    months: record.ruleSet.certificateMonths,
    rows:
      record.session.state !== 'closed'
        ? []
        : items.map((item) => ({
            productName: item.productName,
            code: item.code,
            producerName: item.producerName,
            application: applicationText[item.application],
            mean: item.result.isRejected ? '' : formatMean(item.result.mean, floorsOf(record)),
            star: starText(item),
            outcome: outcomeText(item, record),
          })),
  }
}

function outcomeText(item: ItemRecord, record: SessionRecord): string {
  const outcome = outcomeOf(item, record)
  if (outcome.kind === 'recognised') return `Công nhận ${outcome.star} sao`
  if (outcome.kind === 'sent-up') return `Đề nghị ${higherAuthority(record) ?? 'cấp trên'} đánh giá, phân hạng`
  return item.result.isRejected ? 'Hồ sơ bị loại' : 'Chưa công nhận'
}

/**
 * Thông báo to the committee of a commune: the results of its products, all in one. Form: Decree 30/2020/NĐ-CP, Phụ lục III,
 * Mẫu 1.4. Source: QĐ 26/2026/QĐ-TTg, Điều 7 khoản 3 điểm g.
 */
export function communeNoticeModel(facts: CommuneNoticeFacts): LetterModel {
  const { authority, office } = issuerOf(facts)
  const { rows, commune, scope, grounds, months } = facts
  const committee = communeCommittee(commune)
  const subject = `Kết quả đánh giá, phân hạng sản phẩm OCOP ${scope}`
  const isRecognised = rows.some(({ outcome }) => outcome.startsWith('Công nhận'))
  return {
    title: `Thông báo ${subject}`,
    isDraft: false,
    head: blankHead({ ...office, symbol: `TB-${office.abbreviation}`, seat: authority.seat }),
    kind: 'THÔNG BÁO',
    subject,
    addressee: committee,
    blocks: [
      text(
        `Căn cứ ${grounds}, ${office.name} thông báo kết quả đánh giá, phân hạng ${inWords(rows.length)} sản phẩm của ` +
          'các chủ thể trên địa bàn như sau:',
      ),
      { kind: 'table', table: tableOf(columns, rows) },
      ...(isRecognised
        ? [
            text(
              `Giấy chứng nhận của sản phẩm được công nhận có thời hạn ${inWords(months)} tháng kể từ ngày ban hành Quyết ` +
                'định; kết quả chi tiết được thông báo đến từng chủ thể.',
            ),
          ]
        : [text('Kết quả chi tiết được thông báo đến từng chủ thể.')]),
      text(
        `${office.name} đề nghị ${committee} thông tin đến các chủ thể, hướng dẫn các chủ thể sử dụng kết quả và hoàn thiện ` +
          'sản phẩm theo quy định./.',
      ),
    ],
    recipients: ['Như trên', `${authority.bodyKind} (để báo cáo)`, `Lưu: VT, ${office.draftingUnit}`],
    posts: office.posts,
    signerPost: '',
    signer: '',
    annexes: [],
  }
}

const columns: readonly ColumnOf<CommuneRow>[] = [
  { head: 'TT', width: 10, align: 'center', text: (_row, place) => String(place) },
  {
    head: 'Tên sản phẩm (mã số)',
    width: 42,
    align: 'left',
    text: ({ productName, code }) => [productName, { text: `(${code})`, italics: true }],
  },
  { head: 'Tên chủ thể', width: 34, align: 'left', text: ({ producerName }) => producerName },
  { head: 'Hình thức', width: 18, align: 'left', text: ({ application }) => application },
  { head: 'Điểm', width: 15, align: 'center', text: ({ mean }) => mean },
  { head: 'Hạng theo kết quả Hội đồng', width: 19, align: 'center', text: ({ star }) => star },
  { head: 'Kết quả', width: 27, align: 'left', text: ({ outcome }) => outcome },
]
