import { applyEdits, editTag } from './edit-xml.ts'
import { withoutElements } from './without-elements.ts'
import { type OpenWorkbook } from './open-workbook.ts'
import { partKey } from './open-package.ts'
import { walkXml, type XmlTag } from './xml.ts'

/** The workbook's part, so that its formulas are worked out anew when it is opened. */
export function calculateOnOpening(xml: string): string {
  const known: XmlTag[] = []
  let [at, prefix] = [0, '']
  walkXml(xml, {
    open: (tag) => {
      prefix = tag.prefix
      if (tag.name === 'calcPr') known.push(tag)
    },
    close: (name, _start, end) => {
      if (beforeCalculation.has(name)) at = end
    },
  })
  const edits = known.flatMap((tag) => editTag(xml, tag, { fullCalcOnLoad: '1' }))
  const added = { from: at, to: at, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` }
  return applyEdits(xml, known.length > 0 ? edits : [added])
}

/** What stands before it in the part, the last of them right before. */
const beforeCalculation = new Set(['sheets', 'functionGroups', 'externalReferences', 'definedNames'])

/** Pivot tables over sheets of the workbook are counted anew when it is opened: they keep what they counted last. */
export async function recountPivots(
  { parts, relations }: OpenWorkbook,
  changed: Map<string, string | null>,
): Promise<void> {
  for (const { kind, target } of relations) {
    const xml = kind === 'pivotCacheDefinition' ? (changed.get(target) ?? (await parts.readText(target))) : null
    if (xml === null || xml === undefined) continue
    const roots: XmlTag[] = []
    let isOfSheet = false
    walkXml(xml, {
      open: (tag) => {
        roots.push(...(roots.length === 0 ? [tag] : []))
        isOfSheet ||= tag.name === 'worksheetSource'
      },
    })
    const edits = isOfSheet ? roots.flatMap((tag) => editTag(xml, tag, { refreshOnLoad: '1' })) : []
    if (edits.length > 0) changed.set(target, applyEdits(xml, edits))
  }
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
    if (xml !== undefined) changed.set(name, withoutElements(xml, isIts))
  }
}
