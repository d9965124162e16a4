import type { DocumentKind } from '../../shared/api/documents.ts'
import type { DocumentIssue } from '../../shared/api/document-register.ts'
import { formatDate } from '../../shared/domain/calendar/format-date.ts'
import type { NumberedKind, RegisteredKind } from '../../shared/domain/documents/numbered-kinds.ts'
import { issueCode } from './issue.ts'

/** "Mã kiểm chứng" of what a session's papers rest on. */
export type PaperCodes = {
  /** Of the event that locked the session; null while it is open. */
  readonly session: string | null
  /** Of the register's events, for documents that have a number; of notices where one event numbered all of them. */
  readonly numbered: Readonly<Partial<Record<RegisteredKind, string>>>
  /** What is printed instead on papers that were issued and read otherwise now. */
  readonly changed?: Readonly<Partial<Record<NumberedKind, string>>>
  /** Agenda items whose notices were issued and read otherwise now. */
  readonly changedNotices?: readonly number[]
}

/** The code that a document carries; null for drafts, and for ballots, which are filled in before anything is locked. */
export function codeOfPaper(kind: DocumentKind, { session, numbered }: PaperCodes): string | null {
  if (session === null || kind.endsWith('-ballots')) return null
  const own: Readonly<Partial<Record<DocumentKind, string>>> = numbered
  return own[kind] ?? session
}

/** What a paper says at its foot where it was issued and reads otherwise now; null where it does not. */
export function changedLine(kind: DocumentKind, { changed = {} }: PaperCodes): string | null {
  const texts: Readonly<Partial<Record<DocumentKind, string>>> = changed
  return texts[kind] ?? null
}

type Issued = Pick<DocumentIssue, 'number' | 'symbol' | 'issuedOn'>

/** What is printed on what was issued and reads otherwise now. */
export function changedText(issued: readonly Issued[]): string {
  return `Khác bản phát hành ${namedIssues(issued)}; không thay bản đó`
}

/** At the end of a file of several papers, of which only these read otherwise now. */
export function partlyChangedText(issued: readonly Issued[]): string {
  return `Trong tệp này, chỉ thông báo sau khác bản phát hành: ${namedIssues(issued)}; không thay bản đó`
}

const mostNamed = 6

function namedIssues(issued: readonly Issued[]): string {
  const codes = issued.toSorted((one, other) => one.number - other.number).map(issueCode)
  const named = codes.length > mostNamed ? `${codes.slice(0, mostNamed).join(', ')}, …` : codes.join(', ')
  const days = [...new Set(issued.map(({ issuedOn }) => formatDate(issuedOn)))].join(', ')
  return `số ${named} ngày ${days}`
}

/** As it is printed; empty without one. */
export function codeLine(code: string | null): string {
  return code === null ? '' : `Mã kiểm chứng: ${code}`
}
