import { millimetres } from './nd30/measures.ts'
import type { LaidOutItem } from './pdf-parts.ts'
import { ownerOf } from './shared-pages.ts'

/** Millimetres from the upper left corner of the page. */
export type BlockBox = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** The boxes around the words of each own block of a page, by the block's name. */
export function boxesOf(items: readonly LaidOutItem[]): ReadonlyMap<string, BlockBox> {
  const boxes = new Map<string, BlockBox>()
  for (const item of items) {
    const owner = ownerOf(item)
    if (owner === undefined || item.type !== 'line') continue
    const box = boxOf(item)
    const known = boxes.get(owner)
    boxes.set(owner, known === undefined ? box : around(known, box))
  }
  return boxes
}

/** From the first word to the last, as high as the type is from its capitals' head to the baseline. */
function boxOf({ item: line }: Extract<LaidOutItem, { type: 'line' }>): BlockBox {
  const left = line.x + Math.min(...line.inlines.map(({ x }) => x))
  const right = line.x + Math.max(...line.inlines.map(({ x, width }) => x + width))
  const baseline = line.y + line.getAscenderHeight()
  const height = capitals * Math.max(...line.inlines.map(({ fontSize }) => fontSize))
  return {
    left: millimetres(left),
    top: millimetres(baseline - height),
    width: millimetres(right - left),
    height: millimetres(height),
  }
}

/** Of Tinos, as of Times New Roman: the height of capitals and figures in the size of the type. */
const capitals = 0.66

function around(one: BlockBox, other: BlockBox): BlockBox {
  const left = Math.min(one.left, other.left)
  const top = Math.min(one.top, other.top)
  const right = Math.max(one.left + one.width, other.left + other.width)
  const bottom = Math.max(one.top + one.height, other.top + other.height)
  return { left, top, width: right - left, height: bottom - top }
}
