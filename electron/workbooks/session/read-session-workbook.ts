import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'
import { columnLetter } from '../../../shared/domain/column-letter.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import { wholeFile, type OldTextChoice, type WorkbookPreview } from '../../../shared/api/workbook.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { checkAgreedSheet } from './check-agreed-sheet.ts'
import { checkMembersSheet } from './check-members-sheet.ts'
import { checkProductsSheet } from './check-products-sheet.ts'
import { checkScoresSheet } from './check-scores-sheet.ts'
import { checkSetsSheet } from './check-sets-sheet.ts'
import { checkSessionSheet, type CheckedSession } from './check-session-sheet.ts'
import { asSentence, collectFindings, type Findings, type Spot } from './findings.ts'
import { officeSetsOf } from './office-sets.ts'
import { reportUnprintable } from './report-unprintable.ts'
import { reportEqualBallots } from './report-equal-ballots.ts'
import { countOldTexts, settleOldTexts } from './old-texts.ts'
import { gatherRounds } from './gather-rounds.ts'
import { levelTitles, optionalSheets, sheetNames, titleOf } from './layout.ts'
import { UnreadableWorkbook } from '../xlsx/unreadable-workbook.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import { readXlsx } from '../xlsx/read-xlsx.ts'
import type {
  ImportedItem,
  ImportedMember,
  ImportedOfficeSet,
  SessionImport,
  WorkbookReading,
  WorkbookResources,
} from './session-import.ts'
import { describeUnreadable } from '../xlsx/unreadable-messages.ts'

/**
 * Reads a session workbook and checks it whole: every fault is listed, none stops the reading. A file that is no
 * workbook gives one fault. Nothing is written anywhere.
 */
export async function readSessionWorkbook({
  bytes,
  resources,
  oldText = null,
}: {
  bytes: Uint8Array
  resources: WorkbookResources
  oldText?: OldTextChoice | null
}): Promise<WorkbookReading> {
  try {
    return checkSheets(await readXlsx(bytes), resources, oldText)
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error
    const { message, allowed } = describeUnreadable(error)
    const fault = { sheet: wholeFile, row: null, column: null, message: asSentence(message), found: '', allowed }
    return { preview: { oldTexts: 0, faults: [fault], notices: [], summary: null }, value: null, forms: new Map() }
  }
}

/** The checks alone, of sheets already read: pure. */
export function checkSheets(
  sheets: readonly PlainSheet[],
  resources: WorkbookResources,
  oldText: OldTextChoice | null = null,
): WorkbookReading {
  const findings = collectFindings()
  const read = findSheets(sheets, findings)
  const found = Object.fromEntries(
    Object.entries(read).map(([key, sheet]) => [key, settleOldTexts(sheet, { findings, choice: oldText })]),
  ) as typeof read
  const session =
    found.session === undefined
      ? null
      : checkSessionSheet({ sheet: found.session, ruleSets: resources.ruleSets, findings })
  const members = found.members === undefined ? [] : checkMembersSheet(found.members, findings)
  const ruleSetId = session?.ruleSet?.id ?? null
  const shippedOf = (setNumber: number) => (ruleSetId === null ? null : resources.criteriaSets(ruleSetId, setNumber))
  const own = new Map((resources.ownSets ?? []).map((form) => [form.id, form]))
  const said = found.sets === undefined ? [] : checkSetsSheet({ sheet: found.sets, findings, shippedOf, own })
  const saidOf = new Map(said.map((form) => [form.setNumber, form]))
  const products =
    found.products === undefined
      ? []
      : checkProductsSheet({
          sheet: found.products,
          findings,
          members,
          hasRuleSet: ruleSetId !== null,
          formOf: (setNumber) => {
            const shipped = shippedOf(setNumber)
            return saidOf.get(setNumber) ?? own.get(shipped?.id ?? '') ?? shipped
          },
        })
  const scored =
    found.scores === undefined ? [] : checkScoresSheet({ sheet: found.scores, products, members, findings })
  const agreed = found.agreed === undefined ? new Map() : checkAgreedSheet({ sheet: found.agreed, products, findings })
  const items = products.map(({ form, ...product }): ImportedItem => ({
    ...product,
    criteriaSetId: form?.id ?? '',
    rounds: gatherRounds({
      sheetName: found.scores?.name ?? sheetNames.scores,
      product: { ...product, form },
      scored,
      members,
      findings,
    }),
    agreedLevels: agreed.get(product.code) ?? [],
  }))
  const printed = [found.session, found.members, found.products].filter((sheet) => sheet !== undefined)
  reportUnprintable(findings, printed, resources.unprintable)
  const forms = new Map(products.map(({ code, form }) => [code, form]))
  reportEqualBallots(findings, members, { items, formOf: (code) => forms.get(code) ?? null })
  const faults = findings.faults()
  const formOfSet = new Map(products.flatMap(({ form }) => (form === null ? [] : [[form.setNumber, form] as const])))
  const value =
    session === null || faults.length > 0
      ? null
      : toImport({ session, members, items, officeSets: officeSetsOf(formOfSet.values()) })
  const summary = session === null ? null : summarise({ session, members, items, sizes: sizesOf(products) })
  const preview = { oldTexts: countOldTexts(read), faults, notices: findings.notices(), summary }
  return { preview, value, forms: formOfSet }
}

