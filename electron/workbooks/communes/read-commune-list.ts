import { columnLetter } from '../../../shared/domain/column-letter.ts'
import {
  twoLevelsFrom,
  type CommuneField,
  type CommuneList,
  type ListedChange,
} from '../../../shared/domain/communes/commune-list.ts'
import { placeKey, provinceKey } from '../../../shared/domain/register/name-keys.ts'
import { speltKey } from '../../../shared/domain/communes/spelt-key.ts'
import { readDay } from '../../../shared/domain/register/read-day.ts'
import { stripMarks } from '../../../shared/domain/vietnamese/fold.ts'
import { normaliseInput } from '../../../shared/domain/vietnamese/normalise-input.ts'
import { findHead, type ListHead } from '../lists/find-head.ts'
import { listSheet, type ListCell, type ListSheet } from '../lists/list-sheet.ts'
import { proposeFields } from '../../../shared/domain/columns/propose-fields.ts'
import { collectListFindings, type ListFindings } from '../register/list-findings.ts'
import { isSigningText, isTotalText, numbersColumns, readGroupRow } from '../../../shared/domain/register/row-kinds.ts'
import { faultyKind } from '../xlsx/faulty-kind.ts'
import { openWorkbook } from '../xlsx/open-workbook.ts'
import { readSheets, sheetPlace } from '../xlsx/read-xlsx.ts'
import { dayOfSerial } from '../xlsx/serial-day.ts'
import { atPlace } from '../xlsx/unreadable-workbook.ts'
import { communeHeadings } from './commune-headings.ts'
import { communeReasons } from './commune-reasons.ts'

type Fields = ReadonlyMap<CommuneField, number>
type Sheet = { readonly sheet: ListSheet; readonly head: ListHead; readonly fields: Fields }

const known = { headings: communeHeadings, remembered: new Map<string, CommuneField | null>() }

/**
 * A list of old communes with the new ones that they became, with all that is wrong about it at its cell; null where no sheet
 * has a head that names both. The fullest such sheet is read. Several old communes may stand in one cell, one below the other
 * in merged cells, or under a row that names their district.
 * @throws UnreadableWorkbook
 */
export async function readCommuneList(bytes: Uint8Array): Promise<CommuneList | null> {
  const workbook = await openWorkbook(bytes)
  const sheets = (await readSheets(workbook)).flatMap((part) => {
    const opened = openSheet(atPlace(sheetPlace(part.name), () => listSheet(part)))
    return opened === null ? [] : [opened]
  })
  const [chosen] = sheets.toSorted((a, b) => b.sheet.lastRow - a.sheet.lastRow)
  if (chosen === undefined) return null
  const { head, fields } = chosen
  const findings = collectListFindings(chosen.sheet.part.name)
  const rows = walk(chosen, findings, workbook.is1904)
  tellContradictions(rows, fields, findings)
  return {
    sheet: chosen.sheet.part.name,
    headerRows: Array.from({ length: head.bottom - head.top + 1 }, (_, index) => head.top + index),
    columns: [...head.heads].map(([at, header]) => ({
      letter: columnLetter(at),
      header,
      field: [...fields].find(([, column]) => column === at)?.[0] ?? null,
    })),
    rows,
    faults: findings.all(),
  }
}

function openSheet(sheet: ListSheet): Sheet | null {
  const head = findHead<CommuneField>(sheet, known)
  if (head === null) return null
  const columns = [...head.heads.keys()]
  const proposed = proposeFields<CommuneField>([...head.heads.values()], known)
  const fields = new Map<CommuneField, number>()
  proposed.forEach(({ field }, index) => {
    const column = columns[index]
    if (field !== null && column !== undefined) fields.set(field, column)
  })
  return fields.has('oldCommune') && fields.has('newCommune') ? { sheet, head, fields } : null
}

