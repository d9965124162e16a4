import { createHash } from 'node:crypto'
import type { DocumentChange } from '../../shared/api/document-register.ts'
import { formatDate } from '../../shared/domain/calendar/format-date.ts'
import type { NumberedKind } from '../../shared/domain/documents/numbered-kinds.ts'
import { floorsOf } from '../../shared/domain/scoring/band.ts'
import { formatMean } from '../../shared/domain/scoring/mean.ts'
import { canonicalJson } from '../../shared/domain/session/canonical-json.ts'
import { presiding } from '../../shared/domain/session/presiding.ts'
import { finalStar, outcomeOf } from '../../shared/domain/session/outcome.ts'
import type { ItemRecord, SessionRecord } from '../../shared/domain/session/session-record.ts'
import { roleText } from './council.ts'
import { addressOf, applicationText } from './outcome.ts'

/**
 * The data that a document was made from, as shown values under stable keys: `item/12/mean` → `87,33`. Kept with the
 * document's number, so that the register can say what has moved on since.
 */
export type DocumentFacts = Readonly<Record<string, string>>

/** Every document says what became of each product; minutes and report also say who was there and how it was scored. */
export function documentFacts({ record, kind }: { record: SessionRecord; kind: NumberedKind }): DocumentFacts {
  return {
    ...sessionFacts(record),
    ...(tellsOfMeeting(kind) ? attendanceFacts(record) : {}),
    ...(kind === 'minutes' ? reopeningFacts(record) : {}),
    ...Object.assign({}, ...record.items.map((item) => itemFacts({ item, record, kind }))),
  }
}

/** A notice says what became of its product. */
export function noticeFacts({ record, item }: { record: SessionRecord; item: ItemRecord }): DocumentFacts {
  return { ...sessionFacts(record), ...itemFacts({ item, record, kind: 'decision' }) }
}

const tellsOfMeeting = (kind: NumberedKind): boolean => kind === 'minutes' || kind === 'council-report'

/** SHA-256 (hex) over the canonical text of the facts. */
export function digestOfFacts(facts: DocumentFacts): string {
  return createHash('sha256').update(canonicalJson(facts)).digest('hex')
}

/** What differs, in the order of the present data; what is gone comes last. */
export function describeChanges({ from, to }: { from: DocumentFacts; to: DocumentFacts }): readonly DocumentChange[] {
  const isNew = (key: string) => isOfItem(key) && !(nameKeyOf(key) in from)
  const isGone = (key: string) => isOfItem(key) && !(nameKeyOf(key) in to)
  const changed = Object.keys(to).filter((key) => from[key] !== to[key] && (!isNew(key) || key === nameKeyOf(key)))
  const gone = Object.keys(from).filter((key) => !(key in to) && (!isGone(key) || key === nameKeyOf(key)))
  return [...changed, ...gone].map((key) => ({
    what:
      isNew(key) || isGone(key)
        ? 'Sản phẩm trong chương trình họp'
        : labelOf(key, isOfItem(key) && key in to ? to : { ...from, ...to }),
    from: from[key] ?? '',
    to: to[key] ?? '',
  }))
}

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
    [key('outcome')]: { 'sent-up': 'đề nghị cấp trên', recognised: 'công nhận', none: 'không công nhận' }[outcome.kind],
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
  body: 'Cơ quan cấp Giấy chứng nhận',
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
