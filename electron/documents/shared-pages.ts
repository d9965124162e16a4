import { firstOwners, type Lowered, type SharedDrawing, type Sheet, type SheetPart } from './draw-pages.ts'
import { artifact, type Element } from './pdf-a/elements.ts'
import type { PdfEngine } from './pdf-engine.ts'
import type { LaidOutItem, LaidOutPage, LaidOutPages } from './pdf-parts.ts'

/** A block as a section fills it: its own lines and drawings where they stand when nothing is above them. */
export type SetBlock = {
  readonly name: string
  readonly row: string
  readonly items: readonly Lowered[]
  readonly height: number
}

/** What the pages of a form depend on: how high its rows of blocks are, in thousandths of a point. */
export function shapeOf(blocks: readonly SetBlock[]): string {
  const rows = new Map<string, number>()
  for (const { row, height } of blocks) rows.set(row, Math.max(rows.get(row) ?? 0, Math.round(height * 1000)))
  return [...rows.values()].join(' ')
}

/** The pages of a form, drawn once: each section that fills them adds its own blocks. */
export type SharedPages = readonly SharedPage[]

type SharedPage = { readonly sheet: Sheet; readonly parts: readonly SharedPart[] }

type SharedPart = SharedDrawing | Place

/** Where a block of that name goes: so far below where it was laid out alone. */
type Place = { readonly block: string; readonly down: number; readonly isRead: boolean }

type SharePagesInput = {
  pages: LaidOutPages
  blocks: readonly SetBlock[]
  engine: PdfEngine
}

/**
 * Reads from the pages of one section of a form where its blocks stand, and draws the rest. Order is kept, since it is
 * the order in which a page is read aloud.
 * @param blocks the same section's, each laid out alone. Where one is missing, parted or moved sideways on the pages,
 * they are not shared.
 */
export function sharePages({ pages, blocks, engine }: SharePagesInput): SharedPages | null {
  const byName = new Map(blocks.map((block) => [block.name, block]))
  const elementOf = firstOwners()
  const parted = pages.map((page) => partPage({ page, blocks: byName, elementOf }))
  if (!parted.every((parts) => parts !== null)) return null
  const placed = new Set(parted.flat().flatMap((part) => ('block' in part ? [part.block] : [])))
  if (blocks.some(({ name, items }) => items.length > 0 && !placed.has(name))) return null
  return pages.map(({ pageSize, watermark }, index) => ({
    sheet: engine.openSheet(pageSize),
    parts: [
      ...(watermark === undefined
        ? []
        : [{ stencil: engine.stencil({ pageSize, items: [], watermark }), isRead: false }]),
      ...(parted[index] ?? []).map((part) =>
        'block' in part ? part : { stencil: engine.stencil({ pageSize, items: part.items }), isRead: part.isRead },
      ),
    ],
  }))
}

type DrawSharedInput = {
  pages: SharedPages
  blocks: readonly SetBlock[]
  engine: PdfEngine
}

/** Draws a form's pages as one section fills them. */
export function drawShared({ pages, blocks, engine }: DrawSharedInput): void {
  const byName = new Map(blocks.map(({ name, items }) => [name, items]))
  engine.drawSheets(
    pages.map(({ sheet, parts }) => ({
      sheet,
      parts: parts.map((part): SheetPart =>
        'block' in part ? { ...part, items: byName.get(part.block) ?? [] } : part,
      ),
    })),
  )
}

/** The block that an item belongs to; undefined for what all sections of a form have in common. */
export function ownerOf(entry: LaidOutItem): string | undefined {
  if (entry.type === 'line') return entry.item.inlines[0]?.own
  return entry.type === 'vector' ? entry.item.own : undefined
}

type Run = { readonly items: LaidOutItem[]; readonly isRead: boolean }

type PartPageInput = {
  page: LaidOutPage
  blocks: ReadonlyMap<string, SetBlock>
  elementOf: (item: LaidOutItem) => Element | null
}

/** The items of a page as runs in common and places of blocks; null where a block does not stand as it does alone. */
function partPage({ page: { items }, blocks, elementOf }: PartPageInput): readonly (Run | Place)[] | null {
  const rules = items.filter((item) => item.type === 'vector' && ownerOf(item) === undefined)
  const parts: (Run | Place)[] = rules.length === 0 ? [] : [{ items: rules, isRead: false }]
  const placed = new Set<string>()
  for (const item of items.filter((one) => !rules.includes(one))) {
    if (item.type === 'beginVerticalAlignment' || item.type === 'endVerticalAlignment') return null
    const owner = ownerOf(item)
    const isRead = elementOf(item) !== artifact
    const last = parts.at(-1)
    if (owner === undefined) {
      if (last !== undefined && 'items' in last && last.isRead === isRead) last.items.push(item)
      else parts.push({ items: [item], isRead })
    } else if (!placed.has(owner)) {
      const place = findPlace(
        blocks.get(owner),
        items.filter((other) => ownerOf(other) === owner),
      )
      if (place === null) return null
      placed.add(owner)
      parts.push({ ...place, isRead })
    }
  }
  return parts
}

function findPlace(block: SetBlock | undefined, found: readonly LaidOutItem[]): Omit<Place, 'isRead'> | null {
  if (block === undefined || found.length !== block.items.length) return null
  const moves = found.map((item, index) => {
    const alone = block.items[index]
    if (alone === undefined || alone.item.type !== item.type) return { right: Number.NaN, down: Number.NaN }
    const [there, here] = [cornerOf(item), cornerOf(alone.item)]
    return { right: there.x - here.x, down: there.y - here.y - alone.down }
  })
  const down = moves[0]?.down ?? 0
  const isWhole = moves.every((move) => Math.abs(move.right) < tolerance && Math.abs(move.down - down) < tolerance)
  return isWhole ? { block: block.name, down } : null
}

/** Points. */
const tolerance = 0.001

function cornerOf(entry: LaidOutItem): { readonly x: number; readonly y: number } {
  if (entry.type === 'line') return entry.item
  if (entry.type !== 'vector') return { x: Number.NaN, y: Number.NaN }
  return entry.item.type === 'line' ? { x: entry.item.x1, y: entry.item.y1 } : entry.item
}
