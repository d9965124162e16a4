import { readFileSync } from 'node:fs'
import { findPlane } from '../../../shared/domain/paper-ballots/find-plane.ts'
import type { GreyImage } from '../../../shared/domain/paper-ballots/page-plan.ts'
import { shrink } from '../../../shared/domain/paper-ballots/shrink.ts'
import { straighten } from '../../../shared/domain/paper-ballots/straighten.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { markCentres, markSize } from '../../documents/ballot-form/page-marks.ts'
import { nd30 } from '../../documents/nd30/measures.ts'
import { openPageFile, UnreadablePages } from '../../paper-ballots/decode-pages.ts'
import type { PageFile } from '../../paper-ballots/page-file.ts'
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
    const image = await (await opened(path)).read(page)
    return writePng(laidStraight(image, dpi) ?? asItLies(image, dpi))
  } catch (error) {
    if (error instanceof UnreadablePages) throw new Refusal('picture-unreadable')
    throw error
  }
}

/** The file that was looked at last: pages are looked at one after the other. */
let last: { readonly path: string; readonly file: Promise<PageFile> } | null = null

function opened(path: string): Promise<PageFile> {
  if (last?.path !== path) {
    void last?.file.then((file) => file.close()).catch(() => undefined)
    last = { path, file: openPageFile(new Uint8Array(readFileSync(path))) }
  }
  return last.file
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