type SheetKey = keyof typeof sheetNames

function findSheets(sheets: readonly PlainSheet[], findings: Findings): Partial<Record<SheetKey, PlainSheet>> {
  const keys = Object.keys(sheetNames) as SheetKey[]
  const found: Partial<Record<SheetKey, PlainSheet>> = {}
  for (const sheet of sheets) {
    const { fault, notice } = findings.at({ sheet: sheet.name, row: null, column: null })
    const key = keys.find((candidate) => fold(sheetNames[candidate]) === fold(sheet.name))
    if (key === undefined) notice('Trang tính không có trong mẫu: không nhập vào phần mềm', '', sheet.name)
    else if (found[key] === undefined) {
      found[key] = sheet
      reportHidden(sheet, notice)
      reportUnseen(sheet, findings)
    } else fault(`Có hai trang tính cùng tên “${sheetNames[key]}”`, 'Mỗi tên một trang tính', sheet.name)
  }
  for (const key of keys.filter((candidate) => found[candidate] === undefined && !optionalSheets.includes(candidate))) {
    findings
      .at({ sheet: sheetNames[key], row: null, column: null })
      .fault(
        `Thiếu trang tính “${sheetNames[key]}”`,
        Object.values(sheetNames).join('; '),
        sheets.map(({ name }) => name).join('; '),
      )
  }
  return found
}

type ToImportInput = {
  session: CheckedSession
  members: readonly ImportedMember[]
  items: readonly ImportedItem[]
  officeSets: readonly ImportedOfficeSet[]
}

/** A filter hides rows that a person may take for gone; they are read all the same. */
function reportHidden({ name, hidden }: PlainSheet, notice: Spot['notice']): void {
  if (hidden?.isWhole === true) notice('Trang tính bị ẩn vẫn được đọc', '', name)
  if (hidden !== undefined && hidden.rows.length > 0) notice('Dòng bị ẩn vẫn được đọc', '', hidden.rows.join('; '))
  if (hidden !== undefined && hidden.columns.length > 0) {
    notice('Cột bị ẩn vẫn được đọc', '', hidden.columns.map(columnLetter).join('; '))
  }
}

/** Texts are read without characters that nobody sees; where one held some, two codes may be one now. */
function reportUnseen({ name, rows }: PlainSheet, findings: Findings): void {
  for (const { number, cells } of rows) {
    for (const [column, cell] of cells) {
      if (cell.kind !== 'text' || cell.hidden === undefined) continue
      const letter = columnLetter(column)
      const spot = findings.at({ sheet: name, row: number, column: letter }, cell)
      spot.notice(`Đã bỏ ${cell.hidden} ký tự ẩn ở ô ${letter}${number}`)
    }
  }
}

/** Null where a needed value is missing, which then has its fault. */
function toImport({ session: checked, ...rest }: ToImportInput): SessionImport | null {
  const { ruleSet, level, council, session } = checked
  const { year, round, heldOn, place, referralThreshold } = session
  if (ruleSet === null || level === null || year === null || round === null || !heldOn) return null
  return {
    ruleSetId: ruleSet.id,
    level,
    council,
    session: { year, round, heldOn, place: place ?? '', referralThreshold },
    regulation: {
      ...usualRegulation,
      quorum: { ...usualRegulation.quorum, ...checked.quorum },
      spreadLimit: checked.spreadLimit ?? usualRegulation.spreadLimit,
    },
    ...rest,
  }
}

const sizesOf = (products: ReturnType<typeof checkProductsSheet>): ReadonlyMap<string, number> =>
  new Map(products.map(({ code, form }) => [code, form === null ? 0 : listCriteria(form).length]))

function summarise({
  session: { ruleSet, level, council, session },
  members,
  items,
  sizes,
}: {
  session: CheckedSession
  members: readonly ImportedMember[]
  items: readonly ImportedItem[]
  sizes: ReadonlyMap<string, number>
}): WorkbookPreview['summary'] {
  const ballots = items.flatMap(({ code, rounds }) =>
    (rounds.at(-1)?.ballots ?? []).map(
      ({ choices }) => choices.filter((choice) => choice !== null).length === sizes.get(code),
    ),
  )
  return {
    ruleSetId: ruleSet?.id ?? '',
    ruleSetTitle: ruleSet?.shortTitle ?? '',
    levelTitle: titleOf(levelTitles, level),
    councilName: council.name,
    year: session.year,
    round: session.round,
    heldOn: session.heldOn ?? '',
    members: members.length,
    products: items.length,
    listed: items.map(({ code, productName, producerName, producerKind, commune, district, setNumber }) => ({
      code,
      productName,
      producerName,
      producerKind,
      commune,
      district,
      setNumber,
    })),
    ballots: ballots.length,
    completeBallots: ballots.filter((isComplete) => isComplete).length,
  }
}
