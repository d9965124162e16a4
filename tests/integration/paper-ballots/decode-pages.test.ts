import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { openPageFile } from '../../../electron/paper-ballots/decode-pages.ts'
import { readCode } from '../../../electron/paper-ballots/read-code.ts'
import { codeBox, markCentres, markSize } from '../../../electron/documents/ballot-form/page-marks.ts'
import { blankBallotsModel } from '../../../electron/documents/ballot-form/model.ts'
import { ballotFormsPdf } from '../../../electron/documents/ballot-form/pdf.ts'
import { nd30 } from '../../../electron/documents/nd30/measures.ts'
import { renderPdf } from '../../../electron/documents/render-pdf.ts'
import { findPlane } from '../../../shared/domain/paper-ballots/find-plane.ts'
import type { GreyImage } from '../../../shared/domain/paper-ballots/page-plan.ts'
import { seededRandom } from '../../bench/seeded-random.ts'
import { buildRecord } from '../../fixtures/session-record.ts'
import { temporaryFolder } from '../../helpers/loopback.ts'
import { readPageImages } from '../../helpers/page-image.ts'
import { hasPoppler, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { greyJpegPdf } from '../../helpers/scanned-pdf.ts'
import { copyPage, type CopierFaults } from '../../paper-marks/copier.ts'
import { madeAt, resourcesFolder } from '../documents/rendered.ts'

// What scanners, copiers and phones write, decoded by what ships: the code of the page says that it came through upright.

sayWhyLeftOut()

const folder = temporaryFolder()
const record = buildRecord({
  ruleSetId: 'qd-26-2026',
  level: 'province',
  memberCount: 1,
  products: [{ setNumber: 1, quality: 0.7 }],
})
const model = blankBallotsModel(record)
const pdf = await renderPdf({ document: ballotFormsPdf(model), createdAt: madeAt, resources: resourcesFolder })
const path = join(folder.path, 'ballot.pdf')
writeFileSync(path, pdf)

/** A page as another program draws it. */
function drawn(page: number, ...options: readonly string[]): Uint8Array {
  const name = join(folder.path, `page-${page}${options.join('')}`)
  execFileSync('pdftoppm', ['-r', '100', '-f', `${page}`, '-l', `${page}`, '-singlefile', ...options, path, name])
  const [kind = ''] = options.filter((option) => ['-png', '-jpeg', '-tiff'].includes(option))
  return readFileSync(`${name}${{ '-png': '.png', '-jpeg': '.jpg', '-tiff': '.tif' }[kind]}`)
}

/** A JPEG with the note of a camera that was held so: its EXIF orientation, from 1 to 8. */
function heldAs(jpeg: Uint8Array, orientation: number): Uint8Array {
  const exif = Buffer.from('Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1')
  exif.writeUInt16BE(orientation, exif.length - 8)
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2])
  return Buffer.concat([head, exif, jpeg.subarray(2)])
}

async function sizeOf(picture: Uint8Array): Promise<readonly [width: number, height: number]> {
  const { width, height } = await (await openPageFile(picture)).read(1)
  return [width, height]
}

async function codesIn(bytes: Uint8Array): Promise<readonly (number | undefined)[]> {
  const file = await openPageFile(bytes)
  const codes: (number | undefined)[] = []
  for (let page = 1; page <= file.pages; page += 1) codes.push(await pageOf(await file.read(page)))
  file.close()
  return codes
}

async function pageOf(image: GreyImage): Promise<number | undefined> {
  const plane = findPlane(image, { ...nd30.page, corners: markCentres, markSize })
  return (await readCode(image, plane, codeBox))?.page
}

it.runIf(hasPoppler).each<[string, number, CopierFaults]>([
  ['smaller and blurred', 200, { scale: 0.96, blur: 6 }],
  ['coarse and blurred', 150, { blur: 3 }],
])('the code of a page is read though it be %s', async (_, dpi, faults) => {
  const [, printed] = readPageImages(pdf, 300)
  if (printed === undefined) throw new Error('no second page')
  const page = { ...printed, data: Uint8Array.from(printed.pixels), scale: 300 / 25.4 }
  const { image } = copyPage({ page, dpi, faults: { turn: 1.5, noise: 3, ...faults }, random: seededRandom(41) })
  expect(await pageOf(image)).toBe(2)
})

