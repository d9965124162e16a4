import type { RegisterField, RegisterList } from '../../../shared/domain/register/register-list.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import { withHead } from '../../workbooks/lists/with-head.ts'
import { readRegisterList } from '../../workbooks/register/read-register-list.ts'
import { recognitionLaw } from './recognition-law.ts'

export type ListToRead = {
  readonly bytes: Uint8Array
  /** Fields chosen for headings, by their folded words. */
  readonly remembered: ReadonlyMap<string, RegisterField | null>
  /** The sheet to read; null for the one whose head says the most. */
  readonly sheet: string | null
  /** ISO day. */
  readonly today: string
}

/**
 * An office's list of products as it is understood.
 *
 * @throws Refusal `workbook-unreadable`, `no-list-head`
 */
export function readList({ today, ...file }: ListToRead, ruleSets: readonly RuleSet[]): Promise<RegisterList> {
  return withHead(readRegisterList({ ...file, law: recognitionLaw(ruleSets, today) }))
}
