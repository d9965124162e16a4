import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { Plane } from '../../shared/domain/paper-ballots/find-plane.ts'
import { readPageLabel, type PageLabel } from '../../shared/domain/paper-ballots/page-label.ts'
import type { Box, GreyImage } from '../../shared/domain/paper-ballots/page-plan.ts'
import { sampleStrip, stripScale } from '../../shared/domain/paper-ballots/strip.ts'
import { loadWasm } from './load-wasm.ts'

/**
 * What the code of a page says: looked for where it is printed, then about there, then on the whole image; null where none
 * of ours is read.
 *
 * @param plane of the page; null where its corner marks were not found
 * @param printedAt where it is printed on every page
 */
export async function readCode(image: GreyImage, plane: Plane | null, printedAt: Box): Promise<PageLabel | null> {
  if (plane !== null) {
    for (const around of [2.5, 8]) {
      const label = await labelIn(partOf(image, plane, widened(printedAt, around)))
      if (label !== null) return label
    }
  }
  return labelIn(image)
}

const widened = ({ left, top, width, height }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

/** A part of the paper, laid flat. */
function partOf(image: GreyImage, { toImage }: Plane, frame: Box): GreyImage {
  const strip = { frame, width: Math.ceil(frame.width * stripScale), height: Math.ceil(frame.height * stripScale) }
  return { ...strip, data: sampleStrip({ image, toImage, strip }) }
}

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
