import { headKey, proposeFields } from '../../../shared/domain/columns/propose-fields.ts'
import { recognitionHeadings } from '../../../shared/domain/register/register-headings.ts'
import type { RecognitionField, RegisterField } from '../../../shared/domain/register/register-list.ts'
import { stripMarks } from '../../../shared/domain/vietnamese/fold.ts'
import { readDecisionHeads } from './decision-heads.ts'
import { isAskedFor, refusesRecognition } from './refused-heads.ts'
import { starColumns } from './star-columns.ts'

/** Which of two recognitions in a row a heading speaks of, by its own words. */
export type SaidTime = 'any' | 'first' | 'second'

/** What a heading says of a recognition by its own words and those above it. */
export type SaidHead = {
  readonly column: number
  readonly head: string
  readonly field: RecognitionField
  readonly time: SaidTime
  /** Words that speak of the former one only beside another: `đã công nhận`, `hiện tại`. */
  readonly standing: 'recognised' | 'now' | null
  /** It may speak of one that is no other star: `Lần 2/nâng hạng`, `Đánh giá lại`. */
  readonly isAgain: boolean
  readonly year: number | null
  /** The third in `Lần 3`. */
  readonly place: number | null
  /** Of the council or the office, 1 for a commune's up to 4 for the State's; null where it names none, or several. */
  readonly level: number | null
}

export function isStar({ field }: Pick<SaidHead, 'field'>): boolean {
  return field === 'star'
}
export function isNumber({ field }: Pick<SaidHead, 'field'>): boolean {
  return field === 'decision' || field === 'decisionNumber'
}
export function isDate({ field }: Pick<SaidHead, 'field'>): boolean {
  return field === 'decisionDate'
}
export function isYear({ field }: Pick<SaidHead, 'field'>): boolean {
  return field === 'decisionYear'
}
export function isDecision(said: Pick<SaidHead, 'field'>): boolean {
  return isNumber(said) || isDate(said) || isYear(said)
}

export type HeadsInput = {
  /** By 1-based column; a group's heading stands before its parts': `Lần 1 – Sao`. */
  readonly heads: ReadonlyMap<number, string>
  /** What was chosen for the same words before, by `headKey`: nothing is read of their headings. */
  readonly remembered: ReadonlyMap<string, RegisterField | null>
}

export function readSaidHeads({ heads, remembered }: HeadsInput): readonly SaidHead[] {
  const means = readMeanings(heads)
  const marked = starColumns(heads)
  return [...heads].flatMap(([column, head]) => {
    if (marked.has(column) || remembered.has(headKey(head)) || isAskedFor(head)) return []
    const field = fieldAlone(head, means)
    if (field === null || refusesRecognition(head, field)) return []
    const words = wordsOf(head)
    return [
      {
        column,
        head,
        field,
        time: timeOf(words),
        standing: standingIn(words),
        isAgain: says(words, again) && !says(words, after),
        year: yearIn(head),
        place: placeIn(words),
        level: levelIn(head),
      },
    ]
  })
}

/** What headings mean in words in use: of a decision by where they stand, of a year without it. */
export function readMeanings(heads: ReadonlyMap<number, string>): ReadonlyMap<string, string> {
  const timeless = [...heads.values()].flatMap((head) => {
    const left = withoutYear(head)
    return left === head ? [] : [[head, left] as const]
  })
  return new Map([...timeless, ...readDecisionHeads(heads)])
}

/** The field of a recognition that a heading says by itself. */
export function fieldAlone(head: string, means: ReadonlyMap<string, string> = new Map()): RecognitionField | null {
  const known = { headings: recognitionHeadings, remembered: new Map<string, RecognitionField>(), means }
  return proposeFields<RecognitionField>([head], known)[0]?.field ?? null
}

/** Which recognition a heading of a recognition speaks of. */
export function saysTime(head: string): SaidTime {
  return timeOf(wordsOf(head))
}

/** Whether a column's own heading says which of two it is of and nothing else: `Nâng hạng`, `Sau khi nâng hạng`, `Cũ`. */
export function saysTimeAlone(head: string): boolean {
  const own =
    head
      .replace(/ \[\d+\]$/, '')
      .split(' – ')
      .at(-1) ?? ''
  const words = stripMarks(own)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
  return saysTime(own) !== 'any' && words.every((word) => timeWords.has(word)) && fieldAlone(head) === null
}

const timeWords = new Set(
  'cu moi truoc sau day khi nang hang len duoc lan dot thu nhat dau hai 1 2 nay cong nhan danh gia lai san pham'.split(
    ' ',
  ),
)

