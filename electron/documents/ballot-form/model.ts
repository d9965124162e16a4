import { createHash } from 'node:crypto'
import { formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import { allBallots, isSelected } from '../../../shared/domain/ballot/selected-ballots.ts'
import type { CriteriaSet, PartCode } from '../../../shared/domain/criteria/criteria-set.ts'
import { mostPoints } from '../../../shared/domain/criteria/form.ts'
import { officeSetNote } from '../../../shared/domain/criteria/office-set-text.ts'
import type { BallotTotals } from '../../../shared/domain/scoring/types.ts'
import { ballotCode } from '../../../shared/domain/session/ballot-code.ts'
import type {
  BallotRecord,
  ItemRecord,
  MemberRecord,
  SessionRecord,
} from '../../../shared/domain/session/session-record.ts'
import { sealOf } from '../../seal-of.ts'
import type { PageLabel } from '../../../shared/domain/paper-ballots/page-label.ts'
import { authorityOf } from '../authority.ts'
import { blankDate } from '../blanks.ts'
import { councilHead, describeMember } from '../council.ts'
import { addressOf } from '../outcome.ts'
import { ballotParts, type BallotPart } from './form.ts'

/** Phiếu đánh giá: blank ones to circle on, or filled ones as they were scored. One sheet a ballot. */
export type BallotFormsModel = {
  readonly title: string
  readonly isDraft: boolean
  readonly sheets: readonly BallotSheet[]
}

export type BallotSheet = {
  /**
   * Sheets of one form print the same words but for code, facts and name, and where they are filled points, totals and
   * opinion.
   */
  readonly form: string
  readonly isFilled: boolean
  /** One line each, upper case: who founded the council, and the council. */
  readonly superiorBody: readonly string[]
  readonly issuingBody: readonly string[]
  readonly occasion: string
  /** `SP07/TV04`; a place that is to be written by hand is dotted. */
  readonly code: string
  /** What each page says of itself to a scanner. */
  readonly label: Omit<PageLabel, 'page' | 'pages'>
  /** `1. Rau, củ, quả, hạt tươi (Ngành: Thực phẩm; Nhóm: Thực phẩm tươi sống)` */
  readonly setName: string
  /** One or two a line. */
  readonly facts: readonly (readonly BallotFact[])[]
  /** Conditions that reject the dossier. */
  readonly rejectedIf: readonly string[]
  readonly parts: readonly BallotPart[]
  /** Points by part and in all; null = left to write. */
  readonly totals: Pick<BallotTotals, 'parts' | 'total'> | null
  readonly max: number
  /** The member's own words in paragraphs; empty = lines to write on. */
  readonly opinion: readonly string[]
  /** Said under the table. */
  readonly note: string
  readonly placeAndDate: string
  readonly memberName: string
}

/** An empty value is dotted, to be written by hand. */
export type BallotFact = { readonly label: string; readonly value: string }

/**
 * For whom there is a blank ballot: a product, a member, in agenda order. Rejected products have none, recused members
 * none for their product. Until somebody is marked present every member gets one, after that those present.
 */
export function blankBallotPlaces(record: SessionRecord) {
  const isAttendanceTaken = record.members.some(({ isPresent }) => isPresent)
  return record.items
    .filter(({ result }) => !result.isRejected)
    .flatMap((item) =>
      record.members
        .filter(({ id, isPresent }) => (isPresent || !isAttendanceTaken) && !isExcluded(item, id))
        .map((member) => ({ item, member, round: item.round })),
    )
}

/** The blank ballots of a session, one for each of `blankBallotPlaces`; or those selected. */
export function blankBallotsModel(record: SessionRecord, of = allBallots): BallotFormsModel {
  const parts = partsOfSets(record)
  return {
    title: `Phiếu đánh giá sản phẩm – ${record.council.name}`,
    isDraft: false,
    sheets: blankBallotPlaces(record)
      .filter((place) => isSelected(of, keyOf(place)))
      .map(({ item, member, round }) => sheetOf({ record, item, member, round, parts: parts(item.form) })),
  }
}

/** Spares: one a product without a member, then one a criteria set without either. */
export function spareBallotsModel(record: SessionRecord): BallotFormsModel {
  const parts = partsOfSets(record)
  const items = record.items.filter(({ result }) => !result.isRejected)
  const forms = new Map(record.items.map(({ form }) => [form.id, form]))
  return {
    title: `Phiếu đánh giá dự phòng – ${record.council.name}`,
    isDraft: false,
    sheets: [
      ...items.map((item) => sheetOf({ record, item, round: item.round, parts: parts(item.form) })),
      ...[...forms.values()]
        .toSorted((a, b) => a.setNumber - b.setNumber)
        .map((form) => blankSheet({ record, form, parts: parts(form) })),
    ],
  }
}

/** The ballots that were scored, product by product; those of earlier rounds before those that count. */
export function filledBallotPlaces({ items, members }: SessionRecord) {
  return items.flatMap((item) =>
    [
      ...item.earlierRounds.map(({ number, ballots }) => ({ round: number, ballots: ballots ?? [] })),
      { round: item.round, ballots: item.ballots },
    ].flatMap(({ round, ballots }) =>
      ballots.map((ballot) => ({ item, ballot, round, member: members.find(({ id }) => id === ballot.memberId) })),
    ),
  )
}

/** By what a ballot is selected. */
export function keyOf({ item, member, round }: Pick<SheetOfInput, 'item' | 'member' | 'round'>) {
  return { itemId: item.id, memberId: member?.id ?? 0, round }
}

/** The ballots as they were scored, or those selected. */
export function filledBallotsModel(record: SessionRecord, of = allBallots): BallotFormsModel {
  return {
    title: `Phiếu đánh giá đã chấm – ${record.council.name}`,
    isDraft: record.session.state !== 'closed',
    sheets: filledBallotPlaces(record)
      .filter((place) => isSelected(of, keyOf(place)))
      .map((place) => filledSheet({ ...place, record })),
  }
}

const isExcluded = (item: ItemRecord, id: number): boolean => item.exclusions.some(({ memberId }) => memberId === id)

/** A blank form is the same for every ballot of its set. */
function partsOfSets({ items }: SessionRecord): (form: CriteriaSet) => readonly BallotPart[] {
  const parts = new Map(items.map(({ form }) => [form.id, ballotParts({ form, choices: null })]))
  return (form) => parts.get(form.id) ?? []
}

type FilledSheetInput = {
  record: SessionRecord
  item: ItemRecord
  member: MemberRecord | undefined
  ballot: BallotRecord
  round: number
}

function filledSheet({ record, item, member, ballot, round }: FilledSheetInput): BallotSheet {
  return {
    ...sheetOf({
      record,
      item,
      member,
      round,
      roundNote: isCopy(item, ballot, round) ? `sao từ lần chấm ${round - 1}` : '',
      parts: ballotParts({ form: item.form, choices: ballot.choices }),
    }),
    isFilled: true,
    totals: ballot.totals.isComplete ? ballot.totals : null,
    opinion: opinionParagraphs(ballot.opinion),
  }
}

/** Whether a ballot came over from the round before and is still what it was there. */
function isCopy({ earlierRounds }: ItemRecord, { memberId, choices, opinion }: BallotRecord, round: number): boolean {
  const before = earlierRounds.find(({ number }) => number === round - 1)
  if (before?.carried?.copied.includes(memberId) !== true) return false
  const original = before.ballots?.find((one) => one.memberId === memberId)
  return original?.choices === choices && original.opinion === opinion
}

/** A list of very many short lines is run together, so that what closes the form still fits on its page. */
function opinionParagraphs(opinion: string): readonly string[] {
  const paragraphs = opinion.split('\n').flatMap((line) => line.trim() || [])
  return paragraphs.length > mostParagraphs ? [paragraphs.join(' ')] : paragraphs
}

const mostParagraphs = 12

/** More than stands in half the width beside the signature: it has the whole width above. */
export function isLong({ opinion: paragraphs }: BallotSheet): boolean {
  return paragraphs.length > 5 || paragraphs.join(' ').length > 250
}

type SheetOfInput = {
  record: SessionRecord
  item: ItemRecord
  member?: MemberRecord | undefined
  round: number
  /** Where its points are from; empty for those of the round's own. */
  roundNote?: string
  parts: readonly BallotPart[]
}

function sheetOf({ record, item, member, round, roundNote = '', parts }: SheetOfInput): BallotSheet {
  const code = ballotCode({ productCode: item.code, memberCode: member?.code ?? dots, round })
  return {
    ...blankSheet({ record, form: item.form, parts }),
    code,
    label: {
      ...labelOf(record, item.form),
      productCode: item.code,
      memberCode: member?.code ?? '',
      round,
      names: namesKey(item.productName, member?.name ?? ''),
    },
    facts: factsOf({
      ruleSet: record.ruleSet,
      product: item.productName,
      productCode: item.code,
      producer: item.producerName,
      address: addressOf(item),
      member: member === undefined ? '' : `${member.code}. ${describeMember(member)}`,
      round: roundNote === '' ? String(round) : `${round} (${roundNote})`,
    }),
    memberName: member?.name ?? '',
  }
}

type BlankSheetInput = {
  record: SessionRecord
  form: CriteriaSet
  parts: readonly BallotPart[]
}

function blankSheet({ record, form, parts }: BlankSheetInput): BallotSheet {
  const { session } = record
  const { superiorBody, issuingBody } = councilHead(record, '')
  return {
    form: form.id,
    isFilled: false,
    superiorBody,
    issuingBody,
    occasion: `Đợt ${session.round} năm ${session.year}, họp ${formatDecreeDate(session.heldOn)}`,
    code: `${dots}/${dots}`,
    label: labelOf(record, form),
    setName: `${form.setNumber}. ${form.name} (Ngành: ${form.sector}${form.group === undefined ? '' : `; Nhóm: ${form.group}`})`,
    facts: factsOf({
      ruleSet: record.ruleSet,
      product: '',
      productCode: '',
      producer: '',
      address: '',
      member: '',
      round: '',
    }),
    rejectedIf: form.rejectedIf ?? [],
    parts,
    totals: null,
    max: mostPoints(form),
    opinion: [],
    note:
      'Dấu sao là yêu cầu tối thiểu phải đạt: ' +
      '*** đối với sản phẩm 3 sao, **** đối với sản phẩm 4 sao, ***** đối với sản phẩm 5 sao.' +
      (form.office === undefined ? '' : ` ${officeSetNote(form)}.`),
    placeAndDate: `${authorityOf(record).seat}, ${blankDate()}`,
    memberName: '',
  }
}

/** Changes whenever places on the page move for the same form: pages of before are read by their own layout, or told. */
const layout = 1

const labelOf = ({ session }: SessionRecord, form: CriteriaSet) => ({
  layout,
  productCode: '',
  memberCode: '',
  round: 0,
  heldOn: session.heldOn,
  form: formKeyOf(form),
  names: namesKey('', ''),
})

/** Of `PageLabel`: by which a page knows its criteria set. */
export function formKeyOf(form: CriteriaSet): string {
  return sealOf(form).sha256.slice(0, 12)
}

/** Of `PageLabel`: enough that a code which stands for something else now is noticed. */
const namesKey = (product: string, member: string): string =>
  createHash('sha256').update(`${product}\n${member}`.normalize('NFC')).digest('hex').slice(0, 4)

/** The facts of the official form in its order, then who scores in which round. Telephones are not on record. */
const factsOf = (values: {
  readonly ruleSet: SessionRecord['ruleSet']
  readonly product: string
  readonly productCode: string
  readonly producer: string
  readonly address: string
  readonly member: string
  readonly round: string
}): BallotSheet['facts'] => [
  [{ label: 'Tên sản phẩm', value: values.product }],
  [
    { label: 'Mã số sản phẩm', value: values.productCode },
    { label: 'Lần chấm', value: values.round },
  ],
  [{ label: 'Tên chủ thể sản xuất', value: values.producer }],
  ...(values.ruleSet.ballot?.asksPhone === true ? [[{ label: 'Số điện thoại', value: '' }]] : []),
  [{ label: 'Địa chỉ', value: values.address }],
  [{ label: 'Thành viên đánh giá', value: values.member }],
]

const dots = '……………'

/** The parts in the order of the form, with what a ballot gave each; for the boxes under the table. */
export function partTotals({ parts, totals }: Pick<BallotSheet, 'parts' | 'totals'>): readonly {
  readonly code: PartCode
  readonly max: number
  readonly points: string
}[] {
  return parts.map(({ code, max }) => ({ code, max, points: totals === null ? '' : String(totals.parts[code]) }))
}
