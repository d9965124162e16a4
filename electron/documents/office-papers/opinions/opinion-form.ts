import type { WrittenMember, WrittenProduct } from '../../../../shared/api/opinions.ts'
import { formatDecreeDate } from '../../../../shared/domain/calendar/format-date.ts'
import { blankDate } from '../../blanks.ts'
import { roleText } from '../../council.ts'
import { inWords } from '../../count-text.ts'
import { text, type PaperModel } from '../../letter/model.ts'
import { tableOf, type ColumnOf } from '../../nd30/table.ts'
import { issuerOf } from '../issuer.ts'
import { formerTexts, memberText, proposedText, roundHead, roundName, type OpinionRoundFacts } from './opinion-facts.ts'

/** `member`: null where the round did not ask that one. */
export type OpinionFormFacts = OpinionRoundFacts & { readonly member: WrittenMember | null }

/**
 * Phiếu lấy ý kiến of one member, with all products of the round; those that the member is not asked about say so. Basis: QĐ
 * 26/2026/QĐ-TTg, Điều 7 khoản 6 điểm d. No decision prescribes a form.
 */
export function opinionFormModel(facts: OpinionFormFacts): PaperModel {
  const { round, member, council } = facts
  const { authority } = issuerOf(facts)
  return {
    title: `Phiếu lấy ý kiến – ${roundName(round)}${member === null ? '' : ` – ${member.name}`}`,
    isDraft: false,
    head: roundHead(facts),
    kind: 'PHIẾU LẤY Ý KIẾN THÀNH VIÊN HỘI ĐỒNG',
    subject: `Về việc đánh giá, phân hạng lại sản phẩm OCOP (${roundName(round)})`,
    addressee: '',
    blocks: [
      text(
        `Căn cứ ${round.rules.article}, ${council.name} lấy ý kiến bằng văn bản của các thành viên về ` +
          `${inWords(round.products.length)} sản phẩm đề nghị đánh giá, phân hạng lại.`,
      ),
      { kind: 'field', label: 'Họ và tên thành viên', value: member?.name ?? '' },
      {
        kind: 'field',
        label: 'Chức vụ, vai trò',
        value: member === null ? '' : memberText(member, { isNamed: false }),
      },
      text(
        `Đề nghị Ông/Bà nghiên cứu hồ sơ, đánh dấu (√) vào một ô đối với mỗi sản phẩm, ghi rõ nội dung nếu có ý kiến khác hoặc ` +
          `đề nghị họp, ký và gửi về Thư ký Hội đồng chậm nhất ${formatDecreeDate(round.replyBy)}.`,
      ),
      { kind: 'table', table: tableOf(columnsFor(member), round.products) },
      {
        kind: 'signatures',
        left: null,
        right: {
          placeAndDate: `${authority.seat}, ${blankDate()}`,
          posts: [member === null ? 'THÀNH VIÊN HỘI ĐỒNG' : roleText[member.role].toUpperCase()],
          manner: '(Ký, ghi rõ họ tên)',
          name: member?.name ?? '',
        },
      },
    ],
    recipients: [],
    posts: [],
    signerPost: '',
    signer: '',
    annexes: [],
  }
}

/** 165 mm in all. */
function columnsFor(member: WrittenMember | null): readonly ColumnOf<WrittenProduct>[] {
  const recusal = ({ answers }: WrittenProduct) =>
    answers.find(({ memberId, answer }) => memberId === member?.id && answer === 'recused')
  return [
    { head: 'TT', width: 10, align: 'center', text: (_row, place) => String(place) },
    {
      head: 'Sản phẩm, chủ thể',
      width: 42,
      align: 'left',
      text: ({ name, producerName, code }) => [
        { text: name, bold: true },
        ...(code === '' ? [] : [code]),
        producerName,
      ],
    },
    {
      head: 'Lần công nhận trước',
      width: 34,
      align: 'left',
      text: formerTexts,
    },
    {
      head: 'Đề nghị công nhận lại',
      width: 22,
      align: 'left',
      text: (product) => [proposedText(product), ...(product.advice === '' ? [] : [`Tổ tư vấn: ${product.advice}`])],
    },
    {
      head: 'Ý kiến',
      width: 27,
      align: 'left',
      text: (product) => (recusal(product) === undefined ? boxes : 'Không lấy ý kiến'),
    },
    {
      head: 'Nội dung ý kiến, lý do',
      width: 30,
      align: 'left',
      text: (product) => recusal(product)?.words ?? roomToWrite,
    },
  ]
}

const boxes = ['□ Đồng ý', '□ Ý kiến khác', '□ Đề nghị họp']

/** Dots, whose width no other column takes. */
const roomToWrite = ['………………', '………………', '………………']
