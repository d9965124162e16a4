import { createHash } from 'node:crypto'
import type { DocumentChange } from '../../shared/api/document-register.ts'
import { formatDate } from '../../shared/domain/calendar/format-date.ts'
import type { NumberedKind, RegisteredKind } from '../../shared/domain/documents/numbered-kinds.ts'
import { floorsOf } from '../../shared/domain/scoring/band.ts'
import { formatMean } from '../../shared/domain/scoring/mean.ts'
import { canonicalJson } from '../../shared/domain/session/canonical-json.ts'
import { presiding } from '../../shared/domain/session/presiding.ts'
import { finalStar, outcomeOf } from '../../shared/domain/session/outcome.ts'
import type { ItemRecord, SessionRecord } from '../../shared/domain/session/session-record.ts'
import { citedKinds } from './citations.ts'
import { roleText } from './council.ts'
import { addressOf, applicationText } from './outcome.ts'

/**
 * The data that a document was made from, as shown values under stable keys: `item/12/mean` → `87,33`. Kept with the
 * document's number, so that the register can say what has moved on since.
 */
export type DocumentFacts = Readonly<Record<string, string>>

/** The session's papers that have a number, each as others name it: `15/QĐ-UBND ngày 25/10/2024`. */
export type CitedPapers = Readonly<Partial<Record<NumberedKind, string>>>

type OfSession = {
  readonly record: SessionRecord
  readonly cited: CitedPapers
}

/** Every document says what became of each product; minutes and report also say who was there and how it was scored. */
export function documentFacts({ record, kind, cited }: OfSession & { readonly kind: NumberedKind }): DocumentFacts {
  return {
    ...sessionFacts(record),
    ...citationFacts({ record, kind, cited }),
    ...(tellsOfMeeting(kind) ? attendanceFacts(record) : {}),
    ...(kind === 'minutes' ? reopeningFacts(record) : {}),
    ...Object.assign({}, ...record.items.map((item) => itemFacts({ item, record, kind }))),
  }
}

/** A notice says what became of its product. */
export function noticeFacts({ record, item, cited }: OfSession & { readonly item: ItemRecord }): DocumentFacts {
  return {
    ...sessionFacts(record),
    ...citationFacts({ record, kind: 'result-notices', cited }),
    ...itemFacts({ item, record, kind: 'decision' }),
  }
}

/** The numbers and dates that a paper names; of what has no number yet it has room for one. */
const citationFacts = ({ record, kind, cited }: OfSession & { readonly kind: RegisteredKind }): DocumentFacts =>
  Object.fromEntries(citedKinds(record, kind).map((other) => [`cites/${other}`, cited[other] ?? 'chưa có số']))

const tellsOfMeeting = (kind: NumberedKind): boolean => kind === 'minutes' || kind === 'council-report'

/** SHA-256 (hex) over the canonical text of the facts. */
export function digestOfFacts(facts: DocumentFacts): string {
  return createHash('sha256').update(canonicalJson(facts)).digest('hex')
}

/**
 * How a paper's data differ from those that it was made from; empty while it still says what the record says. What a
 * program of before did not keep is not compared, nor products that the paper does not name.
 */
export function changesSince({ kind, from, to }: ToCompare): readonly DocumentChange[] {
  const isKept = (key: string) => key in from || !isKeptSince(key)
  const now = Object.fromEntries(Object.entries(to).filter(([key]) => isKept(key)))
  const list = kind === 'referral-letter' ? 'Sản phẩm đề nghị' : 'Sản phẩm trong chương trình họp'
  return describeChanges({ from: namedBy(kind, from), to: namedBy(kind, now), list })
}

type ToCompare = {
  readonly kind: RegisteredKind | 'certificates'
  readonly from: DocumentFacts
  readonly to: DocumentFacts
}

const isKeptSince = (key: string): boolean => key.startsWith('cites/') || key === 'signer'

/** The letter is about what goes up; of the other products it gives the number alone. */
function namedBy(kind: ToCompare['kind'], facts: DocumentFacts): DocumentFacts {
  if (kind !== 'referral-letter') return facts
  const ids = new Set(Object.keys(facts).flatMap((key) => (isOfItem(key) ? [key.split('/')[1] ?? ''] : [])))
  const isNamed = (key: string) => namesItem({ kind, facts, itemId: key.split('/')[1] ?? '' })
  const named = Object.entries(facts).filter(([key]) => !isOfItem(key) || isNamed(key))
  return { ...Object.fromEntries(named), products: String(ids.size) }
}

