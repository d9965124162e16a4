import { formatDecreeDate } from '../../../../shared/domain/calendar/format-date.ts'
import { postOfMember } from '../../../../shared/domain/session/member-post.ts'
import type { MemberRecord } from '../../../../shared/domain/session/session-record.ts'
import { councilHead } from '../../council.ts'
import { text, type PaperModel } from '../../letter/model.ts'
import { tableOf, type ColumnOf, type TextTable } from '../../nd30/table.ts'
import type { SheetDocument } from '../../render-xlsx.ts'
import { listTop, sheetRows, type SheetColumnOf } from '../../sheet-frame.ts'
import { meetingName, placeText, roleOf, secretaryOf, type MeetingFacts } from './meeting-facts.ts'

export type AttendanceSheetFacts = MeetingFacts & { readonly of: 'members' | 'producers' }

/** A list with room to sign: the council's members with post and role, or the producers with their products. It has no number. */
export function attendanceSheetModel(facts: AttendanceSheetFacts): PaperModel {
  const { session, members, of } = facts
  return {
    title: `Danh sách ký tên ${meetingName(facts)}`,
    isDraft: false,
    head: councilHead(facts, ''),
    kind: of === 'members' ? 'DANH SÁCH THÀNH VIÊN HỘI ĐỒNG KÝ TÊN' : 'DANH SÁCH CHỦ THỂ KÝ TÊN',
    subject: meetingName(facts),
    addressee: '',
    blocks: [
      text(`Thời gian: ${formatDecreeDate(session.heldOn)}.`),
      text(`Địa điểm: ${placeText(session)}.`),
      { kind: 'table', table: tableToSign(facts) },
      {
        kind: 'signatures',
        left: null,
        right: {
          placeAndDate: '',
          posts: ['THƯ KÝ'],
          manner: '(Ký, ghi rõ họ tên)',
          name: secretaryOf(members)?.name ?? '',
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

export function attendanceSheetSheet(facts: AttendanceSheetFacts): SheetDocument {
  const { head, title, kind, subject } = attendanceSheetModel(facts)
  const isOfMembers = facts.of === 'members'
  const count = isOfMembers ? memberSheet.length : producerSheet.length
  const table = isOfMembers
    ? sheetRows(
        memberSheet,
        facts.members.map((member, index) => ({ ...member, place: index + 1 })),
      )
    : sheetRows(
        producerSheet,
        producersOf(facts).map((producer, index) => ({ ...producer, place: index + 1 })),
      )
  return {
    title,
    isDraft: false,
    sheetName: 'Danh sách ký tên',
    above: listTop({ head, columns: count, split: 2, title: [kind, subject] }),
    ...table,
    below: [],
  }
}

/** Room to sign: two lines high at least. */
const toSign = ['\u00a0', '\u00a0']

const memberColumns: readonly ColumnOf<MemberRecord>[] = [
  { head: 'TT', width: 11, align: 'center', text: (_row, place) => String(place) },
  { head: 'Họ và tên', width: 44, align: 'left', text: ({ name }) => name },
  { head: 'Chức vụ, đơn vị', width: 48, align: 'left', text: postOfMember },
  { head: 'Vai trò', width: 28, align: 'left', text: roleOf },
  { head: 'Ký tên', width: 34, align: 'left', text: () => toSign },
]

const producerColumns: readonly ColumnOf<Producer>[] = [
  { head: 'TT', width: 11, align: 'center', text: (_row, place) => String(place) },
  { head: 'Chủ thể', width: 44, align: 'left', text: ({ name }) => name },
  { head: 'Sản phẩm', width: 42, align: 'left', text: ({ products }) => products.join('; ') },
  { head: 'Người dự họp', width: 38, align: 'left', text: () => '' },
  { head: 'Ký tên', width: 30, align: 'left', text: () => toSign },
]

const tableToSign = (facts: AttendanceSheetFacts): TextTable =>
  facts.of === 'members' ? tableOf(memberColumns, facts.members) : tableOf(producerColumns, producersOf(facts))

type Producer = { readonly name: string; readonly products: readonly string[] }

/** In the order of their first product. */
function producersOf({ products }: MeetingFacts): readonly Producer[] {
  return [...Map.groupBy(products, ({ producerId }) => producerId).values()].map((own) => ({
    name: own[0]?.producerName ?? '',
    products: own.map(({ name }) => name),
  }))
}

const memberSheet: readonly SheetColumnOf<MemberRecord & { readonly place: number }>[] = [
  { head: 'TT', width: 5, format: 'whole', align: 'center', value: ({ place }) => place },
  { head: 'Họ và tên', width: 26, format: 'text', align: 'left', value: ({ name }) => name },
  { head: 'Chức vụ, đơn vị', width: 34, format: 'text', align: 'left', value: postOfMember },
  { head: 'Vai trò', width: 20, format: 'text', align: 'left', value: roleOf },
  { head: 'Ký tên', width: 20, format: 'text', align: 'left', value: () => '' },
]

const producerSheet: readonly SheetColumnOf<Producer & { readonly place: number }>[] = [
  { head: 'TT', width: 5, format: 'whole', align: 'center', value: ({ place }) => place },
  { head: 'Chủ thể', width: 30, format: 'text', align: 'left', value: ({ name }) => name },
  { head: 'Sản phẩm', width: 34, format: 'text', align: 'left', value: ({ products }) => products.join('; ') },
  { head: 'Người dự họp', width: 24, format: 'text', align: 'left', value: () => '' },
  { head: 'Ký tên', width: 20, format: 'text', align: 'left', value: () => '' },
]
