import { memoryOf } from './memory.ts'
import { stripScale, type Strip } from './strip.ts'

/** Side of the squares in which paper has one white, in pixels. */
const block = 4 * stripScale
const half = block / 2

/** How much darker each pixel is than the paper around it: 0 for paper, 255 for black. Good until it is asked for again. */
export function darknessOf(greys: Uint8Array, { width, height }: Strip): Uint8Array {
  const across = Math.ceil(width / block)
  const down = Math.ceil(height / block)
  const whites = withoutFilled({ whites: whitesOf({ greys, width, height, across, down }), across, down })
  const dark = darkMemory(greys.length).fill(0)
  const papers = new Float32Array(across)
  for (let y = 0; y < height; y += 1) {
    const v = Math.min(down - 1, Math.max(0, (y + 0.5) / block - 0.5))
    const upper = Math.floor(v)
    const lower = Math.min(down - 1, upper + 1)
    for (let column = 0; column < across; column += 1) {
      const above = whites[upper * across + column] ?? 0
      const below = whites[lower * across + column] ?? 0
      papers[column] = above + (below - above) * (v - upper)
    }
    // From the middle of one square to that of the next.
    for (let column = -1, start = -half; start < width; column += 1, start += block) {
      const from = papers[Math.max(0, column)] ?? 0
      const rise = ((papers[Math.min(across - 1, column + 1)] ?? 0) - from) / block
      const end = y * width + Math.min(width, start + block)
      let paper = from + (Math.max(0, start) - start + 0.5) * rise
      for (let at = y * width + Math.max(0, start); at < end; at += 1, paper += rise) {
        const value = greys[at] ?? 0
        if (value < paper) dark[at] = 255 - (255 * value) / paper
      }
    }
  }
  return dark
}

const darkMemory = memoryOf(Uint8Array)

type BlocksInput = { greys: Uint8Array; width: number; height: number; across: number; down: number }

/** In each square the grey that three tenths are paler than. */
function whitesOf({ greys, width, height, across, down }: BlocksInput): Float32Array {
  const whites = new Float32Array(across * down)
  const counts = new Uint16Array(256)
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      counts.fill(0)
      const right = Math.min(width, (column + 1) * block)
      const bottom = Math.min(height, (row + 1) * block)
      let seen = 0
      for (let y = row * block; y < bottom; y += 2) {
        for (let x = column * block; x < right; x += 2) {
          const value = greys[y * width + x] ?? 0
          counts[value] = (counts[value] ?? 0) + 1
          seen += 1
        }
      }
      let value = 255
      for (let above = 0; value > 1; value -= 1) {
        above += counts[value] ?? 0
        if (above >= seen * 0.3) break
      }
      whites[row * across + column] = value
    }
  }
  return whites
}

type WhitesInput = { whites: Float32Array; across: number; down: number }

/** A square that is much darker than one beside it is filled with ink: the paper under it is as that around it. */
function withoutFilled({ whites, across, down }: WhitesInput): Float32Array {
  return whites.map((own, at) => {
    const [row, column] = [Math.floor(at / across), at % across]
    let palest = own
    for (let y = Math.max(0, row - 1); y <= Math.min(down - 1, row + 1); y += 1) {
      for (let x = Math.max(0, column - 1); x <= Math.min(across - 1, column + 1); x += 1) {
        palest = Math.max(palest, whites[y * across + x] ?? 0)
      }
    }
    return own < 0.82 * palest ? palest : Math.max(1, own)
  })
}
