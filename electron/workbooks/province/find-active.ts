import type { ActiveContent, ActiveKind } from '../../../shared/api/province-list.ts'
import { readRelations, type OpenWorkbook } from '../xlsx/open-workbook.ts'
import { sheetPlace, type ReadSheet } from '../xlsx/read-xlsx.ts'
import { walkXml } from '../xlsx/xml.ts'

/**
 * What a workbook would run, or fetch, where it is opened: each kind once, with the first part, address or sheet that is it.
 * The program runs none of it and keeps it: the form is the province's.
 * @throws UnreadableWorkbook for a part of relationships that cannot be read
 */
export async function findActive(
  workbook: OpenWorkbook,
  sheets: readonly ReadSheet[],
): Promise<readonly ActiveContent[]> {
  const { parts, path, xml } = workbook
  const places = new Map<ActiveKind, string>()
  const tell = (kind: ActiveKind | undefined, place: string) => {
    if (kind !== undefined && !places.has(kind)) places.set(kind, place.slice(0, longestPlace))
  }
  for (const name of parts.names) {
    tell(activeParts.find(([pattern]) => pattern.test(name))?.[1], name)
    const [, folder = '', part] = /^(.*\/)?_rels\/([^/]*)\.rels$/i.exec(name) ?? []
    if (part === undefined) continue
    for (const { kind, target, isExternal } of await readRelations(parts, folder + part)) {
      tell(activeRelations[kind] ?? (isExternal && kind !== 'hyperlink' ? 'links' : undefined), target)
    }
  }
  if (callsOutside(xml, 'definedName')) tell('calls', path)
  for (const sheet of sheets) if (callsOutside(sheet.xml, 'f')) tell('calls', sheetPlace(sheet.name))
  return [...places].map(([kind, place]) => ({ kind, place }))
}

/** Of a name to be shown; a zip allows 65,535 bytes. */
const longestPlace = 80

const activeParts: readonly (readonly [RegExp, ActiveKind])[] = [
  [/(^|\/)vbaProject[^/]*\.\w+$|\/(macrosheets|dialogsheets)\//i, 'macros'],
  [/\/externalLinks\//i, 'links'],
  [/(^|\/)(activeX|oleObject)\d*\.\w+$|\/(embeddings|webextensions)\//i, 'objects'],
  [/(^|\/)connections\.xml$|\/queryTables\//i, 'queries'],
]

/** By the last words of the types of relationships. */
const activeRelations: Readonly<Record<string, ActiveKind | undefined>> = {
  vbaProject: 'macros',
  attachedToolbars: 'macros',
  xlMacrosheet: 'macros',
  xlIntlMacrosheet: 'macros',
  dialogsheet: 'macros',
  externalLink: 'links',
  oleObject: 'objects',
  package: 'objects',
  control: 'objects',
  activeXControlBinary: 'objects',
  webextension: 'objects',
  webextensiontaskpanes: 'objects',
  connections: 'queries',
  queryTable: 'queries',
}

function callsOutside(xml: string, element: string): boolean {
  let text: string | null = null
  let isFound = false
  walkXml(xml, {
    open: ({ name }) => {
      if (name === element) text = ''
    },
    text: (piece) => {
      if (text !== null) text += piece
    },
    close: (name) => {
      if (name !== element || text === null) return
      isFound ||= calls.test(text.replace(/"[^"]*"|'[^']*'/g, '""'))
      text = null
    },
  })
  return isFound
}

/** A program asked by DDE (`cmd|…!A0`), and the functions that fetch or run; names such as `RECALL(` are none of them. */
const calls =
  /\||(?<![\p{L}\p{N}_.])(_xlfn\.)?(WEBSERVICE|IMAGE|RTD|CALL|REGISTER(\.ID)?|EXEC|EVALUATE|INITIATE)\s*\(/iu
