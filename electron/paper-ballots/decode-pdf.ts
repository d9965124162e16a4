import type { GreyImage } from '../../shared/domain/paper-ballots/page-plan.ts'
import { coloursOfJpeg } from './jpeg-head.ts'
import { greyOf, type PageFile, type PixelRoom } from './page-file.ts'
import { loadPdfium, type Pdfium } from './pdfium.ts'
import { pictureAsPdf } from './picture-pdf.ts'

let library: Promise<Pdfium> | null = null

/**
 * The pages of a PDF by PDFium's own functions: what wraps them makes colours of every grey.
 *
 * @param isDrawn pages are drawn as they lie, though each be a picture alone
 */
export async function openPdf(bytes: Uint8Array, isDrawn = false): Promise<PageFile> {
  const own = (library ??= loadPdfium())
  const pdfium = await own
  return overFallen(() => {
    const place = pdfium.malloc(bytes.length)
    if (place === 0) throw new Error(`no room for ${bytes.length} bytes`)
    pdfium.memory().set(bytes, place)
    const document = pdfium.openDocument(place, bytes.length, 0)
    if (document === 0) {
      const why = pdfium.lastError()
      pdfium.free(place)
      throw new Error(why === lockedError ? 'password' : `PDFium says ${why}`)
    }
    return {
      pages: pdfium.countPages(document),
      read: async (number, room = newRoom) => {
        const read = overFallen(() => readPdfPage({ pdfium, document, number, isDrawn, room }))
        return 'jpeg' in read ? readColoured(read.jpeg, room) : read
      },
      close: () => {
        // With a decoder that fell its documents went as well.
        if (library !== own) return
        pdfium.closeDocument(document)
        pdfium.free(place)
      },
    }
  })
}

const newRoom: PixelRoom = (count) => new Uint8Array(count)

/** `FPDF_ERR_PASSWORD` of fpdfview.h. */
const lockedError = 4

/** A decoder that fell over a damaged file is not asked again. */
function overFallen<Result>(act: () => Result): Result {
  try {
    return act()
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) library = null
    throw error
  }
}

type ReadInput = {
  readonly pdfium: Pdfium
  readonly document: number
  /** From 1. */
  readonly number: number
  readonly isDrawn: boolean
  readonly room: PixelRoom
}

/** A picture that its PDF says is grey: with the PDF it would be decoded as greys of three times as many pixels. */
type Coloured = { readonly jpeg: Uint8Array }

async function readColoured(jpeg: Uint8Array, room: PixelRoom): Promise<GreyImage> {
  const { pdf } = await pictureAsPdf(jpeg)
  const file = await openPdf(pdf)
  try {
    return await file.read(1, room)
  } finally {
    file.close()
  }
}

function readPdfPage({ pdfium, document, number, isDrawn, room }: ReadInput): GreyImage | Coloured {
  const page = pdfium.openPage(document, number - 1)
  if (page === 0) throw new Error(`no page ${number}`)
  try {
    return (isDrawn ? null : pictureOf(pdfium, page, room)) ?? drawPage(pdfium, page)
  } finally {
    pdfium.closePage(page)
  }
}

/**
 * The one picture that a scanned page is, as it stands in the file: drawing the page would cost as much again. Null where
 * there is more on the page, where the picture is finer than it has to be, or is a stencil of dark paper with light ink.
 */
function pictureOf(pdfium: Pdfium, page: number, room: PixelRoom): GreyImage | Coloured | null {
  const count = pdfium.countObjects(page)
  if (count > mostObjects) return null
  const objects = Array.from({ length: count }, (_, at) => pdfium.objectAt(page, at))
  const [picture, ...others] = objects.filter((object) => pdfium.typeOf(object) !== objectType.text)
  if (picture === undefined || others.length > 0) return null
  if (pdfium.typeOf(picture) !== objectType.image) return null
  if (longestSide(pdfium, picture) > pixels.most) return null
  const bitmap = pdfium.bitmapOf(picture)
  if (bitmap === 0) throw new Error('a picture that cannot be decoded')
  const coloured = pdfium.bitmapFormat(bitmap) === greyFormat ? colouredJpeg(pdfium, picture) : null
  const read = coloured ?? greyBitmap(pdfium, bitmap, room)
  pdfium.endBitmap(bitmap)
  return 'jpeg' in read || isLight(read.data) ? read : null
}