describe.runIf(hasPoppler)('pages are decoded from', () => {
  it.each([
    ['a PNG in grey', () => drawn(2, '-gray', '-png')],
    ['a PNG in colours', () => drawn(2, '-png')],
    ['a PNG in black and white', () => drawn(2, '-mono', '-png')],
    ['a JPEG', () => drawn(2, '-jpeg')],
    ['a JPEG in grey', () => drawn(2, '-gray', '-jpeg')],
    ['a JPEG written bit by bit', () => drawn(2, '-jpeg', '-jpegopt', 'progressive=y')],
    ['a TIFF', () => drawn(2, '-tiff')],
    ['a TIFF with LZW', () => drawn(2, '-tiff', '-tiffcompression', 'lzw')],
    ['a TIFF with JPEG', () => drawn(2, '-tiff', '-tiffcompression', 'jpeg')],
    ['a TIFF in black and white', () => drawn(2, '-mono', '-tiff', '-tiffcompression', 'packbits')],
  ])('%s', async (_, bytes) => {
    expect(await codesIn(bytes())).toEqual([2])
  })

  it.each([1, 3, 6, 8])('a photo of a camera that noted orientation %i', async (orientation) => {
    const file = await openPageFile(heldAs(drawn(2, '-jpeg'), orientation))
    const { width, height } = await file.read(1)
    expect(width > height).toBe(orientation > 4)
  })
})

it('pages are decoded from a PDF, each of its pages', async () => {
  expect(await codesIn(pdf)).toEqual(Array.from({ length: (await openPageFile(pdf)).pages }, (_, index) => index + 1))
})

it('pages are decoded from a fax of several pages', async () => {
  const bytes = readFileSync(join(import.meta.dirname, '../../fixtures/scans/two-pages-fax.tif'))
  expect(await codesIn(bytes)).toEqual([1, 2])
})

it('a page of a TIFF is the same however often it is looked at', async () => {
  const file = await openPageFile(readFileSync(join(import.meta.dirname, '../../fixtures/scans/two-pages-fax.tif')))
  const [first, second, again] = [await file.read(1), await file.read(2), await file.read(1)]
  expect(again).toEqual(first)
  expect(second).not.toEqual(first)
})

it('a JPEG of three colours that its PDF says is grey is read as it is', async () => {
  const jpeg = drawn(2, '-jpeg')
  const [width, height] = await sizeOf(jpeg)
  expect(await codesIn(greyJpegPdf({ width, height, bytes: Buffer.from(jpeg) }))).toEqual([2])
})

describe('what is no page is told, whatever it is', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'empty-file'],
    ['a text', Buffer.from('Phiếu đánh giá'), 'other-kind'],
    ['a PDF that ends early', pdf.subarray(0, 400), 'unreadable'],
    ['a picture that ends early', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), 'unreadable'],
    ['a JPEG of nothing', Buffer.from('\xff\xd8\xff\xd9', 'latin1'), 'unreadable'],
    ['a TIFF of nothing', Buffer.from('II*\0\x08\0\0\0\0\0\0\0', 'latin1'), 'unreadable'],
    ['a TIFF whose directory lies beyond its end', Buffer.from('II*\0\xff\xff\xff\x7f', 'latin1'), 'unreadable'],
  ])('%s', async (_, bytes, why) => {
    await expect(codesIn(bytes)).rejects.toMatchObject({ name: 'UnreadablePages', why })
  })

  it('a PDF that is locked with a password', async () => {
    const document = new PDFDocument({ userPassword: 'ocop' })
    const pieces: Uint8Array[] = []
    document.on('data', (piece: Uint8Array) => pieces.push(piece))
    document.end()
    await new Promise((resolve) => document.on('end', resolve))
    await expect(codesIn(Buffer.concat(pieces))).rejects.toMatchObject({ name: 'UnreadablePages', why: 'locked' })
  })
})
