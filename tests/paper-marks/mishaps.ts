import type { GreyImage } from '../../shared/domain/paper-ballots/page-plan.ts'
import { drawStroke, type PageCanvas } from './page-canvas.ts'

/** What happens to a sheet of paper before it is scanned, and to the scanner. */
export type Mishap = 'stain' | 'ring' | 'stamp' | 'fold' | 'hole' | 'staple' | 'feint'

type MishapInput = { readonly page: PageCanvas; readonly kind: Mishap; readonly random: () => number }

/** Draws it where it harms most often: about the column of figures. */
export function befall({ page, kind, random }: MishapInput): void {
  const x = 176 + random() * 26
  const y = 30 + random() * 240
  switch (kind) {
    case 'stain':
      return shade(page, { x, y, radius: 3 + random() * 12, soft: 0.5 + random(), depth: 25 + random() * 60 })
    case 'ring':
      return arc(page, {
        x,
        y,
        radius: 30 + random() * 10,
        width: 1 + random() * 2,
        grey: 170 + random() * 50,
        skips: 0.1,
        random,
      })
    case 'stamp':
      return stamp(page, { x, y, random })
    case 'fold': {
      const [lean, grey] = [(random() - 0.5) * 4, 130 + random() * 70]
      const points = Array.from({ length: 60 }, (_, step) => [
        step * 3.6,
        y + lean * (step / 60) + random() * 0.15,
      ]).flat()
      return drawStroke(page, { points, width: 0.2 + random() * 0.3, grey, random })
    }
    case 'hole':
      return shade(page, { x: random() < 0.5 ? 12 : 198 - random() * 5, y, radius: 3, soft: 0, depth: 235 })
    case 'staple': {
      const [left, top] = [random() < 0.5 ? 8 + random() * 10 : 185 + random() * 12, 8 + random() * 10]
      return drawStroke(page, { points: [left, top, left + 8, top + (random() - 0.5) * 8], width: 0.6, grey: 40 })
    }
    case 'feint':
      return fade(page, 0.45 + random() * 0.25)
  }
}

export const mishaps = ['stain', 'ring', 'stamp', 'fold', 'hole', 'staple'] as const

/** Toner that is running out: all that is printed is paler. */
function fade({ data }: PageCanvas, strength: number): void {
  for (let at = 0; at < data.length; at += 1) data[at] = 255 - (255 - (data[at] ?? 0)) * strength
}

type Shade = { x: number; y: number; radius: number; soft: number; depth: number }

function shade({ data, scale, width, height }: PageCanvas, { x, y, radius, soft, depth }: Shade): void {
  const reach = (radius + soft) * scale
  const [middleX, middleY] = [x * scale, y * scale]
  for (let row = Math.max(0, Math.round(middleY - reach)); row < Math.min(height, middleY + reach); row += 1) {
    for (
      let column = Math.max(0, Math.round(middleX - reach));
      column < Math.min(width, middleX + reach);
      column += 1
    ) {
      const away = Math.hypot(column - middleX, row - middleY) / scale
      const share = soft === 0 ? (away < radius ? 1 : 0) : Math.min(1, Math.max(0, (radius + soft - away) / (2 * soft)))
      const at = row * width + column
      data[at] = Math.max(0, (data[at] ?? 0) * (1 - (share * depth) / 255))
    }
  }
}

type Arc = { x: number; y: number; radius: number; width: number; grey: number; skips: number; random: () => number }

function arc(page: PageCanvas, { x, y, radius, width, grey, skips, random }: Arc): void {
  const points = Array.from({ length: 91 }, (_, step) => {
    const angle = (step / 90) * 2 * Math.PI
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  }).flat()
  drawStroke(page, { points, width, grey, skips, random })
}

/** A round seal of 36 mm with a double rim, words and a star. */
function stamp(page: PageCanvas, { x, y, random }: { x: number; y: number; random: () => number }): void {
  const grey = 90 + random() * 60
  arc(page, { x, y, radius: 18, width: 0.9, grey, skips: 0.05, random })
  arc(page, { x, y, radius: 12, width: 0.4, grey, skips: 0.05, random })
  for (let letter = 0; letter < 30; letter += 1) {
    const angle = (letter / 30) * 2 * Math.PI
    const points = Array.from({ length: 4 }, () => {
      const away = 13.5 + random() * 3
      const beside = angle + (random() - 0.5) * 0.14
      return [x + away * Math.cos(beside), y + away * Math.sin(beside)]
    }).flat()
    drawStroke(page, { points, width: 0.5, grey, random })
  }
  for (let spike = 0; spike < 5; spike += 1) {
    const angle = (spike / 5) * 2 * Math.PI
    drawStroke(page, { points: [x, y, x + 5 * Math.cos(angle), y + 5 * Math.sin(angle)], width: 1.2, grey, random })
  }
}

/** A line down the whole copy, from dirt on the glass of a sheet feeder. Pixels. */
export function streak(image: GreyImage, random: () => number): void {
  const isAtFigures = random() < 0.6
  const x = Math.floor(image.width * (isAtFigures ? 0.86 + random() * 0.1 : random()))
  const wide = Math.max(1, Math.round((0.1 + random() * 0.5) * (image.width / 210)))
  const grey = random() * 150
  for (let y = 0; y < image.height; y += 1) {
    const at = y * image.width + x
    for (let step = at; step < at + wide; step += 1)
      image.data[step] = Math.min(image.data[step] ?? 0, grey + random() * 40)
  }
}