/**
 * Whether a paper that was made from these data names a product: the letter what goes up, decision and proposal also what is
 * recognised; the others every product that they were made with.
 */
export function namesItem({ kind, facts, itemId }: PaperAndItem): boolean {
  const outcome = facts[`item/${itemId}/outcome`]
  if (kind === 'referral-letter') return outcome === outcomeText['sent-up']
  if (kind === 'decision' || kind === 'proposal') return outcome !== undefined && outcome !== outcomeText.none
  return `item/${itemId}/name` in facts
}

type PaperAndItem = {
  readonly kind: ToCompare['kind']
  readonly facts: DocumentFacts
  readonly itemId: number | string
}

type Named = {
  readonly from: DocumentFacts
  readonly to: DocumentFacts
  /** What a product stands in, as it is named where one came or went. */
  readonly list: string
}

/** What differs, in the order of the present data; what is gone comes last. */
function describeChanges({ from, to, list }: Named): readonly DocumentChange[] {
  const isNew = (key: string) => isOfItem(key) && !(nameKeyOf(key) in from)
  const isGone = (key: string) => isOfItem(key) && !(nameKeyOf(key) in to)
  const changed = Object.keys(to).filter((key) => from[key] !== to[key] && (!isNew(key) || key === nameKeyOf(key)))
  const gone = Object.keys(from).filter((key) => !(key in to) && (!isGone(key) || key === nameKeyOf(key)))
  return [...changed, ...gone].map((key) => ({
    what: isNew(key) || isGone(key) ? list : labelOf(key, isOfItem(key) && key in to ? to : { ...from, ...to }),
    from: shown(from[key]),
    to: shown(to[key]),
  }))
}

/** As the papers have it; the facts themselves stay as they stand in files. */
const shown = (value = ''): string => (value === '0 sao' ? 'không xếp hạng' : value)

const outcomeText = { 'sent-up': 'đề nghị cấp trên', recognised: 'công nhận', none: 'không công nhận' } as const

const sessionFacts = ({ council, session, ruleSet, referralThreshold }: SessionRecord): DocumentFacts => ({
  state: session.state === 'closed' ? 'đã khóa' : 'đang mở',
  council: council.name,
  province: council.province,
  district: council.district,
  founding: [council.foundingDecisionNumber, formatDate(council.foundingDecisionDate)].join(' '),
  ...known({ councilRules: council.regulationNumber }),
  year: String(session.year),
  round: String(session.round),
  heldOn: formatDate(session.heldOn),
  ruleSet: ruleSet.shortTitle,
  threshold: referralThreshold === null ? '' : String(referralThreshold),
})

/** Without what is empty: a document numbered before these were kept has none of them. */
const known = (facts: DocumentFacts): DocumentFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''))

const attendanceFacts = ({ members, session, quorum, regulation }: SessionRecord): DocumentFacts => ({
  place: session.place,
  chair: presiding(members)?.name ?? '',
  quorum: `${quorum.present}/${quorum.members}`,
  spreadLimit: String(regulation.spreadLimit),
  ...known(session.minutes),
  ...Object.fromEntries(
    members.flatMap(({ code, name, role, isPresent }) => [
      [`member/${code}/who`, `${name}, ${roleText[role]}`],
      [`member/${code}/presence`, isPresent ? 'có mặt' : 'vắng mặt'],
    ]),
  ),
})

/** None where it never was: minutes of before did not tell of it. */
const reopeningFacts = ({ session: { reopenings } }: SessionRecord): DocumentFacts =>
  reopenings.length === 0 ? {} : { reopenings: String(reopenings.length) }

type ItemFactsInput = {
  item: ItemRecord
  record: SessionRecord
  kind: NumberedKind
}

function itemFacts({ item, record, kind }: ItemFactsInput): DocumentFacts {
  const key = (field: string) => `item/${item.id}/${field}`
  const outcome = outcomeOf(item, record)
  const star = finalStar(item)
  return {
    [key('name')]: `${item.code}. ${item.productName}`,
    [key('producer')]: item.producerName,
    [key('address')]: addressOf(item),
    [key('set')]: item.form.name,
    [key('application')]: applicationText[item.application],
    [key('mean')]: item.result.isRejected ? '' : formatMean(item.result.mean, floorsOf(record)),
    [key('star')]: item.result.isRejected ? 'bị loại' : `${star} sao`,
    [key('outcome')]: outcomeText[outcome.kind],
    ...(tellsOfMeeting(kind) ? ballotFacts(item, record) : {}),
  }
}

