import type { GreyImage } from '../../shared/domain/paper-ballots/page-plan.ts'

/** Pixels of a page to draw on, with its pixels to a millimetre. */
export type PageCanvas = GreyImage & { readonly scale: number }

export function copyCanvas(canvas: PageCanvas): PageCanvas {
  return { ...canvas, data: canvas.data.slice() }
}

type Rect = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** Millimetres. */
export function fillRect(canvas: PageCanvas, { left, top, width, height }: Rect, grey = 0): void {
  const { scale, data } = canvas
  const [x0, x1] = [Math.max(0, Math.round(left * scale)), Math.round((left + width) * scale)]
  for (let y = Math.max(0, Math.round(top * scale)); y < Math.round((top + height) * scale); y += 1) {
    data.fill(grey, y * canvas.width + x0, y * canvas.width + Math.max(x0 + 1, x1))
  }
}

export type Stroke = {
  /** x and y of each point after the other, in millimetres. */
  readonly points: readonly number[]
  /** Millimetres. */
  readonly width: number
  /** Grey of the ink. */
  readonly grey: number
  /** Share of its length at which a ball point leaves nothing, 0 to 1. */
  readonly skips?: number
  /** For skips and pressure; without it the line is even. */
  readonly random?: () => number
}

/** A line with round ends and soft edges, over what is there; only darkens. */
export function drawStroke(canvas: PageCanvas, stroke: Stroke): void {
  const { points, random } = stroke
  let pressure = 1
  for (let at = 0; at + 3 < points.length; at += 2) {
    if (random !== undefined) {
      pressure = Math.min(1, Math.max(0.75, pressure + (random() - 0.5) * 0.14))
      if (random() < (stroke.skips ?? 0)) continue
    }
    const [x0, y0] = [points[at] ?? 0, points[at + 1] ?? 0]
    const [x1, y1] = [points[at + 2] ?? 0, points[at + 3] ?? 0]
    drawSegment(canvas, { x0, y0, x1, y1, width: stroke.width, depth: (255 - stroke.grey) * pressure })
  }
}

type Segment = { x0: number; y0: number; x1: number; y1: number; width: number; depth: number }

function drawSegment({ width, height, data, scale }: PageCanvas, segment: Segment): void {
  const x0 = segment.x0 * scale
  const y0 = segment.y0 * scale
  const dx = segment.x1 * scale - x0
  const dy = segment.y1 * scale - y0
  const radius = (segment.width * scale) / 2
  const reach = radius + 1
  const perSquare = 1 / (dx * dx + dy * dy || 1)
  const bottom = Math.min(height - 1, Math.ceil(Math.max(y0, y0 + dy) + reach))
  const right = Math.min(width - 1, Math.ceil(Math.max(x0, x0 + dx) + reach))
  const left = Math.max(0, Math.floor(Math.min(x0, x0 + dx) - reach))
  for (let y = Math.max(0, Math.floor(Math.min(y0, y0 + dy) - reach)); y <= bottom; y += 1) {
    const py = y + 0.5 - y0
    for (let x = left; x <= right; x += 1) {
      const px = x + 0.5 - x0
      const along = Math.min(1, Math.max(0, (px * dx + py * dy) * perSquare))
      const ox = px - along * dx
      const oy = py - along * dy
      const cover = radius + 0.5 - Math.sqrt(ox * ox + oy * oy)
      if (cover <= 0) continue
      const grey = 255 - segment.depth * Math.min(1, cover)
      const at = y * width + x
      if (grey < (data[at] ?? 0)) data[at] = grey
    }
  }
}
