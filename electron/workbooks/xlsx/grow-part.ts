import { columnNumber } from './address.ts'
import { applyEdits, editTag, escapeXml, type Edit } from './edit-xml.ts'
import { copyFormula, growAreas, growFormula, spanOf, type ListGrowth } from './formula-references.ts'
import { walkXml, type XmlTag } from './xml.ts'

/** Which sheet a part belongs to: the growing one, another, or none as a chart, whose references all name theirs. */
export type PartHome = { readonly sheet: string | null; readonly isGrowing: boolean }

/**
 * A part of a workbook after a list grew, as a spreadsheet program would leave it: rows and cells below the list renumbered,
 * every reference to them moved, areas over the list made longer. All else stays letter by letter.
 */
export function growPart(xml: string, { sheet, isGrowing }: PartHome, growth: ListGrowth): string {
  const edits: Edit[] = []
  const formulas: CellFormula[] = []
  const path: XmlTag[] = []
  let row = 0
  let column = 0
  let text = ''
  let anchoredAt = 0
  walkXml(xml, {
    open: (tag) => {
      const { name, attributes } = tag
      const parent = path.at(-1)?.name
      if (name === 'row' && parent === 'sheetData') {
        row = Number(attributes['r'] ?? row + 1)
        column = 0
      } else if (name === 'c') column = columnNumber(attributes['r'] ?? '') || column + 1
      if (isGrowing && !(name === 'f' && parent === 'c')) edits.push(...editTag(xml, tag, ownReferences(tag, growth)))
      else if (name === 'worksheetSource' && attributes['sheet'] === growth.sheet) {
        edits.push(...editTag(xml, tag, ownReferences(tag, growth)))
      }
      path.push(tag)
      text = ''
    },
    text: (piece) => (text += piece),
    close: (name, start) => {
      const tag = path.pop()
      const parent = path.at(-1)?.name ?? ''
      if (tag === undefined) return
      if (name === 'f' && parent === 'c') formulas.push({ tag, row, column, text, end: start })
      else if (text !== '') {
        if (name === 'row' && parent === 'from') anchoredAt = Number(text)
        const stays = isGrowing && parent !== '' && isFixed(path, anchoredAt, growth)
        const grown = stays ? text : grownText({ name, parent, text, sheet, isGrowing, growth })
        if (grown !== text) edits.push({ from: tag.end, to: start, text: escapeXml(grown) })
      }
      text = ''
    },
  })
  return applyEdits(xml, edits.concat(growCellFormulas(xml, formulas, { sheet, isGrowing }, growth)))
}

/** What an element of the growing sheet, its table or its notes says of rows. */
function ownReferences({ name, attributes }: XmlTag, growth: ListGrowth): Record<string, string> {
  const moved: Record<string, string> = {}
  for (const key of ['ref', 'sqref', 'activeCell', 'topLeftCell'] as const) {
    const value = attributes[key]
    if (value !== undefined) moved[key] = growAreas(value, growth, growing.has(name) ? 'any' : 'none')
  }
  const { r, id, location } = attributes
  if (location !== undefined && name === 'hyperlink') moved['location'] = growFormula(location, growth.sheet, growth)
  if (r !== undefined && name === 'c') moved['r'] = growAreas(r, growth, 'none')
  if (r !== undefined && name === 'row') moved['r'] = String(movedRow(Number(r), growth))
  if (id !== undefined && name === 'brk') moved['id'] = String(movedRow(Number(id), growth))
  return moved
}

/** A drawing that says not to move with cells, or, where it begins above the list's end, not to be stretched. */
function isFixed(path: readonly XmlTag[], from: number, { at }: ListGrowth): boolean {
  const how = path.at(-2)?.attributes['editAs']
  return how === 'absolute' || (how === 'oneCell' && from < at - 1)
}

/** What covers a list as a whole, and its new rows as well. */
const growing = new Set([
  'autoFilter',
  'conditionalFormatting',
  'dataValidation',
  'ignoredError',
  'protectedRange',
  'sortCondition',
  'sortState',
  'table',
  'worksheetSource',
])

const movedRow = (row: number, { at, count, moves }: ListGrowth): number => (moves && row >= at ? row + count : row)

type TextPlace = PartHome & {
  readonly name: string
  readonly parent: string
  readonly text: string
  readonly growth: ListGrowth
}

/** The text of an element that holds a formula, areas, or the row at which a drawing is anchored, counted from 0. */
function grownText({ name, parent, text, sheet, isGrowing, growth }: TextPlace): string {
  if (formulaElements.has(name)) {
    // A print area ends where the list does, also with its title in it.
    const isArea = name === 'definedName' && /^[^,()+*]*$/.test(text)
    return growFormula(text, sheet, growth, { ranges: isArea ? 'any' : 'list' })
  }
  if (isGrowing && name === 'sqref') return growAreas(text, growth, 'any')
  const isAnchor = isGrowing && name === 'row' && (parent === 'from' || parent === 'to')
  return isAnchor ? String(movedRow(Number(text) + 1, growth) - 1) : text
}

export const formulaElements: ReadonlySet<string> = new Set([
  'calculatedColumnFormula',
  'definedName',
  'f',
  'formula',
  'formula1',
  'formula2',
  'totalsRowFormula',
])

type CellFormula = {
  readonly tag: XmlTag
  readonly row: number
  readonly column: number
  readonly text: string
  readonly end: number
}

/** Formulas of cells. One that shares another's stays shared as long as the other, moved to its place, says the same. */
function growCellFormulas(
  xml: string,
  formulas: readonly CellFormula[],
  { sheet, isGrowing }: PartHome,
  growth: ListGrowth,
): readonly Edit[] {
  const rowAfter = (row: number): number => (isGrowing ? movedRow(row, growth) : row)
  const grow = (text: string, row: number): string => growFormula(text, sheet, growth, { row: isGrowing ? row : null })
  const masters = new Map<string, CellFormula>()
  return formulas.flatMap((formula): readonly Edit[] => {
    const { tag, row, column, text, end } = formula
    const shared = tag.attributes['t'] === 'shared' ? (tag.attributes['si'] ?? '') : null
    const master = shared === null ? undefined : masters.get(shared)
    if (shared !== null && master === undefined) masters.set(shared, formula)
    if (master !== undefined && text === '') {
      const grown = grow(copyFormula(master.text, row - master.row, column - master.column), row)
      const asShared = copyFormula(
        grow(master.text, master.row),
        rowAfter(row) - rowAfter(master.row),
        column - master.column,
      )
      if (grown === asShared) return []
      const prefix = tag.prefix
      return [{ from: tag.start, to: Math.max(tag.end, end), text: `<${prefix}f>${escapeXml(grown)}</${prefix}f>` }]
    }
    const grown = grow(text, row)
    const references = ['ref', 'r1', 'r2'].flatMap((key) => {
      const value = tag.attributes[key]
      // An array formula over the list grows with what it is worked out from.
      const { first, last } = spanOf(value ?? '')
      const grows = tag.attributes['t'] === 'array' && first < last && grown !== text
      return value === undefined || !isGrowing
        ? []
        : [[key, growAreas(value, growth, grows ? 'list' : 'none')] as const]
    })
    return [
      ...editTag(xml, tag, Object.fromEntries(references)),
      ...(grown === text ? [] : [{ from: tag.end, to: end, text: escapeXml(grown) }]),
    ]
  })
}
