import { encode } from 'uqr'
import type { DrawnRect } from './draw-lines.ts'

/** A QR code that fills that square as rectangles, one a run of dark modules. Points. */
export function qrRects({
  text,
  x: left,
  y: top,
  side,
}: Record<'x' | 'y' | 'side', number> & { text: string }): readonly DrawnRect[] {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const module = side / size
  return data.flatMap((row, y) =>
    runsOf(row).map(({ from, length }) => ({
      x: left + from * module,
      y: top + y * module,
      w: length * module,
      h: module,
    })),
  )
}

function runsOf(row: readonly boolean[]): readonly { readonly from: number; readonly length: number }[] {
  const runs: { from: number; length: number }[] = []
  row.forEach((isDark, x) => {
    const last = runs.at(-1)
    if (!isDark) return
    if (last !== undefined && last.from + last.length === x) last.length += 1
    else runs.push({ from: x, length: 1 })
  })
  return runs
}
