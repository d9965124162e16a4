import { readRelations, type OpenWorkbook } from '../xlsx/open-workbook.ts'
import { sheetPlace, type ReadSheet } from '../xlsx/read-xlsx.ts'
import { atPlace, UnreadableWorkbook } from '../xlsx/unreadable-workbook.ts'
import { walkXml } from '../xlsx/xml.ts'

/**
 * Refuses a workbook that would run something, or fetch it, where it is opened: it is filled and handed on in the council's
 * name. Macros, links to other workbooks and programs (DDE), queries, embedded and fetched objects, and formulas that call
 * outside.
 * @throws UnreadableWorkbook with the part or sheet
 */
export async function refuseActive(workbook: OpenWorkbook, sheets: readonly ReadSheet[]): Promise<void> {
  const { parts, path, xml } = workbook
  for (const name of parts.names) {
    if (activeParts.test(name)) atPlace(name, refuse)
    const [, folder = '', part = ''] = /^(.*\/)?_rels\/([^/]*)\.rels$/i.exec(name) ?? []
    if (!name.toLowerCase().endsWith('.rels')) continue
    for (const { kind, isExternal } of await readRelations(parts, folder + part)) {
      if (activeRelations.has(kind) || (isExternal && kind !== 'hyperlink')) atPlace(name, refuse)
    }
  }
  atPlace(path, () => refuseCalls(xml, 'definedName'))
  for (const sheet of sheets) atPlace(sheetPlace(sheet.name), () => refuseCalls(sheet.xml, 'f'))
}

const activeParts =
  /(^|\/)(vbaProject[^/]*|activeX\d*|oleObject\d*)\.\w+$|\/(macrosheets|dialogsheets|externalLinks|embeddings|webextensions)\//i

/** Last words of the types of relationships. */
const activeRelations: ReadonlySet<string> = new Set([
  'vbaProject',
  'externalLink',
  'oleObject',
  'package',
  'control',
  'activeXControlBinary',
  'attachedToolbars',
  'connections',
  'queryTable',
  'xlMacrosheet',
  'xlIntlMacrosheet',
  'dialogsheet',
  'webextension',
  'webextensiontaskpanes',
])

function refuse(): never {
  throw new UnreadableWorkbook('active')
}

function refuseCalls(xml: string, element: string): void {
  let text: string | null = null
  walkXml(xml, {
    open: ({ name }) => {
      if (name === element) text = ''
    },
    text: (piece) => {
      if (text !== null) text += piece
    },
    close: (name) => {
      if (name !== element || text === null) return
      if (calls.test(text.replace(/"[^"]*"|'[^']*'/g, '""'))) refuse()
      text = null
    },
  })
}

/** A program asked by DDE (`cmd|…!A0`), and the functions that fetch or run; names such as `RECALL(` are none of them. */
const calls =
  /\||(?<![\p{L}\p{N}_.])(_xlfn\.)?(WEBSERVICE|IMAGE|RTD|CALL|REGISTER(\.ID)?|EXEC|EVALUATE|INITIATE)\s*\(/iu
