import type { WrittenProduct, WrittenRound } from '../../../../shared/api/opinions.ts'
import { formatDate, formatDecreeDate } from '../../../../shared/domain/calendar/format-date.ts'
import type { MeetingGround, OpinionCounts } from '../../../../shared/domain/opinions/conclude.ts'
import { countText, inWords } from '../../count-text.ts'
import { listed, text, type PaperBlock, type PaperModel } from '../../letter/model.ts'
import { tableOf, type ColumnOf } from '../../nd30/table.ts'
import type { SheetDocument } from '../../render-xlsx.ts'
import { listTop, sheetRows, sheetSignatures, type SheetColumnOf } from '../../sheet-frame.ts'
import {
  answerMarks,
  memberText,
  pointsText,
  proposedText,
  roundHead,
  roundName,
  type OpinionRoundFacts,
} from './opinion-facts.ts'

/**
 * Bảng tổng hợp ý kiến: each product by each member, the counts, and what comes of it; secretary and chair sign. Form: Decree
 * 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9 (two signatures).
 */
export function opinionSummaryModel(facts: OpinionRoundFacts): PaperModel {
  const { round, council } = facts
  const { members, products } = round
  return {
    title: `Bảng tổng hợp ý kiến – ${roundName(round)}`,
    isDraft: false,
    orientation: 'landscape',
    head: roundHead(facts),
    kind: 'BẢNG TỔNG HỢP Ý KIẾN THÀNH VIÊN HỘI ĐỒNG',
    subject: `Về việc đánh giá, phân hạng lại sản phẩm OCOP (${roundName(round)})`,
    addressee: '',
    blocks: [
      text(
        `Căn cứ ${round.rules.article}, ${council.name} lấy ý kiến bằng văn bản của ${inWords(members.length)} thành viên về ` +
          `${inWords(products.length)} sản phẩm; phiếu gửi ${formatDecreeDate(round.sentOn)}, hạn trả lời ` +
          `${formatDecreeDate(round.replyBy)}. ${ruleText(round)}`,
      ),
      { kind: 'table', table: tableOf(columnsFor(round), products) },
      text(
        'Đ: đồng ý; K: không đồng ý, ý kiến khác; H: đề nghị họp; –: không lấy ý kiến; ô trống: chưa có ý kiến. Dấu * chỉ ý kiến ' +
          'nhận sau hạn trả lời.',
      ),
      text(
        `Thành viên Hội đồng: ${members
          .map((member, index) => `(${index + 1}) ${memberText(member, { isNamed: true })}`)
          .join('; ')}.`,
      ),
      ...wordsOf(round),
      // It stays with who signs.
      { kind: 'heading', text: conclusionText(products) },
      {
        kind: 'signatures',
        left: signature(round, 'secretary', 'THƯ KÝ HỘI ĐỒNG'),
        right: signature(round, 'chair', 'CHỦ TỊCH HỘI ĐỒNG'),
      },
    ],
    recipients: [],
    posts: [],
    signerPost: '',
    signer: '',
    annexes: [],
  }
}

export function opinionSummarySheet(facts: OpinionRoundFacts): SheetDocument {
  const { round } = facts
  const { head, title, kind, subject } = opinionSummaryModel(facts)
  const columns = sheetColumnsFor(round)
  const nameOf = (role: 'secretary' | 'chair') => round.members.find((member) => member.role === role)?.name ?? ''
  return {
    title,
    isDraft: false,
    sheetName: 'Tổng hợp ý kiến',
    above: listTop({ head, columns: columns.length, split: 4, title: [kind, subject] }),
    ...sheetRows(
      columns,
      round.products.map((product, index) => ({ ...product, place: index + 1 })),
    ),
    below: sheetSignatures({ secretary: nameOf('secretary'), chair: nameOf('chair'), columns: columns.length }),
  }
}

function signature({ members }: WrittenRound, role: 'secretary' | 'chair', post: string) {
  const name = members.find((member) => member.role === role)?.name ?? ''
  return { placeAndDate: '', posts: [post], manner: '(Ký, ghi rõ họ tên)', name }
}

function ruleText({ answersPercent, agreePercent, basis }: WrittenRound): string {
  const all = answersPercent === 100 && agreePercent === 100
  if (all) return 'Sản phẩm được thống nhất khi mọi thành viên được lấy ý kiến đã trả lời và đều đồng ý.'
  return (
    `Theo ${basis}, sản phẩm được thống nhất khi có ít nhất ${answersPercent}% thành viên được lấy ý kiến trả lời và ít nhất ` +
    `${agreePercent}% ý kiến trả lời đồng ý.`
  )
}

/** What members wrote, product by product; nothing where nobody did. */
function wordsOf({ products, members }: WrittenRound): readonly PaperBlock[] {
  const nameOf = new Map(members.map(({ id, name }) => [id, name]))
  const said = products.flatMap(({ name, answers }) =>
    answers
      .filter(({ words }) => words !== '')
      .map(({ memberId, words }) => `${name}: ${words} (${nameOf.get(memberId) ?? ''})`),
  )
  return said.length === 0 ? [] : listed('Nội dung ý kiến, lý do', said)
}

