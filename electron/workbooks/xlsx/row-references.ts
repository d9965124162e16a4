import { readArea, type CellArea } from './address.ts'
import { arrayTypes } from './sheet-source.ts'
import { partsWithReferences } from './grow-workbook.ts'
import { formulaElements } from './grow-part.ts'
import { spanOf, spansAcross, spansOf, type RowSpan } from './formula-references.ts'
import { looseReference, type LooseReference } from './loose-reference.ts'
import type { OpenWorkbook, SheetPart } from './open-workbook.ts'
import { walkXml, type XmlTag } from './xml.ts'

/** Something in a workbook that refers to rows of one of its sheets. */
export type RowReference = {
  /** `formula`: of a cell, a name or a chart; `table`: its rows; `look`: a validation or a conditional format. */
  readonly kind: 'formula' | 'table' | 'look'
  /** As a person finds it: `Biểu 01!G11`, a name, a part of the file. */
  readonly place: string
  /** The row of the same sheet that its cell stands in; null for all else. */
  readonly row: number | null
  readonly spans: readonly RowSpan[]
  /** Rows of this sheet and of others at once. */
  readonly across: readonly RowSpan[]
  /** The cells of an array formula over several rows. */
  readonly array: CellArea | null
  /** Of a formula that may speak of rows otherwise as well. */
  readonly loose: LooseReference | null
}

/** What refers to rows of a sheet, wherever in the workbook. Areas that only a printer knows are left out. */
export async function rowReferences(workbook: OpenWorkbook, sheet: SheetPart): Promise<readonly RowReference[]> {
  const found: RowReference[] = []
  const placeOf = (sheetName: string): number =>
    workbook.sheets.findIndex(({ name }) => name.toLowerCase() === sheetName.toLowerCase())
  const own = placeOf(sheet.name)
  const isAmong = (first: string, last: string): boolean =>
    placeOf(first) >= 0 && placeOf(first) <= own && own <= placeOf(last)
  for (const [name, home] of await partsWithReferences(workbook, sheet)) {
    if (/\.vml$/i.test(name)) continue
    const xml = await workbook.parts.readText(name)
    if (xml !== undefined) found.push(...referencesIn({ xml, name, home, sheet: sheet.name, isAmong }))
  }
  return found
}

type PartToRead = {
  readonly xml: string
  readonly name: string
  readonly home: { readonly sheet: string | null; readonly isGrowing: boolean }
  readonly sheet: string
  readonly isAmong: (first: string, last: string) => boolean
}

type FoundReference = Pick<RowReference, 'kind' | 'place' | 'spans'> & Partial<RowReference>

function referencesIn({ xml, name, home, sheet, isAmong }: PartToRead): readonly RowReference[] {
  const found: RowReference[] = []
  const path: XmlTag[] = []
  let cell = ''
  let text = ''
  const add = (reference: FoundReference) => {
    const whole: RowReference = { row: null, loose: null, across: [], array: null, ...reference }
    if (whole.spans.length > 0 || whole.across.length > 0 || whole.array !== null || whole.loose !== null)
      found.push(whole)
  }
  const addLook = (areas: string) => add({ kind: 'look', place: areas, spans: areas.split(' ').map(spanOf) })
  walkXml(xml, {
    open: (tag) => {
      const { sqref, ref = '', r = '' } = tag.attributes
      if (tag.name === 'c') cell = r
      else if (home.isGrowing && looks.has(tag.name) && sqref !== undefined) addLook(sqref)
      else if (home.isGrowing && tag.name === 'table') add({ kind: 'table', place: name, spans: [tableRows(tag, ref)] })
      path.push(tag)
      text = ''
    },
    text: (piece) => (text += piece),
    close: (element) => {
      const tag = path.pop()
      const parent = path.at(-1)?.name ?? ''
      if (home.isGrowing && element === 'sqref') addLook(text)
      else if (formulaElements.has(element)) {
        const loose = looseReference(text, home.sheet, sheet)
        const spans = looks.has(parent) ? [] : spansOf(text, home.sheet, sheet)
        const across = spansAcross(text, isAmong)
        const title = tag?.attributes['name'] ?? name
        if (parent === 'c') {
          const own = home.isGrowing ? { row: Number(/\d+$/.exec(cell)?.[0] ?? 0) } : {}
          const { t: type = '', ref = '' } = tag?.attributes ?? {}
          const area = arrayTypes.has(type) ? readArea(ref) : null
          const array = area !== null && area.top < area.bottom ? area : null
          add({ kind: 'formula', place: `${home.sheet}!${cell}`, spans, across, array, loose, ...own })
        } else if (looks.has(parent)) add({ kind: 'look', place: `${home.sheet}!${lookedAt(path)}`, spans, loose })
        else if (!title.startsWith('_xlnm.')) add({ kind: 'formula', place: title, spans, across, loose })
      }
      text = ''
    },
  })
  return found
}

/** Where the validation or format that is open stands. */
const lookedAt = (path: readonly XmlTag[]): string =>
  path.findLast(({ attributes }) => attributes['sqref'] !== undefined)?.attributes['sqref'] ?? ''

const looks = new Set(['dataValidation', 'conditionalFormatting', 'cfRule'])

/** Without its head and its row of totals. */
function tableRows({ attributes }: XmlTag, ref: string): RowSpan {
  const { column, first, last } = spanOf(ref)
  return {
    column,
    first: first + Number(attributes['headerRowCount'] ?? 1),
    last: last - Number(attributes['totalsRowCount'] ?? 0),
    isRange: true,
  }
}
