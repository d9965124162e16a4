import type { DocumentKind } from '../../shared/api/documents.ts'
import type { RegisteredKind } from '../../shared/domain/documents/numbered-kinds.ts'

/** "Mã kiểm chứng" of what a session's papers rest on. */
export type PaperCodes = {
  /** Of the event that locked the session; null while it is open. */
  readonly session: string | null
  /** Of the register's events, for documents that have a number; of notices where one event numbered all of them. */
  readonly numbered: Readonly<Partial<Record<RegisteredKind, string>>>
  /** What is printed instead on papers that were issued and read otherwise now. */
  readonly changed?: Readonly<Partial<Record<RegisteredKind, string>>>
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

/** As it is printed; empty without one. */
export function codeLine(code: string | null): string {
  return code === null ? '' : `Mã kiểm chứng: ${code}`
}
