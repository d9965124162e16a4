import type { Box } from '../../shared/domain/paper-ballots/page-plan.ts'
import { seededRandom } from '../bench/seeded-random.ts'
import { drawStroke, type PageCanvas } from './page-canvas.ts'

/** How a member marks; most keep to one way over a whole page. */
export const styles = ['circle', 'tick', 'cross', 'fill', 'underline'] as const
export type Style = (typeof styles)[number]

/** A member's pen and how neat its holder is. */
export type Hand = {
  readonly style: Style
  /** Millimetres. */
  readonly width: number
  readonly grey: number
  /** Typical miss of the middle, in millimetres. */
  readonly miss: number
  /** 1 for marks of the usual size. */
  readonly size: number
  readonly skips: number
  /** From 0 for small marks to 1 for wide ones. */
  readonly sweep: number
}

export function handOf(random: () => number): Hand {
  const pick = random()
  return {
    style: pick < 0.55 ? 'circle' : pick < 0.7 ? 'tick' : pick < 0.82 ? 'cross' : pick < 0.9 ? 'fill' : 'underline',
    width: 0.4 + random() * random() * 0.8,
    grey: random() < 0.65 ? 60 + random() * 60 : 15 + random() * 40,
    miss: 0.2 + random() * 0.5,
    size: 0.88 + random() * 0.3,
    skips: random() < 0.3 ? random() * 0.08 : 0,
    sweep: random(),
  }
}

type MarkInput = {
  readonly canvas: PageCanvas
  readonly box: Box
  readonly hand: Hand
  readonly random: () => number
}

export function drawMark({ canvas, box, hand, random }: MarkInput): void {
  const x = box.left + box.width / 2 + bell(random) * hand.miss
  const y = box.top + box.height / 2 + bell(random) * hand.miss * 0.8
  const pen = (points: readonly number[]) => drawStroke(canvas, { ...hand, points, random })
  switch (hand.style) {
    case 'circle':
      return pen(loop({ x, y, hand, random }))
    case 'tick':
      return pen(tick({ x, y, hand, random }))
    case 'cross': {
      const [wide, high] = [1.6 + about(hand, random) * 1.3, 1.5 + about(hand, random) * 0.9]
      pen(line({ x0: x - wide, y0: y - high, x1: x + wide, y1: y + high, random }))
      return pen(line({ x0: x + wide, y0: y - high, x1: x - wide, y1: y + high, random }))
    }
    case 'fill':
      return pen(
        scribble({ x, y, wide: 1.7 + random() * 0.6, high: 1.5 + random() * 0.4, gap: hand.width * 0.7, random }),
      )
    case 'underline': {
      const low = box.top + box.height / 2 + 1.75 + random() * 0.4
      const wide = 1.6 + about(hand, random) * 1.4
      return pen(line({ x0: x - wide, y0: low, x1: x + wide, y1: low + bell(random) * 0.15, random }))
    }
  }
}

/** What takes a mark back: strokes over it, or one or two heavy lines through it. */
export function crossOut({ canvas, box, hand, random }: MarkInput): void {
  const x = box.left + box.width / 2
  const y = box.top + box.height / 2
  const pen = (points: readonly number[]) =>
    drawStroke(canvas, { ...hand, width: hand.width * 1.15, skips: 0, points, random })
  const kind = random()
  if (kind < 0.45) {
    return pen(scribble({ x, y, wide: 3 + random(), high: 1.7 + random() * 0.5, gap: 0.7 + random() * 0.4, random }))
  }
  const lean = kind < 0.75 ? 2 + random() : 0.2
  pen(line({ x0: x - 3.8, y0: y - lean * 0.8, x1: x + 3.8, y1: y + lean * 0.8, random }))
  if (kind < 0.75) return pen(line({ x0: x + 3.8, y0: y - lean * 0.8, x1: x - 3.8, y1: y + lean * 0.8, random }))
  pen(line({ x0: x - 3.8, y0: y + 0.6, x1: x + 3.8, y1: y + 0.5, random }))
  return pen(line({ x0: x - 3.8, y0: y - 0.6, x1: x + 3.8, y1: y - 0.7, random }))
}

/** How wide this one is: near the hand's own. */
const about = ({ sweep }: Hand, random: () => number): number => sweep * 0.6 + random() * 0.4

/** Between -1.5 and 1.5, mostly near 0. */
const bell = (random: () => number): number => random() + random() + random() - 1.5

type ShapeInput = { x: number; y: number; hand: Hand; random: () => number }

/** A circle, round or flat, open by up to a sixth or closed over itself. */
function loop({ x, y, hand, random }: ShapeInput): number[] {
  const across = (2.5 + random() * 1.6) * hand.size
  const down = (2.1 + random() * 0.7) * hand.size
  const start = random() * 7
  const length = Math.PI * 2 * (0.86 + random() * 0.3)
  const direction = random() < 0.7 ? -1 : 1
  const [wobble, phase, drift] = [0.04 + random() * 0.05, random() * 7, (random() - 0.4) * 0.35]
  const points: number[] = []
  for (let step = 0; step <= 36; step += 1) {
    const angle = start + (direction * length * step) / 36
    const wide = 1 + wobble * Math.sin(3 * angle + phase) + (drift * step) / 72
    points.push(x + across * wide * Math.cos(angle), y + down * wide * Math.sin(angle))
  }
  return points
}

/** Down to the right and up beyond the figure. */
function tick({ x, y, hand, random }: ShapeInput): number[] {
  const foot = { x: x - 0.4 + random() * 0.6, y: y + 0.8 + random() * 0.8 }
  const up = (2.6 + about(hand, random) * 1.6) * hand.size
  return [
    ...line({ x0: foot.x - 1.2 - random(), y0: foot.y - 1.3 - random() * 0.8, x1: foot.x, y1: foot.y, random }),
    ...line({ x0: foot.x, y0: foot.y, x1: foot.x + up * (0.75 + random() * 0.6), y1: foot.y - up, random }),
  ]
}

/** A hand that circles neatly and skips nothing: what it marks is read. */
export const neatHand: Hand = {
  ...handOf(seededRandom(1)),
  style: 'circle',
  width: 0.6,
  grey: 60,
  miss: 0.2,
  size: 1,
  skips: 0,
}

type LineInput = { x0: number; y0: number; x1: number; y1: number; random: () => number }

/** Slightly bent, in short pieces. */
function line({ x0, y0, x1, y1, random }: LineInput): number[] {
  const bow = (random() - 0.5) * 0.5
  const points: number[] = []
  for (let step = 0; step <= 10; step += 1) {
    const at = step / 10
    const off = bow * Math.sin(Math.PI * at) + (random() - 0.5) * 0.06
    points.push(x0 + (x1 - x0) * at + off * 0.5, y0 + (y1 - y0) * at + off)
  }
  return points
}

type ScribbleInput = { x: number; y: number; wide: number; high: number; gap: number; random: () => number }

/** To and fro, from one end to the other. */
function scribble({ x, y, wide, high, gap, random }: ScribbleInput): number[] {
  const points: number[] = []
  let side = 1
  for (let across = -wide; across <= wide; across += gap * 0.5) {
    const edge = Math.sqrt(Math.max(0.15, 1 - (across / wide) ** 2)) * high
    points.push(x + across + (random() - 0.5) * 0.2, y + side * edge * (0.85 + random() * 0.25))
    side = -side
  }
  return points
}
