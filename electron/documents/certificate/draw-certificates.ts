import type { OverprintLayout } from '../../../shared/domain/certificates/overprint-layout.ts'
import type { CertificateModel } from './model.ts'
import { drawOverprint, drawTestPage } from './overprint.ts'
import { openPen, type Pen } from './pen.ts'
import { drawSheet } from './sheet.ts'

/** How certificates are printed: whole, or only what goes on a pre-printed sheet. */
export type CertificatePrint =
  | { readonly form: 'sheet' }
  | { readonly form: 'overprint' | 'test-page'; readonly layout: OverprintLayout }

/**
 * The bytes of one PDF in pieces, one for each certificate and one at the end. A piece is what that page added, so that
 * a batch of any length is written to disk while it is drawn and never held whole. A test page has no certificates.
 * @param createdAt goes into the metadata; from the host's clock.
 * @param resources absolute path of the resources folder, where the fonts stand.
 */
export function* drawCertificates({
  certificates,
  print,
  createdAt,
  resources,
}: {
  certificates: Iterable<CertificateModel>
  print: CertificatePrint
  createdAt: Date
  resources: string
}): Generator<Uint8Array, void, void> {
  const pen = openPen({ title: 'Giấy chứng nhận sản phẩm OCOP', createdAt, resources })
  if (print.form === 'test-page') {
    pen.beginPage()
    drawTestPage(pen, print.layout)
    yield drain(pen)
  } else {
    for (const model of certificates) {
      pen.beginPage()
      if (print.form === 'sheet') drawSheet(pen, model)
      else drawOverprint(pen, { model, layout: print.layout })
      yield drain(pen)
    }
  }
  pen.finish()
  yield drain(pen)
}

function drain(pen: Pen): Uint8Array {
  const pieces: Uint8Array[] = []
  for (let piece = readPiece(pen); piece !== null; piece = readPiece(pen)) pieces.push(piece)
  return Buffer.concat(pieces)
}

const readPiece = (pen: Pen): Uint8Array | null => pen.read() as Uint8Array | null
