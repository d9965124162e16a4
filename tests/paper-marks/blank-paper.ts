import type { GreyImage } from '../../shared/domain/paper-ballots/page-plan.ts'

type Piece = { readonly x: number; readonly y: number; readonly farX: number; readonly farY: number }

/** Whether a page is white all the way from one place to another, as most of a page is; looked for in squares, each once. */
export function isBlankBetween({ width, height, data }: GreyImage): (piece: Piece) => boolean {
  const across = Math.ceil(width / side)
  const known = new Uint8Array(across * Math.ceil(height / side))
  const isBlankAt = (column: number, row: number) => {
    const at = row * across + column
    if (known[at] === 0) known[at] = isWhite(column, row) ? 1 : 2
    return known[at] === 1
  }
  const isWhite = (column: number, row: number) => {
    const right = Math.min(width, (column + 1) * side)
    for (let y = row * side; y < Math.min(height, (row + 1) * side); y += 1) {
      for (let at = y * width + column * side; at < y * width + right; at += 1) if (data[at] !== 255) return false
    }
    return true
  }
  return ({ x, y, farX, farY }) => {
    const within = (at: number, length: number) => Math.min(length - 1, Math.max(0, at)) >> shift
    const [left, right] = [within(Math.min(x, farX), width), within(Math.max(x, farX) + 1, width)]
    const [top, bottom] = [within(Math.min(y, farY), height), within(Math.max(y, farY) + 1, height)]
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) if (!isBlankAt(column, row)) return false
    }
    return true
  }
}

const shift = 4
const side = 1 << shift