function timeOf(words: Words): SaidTime {
  if (says(words, before)) return 'first'
  if (says(words, again) || says(words, raised) || says(words, after)) return 'second'
  return says(words, first) ? 'first' : 'any'
}

/** Which recognition a heading speaks of, whatever it says of it: `Lần 2 – Ghi chú`. `Lần đăng ký`, `Xã cũ` speak of none. */
export function timeOfAny(head: string): SaidTime {
  if (isAskedFor(head)) return 'any'
  const words = wordsOf(head)
  return says(words, again) || says(words, raisedStar) ? 'second' : says(words, first) ? 'first' : 'any'
}

/** Whether a heading is of a star to which products were raised, and of no other: not `Lần 2/nâng hạng`, `Mới`. */
export function headsRaise(head: string): boolean {
  const words = wordsOf(head)
  return says(words, raised) && !says(words, again) && !says(words, before)
}

function standingIn(words: Words): SaidHead['standing'] {
  return says(words, recognised) ? 'recognised' : says(words, now) ? 'now' : null
}

/** The year in which what a heading is of was recognised, null for none and for several. */
function yearIn(head: string): number | null {
  const years = new Set([...head.matchAll(/(?<![\d/.-])(20\d{2})(?![\d/.-])/g)].map(([, year]) => Number(year)))
  const [year = null] = years
  return years.size === 1 && !/giai đoạn|đến|từ|trước|sau/iu.test(head) ? year : null
}

function placeIn({ plain }: Words): number | null {
  const said = / (?:lan|dot) (?:thu )?(\p{L}+|\d) /u.exec(plain)?.[1] ?? ''
  const place = places.findIndex((words) => words.includes(said))
  return place === -1 ? null : place + 1
}

const places = [
  ['1', 'mot', 'nhat', 'dau', 'i'],
  ['2', 'hai', 'ii'],
  ['3', 'ba', 'iii'],
  ['4', 'bon', 'tu', 'iv'],
  ['5', 'nam', 'v'],
]

/** `Năm 2022 – Hạng sao` → `Hạng sao`. */
function withoutYear(head: string): string {
  const parts = head.split(' – ')
  const left = parts.map((part) => part.replace(/(?:^|\s+)năm 20\d{2}(?=$|[\s:,;.)])|^20\d{2}$/giu, '').trim())
  const said = left.filter((part) => part !== '')
  return said.length === 0 ? head : said.join(' – ')
}

const levels: readonly RegExp[] = [
  / (?:xa|phuong) /,
  / (?:huyen|quan|thi xa) /,
  / (?:tinh|thanh pho) /,
  / (?:trung uong|tw|quoc gia) /,
]

function levelIn(head: string): number | null {
  const { plain } = wordsOf(head)
  const found = levels.flatMap((pattern, index) => (pattern.test(plain) ? [index + 1] : []))
  return found.length === 1 ? (found[0] ?? null) : null
}

type Words = { readonly spelt: string; readonly plain: string }

function wordsOf(head: string): Words {
  const words = (text: string) =>
    ` ${text
      .replace(/ \[\d+\]$/, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `
  return { spelt: words(head.normalize('NFC').toLowerCase()), plain: words(stripMarks(head)) }
}

/** By the letters with their marks where the heading has some: `cũ` is no `cử`. */
const says = ({ spelt, plain }: Words, patterns: Patterns): boolean =>
  patterns.spelt.test(spelt) || (spelt === plain && patterns.plain.test(plain))

type Patterns = { readonly spelt: RegExp; readonly plain: RegExp }

const patterns = (words: string): Patterns => ({
  spelt: new RegExp(` (?:${words}) `, 'u'),
  plain: new RegExp(` (?:${stripMarks(words)}) `, 'u'),
})

const before = patterns('cũ|trước|ban đầu')
const first = patterns('(?:lần|đợt) (?:thứ )?(?:1|một|nhất|đầu|i)')
const again = patterns(
  '(?:lần|đợt) (?:thứ )?(?:2|hai|ii)|(?:công nhận|đánh giá|phân hạng|xếp hạng) lại|tái (?:công nhận|đánh giá)',
)
const raisedStar = patterns('nâng hạng')
const raised = patterns('nâng')
const after = patterns('mới|sau|(?:lần|đợt|kỳ|năm) (?:này|nay)')
const recognised = patterns('đã (?:được )?(?:công nhận|xếp hạng|phân hạng|đạt)')
const now = patterns('hiện tại|hiện nay|hiện có|đang có')
