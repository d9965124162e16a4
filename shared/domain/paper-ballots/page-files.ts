/** The files of a folder that scanners and phones make pages of, in the order that people count in. */
export function pageFilesOf(names: readonly string[]): readonly string[] {
  return names.filter((name) => pageFile.test(name)).toSorted((a, b) => a.localeCompare(b, 'vi', { numeric: true }))
}

const pageFile = /\.(pdf|tiff?|jpe?g|png)$/iu

/** How a file of pages ends, by what it is. */
export type PageEnding = '.pdf' | '.jpg' | '.png' | '.tif'

const heads: readonly (readonly [PageEnding, string])[] = [
  ['.pdf', '%PDF-'],
  ['.jpg', '\xff\xd8\xff'],
  ['.png', '\x89PNG'],
  ['.tif', 'II*\0'],
  ['.tif', 'MM\0*'],
]

/** What scanned pages are by their first bytes, not by what they are called: copiers write endings of their own. Null for anything else. */
export function pageEndingOf(bytes: Uint8Array): PageEnding | null {
  const head = String.fromCharCode(...bytes.subarray(0, 1024))
  // A PDF may begin with a few bytes of others.
  const kind = heads.find(([ending, start]) => (ending === '.pdf' ? head.includes(start) : head.startsWith(start)))
  return kind?.[0] ?? null
}
