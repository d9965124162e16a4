/** `done`: pages that were read before, from 1. */
type FileToDeal = { readonly done?: readonly number[] }

/** What a reader does next: open a file and say how many pages it has, or read one of its pages. */
export type Dealt<File> =
  | { readonly kind: 'open'; readonly file: File }
  | { readonly kind: 'read'; readonly file: File; readonly page: number }

type Deal<File> = {
  /** Null where there is nothing for that reader, unless a file that another one opens has more. */
  readonly next: (reader: number) => Dealt<File> | null
  /** @param pages of the file that the reader was told to open */
  readonly opened: (reader: number, pages: number) => void
}

/** `left`: its pages that are to be dealt; null until it was opened. */
type Part<File> = { readonly file: File; left: number[] | null; isBeingOpened: boolean }

/**
 * Deals the pages of a pile out to readers who come for them one by one. Each goes its own way through the pile, file after
 * file, since pages of one product are held against the same print. Whoever has nothing before it takes the later half of
 * what the one with the most has: so all end together, and nothing waits for a reader who comes no more.
 */
export function dealPages<File extends FileToDeal>(files: readonly File[]): Deal<File> {
  const ways = new Map<number, Part<File>[]>()
  const all = files.map((file): Part<File> => ({ file, left: null, isBeingOpened: false }))
  return {
    next: (reader) => {
      const own = ways.get(reader) ?? []
      const way = hasMore(own) ? own : ways.size === 0 ? all : laterHalf([...ways.values()].toSorted(byLength)[0] ?? [])
      ways.set(reader, way)
      return nextOn(way)
    },
    opened: (reader, pages) => {
      const part = ways.get(reader)?.[0]
      if (part === undefined) throw new Error('no file that was to be opened')
      part.left = numbersTo(pages).filter((page) => part.file.done?.includes(page) !== true)
    },
  }
}

const numbersTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1)

const hasMore = <File>(way: readonly Part<File>[]): boolean => way.some(({ left }) => left?.length !== 0)

/** The one with the most before it first. */
function byLength<File>(a: readonly Part<File>[], b: readonly Part<File>[]): number {
  return b.length - a.length || pagesOf(b) - pagesOf(a)
}

const pagesOf = <File>(way: readonly Part<File>[]): number =>
  way.reduce((sum, { left }) => sum + (left?.length ?? 1), 0)

function nextOn<File>(way: Part<File>[]): Dealt<File> | null {
  while (way[0]?.left?.length === 0) way.shift()
  const [part] = way
  if (part === undefined || (part.left === null && part.isBeingOpened)) return null
  const page = part.left?.shift()
  if (page !== undefined) return { kind: 'read', file: part.file, page }
  part.isBeingOpened = true
  return { kind: 'open', file: part.file }
}

/** Taken off the way: whole files, or pages of the last one. */
function laterHalf<File>(way: Part<File>[]): Part<File>[] {
  if (way.length > 1) return way.splice(Math.ceil(way.length / 2))
  const [part] = way
  if (part === undefined || part.left === null) return []
  const left = part.left.splice(Math.floor(part.left.length / 2))
  return left.length === 0 ? [] : [{ ...part, left }]
}
