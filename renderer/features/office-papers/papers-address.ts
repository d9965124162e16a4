import type { OfficePaper } from '../../../shared/api/office-paper.ts'

/** What the page is asked to show: papers of one kind; all that have a number where none is asked for. */
export type PapersSearch = { readonly papers?: readonly OfficePaper[] }

/** The address as a person or a link wrote it; the server checks each paper when it is asked for it. */
export function readPapersSearch(search: Record<string, unknown>): PapersSearch {
  const { papers } = search
  return Array.isArray(papers) && papers.length > 0 && papers.every(isAsked) ? { papers } : {}
}

const isAsked = (paper: unknown): paper is OfficePaper => typeof paper === 'object' && paper !== null && 'kind' in paper
