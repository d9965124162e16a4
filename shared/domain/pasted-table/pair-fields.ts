import { remembering } from '../remembering.ts'
import { readLine, type CellFault, type CellReading, type PastedField } from './pasted-field.ts'

/** What a cell says of a pair, with its reason where it has one. */
export type SaidOfPair<Said> = { readonly said: Said; readonly reason: string }

/** One side of a table of pairs: the products of an agenda, or what is said something of at each of them. */
export type PairSide<Thing> = {
  readonly things: readonly Thing[]
  readonly keyOf: (thing: Thing) => string
  /** By a code, a name or both in one cell. */
  readonly find: (words: string) => Thing | undefined
  readonly unknown: CellFault
  readonly heads: { readonly code: readonly string[]; readonly name: readonly string[] }
}

export type PairSides<Item, Other, Said> = {
  readonly item: PairSide<Item>
  readonly other: PairSide<Other>
  readonly said: readonly string[]
  /** Further words that head reasons. */
  readonly reason?: readonly string[]
  readonly read: (cell: string) => CellReading<SaidOfPair<Said>>
}

/**
 * What a table of pairs can say: one pair a row in a few columns, or a row for each thing of one side and a column for each of
 * the other. A column of a thing is known by its heading alone.
 */
export function pairFields<Item, Other, Said>({ item, other, said, reason = [], read }: PairSides<Item, Other, Said>) {
  const columnsOf = <Thing>(name: string, side: PairSide<Thing>) => {
    const headed = remembering((head) => side.find(head) ?? null)
    return side.things.map((thing) => [
      side.keyOf(thing),
      { heads: [], ofThing: { side: name, isHead: (head: string) => headed(head) === thing }, looks: never, read },
    ])
  }
  return {
    code: { heads: item.heads.code, looks: (cell) => item.find(cell) !== undefined, read: readLine() },
    name: { heads: item.heads.name, looks: never, read: readLine() },
    otherCode: {
      heads: other.heads.code,
      looks: (cell) => namedIn(other, cell).every((part) => other.find(part) !== undefined),
      // `Không tham gia chấm` heads who does not, and what one does who is named beside it.
      yieldsTo: 'said',
      read: readLine(2000),
    },
    otherName: { heads: other.heads.name, looks: never, read: readLine(2000) },
    said: { heads: said, looks: (cell) => 'value' in read(cell), read },
    reason: { heads: ['Lý do', 'Ghi rõ lý do', 'Nguyên nhân', 'Ghi chú', ...reason], read: readLine(2000) },
    ...(Object.fromEntries([...columnsOf('item', item), ...columnsOf('other', other)]) as Readonly<
      Record<PairColumn, PastedField<SaidOfPair<Said>>>
    >),
  } satisfies PairFields<Said>
}

/** The column of a thing, as its side keys it. */
export type PairColumn = `item ${string}` | `other ${string}`

export type PairFields<Said> = {
  readonly [Field in 'code' | 'name' | 'otherCode' | 'otherName' | 'reason']: PastedField<string>
} & { readonly [Field in 'said' | PairColumn]: PastedField<SaidOfPair<Said>> }

/** Those whom a cell names, each in its words: `TV01, TV03` are two; what stands for one as a whole, commas and all, is one. */
export function namedIn<Thing>({ find }: Pick<PairSide<Thing>, 'find'>, cell: string): readonly string[] {
  if (find(cell) !== undefined) return [cell]
  const parts = cell
    .split(/[,;\n]|\s+và\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.some((part) => find(part) !== undefined) ? parts : [cell]
}

/** A cell that says a word, alone or with its reason: `vắng: đi công tác`, `không đạt (hết hạn)`, `x - người nhà`. */
export function readWithReason<Said>(
  cell: string,
  { readWord, fault }: { readonly readWord: (word: string) => Said | null; readonly fault: CellFault },
): CellReading<SaidOfPair<Said>> {
  const whole = readWord(cell)
  if (whole !== null) return { value: { said: whole, reason: '' } }
  const [, word = '', mark = '', rest = ''] = /^([^:(]+?)\s*(:|\(|(?<=\s)[-–—](?=\s))\s*(.*)$/s.exec(cell) ?? []
  const said = readWord(word)
  return said === null ? { fault } : { value: { said, reason: mark === '(' ? rest.replace(/\)$/, '') : rest } }
}

const never = (): boolean => false
