import type { GreyImage, Point } from './page-plan.ts'

type CentreInput = {
  readonly image: GreyImage
  /** Pixels. */
  readonly about: Point
  /** Side of the mark in pixels. */
  readonly size: number
}

/** The centre of gravity of what is dark around a mark: finer than a pixel. */
export function centreOfMark({ image, about, size }: CentreInput): Point {
  let centre = about
  for (let round = 0; round < 2; round += 1) {
    const { sum, x, y } = darkness({ image, centre, reach: 0.75 * size })
    if (sum > 0) centre = { x: x / sum, y: y / sum }
  }
  return centre
}

/** Dark pixels over those of a whole mark, in the square of two marks' side around a place. */
export function inkShareAt({
  image,
  centre,
  size,
}: {
  readonly image: GreyImage
  readonly centre: Point
  readonly size: number
}): number {
  return darkness({ image, centre, reach: size }).sum / (size * size)
}

/** What lies beyond half the way from the palest to the darkest, each pixel with its share of that half. */
function darkness({ image, centre, reach }: { image: GreyImage; centre: Point; reach: number }) {
  const left = Math.max(0, Math.round(centre.x - reach))
  const right = Math.min(image.width, Math.round(centre.x + reach))
  const top = Math.max(0, Math.round(centre.y - reach))
  const bottom = Math.min(image.height, Math.round(centre.y + reach))
  let [darkest, palest] = [255, 0]
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      const value = image.data[row * image.width + column] ?? 255
      if (value < darkest) darkest = value
      if (value > palest) palest = value
    }
  }
  const limit = (darkest + palest) / 2
  let [sum, x, y] = [0, 0, 0]
  if (palest - darkest < leastContrast) return { sum, x, y }
  const half = limit - darkest
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      const value = image.data[row * image.width + column] ?? 255
      if (value >= limit) continue
      const weight = Math.min(1, (1.5 * (limit - value)) / half)
      sum += weight
      x += weight * (column + 0.5)
      y += weight * (row + 0.5)
    }
  }
  return { sum, x, y }
}

const leastContrast = 40
