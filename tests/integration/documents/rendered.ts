import { join } from 'node:path'
import type { DocumentFormat, DocumentKind } from '../../../shared/api/documents.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { renderDocument } from '../../../electron/documents/render-document.ts'

export const resourcesFolder = join(import.meta.dirname, '../../../resources')

/** The hour at which documents of the tests are made. */
export const madeAt = new Date('2026-11-23T02:30:00Z')

/** What a locked session's papers carry. */
const closedCodes = { session: '4K7P-91XD-0RWT-M2HN-8', numbered: {} }

type RenderInput = {
  record: SessionRecord
  kind: DocumentKind
  format?: DocumentFormat
}

export async function render({ record, kind, format = 'pdf' }: RenderInput): Promise<Uint8Array<ArrayBuffer>> {
  const codes = record.session.state === 'closed' ? closedCodes : { ...closedCodes, session: null }
  return (await renderDocument({ record, kind, format, now: madeAt, resources: resourcesFolder, codes })).bytes
}