/** Of fpdf_edit.h. */
const objectType = { text: 1, image: 3 }

/** Words that a scanner recognised lie over its picture, hidden. */
const mostObjects = 3000

/** Pixels; 0 where it is not told. */
function longestSide(pdfium: Pdfium, picture: number): number {
  const place = pdfium.malloc(8)
  const isTold = pdfium.writeSize(picture, place, place + 4) !== 0
  const [width = 0, height = 0] = new Uint32Array(pdfium.memory().slice(place, place + 8).buffer)
  pdfium.free(place)
  return isTold ? Math.max(width, height) : 0
}

/** A picture's own bytes where they are a JPEG of three colours; else null. */
function colouredJpeg(pdfium: Pdfium, picture: number): Coloured | null {
  const length = pdfium.writeRaw(picture, 0, 0)
  const place = pdfium.malloc(length)
  if (place === 0) throw new Error(`no room for ${length} bytes`)
  pdfium.writeRaw(picture, place, length)
  const written = pdfium.memory().subarray(place, place + length)
  const coloured = coloursOfJpeg(written) === 3 ? { jpeg: written.slice() } : null
  pdfium.free(place)
  return coloured
}

function greyBitmap(pdfium: Pdfium, bitmap: number, room: PixelRoom): GreyImage {
  const [width, height] = [pdfium.bitmapWidth(bitmap), pdfium.bitmapHeight(bitmap)]
  const stride = pdfium.bitmapStride(bitmap)
  const step = bytesPerPixel[pdfium.bitmapFormat(bitmap)]
  const from = pdfium.bitmapBuffer(bitmap)
  if (from === 0 || step === undefined) throw new Error('a picture without pixels')
  const data = room(width * height)
  for (let y = 0; y < height; y += 1) {
    const row = pdfium.memory().subarray(from + y * stride, from + y * stride + width * step)
    const own = data.subarray(y * width, (y + 1) * width)
    if (step === 1) own.set(row)
    else greyOf({ colours: row, step, red: 2, to: own })
  }
  return { width, height, data }
}

/** By the formats of fpdfview.h: grey, then blue before green before red, with a byte more or none. */
const bytesPerPixel: Readonly<Partial<Record<number, number>>> = { 1: 1, 2: 3, 3: 4, 4: 4 }

/** By every hundredth pixel or so: a page is light or dark all over. */
function isLight(grey: Uint8Array): boolean {
  let [sum, count] = [0, 0]
  for (let at = 0; at < grey.length; at += 101) {
    sum += grey[at] ?? 255
    count += 1
  }
  return sum > 128 * count
}

function drawPage(pdfium: Pdfium, page: number): GreyImage {
  const sides = [pdfium.pageWidth(page), pdfium.pageHeight(page)]
  const scale = scaleOf(Math.max(...sides))
  const [width = 0, height = 0] = sides.map((side) => Math.floor(Math.floor(side) * scale))
  const place = pdfium.malloc(width * height)
  if (place === 0) throw new Error(`no room for ${width} × ${height}`)
  const bitmap = pdfium.makeBitmap(width, height, greyFormat, place, width)
  pdfium.fillBitmap(bitmap, 0, 0, width, height, 0xffffffff)
  pdfium.drawPage(bitmap, page, 0, 0, width, height, 0, drawing)
  const data = pdfium.memory().slice(place, place + width * height)
  pdfium.endBitmap(bitmap)
  pdfium.free(place)
  return { width, height, data }
}

/** `FPDFBitmap_Gray` of fpdfview.h. */
const greyFormat = 1

/** Of fpdfview.h: with notes on the page, edges of letters fine, in grey. */
const drawing = 0x01 | 0x02 | 0x08

/** Pixels of the longer side: 200 dpi of A4 for paper, and as many as it has for a photo up to half as much again. */
const pixels = { least: 2339, most: 3508 }

/** Units are points on a page and pixels of a picture. */
const scaleOf = (longest: number): number => Math.min(pixels.most, Math.max(pixels.least, longest)) / longest
