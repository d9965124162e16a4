/** Pixels of ink that belong together: how many, how dark in all, and from where to where. */
export type InkShare = {
  area: number
  /** Sum of the pixels' darkness. */
  dark: number
  left: number
  right: number
  top: number
  bottom: number
}

export function emptyShare(): InkShare {
  return { area: 0, dark: 0, left: Infinity, right: 0, top: Infinity, bottom: 0 }
}

export function addPixel(share: InkShare, { x, y, dark }: { x: number; y: number; dark: number }): void {
  share.area += 1
  share.dark += dark
  if (x < share.left) share.left = x
  if (x > share.right) share.right = x
  if (y < share.top) share.top = y
  if (y > share.bottom) share.bottom = y
}

export function addShare(share: InkShare, other: InkShare): void {
  share.area += other.area
  share.dark += other.dark
  share.left = Math.min(share.left, other.left)
  share.right = Math.max(share.right, other.right)
  share.top = Math.min(share.top, other.top)
  share.bottom = Math.max(share.bottom, other.bottom)
}
