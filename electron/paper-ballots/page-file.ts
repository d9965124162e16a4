import type { GreyImage } from '../../shared/domain/paper-ballots/page-plan.ts'

/** A file of scanned pages, decoded page by page. */
export type PageFile = {
  readonly pages: number
  /**
   * In grey.
   *
   * @param page from 1
   * @param room new memory unless told otherwise
   * @throws UnreadablePages where that page cannot be decoded
   */
  readonly read: (page: number, room?: PixelRoom) => Promise<GreyImage>
  readonly close: () => void
}

/** Where as many greys are put: who reads one page after another may give the same place each time. */
export type PixelRoom = (count: number) => Uint8Array

type ColoursInput = {
  readonly colours: Uint8Array
  /** Bytes to a pixel, and which of them is red; green stands in the middle. */
  readonly step: number
  readonly red: 0 | 2
  /** Of as many pixels. */
  readonly to: Uint8Array
}

/** Weights of ITU-R BT.601. */
export function greyOf({ colours, step, red, to }: ColoursInput): void {
  const blue = 2 - red
  for (let at = 0, from = 0; at < to.length; at += 1, from += step) {
    to[at] = ((colours[from + red] ?? 0) * 77 + (colours[from + 1] ?? 0) * 150 + (colours[from + blue] ?? 0) * 29) >> 8
  }
}