function walk({ sheet, head, fields }: Sheet, findings: ListFindings, is1904: boolean): readonly ListedChange[] {
  const rows: ListedChange[] = []
  let district = ''
  for (let row = head.firstRow; row <= sheet.lastRow; row += 1) {
    const cells = sheet.cellsIn(row)
    const texts = [...new Set([...cells.values()].map(({ text }) => text).filter((text) => text !== ''))]
    const [first = ''] = texts
    if (texts.length === 0 || numbersColumns(texts)) continue
    if (texts.some(isSigningText)) break
    if (isTotalText(first)) continue
    const group = texts.filter((text) => !/^[\divxl.)(]+$/iu.test(text))
    if (group.length === 1) {
      const heads = readGroupRow(group[0] ?? '')
      if (heads?.kind === 'district') district = heads.text
      if (heads?.kind === 'district' || heads?.kind === 'province') continue
    }
    const say = (field: CommuneField, reason: string): void =>
      findings.add('fault', { row, column: fields.get(field) ?? 1 }, reason)
    const text = (field: CommuneField): string =>
      textOf(cells.get(fields.get(field) ?? 0), (reason) => say(field, reason))
    const olds = text('oldCommune')
    const of = {
      oldDistrict: text('oldDistrict') || district,
      oldProvince: text('oldProvince'),
      newCommune: text('newCommune'),
      newProvince: text('newProvince'),
      code: codeOf(text('code'), (reason) => say('code', reason)),
      fromDay: dayOf(cells.get(fields.get('fromDay') ?? 0), is1904, (reason) => say('fromDay', reason)),
    }
    if (of.newCommune === '') say('newCommune', communeReasons.noNewCommune())
    if (olds === '') say('oldCommune', communeReasons.noOldCommune())
    if (/\b(?:mot phan|phan con lai)\b/u.test(stripMarks(olds))) say('oldCommune', communeReasons.onlyPart(olds))
    for (const oldCommune of communesIn(olds)) rows.push({ row, oldCommune, ...of })
  }
  return rows
}

/** `Xã A, xã B và thị trấn C` names three. */
function communesIn(text: string): readonly string[] {
  const parts = text.split(/[,;\n]|\s+và\s+(?=(?:các\s+)?(?:(?:xã|phường|thị trấn|đặc khu|tt)\s|(?:x|p|tt)\.))/iu)
  return parts
    .map((part) => normaliseInput(part.replace(/^\s*(?:và\s+)?(?:các\s+(?=xã|phường|thị trấn))?/iu, '')))
    .filter((part) => part !== '')
}

function textOf(cell: ListCell | undefined, say: (reason: string) => void): string {
  if (cell === undefined || cell.cell.kind === 'blank') return ''
  const fault = faultyKind(cell.cell)
  if (fault !== null) say(communeReasons.unreadableCell(fault))
  return fault === null && !/^[-–—.]*$/u.test(cell.text) ? normaliseText(cell.text) : ''
}

const normaliseText = (text: string): string =>
  text
    .split('\n')
    .map((line) => normaliseInput(line))
    .join('\n')
    .trim()

/** Excel takes the zeros before a code away. */
function codeOf(text: string, say: (reason: string) => void): string {
  if (text === '') return ''
  const code = /^\d{4}$/.test(text) ? `0${text}` : text
  if (/^\d{5}$/.test(code)) return code
  say(communeReasons.notACode(text))
  return ''
}

/** The day that most lists leave out is that of the two levels. */
function dayOf(found: ListCell | undefined, is1904: boolean, say: (reason: string) => void): string {
  if (found === undefined || found.cell.kind === 'blank' || found.text === '') return twoLevelsFrom
  const { cell, text } = found
  if (cell.kind === 'date') return cell.iso
  const reading = readDay(text)
  if (reading.kind === 'day') return reading.iso
  const serial = cell.kind === 'number' && cell.value >= 10_000 ? dayOfSerial(cell.value, is1904) : null
  if (serial === null) say(communeReasons.notADay(text))
  return serial ?? twoLevelsFrom
}

/** An old commune went to one new one, and a new one has one code. */
function tellContradictions(rows: readonly ListedChange[], fields: Fields, findings: ListFindings): void {
  const targets = new Map<string, ListedChange>()
  const codes = new Map<string, ListedChange>()
  const named = new Map<string, ListedChange>()
  for (const one of rows) {
    const at = (field: CommuneField) => ({ row: one.row, column: fields.get(field) ?? 1 })
    const old = [speltKey(one.oldCommune), placeKey(one.oldDistrict), provinceKey(one.oldProvince), one.fromDay].join(
      '|',
    )
    const commune = `${placeKey(one.newCommune)}|${provinceKey(one.newProvince)}`
    const before = targets.get(old)
    if (before !== undefined && placeKey(before.newCommune) !== placeKey(one.newCommune)) {
      findings.add('fault', at('newCommune'), communeReasons.twoTargets(one.oldCommune, before.row, before.newCommune))
    }
    targets.set(old, before ?? one)
    if (one.code === '') continue
    const coded = codes.get(commune)
    if (coded !== undefined && coded.code !== one.code) {
      findings.add('fault', at('code'), communeReasons.twoCodes(one.newCommune, coded.row, coded.code))
    }
    codes.set(commune, coded ?? one)
    const owner = named.get(one.code)
    if (owner !== undefined && placeKey(owner.newCommune) !== placeKey(one.newCommune)) {
      findings.add('fault', at('code'), communeReasons.ofOtherCommune(one.code, owner.row, owner.newCommune))
    }
    named.set(one.code, owner ?? one)
  }
}
