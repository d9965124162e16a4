import type { Corners, PagePlan, PlannedCriterion } from '../../shared/domain/paper-ballots/page-plan.ts'
import { blankCanvas, drawStroke, fillRect, type PageCanvas } from './page-canvas.ts'

/** A page as it is printed, with where everything on it stands. */
export type PrintedPage = { readonly plan: PagePlan; readonly printed: PageCanvas }

const size = { width: 210, height: 297 }
const corners: Corners = [
  { x: 12, y: 8 },
  { x: 203, y: 8 },
  { x: 203, y: 289 },
  { x: 12, y: 289 },
]
export const markSize = 4

/**
 * A page that looks to a scanner like a ballot: rows of words on the left, figures of points in a column on the right,
 * rules between criteria. Other rows for other numbers.
 */
export function syntheticPage(random: () => number, dpi = 300): PrintedPage {
  const printed = blankCanvas({ ...size, dpi })
  drawCorners(printed, corners)
  let y = 16
  for (let line = 0; line < 6; line += 1) y = textLine(printed, { left: 20, right: 90 + random() * 100, y, random })
  const criteria: PlannedCriterion[] = []
  while (true) {
    const options = 3 + Math.floor(random() * 4)
    const pitch = 4.35 + random() * 0.8
    if (y + (options + 1) * pitch > 278) break
    fillRect(printed, { left: 20, top: y, width: 178, height: 0.18 })
    y += 0.6
    const pairs = Array.from({ length: options }, (_, option) => {
      const points = option === 0 ? 0 : Math.floor(random() * 3) + option
      const lines = option > 0 && random() < 0.2 ? 2 : 1
      const top = y
      for (let line = 0; line < lines; line += 1) {
        textLine(printed, { left: option === 0 ? 20 : 24, right: 40 + random() * 130, y: y + line * pitch, random })
      }
      drawNumber(printed, points, 192, top + pitch / 2)
      y += pitch * lines
      return { option, points, box: { left: 186, top, width: 12, height: pitch } }
    })
    criteria.push({ index: criteria.length, code: `${criteria.length + 1}.1`, options: pairs })
    y += 0.9
  }
  fillRect(printed, { left: 20, top: y, width: 178, height: 0.18 })
  return { printed, plan: { page: 1, pages: 1, ...size, corners, markSize, criteria } }
}

export function drawCorners(canvas: PageCanvas, corners: Corners): void {
  for (const [index, { x, y }] of corners.entries()) {
    const square = (side: number, grey: number) =>
      fillRect(canvas, { left: x - side / 2, top: y - side / 2, width: side, height: side }, grey)
    square(markSize, 0)
    if (index === 0) square(markSize / 2, 255)
  }
}

type LineInput = { left: number; right: number; y: number; random: () => number }

/** Scribbles of the height and weight of words; gives where the next line begins. */
function textLine(canvas: PageCanvas, { left, right, y, random }: LineInput): number {
  for (let x = left; x < right; x += 1.2) {
    if (random() < 0.16) continue
    const points = Array.from({ length: 4 }, () => [x + random() * 1.4, y + 1.3 + random() * 2]).flat()
    drawStroke(canvas, { points, width: 0.25, grey: 0 })
  }
  return y + 4.6
}

function drawNumber(canvas: PageCanvas, value: number, x: number, y: number): void {
  const digits = String(value)
  for (const [place, digit] of [...digits].entries()) {
    const left = x + (place - digits.length / 2) * 2.05 + 0.25
    for (const points of glyphs[Number(digit)] ?? []) {
      const placed = points.map((value, index) => (index % 2 === 0 ? left + value * 1.5 : y - 1.35 + value * 2.7))
      drawStroke(canvas, { points: placed, width: 0.34, grey: 0 })
    }
  }
}

const oval = [0.5, 0, 0.85, 0.12, 1, 0.5, 0.85, 0.88, 0.5, 1, 0.15, 0.88, 0, 0.5, 0.15, 0.12, 0.5, 0]

/** Lines of each digit in a square of 1. */
const glyphs: readonly (readonly (readonly number[])[])[] = [
  [oval],
  [[0.2, 0.2, 0.55, 0, 0.55, 1]],
  [[0.05, 0.25, 0.2, 0.05, 0.6, 0, 0.95, 0.2, 0.8, 0.5, 0, 1, 1, 1]],
  [[0.05, 0.1, 0.5, 0, 0.9, 0.2, 0.5, 0.47, 0.95, 0.72, 0.6, 1, 0.05, 0.92]],
  [[0.75, 1, 0.75, 0, 0, 0.68, 1, 0.68]],
  [[0.9, 0, 0.2, 0, 0.12, 0.45, 0.6, 0.4, 0.95, 0.68, 0.6, 1, 0.05, 0.92]],
  [[0.8, 0.02, 0.3, 0.2, 0.05, 0.65, 0.4, 1, 0.9, 0.8, 0.8, 0.45, 0.1, 0.6]],
  [[0, 0, 1, 0, 0.35, 1]],
  [
    [0.5, 0, 0.85, 0.2, 0.5, 0.45, 0.15, 0.2, 0.5, 0],
    [0.5, 0.45, 0.95, 0.72, 0.5, 1, 0.05, 0.72, 0.5, 0.45],
  ],
  [[0.2, 0.98, 0.7, 0.8, 0.95, 0.35, 0.6, 0, 0.1, 0.2, 0.2, 0.55, 0.9, 0.4]],
]
