import { blankDate, blankHead, blankNumberInText } from '../../blanks.ts'
import { describePerson } from '../../council.ts'
import { listed, text, type LetterAnnex, type LetterBlock, type PaperModel } from '../../letter/model.ts'
import { momentOf } from '../../minutes/minutes-time.ts'
import { tableOf } from '../../nd30/table.ts'
import { issuerOf } from '../issuer.ts'
import { chairOf, meetingName, meetingScope, placeText, productCount, type MeetingFacts } from './meeting-facts.ts'
import { agendaColumns } from './printed-agenda.ts'

export type InvitationFacts = MeetingFacts & {
  /** Null for one who has nothing to do with the meeting. */
  readonly invited: Invited | null
  /** `08:05`, or empty. */
  readonly beginsAt: string
}

export type Invited =
  | { readonly who: 'council' }
  /** Name, post and role. */
  | { readonly who: 'member'; readonly name: string }
  | { readonly who: 'producer'; readonly name: string; readonly producerId: number }

/**
 * Giấy mời to a meeting of the council. Form: Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.7 (Giấy mời). Members get the agenda
 * with it; a producer is told of its own products alone.
 */
export function invitationModel(facts: InvitationFacts): PaperModel {
  const { invited, beginsAt, session, members } = facts
  const { authority, office } = issuerOf(facts)
  const symbol = `GM-${office.abbreviation}`
  const subject = meetingName(facts)
  const chair = chairOf(members)
  const name = nameOf(invited)
  return {
    title: `Giấy mời ${subject}`,
    isDraft: false,
    head: blankHead({ ...office, symbol, seat: authority.seat }),
    kind: 'GIẤY MỜI',
    subject,
    addressee: '',
    blocks: [
      text(`${office.name} trân trọng kính mời: ${name}.`),
      text(`Tới dự: phiên họp đánh giá, phân hạng sản phẩm OCOP ${meetingScope(facts)} của ${facts.council.name}.`),
      text(`Chủ trì: ${chair === undefined ? '…………………………' : describePerson(chair)}.`),
      text(`Thời gian: ${momentOf(beginsAt, session.heldOn)}.`),
      text(`Địa điểm: ${placeText(session)}.`),
      ...contentBlocks(facts, office.name),
      text(`${office.name} rất mong ${isProducer(invited) ? 'chủ thể' : 'đại biểu'} tham dự đầy đủ, đúng giờ./.`),
    ],
    recipients: [name, `Lưu: VT, ${office.draftingUnit}`],
    posts: office.posts,
    signerPost: '',
    signer: '',
    annexes:
      isProducer(invited) || facts.products.length === 0 ? [] : [agendaAnnex(facts, { symbol, by: office.name })],
  }
}

const isProducer = (invited: Invited | null): boolean => invited?.who === 'producer'

function nameOf(invited: Invited | null): string {
  if (invited === null) return ''
  return invited.who === 'council' ? 'Các thành viên Hội đồng' : invited.name
}

function contentBlocks({ invited, products }: InvitationFacts, office: string): readonly LetterBlock[] {
  if (invited?.who === 'producer') {
    const own = products.flatMap(({ producerId, name, code }, index) =>
      producerId === invited.producerId
        ? [`${name}${code === '' ? '' : ` (mã số ${code})`}, thứ tự ${index + 1} trong chương trình`]
        : [],
    )
    return [
      ...listed('Nội dung: giới thiệu sản phẩm và trả lời câu hỏi của Hội đồng về sản phẩm', own),
      text('Chủ thể mang theo bản gốc giấy tờ của hồ sơ để đối chiếu khi Hội đồng yêu cầu.'),
    ]
  }
  return [
    ...(products.length === 0
      ? []
      : [text(`Nội dung: đánh giá, phân hạng ${productCount(products)}; chương trình tại Phụ lục.`)]),
    text(
      `Thành viên không dự họp được, hoặc có quan hệ với chủ thể, sản phẩm trong chương trình, báo trước cho ${office} để ghi ` +
        'vào biên bản.',
    ),
  ]
}

const agendaAnnex = (
  facts: MeetingFacts,
  { symbol, by }: { readonly symbol: string; readonly by: string },
): LetterAnnex => ({
  name: 'Phụ lục',
  heading: ['SẢN PHẨM TRONG CHƯƠNG TRÌNH HỌP'],
  reference: [`(Kèm theo Giấy mời ${blankNumberInText(symbol)} ${blankDate()}`, `của ${by})`],
  table: tableOf(
    agendaColumns(false),
    facts.products.map((product) => ({ product, time: '' })),
  ),
})
