/** `done`: pages that were read before, from 1. */
type FileToDeal = { readonly done?: readonly number[] }

/** What a reader does next: open a file and say how many pages it has, or read one of its pages. */
export type Dealt<File> =
  | { readonly kind: 'open'; readonly file: File }
  | { readonly kind: 'read'; readonly file: File; readonly page: number }

type Deal<File> = {
  /**
   * Null where there is nothing for that reader now.
   *
   * @param isAtWork whether another reader goes on by itself
   * @param least so many pages are worth it to take from one that does
   */
  readonly next: (reader: number, isAtWork: (other: number) => boolean, least?: number) => Dealt<File> | null
  /** @param pages of the file that the reader was told to open */
  readonly opened: (reader: number, pages: number) => void
}

/** `left`: its pages that are to be dealt; null until it was opened. */
type Part<File> = { readonly file: File; left: number[] | null; isBeingOpened: boolean }

/** What a reader has before it. */
type Way<File> = Part<File>[]

/**
 * Deals the pages of a pile out to readers who come for them one by one. Each goes its own way through the pile, file after
 * file, since pages of one product are held against the same print. Whoever has nothing before it takes the later half of
 * what the one with the most has: so all end together, and nothing waits for a reader who comes no more.
 */
export function dealPages<File extends FileToDeal>(files: readonly File[]): Deal<File> {
  const ways = new Map<number, Way<File>>()
  const all = files.map((file): Part<File> => ({ file, left: null, isBeingOpened: false }))
  let [opened, pagesOpened] = [0, 0]
  /** Of a file that nobody has opened: as many pages as those that were have, and at first enough. */
  const usual = () => (opened === 0 ? 2 * worthDrawing : pagesOpened / opened)
  const lengthOf = (way: Way<File>): number => way.reduce((sum, { left }) => sum + (left?.length ?? usual()), 0)

  function takeFromAnother(isAtWork: (other: number) => boolean, least: number): Way<File> {
    const others = [...ways].map(([reader, way]) => ({ way, length: lengthOf(way), isAtWork: isAtWork(reader) }))
    const worth = others.filter((one) => hasMore(one.way) && (!one.isAtWork || one.length >= 2 * least))
    const [most] = worth.toSorted((a, b) => b.length - a.length)
    return most === undefined ? [] : laterHalf(most.way)
  }

  return {
    next: (reader, isAtWork, least = worthDrawing) => {
      const own = ways.get(reader) ?? []
      const way = hasMore(own) ? own : ways.size === 0 ? all : takeFromAnother(isAtWork, least)
      ways.set(reader, way)
      return nextOn(way)
    },
    opened: (reader, pages) => {
      const part = ways.get(reader)?.[0]
      if (part === undefined) throw new Error('no file that was to be opened')
      part.left = numbersTo(pages).filter((page) => part.file.done?.includes(page) !== true)
      opened += 1
      pagesOpened += part.left.length
    },
  }
}

/** Pages: to draw the print of a product again takes as long as to read some of them. */
const worthDrawing = 12
/** For a reader that has not begun: what it loads and draws first takes as long as to read so many. */
export const worthStarting = 60

const numbersTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1)

const hasMore = <File>(way: Way<File>): boolean => way.some(({ left }) => left?.length !== 0)

function nextOn<File>(way: Way<File>): Dealt<File> | null {
  while (way[0]?.left?.length === 0) way.shift()
  const [part] = way
  if (part === undefined || (part.left === null && part.isBeingOpened)) return null
  const page = part.left?.shift()
  if (page !== undefined) return { kind: 'read', file: part.file, page }
  part.isBeingOpened = true
  return { kind: 'open', file: part.file }
}

/** Taken off the way: whole files, or pages of the last one. */
function laterHalf<File>(way: Way<File>): Way<File> {
  if (way.length > 1) return way.splice(Math.ceil(way.length / 2))
  const [part] = way
  if (part === undefined || part.left === null) return []
  const left = part.left.splice(Math.floor(part.left.length / 2))
  return left.length === 0 ? [] : [{ ...part, left }]
}
