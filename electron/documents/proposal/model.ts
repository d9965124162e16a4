import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { authorityOf, higherAuthority, officeOf } from '../authority.ts'
import { blankDate, blankHead, blankNumberInText } from '../blanks.ts'
import { legalBasesOf, regulationText } from '../cited-decisions.ts'
import { minutesReference, proposalSymbol, reportReference } from '../cited-papers.ts'
import { inWords } from '../count-text.ts'
import { annexTable } from '../decision/annex-table.ts'
import { decisionModel } from '../decision/model.ts'
import { listed, text, type LetterModel } from '../letter/model.ts'
import { outcomesOf } from '../outcome.ts'
import { scopeText } from '../scope-text.ts'

/**
 * Tờ trình of the office in charge to the authority that decides: to recognise, and to send up, with the very lists of
 * the decision that it asks for. Form: Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4. Source: QĐ 26/2026/QĐ-TTg, Điều 7
 * khoản 3 điểm đ.
 */
export function proposalModel(record: SessionRecord): LetterModel {
  const { session, council } = record
  const authority = authorityOf(record)
  const office = officeOf(record)
  const symbol = proposalSymbol(record)
  const { annexes, subject } = decisionModel(record)
  const { recognised, sentUp } = outcomesOf(record)
  const bases = legalBasesOf(record).map((basis) => basis.replace(/^Căn cứ/, 'căn cứ'))
  return {
    title: `Tờ trình ${scopeText(authority, session)}`,
    isDraft: session.state !== 'closed',
    head: blankHead({ ...office, symbol, seat: authority.seat }),
    kind: 'TỜ TRÌNH',
    subject,
    addressee: authority.issuer,
    blocks: [
      text(
        `${bases.join('; ').replace(/^c/, 'C')}; căn cứ ${minutesReference(record)} và ${reportReference(record)}, ${office.name} trình ${authority.issuer} như sau:`,
      ),
      text(
        `1. Hội đồng đã đánh giá, phân hạng ${inWords(record.items.length)} sản phẩm đăng ký tham gia năm ${session.year} ` +
          `(đợt ${session.round}); quy trình thực hiện theo ${record.ruleSet.decisions.map(({ number }) => `Quyết định số ${number}`).join(', ')} ` +
          `và ${regulationText(record)}.`,
      ),
      ...listed(`2. ${office.name} kính đề nghị ${authority.issuer} xem xét`, [
        ...(recognised.length === 0
          ? []
          : [
              `Ban hành Quyết định công nhận và cấp Giấy chứng nhận đối với ${inWords(recognised.length)} sản phẩm OCOP (${annexes[0]?.name ?? ''})`,
            ]),
        ...(sentUp.length === 0
          ? []
          : [
              `Phê duyệt kết quả và có văn bản đề nghị ${higherAuthority(record) ?? 'cấp trên'} đánh giá, phân hạng ` +
                `${inWords(sentUp.length)} sản phẩm đạt từ ${record.referralThreshold ?? ''} điểm trở lên (${annexes.at(-1)?.name ?? ''})`,
            ]),
      ]),
      ...listed('3. Hồ sơ trình gồm', [
        'Dự thảo Quyết định',
        reportReference(record),
        `${minutesReference(record)} và Bảng tổng hợp điểm`,
        ...(sentUp.length === 0 ? [] : ['Dự thảo Công văn đề nghị cấp trên và danh mục sản phẩm']),
      ]),
      text(`${office.name} kính trình ${authority.issuer} xem xét, quyết định./.`),
    ],
    recipients: ['Như trên', council.name, `Lưu: VT, ${office.draftingUnit}`],
    posts: office.posts,
    signerPost: '',
    signer: '',
    annexes: annexes.map((annex) => ({
      name: annex.name,
      // What the decision recognises, the proposal asks to be recognised.
      heading: annex.heading.map((line) => line.replace('ĐƯỢC CÔNG NHẬN', 'ĐỀ NGHỊ CÔNG NHẬN')),
      reference: [`(Kèm theo Tờ trình ${blankNumberInText(symbol)} ${blankDate()}`, `của ${office.name})`],
      table: annexTable(annex),
    })),
  }
}
