import { applyEdits } from './edit-xml.ts'
import type { OpenWorkbook } from './open-workbook.ts'
import type { ReadSheet } from './read-xlsx.ts'
import { readSheetSource, type Place } from './sheet-source.ts'
import { walkXml } from './xml.ts'

type FormulaCell = { readonly sheet: ReadSheet; readonly says: Mentions; readonly value: Place | null }

/**
 * Takes out the results that a workbook kept of formulas on other sheets which rest on a sheet that changed: programs that
 * trust kept results would show the old ones. A formula counts as resting on a sheet where it names it, one of its cells
 * does, or a name or table does; what rests on another workbook alone keeps its result.
 */
export function forgetStaleResults(
  workbook: OpenWorkbook,
  sheets: readonly ReadSheet[],
  own: ReadSheet,
  changed: Map<string, string | null>,
): void {
  const order = workbook.sheets.map(({ name }) => name.toLowerCase())
  const others = sheets.filter((sheet) => sheet !== own)
  const xmlOf = ({ path, xml }: ReadSheet): string => changed.get(path) ?? xml
  const cells = others.flatMap((sheet) => (hasFormula.test(xmlOf(sheet)) ? formulaCells(sheet, xmlOf(sheet)) : []))
  if (cells.length === 0) return
  const names = definedNames(changed.get(workbook.path) ?? workbook.xml)
  const stale = { sheets: new Set([own.name.toLowerCase()]), names: new Set<string>() }
  const isStale = (says: Mentions, home: string | null): boolean =>
    says.isLoose ||
    (home !== null && says.hasOwn && stale.sheets.has(home)) ||
    says.words.some((word) => stale.names.has(word)) ||
    says.sheets.some((named) => sheetsBetween(order, named).some((sheet) => stale.sheets.has(sheet)))
  for (let known = -1; known < stale.sheets.size + stale.names.size;) {
    known = stale.sheets.size + stale.names.size
    for (const { name, says } of names) if (isStale(says, null)) stale.names.add(name)
    for (const { sheet, says } of cells) {
      const home = sheet.name.toLowerCase()
      if (!stale.sheets.has(home) && isStale(says, home)) stale.sheets.add(home)
    }
  }
  for (const sheet of others) {
    const edits = cells.flatMap(({ sheet: at, says, value }) =>
      at === sheet && value !== null && isStale(says, sheet.name.toLowerCase())
        ? [{ from: value.tag.start, to: value.end, text: '' }]
        : [],
    )
    if (edits.length > 0) changed.set(sheet.path, applyEdits(xmlOf(sheet), edits))
  }
}

const hasFormula = /<(?:[\w.-]+:)?f[\s>/]/

function formulaCells(sheet: ReadSheet, xml: string): readonly FormulaCell[] {
  return [...readSheetSource(xml).rows.values()].flatMap(({ cells }) =>
    [...cells.values()].flatMap(({ formula, value }) =>
      formula === null ? [] : [{ sheet, says: mentionsOf(formula), value }],
    ),
  )
}

function definedNames(xml: string): readonly { readonly name: string; readonly says: Mentions }[] {
  const names: { name: string; says: Mentions }[] = []
  let text = ''
  let name = ''
  walkXml(xml, {
    open: (tag) => {
      text = ''
      name = (tag.attributes['name'] ?? '').toLowerCase()
    },
    text: (piece) => (text += piece),
    close: (element) => element === 'definedName' && void names.push({ name, says: mentionsOf(text) }),
  })
  return names
}

/** What a formula speaks of, in small letters. */
type Mentions = {
  /** As named: `biểu 01`, `biểu 01:biểu 03`. */
  readonly sheets: readonly string[]
  /** Cells of its own sheet. */
  readonly hasOwn: boolean
  /** What may be names. */
  readonly words: readonly string[]
  /** Columns of tables, and addresses made from texts or numbers: it may be any cell. */
  readonly isLoose: boolean
}

function mentionsOf(formula: string): Mentions {
  const sheets: string[] = []
  const rest = formula
    .replace(/"(?:[^"]|"")*"/g, '""')
    .replace(named, (_, quoted: string | undefined, plain: string | undefined) => {
      sheets.push((quoted?.replaceAll("''", "'") ?? plain ?? '').toLowerCase())
      return ''
    })
  return {
    sheets,
    hasOwn: ownCells.test(rest),
    words: (rest.match(/[\p{L}_\\][\p{L}\p{N}_.\\]*/gu) ?? []).map((word) => word.toLowerCase()),
    isLoose: /[\p{L}\p{N}_]\[/u.test(rest) || /(?:INDIRECT|OFFSET)\s*\(/i.test(rest),
  }
}

/** A reference with the sheet that it names, of this workbook or of another (`[1]`). */
const named =
  /(?:'((?:[^']|'')+)'|((?:\[[^\]]*\])?[\p{L}_][\p{L}\p{N}_.]*(?::[\p{L}_][\p{L}\p{N}_.]*)?))![$\p{L}\p{N}_.:#]+/gu
const ownCells = /(?<![\p{L}\p{N}_.])\$?(?:[A-Z]{1,3}\$?\d+|[A-Z]{1,3}:\$?[A-Z]{1,3}|\d+:\$?\d+)(?![\p{L}\p{N}_(])/iu

/** The sheets that `first:last` names, or the one. */
function sheetsBetween(order: readonly string[], name: string): readonly string[] {
  const [first = '', last] = name.split(':')
  if (last === undefined) return [first]
  return order.slice(Math.max(0, order.indexOf(first)), order.indexOf(last) + 1)
}
