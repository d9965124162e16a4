import type { OldTextChoice, WorkbookPreview } from '../../../shared/api/workbook.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { checkAgreedSheet } from './check-agreed-sheet.ts'
import { checkExclusionsSheet } from './check-exclusions-sheet.ts'
import { checkMembersSheet } from './check-members-sheet.ts'
import { checkOpinionsSheet } from './check-opinions-sheet.ts'
import { checkProductsSheet } from './check-products-sheet.ts'
import { checkRejectionsSheet } from './check-rejections-sheet.ts'
import { checkScoresSheet, type PointsOf } from './check-scores-sheet.ts'
import { checkSetsSheet } from './check-sets-sheet.ts'
import { checkSessionSheet, type CheckedSession } from './check-session-sheet.ts'
import { collectFindings } from './findings.ts'
import { findSheets, openSheets } from './find-sheets.ts'
import { officeSetsOf } from './office-sets.ts'
import { reportOtherKind } from './other-kind.ts'
import { reportUnprintable } from './report-unprintable.ts'
import { reportEqualBallots } from './report-equal-ballots.ts'
import { countOldTexts, settleOldTexts } from './old-texts.ts'
import { regulationOf } from './regulation-titles.ts'
import { gatherRounds } from './gather-rounds.ts'
import { levelTitles, optionalSheets, scoreColumns, sheetNames, titleOf } from './layout.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import type {
  ImportedItem,
  ImportedMember,
  ImportedOfficeSet,
  SessionImport,
  WorkbookReading,
  WorkbookResources,
} from './session-import.ts'

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
  const findings = collectFindings()
  const sheets = await openSheets(bytes, findings)
  if (sheets !== null && !reportOtherKind(sheets, 'session', findings)) return checkSheets(sheets, resources, oldText)
  const preview = { oldTexts: 0, faults: findings.faults(), notices: [], summary: null }
  return { preview, value: null, forms: new Map() }
}

/** The checks alone, of sheets already read: pure. */
export function checkSheets(
  sheets: readonly PlainSheet[],
  resources: WorkbookResources,
  oldText: OldTextChoice | null = null,
): WorkbookReading {
  const findings = collectFindings()
  const read = findSheets(sheets, { names: sheetNames, optional: optionalSheets }, findings)
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
  const listed =
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
  const rejected =
    found.rejections === undefined
      ? listed
      : checkRejectionsSheet({ sheet: found.rejections, products: listed, findings })
  const products =
    found.exclusions === undefined
      ? rejected
      : checkExclusionsSheet({ sheet: found.exclusions, products: rejected, members, findings })
  const scored =
    found.scores === undefined
      ? []
      : checkScoresSheet({
          sheet: found.scores,
          products,
          scorers: members.map(({ code }) => code),
          findings,
          of: pointsOfMembers,
        })
  const agreed = found.agreed === undefined ? new Map() : checkAgreedSheet({ sheet: found.agreed, products, findings })
  const scoredItems = products.map(({ form, ...product }): ImportedItem => ({
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
  const items =
    found.opinions === undefined
      ? scoredItems
      : checkOpinionsSheet({ sheet: found.opinions, products, members, items: scoredItems, findings })
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

const pointsOfMembers: PointsOf = {
  columns: scoreColumns,
  knownCodes: 'Mã có trong trang tính Sản phẩm',
  lastRound: 99,
  lacking: (code) => `Không có cột điểm của thành viên ${code}: coi như chưa chấm`,
}

type ToImportInput = {
  session: CheckedSession
  members: readonly ImportedMember[]
  items: readonly ImportedItem[]
  officeSets: readonly ImportedOfficeSet[]
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
    regulation: regulationOf(checked),
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
