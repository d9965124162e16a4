import { openShippedRules, type ShippedRules } from '../../app/rules/shipped.ts'
import { readSessionWorkbook } from '../../workbooks/session/read-session-workbook.ts'
import type { WorkbookReading } from '../../workbooks/session/session-import.ts'

let rules: ShippedRules | null = null

/** Reads and checks a session workbook against the shipped rules. */
export function readWorkbook(bytes: Uint8Array, resources: string): Promise<WorkbookReading> {
  rules ??= openShippedRules(resources)
  return readSessionWorkbook({ bytes, resources: { ruleSets: rules.ruleSets, criteriaSets: rules.criteriaSet } })
}
