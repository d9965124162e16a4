import { formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { outcomeOf } from '../../../shared/domain/session/outcome.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { authorityOf, higherAuthority } from '../authority.ts'
import { blankDate, blankNumber, blankNumberInText } from '../blanks.ts'
import { citedDecisions, foundingDecision, regulationText } from '../cited-decisions.ts'
import { minutesSymbol, reportSymbol } from '../cited-papers.ts'
import { councilHead } from '../council.ts'
import { countText, inWords, tallyOf } from '../count-text.ts'
import { listed, text, type LetterBlock, type LetterModel } from '../letter/model.ts'
import type { TextTable } from '../nd30/table.ts'
import { addressOf, applicationText, outcomesOf, starText, withPrintedMarks } from '../outcome.ts'
import { roundingNote } from '../rounding-note.ts'
import { scopeText } from '../scope-text.ts'
import { findingTexts } from './findings.ts'

/**
 * Báo cáo kết quả of the council to the authority that decides. Source: QĐ 26/2026/QĐ-TTg, Điều 7 khoản 3 điểm d; form:
 * Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4; its body is the product's own, no decision prescribes one.
 */
export function councilReportModel(record: SessionRecord): LetterModel {
  const { council, session, members } = record
  const authority = authorityOf(record)
  const chair = members.find(({ role }) => role === 'chair')
  return {
    title: `Báo cáo kết quả đánh giá, phân hạng – ${council.name}`,
    isDraft: session.state !== 'closed',
    head: {
      ...councilHead(record, blankNumber(reportSymbol)),
      placeAndDate: `${authority.seat}, ${blankDate()}`,
    },
    kind: 'BÁO CÁO',
    subject: `Kết quả đánh giá, phân hạng sản phẩm OCOP ${scopeText(authority, session)}`,
    addressee: authority.issuer,
    blocks: [
      { kind: 'heading', text: 'I. CĂN CỨ, QUÁ TRÌNH THỰC HIỆN' },
      ...groundsBlocks(record),
      { kind: 'heading', text: 'II. KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG' },
      ...resultBlocks(record),
      { kind: 'heading', text: 'III. NHẬN XÉT' },
      ...findingBlocks(record),
      { kind: 'heading', text: 'IV. ĐỀ NGHỊ' },
      ...requestBlocks(record),
    ],
    recipients: ['Như trên', 'Các thành viên Hội đồng', 'Lưu: VT, HĐOCOP'],
    posts: ['TM. HỘI ĐỒNG', 'CHỦ TỊCH'],
    signerPost: (chair?.position ?? '').toUpperCase(),
    signer: chair?.name ?? '',
    annexes: [
      {
        name: 'Phụ lục',
        heading: ['KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG TỪNG SẢN PHẨM'],
        reference: [`(Kèm theo Báo cáo ${blankNumberInText(reportSymbol)} ${blankDate()}`, `của ${council.name})`],
        table: resultTable(record),
      },
    ],
  }
}

function groundsBlocks(record: SessionRecord): readonly LetterBlock[] {
  const { council, session, members, quorum, items } = record
  const founding = foundingDecision(record)
  const founded = founding === null ? '' : ` và ${founding} về việc thành lập Hội đồng`
  const producers = new Set(items.map(({ producerName }) => producerName)).size
  const place = session.place === '' ? '' : `, tại ${session.place}`
  return [
    text(`Thực hiện ${citedDecisions(record).join(', ')}${founded}, ${council.name} báo cáo kết quả như sau:`),
    text(
      `1. Hội đồng họp ${formatDecreeDate(session.heldOn)}${place} (Biên bản ${blankNumberInText(minutesSymbol)}); có mặt ` +
        `${quorum.present}/${members.length} thành viên, ${quorum.isMet ? 'đủ' : 'chưa đủ'} điều kiện họp theo ` +
        `${regulationText(record)}.`,
    ),
    text(
      `2. Hội đồng xem xét ${inWords(items.length)} sản phẩm của ${inWords(producers)} chủ thể. Loại hình chủ thể của ` +
        `các sản phẩm: ${tallyOf(items.map(({ producerKind }) => (producerKind === '' ? 'Khác' : producerKind)))}. Hình ` +
        `thức tham gia: ${tallyOf(items.map(({ application }) => applicationText[application]))}.`,
    ),
  ]
}

function resultBlocks(record: SessionRecord): readonly LetterBlock[] {
  const { items } = record
  const rejected = items.filter(({ result }) => result.isRejected)
  return [
    text(`1. Kết quả chung: ${scoredText(items)}.`),
    { kind: 'table', table: starTable(record) },
    text(`2. Theo nhóm sản phẩm: ${tallyOf(items.map(({ form }) => form.group ?? form.sector))}.`),
    ...listed(
      '3. Hồ sơ bị loại',
      rejected.map(
        ({ productName, producerName, rejections }) =>
          `${productName} của ${producerName}: ${rejections.map(({ question, reason }) => [question, reason].filter((part) => part !== '').join(': ')).join('; ')}`,
      ),
    ),
    ...[roundingNote(items, record)]
      .filter((note) => note !== '')
      .map((note) => text(`4. Điểm của từng sản phẩm ghi tại Phụ lục. ${note}`)),
  ]
}

/** How many were scored, how many of them came to be rejected, and how many were rejected before; no mark at the end. */
function scoredText(items: readonly ItemRecord[]): string {
  const rejected = items.filter(({ result }) => result.isRejected)
  const afterwards = rejected.filter(({ result }) => result.countedBallots > 0).length
  const unscored = rejected.length - afterwards
  return [
    `chấm điểm ${inWords(items.length - unscored)} sản phẩm`,
    ...(afterwards === 0
      ? []
      : [`, trong đó ${inWords(afterwards)} sản phẩm có hồ sơ bị loại, điểm không được sử dụng`]),
    ...(unscored === 0 ? [] : [`; không chấm ${inWords(unscored)} sản phẩm có hồ sơ bị loại`]),
  ].join('')
}

/**
 * Products and producers by star: the rows follow the bands of the rule set, what has none of them comes below, so that
 * the rows add up to the last one.
 */
function starTable(record: SessionRecord): TextTable {
  const scored = record.items.filter(({ result }) => !result.isRejected)
  const bands = record.ruleSet.bands.map(({ star }) => `${star} sao`)
  const byRow = Map.groupBy(scored, (item) => starText(item) || 'Chưa có kết quả')
  const others = [...byRow.keys()].filter((head) => !bands.includes(head))
  const rows = [...bands, ...others].map((head) => ({ head, items: byRow.get(head) ?? [] }))
  const line = ({ head, items }: { head: string; items: readonly ItemRecord[] }) => {
    const { recognised, sentUp } = outcomesOf({ ...record, items })
    const producers = new Set(items.map(({ producerName }) => producerName)).size
    return [head, ...[items.length, producers, recognised.length, sentUp.length].map(countText)]
  }
  return {
    columns: [
      { width: 33, align: 'left' },
      ...Array.from({ length: 4 }, () => ({ width: 33, align: 'center' as const })),
    ],
    head: [
      ['Hạng sao', 'Số sản phẩm', 'Số chủ thể', 'Đề nghị công nhận', 'Đề nghị cấp trên'].map((head) => ({
        text: head,
      })),
    ],
    rows: [...rows.map(line), line({ head: 'Tổng số', items: scored }).map((cell) => ({ text: cell, bold: true }))],
  }
}

function findingBlocks(record: SessionRecord): readonly LetterBlock[] {
  const texts = findingTexts(record)
  return texts.length === 0
    ? [text('Chưa có sản phẩm nào được chấm điểm.')]
    : texts.map((finding, index) => text(`${index + 1}. ${finding}`))
}

function requestBlocks(record: SessionRecord): readonly LetterBlock[] {
  const { issuer } = authorityOf(record)
  const { recognised, sentUp } = outcomesOf(record)
  const requests = [
    ...(recognised.length === 0 ? [] : [`xem xét, công nhận ${inWords(recognised.length)} sản phẩm OCOP`]),
    ...(sentUp.length === 0
      ? []
      : [
          `phê duyệt kết quả và đề nghị ${higherAuthority(record) ?? 'cấp trên'} đánh giá, phân hạng ${inWords(sentUp.length)} ` +
            `sản phẩm đạt từ ${record.referralThreshold ?? ''} điểm trở lên`,
        ]),
  ]
  if (requests.length === 0) {
    return [text(`Hội đồng báo cáo để ${issuer} biết; đợt này không có sản phẩm đủ điều kiện đề nghị./.`)]
  }
  return [text(`Hội đồng đề nghị ${issuer}: ${requests.join('; ')} (danh sách tại Phụ lục kèm theo)./.`)]
}

function resultTable(record: SessionRecord): TextTable {
  const floors = floorsOf(record)
  return {
    columns: [
      { width: 9, align: 'center' },
      { width: 52, align: 'left' },
      { width: 23, align: 'left' },
      { width: 14, align: 'center' },
      { width: 14, align: 'center' },
      { width: 14, align: 'center' },
      { width: 16, align: 'center' },
      { width: 23, align: 'left' },
    ],
    head: [
      [
        { text: 'TT', down: 2 },
        { text: 'Sản phẩm, chủ thể', down: 2 },
        { text: 'Địa chỉ', down: 2 },
        { text: 'Điểm trung bình', across: 4 },
        null,
        null,
        null,
        { text: 'Kết quả', down: 2 },
      ],
      [null, null, null, ...['A', 'B', 'C', 'Chung'].map((head) => ({ text: head })), null],
    ],
    rows: record.items.map(withPrintedMarks).map((item, index) => {
      const { partMeans, mean } = item.result
      return [
        String(index + 1),
        [{ text: item.productName, bold: true }, item.producerName],
        addressOf(item),
        formatMean(partMeans.A, []),
        formatMean(partMeans.B, []),
        formatMean(partMeans.C, []),
        { text: formatMean(mean, floors), bold: true },
        outcomeWords(item, record),
      ]
    }),
  }
}

function outcomeWords(item: ItemRecord, record: SessionRecord): string {
  if (item.result.isRejected) return 'Hồ sơ bị loại'
  const words = { 'sent-up': 'đề nghị cấp trên', recognised: 'đề nghị công nhận', none: '' }[
    outcomeOf(item, record).kind
  ]
  return [starText(item), words].filter((part) => part !== '').join(', ')
}
