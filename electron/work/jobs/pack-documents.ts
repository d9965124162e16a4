import { readFileSync } from 'node:fs'
import type { DocumentKind } from '../../../shared/api/documents.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { catalogue, listDocuments } from '../../documents/catalogue.ts'
import { chooseCertificates } from '../../documents/certificate/choose-certificates.ts'
import { scopeOfSession } from '../../documents/certificate/certified.ts'
import { renderDocument, type RenderedDocument } from '../../documents/render-document.ts'
import { withDigest } from '../../session-digest.ts'
import { openZipFile } from '../../workbooks/xlsx/zip-file.ts'
import type { JobTools } from '../job.ts'
import type { Jobs } from '../jobs.ts'
import { drawInto } from './certificates.ts'

type Made = Pick<RenderedDocument, 'fileName' | 'bytes'>

/** In the place of a PDF that the office's template does not allow, why: its Word file is in the zip as well. */
const whyNotDrawn =
  (kind: DocumentKind) =>
  (error: unknown): Made => {
    if (!(error instanceof Refusal) || error.reason !== 'template-not-drawn') throw error
    const text = `Không có PDF của văn bản này: mẫu Word riêng của cơ quan có nội dung chương trình không vẽ đúng được (${error.detail['what']}). Hãy mở tệp Word cùng tên và in từ Word.`
    return { fileName: `${catalogue[kind].name}_in-tu-Word.txt`, bytes: new TextEncoder().encode(`\ufeff${text}`) }
  }

/**
 * Every document in every format, and the certificates where the level issues them, as the record is now; in folders of
 * their own the papers as they were issued and the scanned ballots. Ballots are printed by themselves.
 */
export async function packDocuments(
  asked: Jobs['pack-documents']['input'],
  tools: JobTools<Jobs['pack-documents']['progress']>,
  resources: string,
): Promise<void> {
  const { issues, notices, templates, codes, now, path, issuedPapers, scans } = asked
  const record = withDigest(asked.record)
  const files = listDocuments(record)
    .filter(({ kind, state, unavailable }) => unavailable === null && state !== 'form' && kind !== 'filled-ballots')
    .flatMap(({ kind, formats }) => formats.map((format) => ({ kind, format })))
  const scope = scopeOfSession(record)
  const certificates = scope.products.length === 0 ? [] : chooseCertificates({ ...asked, scope })
  const of = files.length + certificates.length
  const zip = openZipFile(path)
  let isWhole = false
  try {
    for (const [index, { kind, format }] of files.entries()) {
      const { breathe } = tools
      const given = { record, issues, notices, templates, codes }
      const made = await renderDocument({ ...given, kind, format, now, resources, breathe }).catch(whyNotDrawn(kind))
      zip.begin(made.fileName)
      zip.write(made.bytes)
      tools.tell({ kind: 'progress', done: index + 1, of, name: made.fileName })
      await breathe()
    }
    if (certificates.length > 0) {
      zip.begin(`Giay-chung-nhan_${record.session.heldOn}.pdf`)
      const print = { form: 'sheet' } as const
      await drawInto({ certificates, print, now, resources, write: zip.write, offset: files.length, of }, tools)
    }
    for (const { fileName, bytes } of issuedPapers) {
      zip.begin(`Ban-phat-hanh/${fileName}`)
      zip.write(bytes)
      await tools.breathe()
    }
    for (const scan of scans) {
      zip.begin(`Phieu-giay/${scan.fileName}`)
      zip.write(readFileSync(scan.path))
      await tools.breathe()
    }
    zip.finish()
    isWhole = true
  } finally {
    if (!isWhole) zip.abandon()
  }
}
