import { stripMarks } from '../../../shared/domain/vietnamese/fold.ts'

/**
 * What headings say of a decision by where they stand, by heading: `Quyết định` over `Số` and `Ngày, tháng` heads its number
 * and its day, and a bare `Ngày` beside a number is the number's. The words are those that would head the column alone; a
 * heading that says as much by itself, or is about a certificate's own number, has none.
 *
 * @param heads by 1-based column; a group's heading stands before its parts': `Quyết định – Số`
 */
export function readDecisionHeads(heads: ReadonlyMap<number, string>): ReadonlyMap<string, string> {
  const read = new Map([...heads].map(([column, head]) => [column, readHead(head)]))
  const beside = (column: number, step: 1 | -1): Head | undefined => {
    const [own, other] = [read.get(column), read.get(column + step)]
    // A group's heading that is not merged stands over its first part alone.
    return own?.group === '' || own?.group === other?.group ? other : undefined
  }
  const partOf = (column: number, { part, isOfDecision, isBare }: Head): Part | null => {
    if (part === null || isOfDecision) return part
    if (!isBare) return null
    const [left, right] = [beside(column, -1), beside(column, 1)]
    if (part === 'day') return namesNumber(left) || (namesNumber(right) && left?.part !== 'day') ? part : null
    return part === 'number' && right?.part === 'day' ? part : null
  }
  return new Map(
    [...heads].flatMap(([column, head]) => {
      const own = read.get(column)
      const part = own === undefined ? null : partOf(column, own)
      return part === null ? [] : [[head, words[part]] as const]
    }),
  )
}

type Part = 'number' | 'day' | 'both' | 'year'

type Head = {
  /** What the last of its parts says of a decision, were it one's. */
  readonly part: Part | null
  /** A heading above says that it is about a decision. */
  readonly isOfDecision: boolean
  /** Nothing says what the number or the day is of. */
  readonly isBare: boolean
  readonly group: string
  readonly plain: string
}

/** As `recognitionHeadings` has them. */
const words: Readonly<Record<Part, string>> = {
  number: 'Số quyết định',
  day: 'Ngày quyết định',
  both: 'Số, ngày quyết định',
  year: 'Năm công nhận',
}

function readHead(head: string): Head {
  const parts = head
    .replace(/ \[\d+\]$/, '')
    .split(' – ')
    .map((part) => withoutTime(plainWords(part)))
  const plain = parts.at(-1) ?? ''
  const above = parts.slice(0, -1)
  return {
    part: readPart(plain),
    isOfDecision: above.some(isOfDecision),
    isBare: !above.some((words) => /\b(?:giay|gcn|chung nhan)\b/.test(words)),
    group: above.join('|'),
    plain,
  }
}

/** `ngay nang hang` → `ngay`: which of two decisions it is of is said elsewhere. */
const withoutTime = (plain: string): string => plain.replace(time, '')

const time =
  /(?: (?:cu|moi|truoc(?: day)?|(?:truoc |sau )?(?:khi )?nang (?:hang|len)|sau|(?:lan|dot) (?:thu )?(?:[1-5]|mot|hai|nhat|dau|truoc|nay)))+$/

const decision = '(?: (?:quyet dinh|qd|van ban|cong nhan|phe duyet|ban hanh|ky|cap))*'
const partPatterns: readonly (readonly [Part, RegExp])[] = [
  ['both', new RegExp(`^so(?: hieu)?(?: quyet dinh| qd)?(?: va)? ngay(?: thang)?(?: nam)?${decision}$`)],
  ['number', new RegExp(`^(?:so|so hieu|so ky hieu|ky hieu|so va ky hieu)${decision}$`)],
  ['day', new RegExp(`^(?:ngay(?: thang)?(?: nam)?|thoi gian|thoi diem)${decision}$`)],
  ['year', new RegExp(`^nam${decision}$`)],
]

const readPart = (plain: string): Part | null => partPatterns.find(([, pattern]) => pattern.test(plain))?.[0] ?? null

/** A certificate's number and day are not its decision's. */
const isOfDecision = (plain: string): boolean =>
  /\b(?:quyet dinh|qd)\b/.test(plain) ||
  (/\b(?:van ban|cong nhan|phe duyet)\b/.test(plain) && !/\b(?:giay|gcn)\b/.test(plain))

function namesNumber(head: Head | undefined): boolean {
  if (head === undefined) return false
  const isNumber = head.part === 'number' && (head.isOfDecision || head.isBare)
  return isNumber || /^(?:so )?(?:hieu )?(?:quyet dinh|qd|van ban)\b/.test(head.plain)
}

function plainWords(text: string): string {
  return stripMarks(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
