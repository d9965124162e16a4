import { useNavigate } from '@tanstack/react-router'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'

/** How many papers one file takes. */
const mostPapers = 500

/** Goes to where papers are looked at, printed and numbered. */
export function useOpenPapers() {
  const navigate = useNavigate()
  return (papers: readonly OfficePaper[]) =>
    void navigate({ to: '/papers', search: { papers: papers.slice(0, mostPapers) } })
}
