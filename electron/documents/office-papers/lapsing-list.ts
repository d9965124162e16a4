import type { RegisteredCertificate } from '../../../shared/api/certificate-register.ts'
import { formatDate, formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import { validityOn } from '../../../shared/domain/certificates/validity.ts'
import { blankDate, blankHead, blankNumberInText } from '../blanks.ts'
import { citedDecisions } from '../cited-decisions.ts'
import { countText, inWords } from '../count-text.ts'
import { text, type LetterModel } from '../letter/model.ts'
import { romanNumber } from '../nd30/roman.ts'
import { tableOf, type ColumnOf } from '../nd30/table.ts'
import type { SheetDocument } from '../render-xlsx.ts'
import { listTop, sheetRows, type SheetColumnOf } from '../sheet-frame.ts'
import { issuerOf, type IssuerFacts } from './issuer.ts'

/** Certificates by the year in which they end, or were given. */
export type LapsingListFacts = IssuerFacts & {
  readonly by: 'lapse' | 'recognition'
  readonly years: readonly { readonly year: number; readonly rows: readonly RegisteredCertificate[] }[]
}

/**
 * Thông báo with a list for each year: the products whose certificates have ended or will, as the provinces asked their
 * districts to make known (36 months from the decision). Form: Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4. No decision
 * prescribes the columns.
 */
export function lapsingListModel(facts: LapsingListFacts): LetterModel {
  const { authority, office } = issuerOf(facts)
  const { day, ruleSet } = facts
  const lists = listsOf(facts)
  const years = yearsText(facts.years.map(({ year }) => year))
  const subject =
    facts.by === 'lapse'
      ? `Danh mục sản phẩm OCOP có Giấy chứng nhận hết hạn trong ${years}`
      : `Danh mục sản phẩm OCOP được công nhận ${years} có Giấy chứng nhận đã hết hạn, sẽ hết hạn`
  const area = authority.area === '' ? '' : ` trên địa bàn ${authority.area}`
  const all = lists.flatMap(({ rows }) => rows)
  const grace = all.some(({ state }) => state === 'grace' || state === 'prolonged')
    ? ruleSet.reassessment?.grace
    : undefined
  return {
    title: `Thông báo ${subject}`,
    isDraft: false,
    head: blankHead({ ...office, symbol: `TB-${office.abbreviation}`, seat: authority.seat }),
    kind: 'THÔNG BÁO',
    subject,
    addressee: '',
    blocks: [
      text(
        `Căn cứ ${citedDecisions(facts).join(', ')}; Giấy chứng nhận sản phẩm OCOP có giá trị ` +
          `${ruleSet.certificateMonths} tháng kể từ ngày ban hành.`,
      ),
      text(
        `${office.name} thông báo: tính đến ${formatDecreeDate(day)}${area} có ${inWords(all.length)} sản phẩm OCOP ` +
          `${facts.by === 'lapse' ? '' : `được công nhận ${years} `}có Giấy chứng nhận ${standingText(all, day)}` +
          `${facts.by === 'lapse' ? ` trong ${years}` : ''}, gồm:`,
      ),
      ...lists.map(({ year, rows, name }, index) =>
        text(
          `- ${facts.by === 'lapse' ? 'Năm' : 'Sản phẩm năm'} ${year}: ${inWords(rows.length)} sản phẩm${countsText(rows, day)} ` +
            `(${name})${index === lists.length - 1 ? '.' : ';'}`,
        ),
      ),
      ...lawsText(all).map(text),
      text(
        'Chủ thể có sản phẩm trong danh mục không sử dụng Giấy chứng nhận, logo OCOP và hạng sao kể từ ngày hết hạn' +
          `${grace === undefined ? '' : `, trừ trường hợp được kéo dài theo ${grace.article}`}; chủ thể có nhu cầu đăng ký ` +
          'đánh giá lại gửi hồ sơ theo quy định đang có hiệu lực./.',
      ),
    ],
    recipients: ['Các chủ thể OCOP có tên trong danh mục', authority.bodyKind, `Lưu: VT, ${office.draftingUnit}`],
    posts: office.posts,
    signerPost: '',
    signer: '',
    annexes: lists.map(({ year, rows, name }) => ({
      name,
      heading: [headingOf({ year, rows, facts })],
      reference: [
        `(Kèm theo Thông báo ${blankNumberInText(`TB-${office.abbreviation}`)} ${blankDate()}`,
        `của ${office.name})`,
      ],
      orientation: 'landscape',
      table: tableOf(columnsOn(day), rows),
    })),
  }
}

/** By which decisions the products were evaluated: those of years ago by others than the one that the notice rests on. */
function lawsText(rows: readonly RegisteredCertificate[]): readonly string[] {
  const known = Map.groupBy(rows, ({ law }) => law.join(', '))
  known.delete('')
  const laws = [...known].map(([law, of]) => `${inWords(of.length)} sản phẩm theo Quyết định số ${law}`)
  return laws.length === 0 ? [] : [`Sản phẩm trong danh mục được đánh giá, phân hạng: ${laws.join('; ')}.`]
}

type NamedList = LapsingListFacts['years'][number] & { readonly name: string }

/** The years that have any, each by its annex, its rows by the day on which they end and by place. */
function listsOf({ years }: LapsingListFacts): readonly NamedList[] {
  const some = years.filter(({ rows }) => rows.length > 0)
  return some.map(({ year, rows }, index) => ({
    year,
    rows: rows.toSorted(inOrder),
    name: annexName(index, some.length),
  }))
}

function inOrder(one: RegisteredCertificate, other: RegisteredCertificate): number {
  const byName = (key: 'district' | 'commune' | 'producerName' | 'productName') =>
    one[key].localeCompare(other[key], 'vi')
  const [end, otherEnd] = [one, other].map(({ lapsesOn, lapseYear }) => lapsesOn ?? `${lapseYear ?? 9999}-x`)
  if (end !== otherEnd) return (end ?? '') < (otherEnd ?? '') ? -1 : 1
  return byName('district') || byName('commune') || byName('producerName') || byName('productName')
}

/** Of one whose day nobody knows nothing can be said within its year. */
type Standing = 'over' | 'prolonged' | 'ahead' | 'unknown'

function standingOn(certificate: RegisteredCertificate, day: string): Standing {
  if (certificate.state === 'prolonged') return 'prolonged'
  return ({ valid: 'ahead', ended: 'over', unknown: 'unknown' } as const)[validityOn(certificate, day)]
}

const standingWords: Readonly<Record<Standing, string>> = {
  over: 'đã hết hạn',
  prolonged: 'hết hạn nhưng được kéo dài',
  ahead: 'sẽ hết hạn',
  unknown: 'chưa rõ ngày hết hạn',
}

/** How many of each standing; those of none are left out. */
function standingsOf(rows: readonly RegisteredCertificate[], day: string) {
  return (['over', 'prolonged', 'ahead', 'unknown'] as const)
    .map((standing) => ({ standing, count: rows.filter((row) => standingOn(row, day) === standing).length }))
    .filter(({ count }) => count > 0)
}

/** `đã hết hạn`; `đã hết hạn, hết hạn nhưng được kéo dài hoặc sẽ hết hạn`; where no day is known, neither is said. */
function standingText(rows: readonly RegisteredCertificate[], day: string): string {
  const known = standingsOf(rows, day).filter(({ standing }) => standing !== 'unknown')
  const words = known.map(({ standing }) => standingWords[standing])
  const [last = 'hết hạn', ...before] = words.toReversed()
  return before.length === 0 ? last : `${before.toReversed().join(', ')} hoặc ${last}`
}

/** `, đã hết hạn`; `, trong đó 02 đã hết hạn, 03 sẽ hết hạn` */
function countsText(rows: readonly RegisteredCertificate[], day: string): string {
  const standings = standingsOf(rows, day)
  const [only, ...more] = standings
  if (only === undefined) return ''
  if (more.length === 0) return `, ${standingWords[only.standing]}`
  return `, trong đó ${standings.map(({ standing, count }) => `${countText(count)} ${standingWords[standing]}`).join(', ')}`
}

type HeadingInput = Pick<NamedList, 'year' | 'rows'> & { readonly facts: LapsingListFacts }

function headingOf({ year, rows, facts: { by, day } }: HeadingInput): string {
  const [only, ...more] = standingsOf(rows, day)
  const words =
    more.length === 0 && (only?.standing === 'over' || only?.standing === 'ahead') ? standingWords[only.standing] : null
  const heading =
    by === 'lapse'
      ? `Danh mục sản phẩm OCOP có Giấy chứng nhận ${words ?? 'hết hạn'} trong năm ${year}`
      : `Danh mục sản phẩm OCOP được công nhận năm ${year} có Giấy chứng nhận ${words ?? 'đã hết hạn, sẽ hết hạn'}`
  return heading.toUpperCase()
}

/** `Sẽ hết hạn; đã đăng ký năm 2026` */
function noteOf(certificate: RegisteredCertificate, day: string): string {
  const { state, graceUntil, registeredFor, failedOn } = certificate
  const until = graceUntil === null ? '' : formatDate(graceUntil)
  const standing =
    state === 'grace'
      ? `đã hết hạn; kéo dài đến ${until} nếu đã nộp hồ sơ`
      : state === 'prolonged'
        ? `được kéo dài đến khi có kết quả, tối đa ${until}`
        : standingWords[standingOn(certificate, day)]
  const failed = failedOn === undefined ? [] : [`đánh giá lại ngày ${formatDate(failedOn)} không được công nhận`]
  const words = [standing, ...failed, ...(registeredFor === null ? [] : [`đã đăng ký năm ${registeredFor}`])].join('; ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

export function lapsingListSheet(facts: LapsingListFacts): SheetDocument {
  const { head, title, subject } = lapsingListModel(facts)
  const rows = listsOf(facts).flatMap(({ rows: certificates }) => certificates)
  const columns = sheetColumnsOn(facts.day)
  const count = columns.length
  return {
    title,
    isDraft: false,
    sheetName: 'Danh mục hết hạn',
    above: listTop({
      head,
      columns: count,
      split: 4,
      title: [subject.toUpperCase()],
      note: `Tính đến ngày ${formatDate(facts.day)}`,
    }),
    ...sheetRows(
      columns,
      rows.map((certificate, index) => ({ certificate, place: index + 1 })),
    ),
    below: [],
  }
}

type SheetRow = { readonly place: number; readonly certificate: RegisteredCertificate }

const dateValue = (date: string | null) => (date === null ? null : { date })

const sheetColumnsOn = (day: string): readonly SheetColumnOf<SheetRow>[] => [
  { head: 'TT', width: 5, format: 'whole', align: 'center', value: ({ place }) => place },
  { head: 'Năm hết hạn', width: 8, format: 'whole', align: 'center', value: (row) => row.certificate.lapseYear },
  { head: 'Tên sản phẩm', width: 24, format: 'text', align: 'left', value: (row) => row.certificate.productName },
  { head: 'Tên chủ thể', width: 24, format: 'text', align: 'left', value: (row) => row.certificate.producerName },
  { head: 'Xã', width: 13, format: 'text', align: 'left', value: (row) => row.certificate.commune },
  { head: 'Huyện', width: 13, format: 'text', align: 'left', value: (row) => row.certificate.district },
  { head: 'Hạng sao', width: 6, format: 'whole', align: 'center', value: (row) => row.certificate.star },
  { head: 'Quyết định', width: 15, format: 'text', align: 'left', value: (row) => row.certificate.decision },
  { head: 'Năm công nhận', width: 9, format: 'whole', align: 'center', value: (row) => row.certificate.recognisedIn },
  { head: 'Ngày', width: 11, format: 'date', align: 'center', value: (row) => dateValue(row.certificate.decisionDate) },
  {
    head: 'Hết hạn từ',
    width: 11,
    format: 'date',
    align: 'center',
    value: (row) => dateValue(row.certificate.lapsesOn),
  },
  {
    head: 'Đăng ký lại năm',
    width: 9,
    format: 'whole',
    align: 'center',
    value: (row) => row.certificate.registeredFor,
  },
  {
    head: 'Tình trạng',
    width: 18,
    format: 'text',
    align: 'left',
    value: ({ certificate }) => noteOf(certificate, day),
  },
]

const yearsText = (years: readonly number[]): string =>
  years.length === 1 ? `năm ${years[0] ?? ''}` : `các năm ${years.join(', ')}`

/** `Phụ lục`, with a Roman number where there are two (Decree 30, Phụ lục I, Phần III.1.b). */
const annexName = (index: number, of: number): string =>
  of === 1 ? 'Phụ lục' : `Phụ lục ${romanNumber(index + 1).toUpperCase()}`

const columnsOn = (day: string): readonly ColumnOf<RegisteredCertificate>[] => [
  { head: 'TT', width: 11, align: 'center', text: (_row, place) => String(place) },
  { head: 'Tên sản phẩm', width: 40, align: 'left', text: ({ productName }) => productName },
  { head: 'Tên chủ thể', width: 34, align: 'left', text: ({ producerName }) => producerName },
  {
    head: 'Địa chỉ',
    width: 42,
    align: 'left',
    text: ({ commune, district }) => [commune, district].filter((part) => part !== '').join(', '),
  },
  {
    head: 'Hạng sao',
    width: 15,
    align: 'center',
    text: ({ star }) => (star === null ? '' : String(star)),
  },
  {
    head: 'Quyết định công nhận',
    width: 56,
    align: 'left',
    text: ({ decision, decisionDate, recognisedIn }) => {
      const on =
        decisionDate === null
          ? recognisedIn === null
            ? ''
            : `${decision === '' ? 'Năm' : 'năm'} ${recognisedIn}`
          : formatDate(decisionDate)
      return [decision, on].filter((part) => part !== '').join(', ')
    },
  },
  {
    head: 'Hết hạn từ ngày',
    width: 24,
    align: 'center',
    text: ({ lapsesOn, lapseYear }) =>
      lapsesOn !== null ? formatDate(lapsesOn) : lapseYear === null ? '' : `Năm ${lapseYear}`,
  },
  {
    head: 'Ghi chú',
    width: 30,
    align: 'left',
    text: (certificate) => noteOf(certificate, day),
  },
]
