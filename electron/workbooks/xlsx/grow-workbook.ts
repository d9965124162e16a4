import { growPart, type PartHome } from './grow-part.ts'
import type { ListGrowth } from './formula-references.ts'
import { readRelations, type OpenWorkbook, type SheetPart } from './open-workbook.ts'

/**
 * The parts of a workbook that change because a list on one of its sheets grew, by name: that sheet, what is drawn, noted
 * and filtered on it, and whatever refers to it from elsewhere. Empty where nothing is added.
 * @param growths each with the rows of the sheet as it is now, in any order
 */
export async function growWorkbook(
  workbook: OpenWorkbook,
  growing: SheetPart,
  growths: readonly ListGrowth[],
): Promise<ReadonlyMap<string, string>> {
  const changed = new Map<string, string>()
  // From the lowest up: rows above one that is done are still where they were.
  const needed = growths.filter(({ count }) => count > 0).toSorted((a, b) => b.at - a.at)
  if (needed.length === 0) return changed
  for (const [name, home] of await partsWithReferences(workbook, growing)) {
    const before = await workbook.parts.readText(name)
    if (before === undefined) continue
    const grow = (text: string, growth: ListGrowth) =>
      /\.vml$/i.test(name) ? growNotes(text, growth) : growPart(text, home, growth)
    const after = needed.reduce(grow, before)
    if (after !== before) changed.set(name, after)
  }
  return changed
}

/** What may refer to cells, followed from the workbook down to the charts. */
const kinds = new Set(['worksheet', 'chartsheet', 'table', 'drawing', 'chart', 'chartEx', 'pivotCacheDefinition'])
/** What belongs to its sheet and says at which cells it stands. */
const anchored = new Set(['table', 'pivotTable', 'drawing', 'comments', 'threadedComment', 'vmlDrawing'])

/** By their names, with the sheet that each belongs to. */
export async function partsWithReferences(
  { parts, path, sheets }: OpenWorkbook,
  growing: SheetPart,
): Promise<ReadonlyMap<string, PartHome>> {
  const found = new Map<string, PartHome>([[path, { sheet: null, isGrowing: false }]])
  const follow = async (part: string, home: PartHome): Promise<void> => {
    for (const { kind, target, isExternal } of await readRelations(parts, part)) {
      const isAnchored = home.isGrowing && anchored.has(kind)
      if (isExternal || found.has(target) || !(kinds.has(kind) || isAnchored)) continue
      const sheet = sheets.find((candidate) => candidate.path === target)
      const own =
        sheet === undefined
          ? { sheet: home.sheet, isGrowing: isAnchored }
          : { sheet: sheet.name, isGrowing: sheet.path === growing.path }
      found.set(target, own)
      await follow(target, own)
    }
  }
  await follow(path, { sheet: null, isGrowing: false })
  return found
}

/** Where notes hang, in the older drawing language, which is not always sound XML. Rows count from 0. */
function growNotes(vml: string, { at, count, moves }: ListGrowth): string {
  const moved = (row: string): string => String(moves && Number(row) >= at - 1 ? Number(row) + count : Number(row))
  return vml
    .replace(/(<x:Row>\s*)(\d+)/g, (_, tag: string, row: string) => tag + moved(row))
    .replace(/(<x:Anchor>)([^<]*)/g, (_, tag: string, places: string) => {
      const numbers = places.split(',')
      return tag + numbers.map((place, index) => (index % 4 === 2 ? ` ${moved(place.trim())}` : place)).join(',')
    })
}
