/** Pixels of ink that belong together: how many, how dark in all, and from where to where. */
export type InkShare = {
  area: number
  /** Sum of the pixels' darkness. */
  dark: number
  left: number
  right: number
  top: number
  bottom: number
  /** Sums of places, of their squares and of their products: which way the ink lies, and how broad it is. */
  sumX: number
  sumY: number
  sumXX: number
  sumXY: number
  sumYY: number
}

export function emptyShare(): InkShare {
  const sums = { sumX: 0, sumY: 0, sumXX: 0, sumXY: 0, sumYY: 0 }
  return { area: 0, dark: 0, left: Infinity, right: 0, top: Infinity, bottom: 0, ...sums }
}

export function addPixel(share: InkShare, { x, y, dark }: { x: number; y: number; dark: number }): void {
  share.area += 1
  share.dark += dark
  share.sumX += x
  share.sumY += y
  share.sumXX += x * x
  share.sumXY += x * y
  share.sumYY += y * y
  if (x < share.left) share.left = x
  if (x > share.right) share.right = x
  if (y < share.top) share.top = y
  if (y > share.bottom) share.bottom = y
}

export function addShare(share: InkShare, other: InkShare): void {
  share.area += other.area
  share.dark += other.dark
  share.sumX += other.sumX
  share.sumY += other.sumY
  share.sumXX += other.sumXX
  share.sumXY += other.sumXY
  share.sumYY += other.sumYY
  share.left = Math.min(share.left, other.left)
  share.right = Math.max(share.right, other.right)
  share.top = Math.min(share.top, other.top)
  share.bottom = Math.max(share.bottom, other.bottom)
}
