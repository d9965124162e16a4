import type { CSSProperties } from 'react'
import type { Box } from '../../../shared/domain/paper-ballots/page-plan.ts'

type Size = { readonly width: number; readonly height: number }

/** Millimetres of paper beside what is shown. */
const margin = 3

/** Millimetres of paper above and below what is shown, where more is printed there than belongs to the line. */
type Room = { readonly above?: number; readonly below?: number }

/**
 * The part of a page around some boxes, with what is printed to the left of them: at least that many times as wide as it is high.
 * Millimetres, within the page.
 */
export function cropAround(
  boxes: readonly Box[],
  page: Size,
  { ratio, above = margin, below = margin }: Room & { readonly ratio: number },
): Box {
  const all = boxOf(boxes)
  const right = Math.min(page.width, all.left + all.width + margin)
  const top = Math.max(0, all.top - above)
  const bottom = Math.min(page.height, all.top + all.height + below)
  const from = Math.max(0, Math.min(all.left - margin, right - (bottom - top) * ratio))
  return { left: from, top, width: right - from, height: bottom - top }
}

/** The smallest box that holds them all. */
export function boxOf(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.left))
  const top = Math.min(...boxes.map((box) => box.top))
  const width = Math.max(...boxes.map((box) => box.left + box.width)) - left
  return { left, top, width, height: Math.max(...boxes.map((box) => box.top + box.height)) - top }
}

/**
 * How a picture of the page lies in a frame that shows the part alone; the frame has the part's `aspectRatio`. Moved by its own size:
 * a border of the frame would push what is far down the page out of a low part.
 */
export function laidIn(part: Box, page: Size): Pick<CSSProperties, 'width' | 'transform'> {
  return {
    width: percent(page.width / part.width),
    transform: `translate(${percent(-part.left / page.width)}, ${percent(-part.top / page.height)})`,
  }
}

const percent = (share: number): string => `${share * 100}%`
