import { integrityParts, type IntegrityPart } from '../../../shared/api/integrity.ts'
import type { FileCheck } from '../../../shared/api/workspace.ts'

const parts = integrityParts.length

/** Nothing is looked at yet. */
export const begins: FileCheck = { part: 0, parts, percent: 0 }

/** How far the whole check is, by the part that it is at; each part counts alike. */
export function fileCheck(at: { readonly part: IntegrityPart; readonly done: number; readonly of: number }): FileCheck {
  const before = integrityParts.indexOf(at.part)
  const within = at.of === 0 ? 0 : Math.min(1, at.done / at.of)
  return { part: before + 1, parts, percent: Math.floor(((before + within) / parts) * 100) }
}
