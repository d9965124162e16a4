import type { Box, GreyImage } from './page-plan.ts'

/** Its pixels within a box, by pixels. */
export function partOf(image: GreyImage, { left, top, width, height }: Box): GreyImage {
  if (width === image.width && height === image.height) return image
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const from = (top + y) * image.width + left
    data.set(image.data.subarray(from, from + width), y * width)
  }
  return { width, height, data }
}

/** The mean of each square of `factor` × `factor` pixels; what is left over at the right and below is dropped. */
export function shrink(image: GreyImage, factor: number): GreyImage {
  if (factor === 1) return image
  const width = Math.floor(image.width / factor)
  const height = Math.floor(image.height / factor)
  const data = new Uint8Array(width * height)
  if (factor === 2) halve(image, { width, height, data })
  else {
    const sums = new Uint32Array(width)
    const share = 1 / (factor * factor)
    for (let y = 0; y < height; y += 1) {
      sums.fill(0)
      for (let line = 0; line < factor; line += 1) {
        let at = (y * factor + line) * image.width
        for (let x = 0; x < width; x += 1) {
          let sum = 0
          for (let step = 0; step < factor; step += 1) sum += image.data[at + step] ?? 0
          sums[x] = (sums[x] ?? 0) + sum
          at += factor
        }
      }
      for (let x = 0; x < width; x += 1) data[y * width + x] = (sums[x] ?? 0) * share
    }
  }
  return { width, height, data }
}

/** What most scans need. */
function halve({ width: wide, data: from }: GreyImage, { width, height, data }: GreyImage): void {
  for (let y = 0; y < height; y += 1) {
    let at = 2 * y * wide
    for (let to = y * width; to < (y + 1) * width; to += 1) {
      data[to] = ((from[at] ?? 0) + (from[at + 1] ?? 0) + (from[at + wide] ?? 0) + (from[at + wide + 1] ?? 0)) >> 2
      at += 2
    }
  }
}
