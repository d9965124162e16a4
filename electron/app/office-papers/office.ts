import type { OfficeFacts } from '../../../shared/api/office-papers.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listCouncils } from '../../db/queries/councils.ts'
import { findOffice } from '../../db/queries/office.ts'

/** The office that issues papers: as it was said, else where the newest council stands; null where there is neither. */
export function officeOfFile(db: ReadDb): { readonly facts: OfficeFacts; readonly isSaid: boolean } | null {
  const said = findOffice(db)
  if (said !== null) return { facts: said, isSaid: true }
  const council = listCouncils(db).findLast(({ level }) => level !== 'commune')
  if (council === undefined || council.level === 'commune') return null
  const { level, province, district } = council
  return { facts: { level, province, district, unit: '', abbreviation: '' }, isSaid: false }
}
