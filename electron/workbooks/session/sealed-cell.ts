import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { criteriaSetSchema } from '../../../shared/api/resource-files.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { canonicalJson } from '../../../shared/domain/session/canonical-json.ts'

/*
 * A loaded set travels in one cell of a session workbook: its canonical JSON, deflated, as base64, so that neither a spreadsheet
 * nor the reader of old texts alters a letter of it. Its SHA-256 stands beside it, which is that of the sealed file.
 */

/** Far more than a set is: a cell that promises more is none. */
const mostBytes = 1_000_000

/** Of some 16 thousand characters 6 thousand are left, far below what a cell takes. */
export function writeSealedCell(form: CriteriaSet): { readonly sealed: string; readonly sha256: string } {
  const text = canonicalJson(form)
  return { sealed: deflateRawSync(text, { level: 9 }).toString('base64'), sha256: sha256Of(text) }
}

/** The set of a cell; null where it is none, or another one than its SHA-256 says. */
export function readSealedCell(sealed: string, sha256: string): CriteriaSet | null {
  try {
    const text = inflateRawSync(Buffer.from(sealed, 'base64'), { maxOutputLength: mostBytes }).toString('utf8')
    if (sha256Of(text) !== sha256.toLowerCase()) return null
    const form: CriteriaSet = criteriaSetSchema.parse(JSON.parse(text))
    return canonicalJson(form) === text ? form : null
  } catch {
    return null
  }
}

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')