function ballotFacts(item: ItemRecord, record: SessionRecord): DocumentFacts {
  const codes = new Map(record.members.map(({ id, code }) => [id, code]))
  const key = (field: string) => `item/${item.id}/${field}`
  return {
    [key('round')]: String(item.round),
    [key('waiver')]: item.spreadWaiver ?? '',
    [key('note')]: item.conclusion?.note ?? '',
    [key('rejection')]: item.rejections.map(({ reason }) => reason).join('; '),
    ...Object.fromEntries(
      item.exclusions.map(({ memberId, kind, reason }) => [
        key(`exclusion/${codes.get(memberId) ?? memberId}`),
        `${kind === 'recused' ? 'không tham gia chấm' : 'vắng mặt'}${reason === '' ? '' : ` (${reason})`}`,
      ]),
    ),
    ...Object.fromEntries(
      item.ballots
        .filter(({ counts, opinion }) => counts && opinion !== '')
        .map(({ memberId, opinion }) => [key(`opinion/${codes.get(memberId) ?? memberId}`), opinion]),
    ),
    ...Object.fromEntries(
      item.ballots
        .filter(({ counts }) => counts)
        .map(({ memberId, totals }) => [key(`ballot/${codes.get(memberId) ?? memberId}`), `${totals.total} điểm`]),
    ),
  }
}

const isOfItem = (key: string): boolean => key.startsWith('item/')
const nameKeyOf = (key: string): string => `${key.split('/', 2).join('/')}/name`

function labelOf(key: string, names: DocumentFacts): string {
  const [place = '', of = '', field = '', who = ''] = key.split('/')
  if (place === 'cites') return citedLabels[of] ?? of
  if (place === 'member') return `Thành viên ${of}${field === 'presence' ? ': có mặt' : ''}`
  if (place !== 'item') return sessionLabels[place] ?? place
  const label = itemLabels[field] ?? field
  return `${names[nameKeyOf(key)] ?? ''}: ${label}${who === '' ? '' : ` ${who}`}`
}

const sessionLabels: Readonly<Record<string, string>> = {
  state: 'Phiên họp',
  council: 'Tên Hội đồng',
  province: 'Tỉnh, thành phố',
  district: 'Huyện',
  founding: 'Quyết định thành lập Hội đồng',
  councilRules: 'Số Quy chế của Hội đồng',
  year: 'Năm',
  round: 'Đợt',
  heldOn: 'Ngày họp',
  ruleSet: 'Quy định áp dụng',
  threshold: 'Mức điểm đề nghị cấp trên',
  place: 'Địa điểm họp',
  chair: 'Chủ tọa',
  beganAt: 'Giờ bắt đầu họp',
  endedAt: 'Giờ kết thúc họp',
  endedOn: 'Ngày kết thúc họp',
  discussion: 'Nội dung thảo luận',
  quorum: 'Số thành viên có mặt',
  spreadLimit: 'Mức chênh lệch điểm',
  reopenings: 'Số lần mở lại phiên đã khóa',
  decision: 'Quyết định công nhận',
  signer: 'Người ký',
  products: 'Số sản phẩm trong chương trình họp',
  body: 'Cơ quan cấp Giấy chứng nhận',
}

const citedLabels: Readonly<Record<string, string>> = {
  minutes: 'Biên bản được viện dẫn',
  'council-report': 'Báo cáo được viện dẫn',
  proposal: 'Tờ trình được viện dẫn',
  decision: 'Quyết định được viện dẫn',
}

const itemLabels: Readonly<Record<string, string>> = {
  name: 'tên sản phẩm',
  producer: 'chủ thể',
  address: 'địa chỉ',
  set: 'bộ sản phẩm',
  application: 'hình thức',
  mean: 'điểm trung bình',
  star: 'hạng sao',
  outcome: 'kết luận',
  round: 'lần chấm',
  waiver: 'lý do giữ nguyên điểm',
  note: 'ý kiến của Hội đồng',
  rejection: 'lý do loại hồ sơ',
  exclusion: 'thành viên',
  ballot: 'phiếu của thành viên',
  opinion: 'ý kiến của thành viên',
}