/** What comes of the round, in one paragraph. */
function conclusionText(products: readonly WrittenProduct[]): string {
  const count = (state: WrittenProduct['conclusion']['state']) =>
    countText(products.filter(({ conclusion }) => conclusion.state === state).length)
  const waiting = products.some(({ conclusion }) => conclusion.state === 'waiting')
  return (
    `Kết quả: thống nhất đề nghị công nhận lại ${count('agreed')} sản phẩm; chuyển họp Hội đồng ${count('meeting')} sản phẩm` +
    `${waiting ? `; chưa đủ ý kiến ${count('waiting')} sản phẩm` : ''}.`
  )
}

/** In a member's column: the mark, and a star for one that came late. */
function markOf({ answers }: WrittenProduct, memberId: number): string {
  const given = answers.find((one) => one.memberId === memberId)
  return given === undefined ? '' : `${answerMarks[given.answer]}${given.isLate ? '*' : ''}`
}

/** A paragraph a line: answers, then who is not asked and who has not answered. */
function countsTexts({ agree, differ, meet, recused, missing }: OpinionCounts): readonly string[] {
  return [
    `Đ: ${agree}; K: ${differ}; H: ${meet}`,
    ...(recused === 0 ? [] : [`Không hỏi: ${recused}`]),
    ...(missing === 0 ? [] : [`Chưa có: ${missing}`]),
  ]
}

const groundTexts: Readonly<Record<MeetingGround, string>> = {
  'asks-meeting': 'có đề nghị họp',
  differing: 'ý kiến khác nhau',
  lacking: 'thiếu ý kiến',
  nobody: 'không có thành viên được lấy ý kiến',
}

function outcomeText({ conclusion, proposedStar, session }: WrittenProduct): string {
  if (conclusion.state === 'meeting') {
    const on = session === null ? '' : ` ngày ${formatDate(session.heldOn)}`
    return `Chuyển họp${on}: ${conclusion.grounds.map((ground) => groundTexts[ground]).join(', ')}`
  }
  return conclusion.state === 'waiting'
    ? 'Chưa đủ ý kiến'
    : `Thống nhất đề nghị công nhận lại hạng ${proposedStar ?? '…'} sao`
}

/** 252 mm in all: what the members' columns leave is the product's. */
function columnsFor({ members }: WrittenRound): readonly ColumnOf<WrittenProduct>[] {
  const each = Math.min(13, Math.floor(105 / Math.max(1, members.length)))
  const product = 252 - 11 - 15 - 18 - 36 - 46 - each * members.length
  return [
    { head: 'TT', width: 11, align: 'center', text: (_row, place) => String(place) },
    {
      head: 'Sản phẩm, chủ thể',
      width: product,
      align: 'left',
      text: ({ name, producerName }) => [{ text: name, bold: true }, producerName],
    },
    { head: 'Điểm', width: 15, align: 'center', text: pointsText },
    { head: 'Hạng đề nghị', width: 18, align: 'center', text: proposedText },
    ...members.map(({ id }, index) => ({
      head: String(index + 1),
      width: each,
      align: 'center' as const,
      text: (row: WrittenProduct) => markOf(row, id),
    })),
    { head: 'Tổng hợp', width: 36, align: 'left', text: ({ conclusion }) => countsTexts(conclusion.counts) },
    { head: 'Kết quả', width: 46, align: 'left', text: outcomeText },
  ]
}

function sheetColumnsFor({
  members,
}: WrittenRound): readonly SheetColumnOf<WrittenProduct & { readonly place: number }>[] {
  const whole = (head: string, value: (counts: OpinionCounts) => number) => ({
    head,
    width: 8,
    format: 'whole' as const,
    align: 'center' as const,
    value: ({ conclusion }: WrittenProduct) => value(conclusion.counts),
  })
  return [
    { head: 'TT', width: 5, format: 'whole', align: 'center', value: ({ place }) => place },
    { head: 'Mã số', width: 14, format: 'text', align: 'left', value: ({ code }) => code },
    { head: 'Sản phẩm', width: 26, format: 'text', align: 'left', value: ({ name }) => name },
    { head: 'Chủ thể', width: 26, format: 'text', align: 'left', value: ({ producerName }) => producerName },
    { head: 'Hạng đề nghị', width: 8, format: 'text', align: 'center', value: proposedText },
    ...members.map((member) => ({
      head: member.name,
      width: 9,
      format: 'text' as const,
      align: 'center' as const,
      value: (row: WrittenProduct) => markOf(row, member.id),
    })),
    whole('Đồng ý', ({ agree }) => agree),
    whole('Ý kiến khác', ({ differ }) => differ),
    whole('Đề nghị họp', ({ meet }) => meet),
    whole('Không lấy ý kiến', ({ recused }) => recused),
    whole('Chưa có', ({ missing }) => missing),
    { head: 'Kết quả', width: 34, format: 'text', align: 'left', value: outcomeText },
  ]
}
