import type { OfficeFacts } from '../../../shared/api/office-papers.ts'
import type { Level } from '../../../shared/domain/rules/rule-set.ts'
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

/** The office as it was said, for a council of its level; else the one in charge where the council stands. */
export function officeFor(
  db: ReadDb,
  { level, province, district }: Pick<OfficeFacts, 'province' | 'district'> & { readonly level: Level },
): OfficeFacts {
  const said = officeOfFile(db)
  const at = level === 'commune' ? 'province' : level
  if (said?.isSaid === true && said.facts.level === at) return said.facts
  return { level: at, province, district, unit: '', abbreviation: '' }
}
