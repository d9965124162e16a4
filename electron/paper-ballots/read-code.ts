import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { Plane } from '../../shared/domain/paper-ballots/find-plane.ts'
import { readPageLabel, type PageLabel } from '../../shared/domain/paper-ballots/page-label.ts'
import type { Box, GreyImage } from '../../shared/domain/paper-ballots/page-plan.ts'
import { sampleStrip, stripScale } from '../../shared/domain/paper-ballots/strip.ts'
import { loadWasm } from './load-wasm.ts'

/**
 * What the code of a page says: looked for where it is printed, also with its edges sharpened, then about there, then on the
 * whole image; null where none of ours is read.
 *
 * @param plane of the page; null where its corner marks were not found
 * @param printedAt where it is printed on every page
 */
export async function readCode(image: GreyImage, plane: Plane | null, printedAt: Box): Promise<PageLabel | null> {
  if (plane !== null) {
    const near = widened(printedAt, 2.5)
    const label =
      (await labelIn(partOf(image, plane, near))) ?? (await labelIn(sharpened(partOf(image, plane, near, finer))))
    if (label !== null) return label
    const about = await labelIn(partOf(image, plane, widened(printedAt, 8)))
    if (about !== null) return about
  }
  return labelIn(image)
}

const widened = ({ left, top, width, height }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

/** A part of the paper, laid flat: `finer` times as many pixels to a millimetre as a strip has. */
function partOf(image: GreyImage, { toImage }: Plane, { left, top, width, height }: Box, finer = 1): GreyImage {
  const frame = { left: left * finer, top: top * finer, width: width * finer, height: height * finer }
  const [a, b, c, d, e, f, g, h, last] = toImage
  const fromFrame = [a / finer, b / finer, c, d / finer, e / finer, f, g / finer, h / finer, last] as const
  const strip = { frame, width: Math.ceil(frame.width * stripScale), height: Math.ceil(frame.height * stripScale) }
  return { width: strip.width, height: strip.height, data: sampleStrip({ image, toImage: fromFrame, strip }) }
}

const finer = 2

/** Each pixel further from the mean of those around it: a blurred square of a code is grey where it should be white or black. */
function sharpened({ width, height, data }: GreyImage): GreyImage {
  const sharp = data.slice()
  for (let y = beside; y < height - beside; y += 1) {
    for (let x = beside; x < width - beside; x += 1) {
      const at = y * width + x
      let sum = 0
      for (let row = at - beside * width; row <= at + beside * width; row += beside * width) {
        sum += (data[row - beside] ?? 0) + (data[row] ?? 0) + (data[row + beside] ?? 0)
      }
      const value = data[at] ?? 0
      sharp[at] = Math.max(0, Math.min(255, 5 * value - (4 * sum) / 9))
    }
  }
  return { width, height, data: sharp }
}

/** Pixels: one square of the code. */
const beside = 3 * finer

let isPrepared = false

async function labelIn(image: GreyImage): Promise<PageLabel | null> {
  if (!isPrepared) prepareZXingModule({ overrides: { wasmBinary: loadWasm('zxing') } })
  isPrepared = true
  const found = await readBarcodes(coloured(image), { formats: ['QRCode'], tryHarder: true })
  for (const { isValid, text } of found) {
    const label = isValid ? readPageLabel(text) : null
    if (label !== null) return label
  }
  return null
}

/** The decoder takes colours alone. */
function coloured({ width, height, data }: GreyImage): ImageData {
  const colours = new Uint32Array(width * height)
  for (let at = 0; at < colours.length; at += 1) colours[at] = 0xff000000 | ((data[at] ?? 255) * 0x010101)
  return { width, height, data: new Uint8ClampedArray(colours.buffer), colorSpace: 'srgb' } as ImageData
}
