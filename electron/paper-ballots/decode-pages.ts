import PDFDocument from 'pdfkit'
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'
import utif from 'utif2'
import type { GreyImage } from '../../shared/domain/paper-ballots/page-plan.ts'
import type { UnreadableReason } from '../../shared/domain/paper-ballots/unplaced-reason.ts'
import { loadWasm } from './load-wasm.ts'

/** A file of scanned pages, decoded page by page. */
export type PageFile = {
  readonly pages: number
  /** In grey. @param page from 1 @throws UnreadablePages where that page cannot be decoded */
  readonly read: (page: number) => Promise<GreyImage>
  readonly close: () => void
}

export class UnreadablePages extends Error {
  override name = 'UnreadablePages'
  readonly why: UnreadableReason

  constructor(why: UnreadableReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.why = why
  }
}

/**
 * Opens what a scanner or a phone wrote: PDF, TIFF of several pages, JPEG, PNG.
 *
 * @throws UnreadablePages
 */
export async function openPageFile(bytes: Uint8Array): Promise<PageFile> {
  if (bytes.length === 0) throw new UnreadablePages('empty-file', 'no bytes')
  if (startsWith(bytes, 'II*\0') || startsWith(bytes, 'MM\0*')) return openTiff(bytes)
  if (startsWith(bytes, '\xff\xd8') || startsWith(bytes, '\x89PNG')) return openPicture(bytes)
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return openPdf(bytes)
  throw new UnreadablePages('other-kind', 'neither PDF nor a picture of pages')
}

const startsWith = (bytes: Uint8Array, head: string): boolean =>
  Buffer.from(bytes.subarray(0, head.length)).toString('latin1') === head

let pdfium: Promise<PDFiumLibrary> | null = null

/** @param isDrawn pages are drawn as they lie, though each be a picture alone */
async function openPdf(bytes: Uint8Array, isDrawn = false): Promise<PageFile> {
  pdfium ??= PDFiumLibrary.init({ wasmBinary: loadWasm('pdfium') })
  const document = await (await pdfium).loadDocument(bytes).catch(asUnreadable)
  return {
    pages: document.getPageCount(),
    read: (page) => readPdfPage(document.getPage(page - 1), isDrawn).catch(asUnreadable),
    close: () => document.destroy(),
  }
}

async function readPdfPage(page: PDFiumPage, isDrawn: boolean): Promise<GreyImage> {
  const picture = isDrawn ? null : await pictureOf(page)
  if (picture !== null) return picture
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = scaleOf(Math.max(originalWidth, originalHeight))
  const { width, height, data } = await page.render({ scale, colorSpace: 'Gray', render: 'bitmap' })
  return { width, height, data }
}

/**
 * The one picture that a scanned page is, as it stands in the file: drawing the page would cost as much again. Null where
 * there is more on the page, where the picture is finer than it has to be, or is a stencil of dark paper with light ink.
 */
async function pictureOf(page: PDFiumPage): Promise<GreyImage | null> {
  const objects = page.getObjectCount() > mostObjects ? [] : [...page.objects()].filter(({ type }) => type !== 'text')
  const [picture, ...others] = objects
  if (picture?.type !== 'image' || others.length > 0) return null
  const size = await picture.getImageDataRaw()
  if (Math.max(size.width, size.height) > pixels.most) return null
  const { width, height, data } = await picture.render({ render: 'bitmap' })
  const grey = greyOf(data)
  return isLight(grey) ? { width, height, data: grey } : null
}

/** Words that a scanner recognised lie over its picture, hidden. */
const mostObjects = 3000

/** By every hundredth pixel or so: a page is light or dark all over. */
function isLight(grey: Uint8Array): boolean {
  let [sum, count] = [0, 0]
  for (let at = 0; at < grey.length; at += 101) {
    sum += grey[at] ?? 255
    count += 1
  }
  return sum > 128 * count
}

/** Pixels of the longer side: 200 dpi of A4 for paper, and as many as it has for a photo up to half as much again. */
const pixels = { least: 2339, most: 3508 }

/** Units are points on a page and pixels of a picture. */
const scaleOf = (longest: number): number => Math.min(pixels.most, Math.max(pixels.least, longest)) / longest

/** What the library's types leave out. */
type PdfOfPicture = Omit<PDFKit.PDFDocument, 'image'> & {
  readonly openImage: (bytes: Buffer) => OpenedPicture
  readonly image: (picture: OpenedPicture, x: number, y: number) => void
}

/** `orientation`: of EXIF, from 1 to 8; in a JPEG alone. */
type OpenedPicture = { readonly width: number; readonly height: number; readonly orientation?: number }

/** The picture on a page of its own size: what reads PDF reads it as well, turned as the camera says. */
async function openPicture(bytes: Uint8Array): Promise<PageFile> {
  try {
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
    return await openPdf(Buffer.concat(pieces), orientation !== 1)
  } catch (error) {
    return asUnreadable(error)
  }
}

function openTiff(bytes: Uint8Array): PageFile {
  const images = tryTo(() => utif.decode(bytes.slice().buffer)).filter((image) => 't256' in image)
  if (images.length === 0) throw new UnreadablePages('unreadable', 'a TIFF without pictures')
  return {
    pages: images.length,
    read: async (page) => {
      const image = images[page - 1]
      if (image === undefined) throw new UnreadablePages('unreadable', `no page ${page}`)
      return tryTo(() => {
        utif.decodeImage(bytes.slice().buffer, image)
        const { width, height } = image
        const colours = utif.toRGBA8(image)
        image.data = new Uint8Array()
        if (colours.length < 4 * width * height || width * height === 0) throw new Error('a picture without pixels')
        return { width, height, data: greyOf(colours) }
      })
    },
    close: () => {},
  }
}

/** Weights of ITU-R BT.601. */
function greyOf(colours: Uint8Array): Uint8Array {
  const grey = new Uint8Array(colours.length >> 2)
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 4) {
    grey[at] = ((colours[from] ?? 0) * 77 + (colours[from + 1] ?? 0) * 150 + (colours[from + 2] ?? 0) * 29) >> 8
  }
  return grey
}

function tryTo<Result>(act: () => Result): Result {
  try {
    return act()
  } catch (error) {
    return asUnreadable(error)
  }
}

/** What the decoders throw says only that they could not; what lacks of the program itself is its own trouble. */
function asUnreadable(error: unknown): never {
  if (error instanceof UnreadablePages) throw error
  if (error instanceof Error && 'syscall' in error) throw error
  // A decoder that fell over a damaged file is not asked again.
  if (error instanceof WebAssembly.RuntimeError) pdfium = null
  const message = error instanceof Error ? error.message : String(error)
  throw new UnreadablePages(/password/i.test(message) ? 'locked' : 'unreadable', message, { cause: error })
}
