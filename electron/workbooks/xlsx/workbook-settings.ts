import { appendTo, applyEdits, editTag, escapeXml, type Edit } from './edit-xml.ts'
import { type OpenWorkbook } from './open-workbook.ts'
import { partKey } from './open-package.ts'
import { walkXml, type XmlTag } from './xml.ts'

/** The workbook's part, so that its formulas are worked out anew when it is opened. */
export function calculateOnOpening(xml: string): string {
  const { tags, placeAfter } = readTags(xml)
  const known = tags.find(({ name }) => name === 'calcPr')
  if (known !== undefined) return applyEdits(xml, editTag(xml, known, { fullCalcOnLoad: '1' }))
  const at = placeAfter(['sheets', 'functionGroups', 'externalReferences', 'definedNames'])
  return applyEdits(xml, [{ from: at, to: at, text: `<${tags[0]?.prefix ?? ''}calcPr fullCalcOnLoad="1"/>` }])
}

type TitledSheet = { readonly name: string; /** Place among the tabs, from 0. */ readonly index: number }

/** The workbook's part, so that rows of a sheet are repeated on each page, unless it says so of others. */
export function repeatHead(
  xml: string,
  { name, index }: TitledSheet,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): string {
  const { tags, placeAfter, endOf } = readTags(xml)
  const isKnown = tags.some(
    ({ name: kind, attributes }) =>
      kind === 'definedName' &&
      attributes['name'] === '_xlnm.Print_Titles' &&
      attributes['localSheetId'] === String(index),
  )
  if (isKnown) return xml
  const prefix = tags[0]?.prefix ?? ''
  const rows = escapeXml(`'${name.replaceAll("'", "''")}'!$${top}:$${bottom}`)
  const own = `<${prefix}definedName name="_xlnm.Print_Titles" localSheetId="${index}">${rows}</${prefix}definedName>`
  const list = tags.find((tag) => tag.name === 'definedNames')
  if (list !== undefined) return applyEdits(xml, appendTo(xml, { tag: list, ...endOf('definedNames') }, own))
  const at = placeAfter(['sheets', 'functionGroups', 'externalReferences'])
  return applyEdits(xml, [{ from: at, to: at, text: `<${prefix}definedNames>${own}</${prefix}definedNames>` }])
}

/** Leaves out the order in which formulas were worked out, which names cells that have moved; programs make it anew. */
export async function forgetOrderOfCalculation(
  { parts, path, relations }: OpenWorkbook,
  changed: Map<string, string | null>,
): Promise<void> {
  const chain = relations.find(({ kind }) => kind === 'calcChain')
  if (chain === undefined) return
  changed.set(chain.target, null)
  const relationsPath = path.replace(/([^/]+)$/, '_rels/$1.rels')
  for (const [name, isIts] of [
    [relationsPath, ({ attributes }: XmlTag) => attributes['Id'] === chain.id],
    [
      '[Content_Types].xml',
      ({ attributes }: XmlTag) => partKey(attributes['PartName'] ?? '') === partKey(chain.target),
    ],
  ] as const) {
    const xml = await parts.readText(name)
    if (xml !== undefined) changed.set(name, withoutElement(xml, isIts))
  }
}

function withoutElement(xml: string, isIts: (tag: XmlTag) => boolean): string {
  const edits: Edit[] = []
  const open: XmlTag[] = []
  walkXml(xml, {
    open: (tag) => open.push(tag),
    close: (_name, _start, end) => {
      const tag = open.pop()
      if (tag !== undefined && isIts(tag)) edits.push({ from: tag.start, to: end, text: '' })
    },
  })
  return applyEdits(xml, edits)
}

function readTags(xml: string) {
  const tags: XmlTag[] = []
  const ends = new Map<string, { readonly contentEnd: number; readonly end: number }>()
  walkXml(xml, {
    open: (tag) => tags.push(tag),
    close: (name, contentEnd, end) => ends.set(name, { contentEnd, end }),
  })
  const endOf = (name: string) => ends.get(name) ?? { contentEnd: 0, end: 0 }
  return { tags, endOf, placeAfter: (names: readonly string[]) => Math.max(...names.map((name) => endOf(name).end)) }
}
