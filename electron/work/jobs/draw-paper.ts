import { findPlane } from '../../../shared/domain/paper-ballots/find-plane.ts'
import type { GreyImage } from '../../../shared/domain/paper-ballots/page-plan.ts'
import { shrink } from '../../../shared/domain/paper-ballots/shrink.ts'
import { straighten } from '../../../shared/domain/paper-ballots/straighten.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { markCentres, markSize } from '../../documents/ballot-form/page-marks.ts'
import { nd30 } from '../../documents/nd30/measures.ts'
import { UnreadablePages } from '../../paper-ballots/decode-pages.ts'
import { openLastFile } from '../../paper-ballots/last-file.ts'
import { writePng } from '../../paper-ballots/write-png.ts'

export type PaperToDraw = {
  readonly path: string
  /** From 1. */
  readonly page: number
  readonly dpi: number
}

/**
 * A scanned page as a person looks at it: laid straight where its corner marks are found, else as it lies, about as wide.
 *
 * @throws Refusal `picture-unreadable`
 */
export async function drawPaper({ path, page, dpi }: PaperToDraw): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const image = await (await openLastFile(path)).read(page)
    return writePng(laidStraight(image, dpi) ?? asItLies(image, dpi))
  } catch (error) {
    if (error instanceof UnreadablePages) throw new Refusal('picture-unreadable')
    throw error
  }
}

function laidStraight(image: GreyImage, dpi: number): GreyImage | null {
  const plane = findPlane(image, { ...nd30.page, corners: markCentres, markSize })
  if (plane === null || plane.isMirrored) return null
  return straighten({ image, toImage: plane.toImage, box: { left: 0, top: 0, ...nd30.page }, dpi })
}

function asItLies(image: GreyImage, dpi: number): GreyImage {
  const wanted = (nd30.page.height / 25.4) * dpi
  return shrink(image, Math.max(1, Math.round(Math.max(image.width, image.height) / wanted)))
}
