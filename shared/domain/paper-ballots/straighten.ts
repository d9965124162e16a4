import type { Homography } from './homography.ts'
import type { Box, GreyImage } from './page-plan.ts'
import { sampleBox } from './strip.ts'

type StraightenInput = {
  readonly image: GreyImage
  readonly toImage: Homography
  /** What of the paper, in millimetres. */
  readonly box: Box
  readonly dpi: number
}

/** A part of the paper as it would lie under a scanner, white beyond the image. */
export function straighten({ image, toImage, box, dpi }: StraightenInput): GreyImage {
  const scale = dpi / 25.4
  const [width, height] = [Math.round(box.width * scale), Math.round(box.height * scale)]
  return { width, height, data: sampleBox({ image, toImage, frame: box, width, height, scale }) }
}
