import type { Commitment, Inspection } from '../../../../shared/api/inspections.ts'
import type { InspectionItem } from '../../../../shared/domain/aftercare/aftercare-rules.ts'
import type { InspectionAnswer } from '../../../../shared/domain/aftercare/inspection-state.ts'
import { formatDate, formatDecreeDate } from '../../../../shared/domain/calendar/format-date.ts'
import { blankDate, blankNumber } from '../../blanks.ts'
import { text, type PaperBlock, type PaperModel } from '../../letter/model.ts'
import { tableOf, type ColumnOf } from '../../nd30/table.ts'
import { issuerOf } from '../issuer.ts'
import { certificateText, linesIn, linesOrRoom, placeOf, type InspectionPaperFacts } from './inspection-facts.ts'

export type InspectionRecordFacts = InspectionPaperFacts & {
  readonly inspection: Inspection
  /** Of its route; empty for none. */
  readonly basis: string
  readonly routeParticipants: string
}

/**
 * Biên bản kiểm tra việc sử dụng logo OCOP: what was found, or room to write it in where nobody was there yet. Form: Decree
 * 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9 (number, no place and date in the head, two signatures). What is asked stands in
 * `resources/rules/aftercare`, each with its article.
 */
export function inspectionRecordModel(facts: InspectionRecordFacts): PaperModel {
  const { inspection, rules, basis, routeParticipants } = facts
  const { office } = issuerOf(facts)
  const { productName, producerName, inspectedOn, place, participants, producerSide } = inspection
  const isBlank = inspectedOn === null
  const team = linesIn(participants === '' ? routeParticipants : participants)
  return {
    title: `Biên bản kiểm tra việc sử dụng logo OCOP – ${productName}`,
    isDraft: false,
    head: {
      superiorBody: office.superiorBody,
      issuingBody: office.issuingBody,
      number: blankNumber(`BB-${office.abbreviation}`),
      placeAndDate: '',
    },
    kind: 'BIÊN BẢN',
    subject: 'Kiểm tra việc sử dụng logo OCOP',
    addressee: '',
    blocks: [
      ...(basis === '' ? [] : [text(`Thực hiện ${basis}.`)]),
      text(`Thời gian bắt đầu: …… giờ ……, ${isBlank ? blankDate() : formatDecreeDate(inspectedOn)}.`),
      { kind: 'field', label: 'Địa điểm', value: place },
      { kind: 'heading', text: 'I. THÀNH PHẦN THAM DỰ' },
      ...linesOrRoom('1. Đoàn kiểm tra', team, 3),
      { kind: 'field', label: '2. Đại diện chủ thể', value: producerSide },
      { kind: 'heading', text: 'II. SẢN PHẨM ĐƯỢC KIỂM TRA' },
      { kind: 'field', label: '1. Tên sản phẩm', value: productName },
      { kind: 'field', label: '2. Chủ thể', value: producerName },
      { kind: 'field', label: '3. Địa chỉ', value: placeOf(inspection) },
      { kind: 'field', label: '4. Giấy chứng nhận, quyết định công nhận', value: certificateText(inspection) },
      { kind: 'heading', text: 'III. NỘI DUNG VÀ KẾT QUẢ KIỂM TRA' },
      { kind: 'table', table: tableOf(columnsOf(inspection), rules.items) },
      { kind: 'heading', text: 'IV. VI PHẠM' },
      ...violationBlocks(inspection),
      { kind: 'heading', text: 'V. CAM KẾT CỦA CHỦ THỂ' },
      ...commitmentBlocks(inspection),
      { kind: 'heading', text: 'VI. Ý KIẾN CỦA CHỦ THỂ' },
      ...(inspection.producerOpinion === ''
        ? [room('Ý kiến', isBlank ? 2 : 1)]
        : linesIn(inspection.producerOpinion).map((line) => text(`${line}.`))),
      text(
        `Biên bản được lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản. Việc kiểm tra kết thúc vào …… giờ ……, ` +
          `${isBlank ? blankDate() : formatDecreeDate(inspectedOn)}./.`,
      ),
      {
        kind: 'signatures',
        left: { placeAndDate: '', posts: ['ĐẠI DIỆN CHỦ THỂ'], manner: '(Ký, ghi rõ họ tên)', name: '' },
        right: { placeAndDate: '', posts: ['ĐẠI DIỆN ĐOÀN KIỂM TRA'], manner: '(Ký, ghi rõ họ tên)', name: '' },
      },
    ],
    recipients: ['Chủ thể', 'Lưu: VT, Hồ sơ'],
    posts: [],
    signerPost: '',
    signer: '',
    annexes: [],
  }
}

const room = (label: string, lines: number): PaperBlock => ({ kind: 'field', label, value: '', lines })

function violationBlocks({ state, violations, inspectedOn }: Inspection): readonly PaperBlock[] {
  if (violations !== '') return linesIn(violations).map((line) => text(`${line}.`))
  if (state === 'clean') return [text('Không phát hiện vi phạm.')]
  return [room('Nội dung vi phạm', inspectedOn === null ? 3 : 1)]
}

function commitmentBlocks({ commitments, inspectedOn, state }: Inspection): readonly PaperBlock[] {
  if (commitments.length > 0) return [{ kind: 'table', table: tableOf(commitmentColumns, commitments) }]
  return [state === 'clean' ? text('Không có.') : room('Nội dung, thời hạn', inspectedOn === null ? 3 : 1)]
}

function columnsOf({ findings }: Inspection): readonly ColumnOf<InspectionItem>[] {
  const found = (item: InspectionItem) => findings.find((one) => one.item === item.key)
  const mark = (head: string, answer: InspectionAnswer): ColumnOf<InspectionItem> => ({
    head,
    width: 16,
    align: 'center',
    text: (item) => (found(item)?.answer === answer ? '√' : '□'),
  })
  return [
    { head: 'TT', width: 10, align: 'center', text: (_item, place) => String(place) },
    {
      head: 'Nội dung',
      width: 75,
      align: 'left',
      text: ({ text: says, article }) => [says, { text: `(${article})`, italics: true }],
    },
    mark('Đúng', 'yes'),
    mark('Sai', 'no'),
    mark('Không áp dụng', 'not-applicable'),
    { head: 'Ghi chú', width: 32, align: 'left', text: (item) => found(item)?.remark ?? roomToWrite },
  ]
}

/** Keeps a column as wide as a hand needs. */
const roomToWrite = '\u00a0'.repeat(24)

const commitmentColumns: readonly ColumnOf<Commitment>[] = [
  { head: 'TT', width: 10, align: 'center', text: (_one, place) => String(place) },
  { head: 'Nội dung cam kết', width: 115, align: 'left', text: ({ what }) => what },
  { head: 'Thời hạn', width: 40, align: 'center', text: ({ dueOn }) => formatDate(dueOn) },
]
