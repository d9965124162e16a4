import type { GreyImage } from '../../shared/domain/paper-ballots/page-plan.ts'

/**
 * What is left of an image after JPEG of the quality given: each square of 8 × 8 pixels through the cosine transform, its
 * numbers rounded as the standard's table (ITU-T T.81, K.1) has it, and back.
 */
export function throughJpeg({ width, height, data }: GreyImage, quality: number): void {
  const scale = quality < 50 ? 50 / quality : 2 - quality / 50
  const steps = Float32Array.from(luminance, (step) => Math.max(1, Math.floor(step * scale + 0.5)))
  const square = new Float32Array(64)
  const half = new Float32Array(64)
  for (let top = 0; top + 8 <= height; top += 8) {
    for (let left = 0; left + 8 <= width; left += 8) {
      if (!load(square, data, top * width + left, width)) continue
      transform(square, half, cosines)
      transform(half, square, cosines)
      for (let at = 0; at < 64; at += 1) {
        const step = steps[at] ?? 1
        square[at] = Math.round((square[at] ?? 0) / step) * step
      }
      transform(square, half, turned)
      transform(half, square, turned)
      for (let at = 0; at < 64; at += 1) {
        const value = (square[at] ?? 0) + 128
        data[(top + (at >> 3)) * width + left + (at & 7)] = value < 0 ? 0 : value > 255 ? 255 : value
      }
    }
  }
}

/** Whether there is anything in the square but one grey. */
function load(square: Float32Array, data: Uint8Array, from: number, width: number): boolean {
  const first = data[from] ?? 0
  let isVaried = false
  for (let at = 0; at < 64; at += 1) {
    const value = data[from + (at >> 3) * width + (at & 7)] ?? 0
    if (value !== first) isVaried = true
    square[at] = value - 128
  }
  return isVaried
}

/** Rows times the matrix, written as columns: twice over is the transform in both directions. */
function transform(from: Float32Array, to: Float32Array, matrix: Float32Array): void {
  for (let row = 0; row < 64; row += 8) {
    const [a, b, c, d] = [from[row] ?? 0, from[row + 1] ?? 0, from[row + 2] ?? 0, from[row + 3] ?? 0]
    const [e, f, g, h] = [from[row + 4] ?? 0, from[row + 5] ?? 0, from[row + 6] ?? 0, from[row + 7] ?? 0]
    for (let out = 0; out < 8; out += 1) {
      const at = out * 8
      to[at + (row >> 3)] =
        a * (matrix[at] ?? 0) +
        b * (matrix[at + 1] ?? 0) +
        c * (matrix[at + 2] ?? 0) +
        d * (matrix[at + 3] ?? 0) +
        e * (matrix[at + 4] ?? 0) +
        f * (matrix[at + 5] ?? 0) +
        g * (matrix[at + 6] ?? 0) +
        h * (matrix[at + 7] ?? 0)
    }
  }
}

const cosines = Float32Array.from({ length: 64 }, (_, at) => {
  const [wave, place] = [at >> 3, at & 7]
  return (wave === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * place + 1) * wave * Math.PI) / 16)
})
const turned = cosines.map((_, at) => cosines[(at & 7) * 8 + (at >> 3)] ?? 0)

const luminance = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
]
