import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import type { ItemBackground } from './session-import.ts'
import { modelSheets, type FormOf } from './sheet-models.ts'
import { toSessionImport } from './to-session-import.ts'
import { writeXlsx } from '../xlsx/write-xlsx.ts'

/**
 * The workbook of a recorded session: the sheets that `readSessionWorkbook` reads, with all choices (`filled`) or with
 * blank points to hand round.
 */
export function writeSessionWorkbook({
  record,
  filled,
  backgrounds,
}: {
  record: SessionRecord
  filled: boolean
  /** By the items' ids: what stands beside the record. */
  backgrounds?: ReadonlyMap<number, ItemBackground>
}): Promise<Uint8Array> {
  const forms = new Map(record.items.map(({ code, form }) => [code, form]))
  const formOf: FormOf = ({ code }) => {
    const form = forms.get(code)
    if (form === undefined) throw new Error(`No form for the product ${code}`)
    return form
  }
  return writeXlsx({
    createdAt: new Date(record.session.heldOn),
    sheets: modelSheets({ session: toSessionImport(record, backgrounds), formOf, isFilled: filled }),
  })
}
