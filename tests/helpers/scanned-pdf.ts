import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import type { GreyImage } from '../../shared/domain/paper-ballots/page-plan.ts'

/** CCITT group 4, as office scanners write: 160 × 224, a black field in the upper half of a white page. */
const picture = Buffer.from(
  'JqGQDV//////yGja1/////////////////////////////////////////////////////4/////////////////////////////////////////ABAB',
  'base64',
)

/** Greys as a copier without JPEG writes them: a page of A4 each, deflated. */
export function greyPdf(images: readonly GreyImage[]): Buffer {
  return picturesPdf(
    images.map(({ data, ...size }) => ({ ...size, filter: 'FlateDecode', bytes: deflateSync(data, { level: 1 }) })),
  )
}

/** The same as most copiers write them, in JPEG at poppler's quality of 75; pages of A4 at 200 dpi. */
export function jpegPdf(images: readonly GreyImage[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-jpeg-'))
  try {
    const args = ['-jpeg', '-gray', '-r', '200', '-', join(folder, 'page')]
    execFileSync('pdftocairo', args, { input: greyPdf(images), stdio: 'pipe' })
    const files = readdirSync(folder).toSorted()
    if (files.length !== images.length) throw new Error(`pdftocairo drew ${files.length} of ${images.length} pages`)
    const pictures = files.map((file) => readFileSync(join(folder, file)))
    return picturesPdf(pictures.map((bytes) => ({ ...sizeOfJpeg(bytes), filter: 'DCTDecode', bytes })))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A JPEG as a page of A4 whose PDF says that it is grey, whatever it is. */
export function greyJpegPdf(picture: Omit<Picture, 'filter'>): Buffer {
  return picturesPdf([{ ...picture, filter: 'DCTDecode' }])
}

/** By its frame header (ITU-T T.81, B.2.2). @throws Error unless it is baseline and grey */
function sizeOfJpeg(bytes: Buffer): Omit<Picture, 'filter' | 'bytes'> {
  let at = 2
  while (bytes.readUInt16BE(at) !== 0xffc0) {
    if (bytes.readUInt16BE(at) === 0xffda) throw new Error('no baseline JPEG')
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  if (bytes[at + 9] !== 1) throw new Error('a JPEG that is not grey')
  return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
}

type Picture = { readonly width: number; readonly height: number; readonly filter: string; readonly bytes: Buffer }

/** Pages of A4 that are one grey picture each. */
function picturesPdf(pictures: readonly Picture[]): Buffer {
  const kids = pictures.map((_picture, index) => `${3 + index * 3} 0 R`).join(' ')
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pictures.length} >>`,
    ...pictures.flatMap(({ width, height, filter, bytes }, index) => {
      const at = 3 + index * 3
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Contents ${at + 1} 0 R /Resources << /XObject << /S ${at + 2} 0 R >> >> >>`,
        stream('', Buffer.from('q 595.28 0 0 841.89 0 0 cm /S Do Q')),
        stream(
          `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8
           /Filter /${filter}`,
          bytes,
        ),
      ]
    }),
  ])
}

/** A page that is nothing but a scanner's picture, which a reader without a decoder shows empty. */
export function scannedPdf(): Buffer {
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 320 448] /Contents 4 0 R /Resources << /XObject << /S 5 0 R >> >> >>',
    stream('', Buffer.from('q 320 0 0 448 0 0 cm /S Do Q')),
    stream(
      `/Type /XObject /Subtype /Image /Width 160 /Height 224 /ColorSpace /DeviceGray /BitsPerComponent 1
       /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 160 /Rows 224 /BlackIs1 true >>`,
      picture,
    ),
  ])
}

function pdfOf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  for (const [index, object] of objects.entries()) {
    offsets.push(length)
    const piece = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')])
    parts.push(piece)
    length += piece.length
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n`
  return Buffer.concat([...parts, Buffer.from(`${end}${length}\n%%EOF\n`)])
}

function stream(facts: string, bytes: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${facts} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}
