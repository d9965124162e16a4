import PDFDocument from 'pdfkit'

/** What the library's types leave out. */
type PdfOfPicture = Omit<PDFKit.PDFDocument, 'image'> & {
  readonly openImage: (bytes: Buffer) => OpenedPicture
  readonly image: (picture: OpenedPicture, x: number, y: number) => void
}

/** `orientation`: of EXIF, from 1 to 8; in a JPEG alone. */
type OpenedPicture = { readonly width: number; readonly height: number; readonly orientation?: number }

/**
 * A JPEG or PNG on a page of its own size: what reads PDF reads it as well.
 *
 * @returns with it whether the camera says that it is to be turned, as the page then is
 */
export async function pictureAsPdf(
  bytes: Uint8Array,
): Promise<{ readonly pdf: Uint8Array; readonly isTurned: boolean }> {
  // No word is written: its faces are files that the bundle does not have.
  const options = { autoFirstPage: false, compress: false, font: null as unknown as string }
  const document = new PDFDocument(options) as unknown as PdfOfPicture
  const pieces: Uint8Array[] = []
  const ended = new Promise((resolve) => document.on('end', resolve))
  document.on('data', (piece: Uint8Array) => pieces.push(piece))
  const image = document.openImage(Buffer.from(bytes))
  const { width, height, orientation = 1 } = image
  document.addPage({ size: orientation > 4 ? [height, width] : [width, height], margin: 0 })
  document.image(image, 0, 0)
  document.end()
  await ended
  return { pdf: Buffer.concat(pieces), isTurned: orientation !== 1 }
}
