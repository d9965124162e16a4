import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCells, writeCell } from '../../../shared/domain/ballot/read-cell.ts'
import { listCriteria, type FormCriterion } from '../../../shared/domain/criteria/form.ts'
import {
  agreedColumns,
  applicationTitles,
  levelTitles,
  memberColumns,
  productColumns,
  roleTitles,
  scoreColumns,
  sessionNames,
  setColumns,
  setUses,
  sheetNames,
  titleOf,
  type SessionKey,
} from './layout.ts'
import type { ImportedItem, ImportedRound, SessionImport } from './session-import.ts'
import type { CellModel, ListModel, SheetModel } from '../xlsx/write-xlsx.ts'
import { cellLooks, count, date, mark, plain, text } from './cell-looks.ts'

/** The form that scores an item; the writer prints its criteria row by row. */
export type FormOf = (item: ImportedItem) => CriteriaSet

type ModelSheetsInput = {
  session: SessionImport
  formOf: FormOf
  isFilled: boolean
}

/** The sheets of a session workbook; `isFilled` false leaves points and agreed levels blank. */
export function modelSheets({ session, formOf, isFilled }: ModelSheetsInput): readonly SheetModel[] {
  return [
    sessionSheet(session),
    membersSheet(session),
    productsSheet(session),
    scoresSheet({ session, formOf, isFilled }),
    agreedSheet({ session, formOf, isFilled }),
    ...(session.officeSets.length === 0 ? [] : [setsSheet(session)]),
  ]
}

type TitledSheet = {
  readonly name: string
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  readonly frozenColumns?: number
  readonly rows: readonly (readonly CellModel[])[]
  readonly isLocked?: boolean
  readonly lists?: readonly ListModel[]
}

/** A sheet with a row of titles over its columns, which stays in sight; a locked one repeats it on each page. */
function titledSheet(sheet: TitledSheet): SheetModel {
  const { name, columns, frozenColumns = 0, rows, isLocked = false, lists = [] } = sheet
  const titles = columns.map(({ title }) => ({ value: title, style: cellLooks.title }))
  return {
    name,
    columns,
    rows: [{ cells: titles, height: 33 }, ...rows.map((cells) => ({ cells, height: 'fitted' as const }))],
    frozen: { rows: 1, columns: frozenColumns },
    titleRow: isLocked ? 1 : null,
    isLocked,
    lists,
  }
}

const titled = (columns: Readonly<Record<string, { readonly title: string }>>, widths: readonly number[]) =>
  Object.values(columns).map(({ title }, index) => ({ title, width: widths[index] ?? 12 }))

function sessionSheet({ ruleSetId, level, council, session, regulation }: SessionImport): SheetModel {
  const { quorum, spreadLimit } = regulation
  const values = {
    ruleSet: text(ruleSetId),
    level: text(titleOf(levelTitles, level)),
    council: text(council.name),
    province: text(council.province),
    district: text(council.district),
    year: plain(session.year),
    round: plain(session.round),
    heldOn: date(session.heldOn),
    place: text(session.place),
    foundingNumber: text(council.foundingDecisionNumber),
    foundingDate: date(council.foundingDecisionDate),
    threshold: plain(session.referralThreshold),
    spreadLimit: plain(spreadLimit),
    quorum: text(`${quorum.numerator}/${quorum.denominator}`),
  } satisfies Readonly<Record<SessionKey, CellModel>>
  return {
    name: sheetNames.session,
    columns: [{ width: 30 }, { width: 70 }],
    rows: (Object.keys(sessionNames) as SessionKey[]).map((key) => ({
      cells: [plain(sessionNames[key]), values[key]],
      height: 'fitted',
    })),
    frozen: { rows: 0, columns: 1 },
    titleRow: null,
    isLocked: false,
    lists: [{ top: 2, left: 2, bottom: 2, right: 2, values: wordsOf(levelTitles.slice(0, 3)), prompt: '' }],
  }
}

/** A column of people's own data: its title, its width, its cell of a row, and the only words that it takes. */
type Column<Row> = readonly [
  title: { readonly title: string },
  width: number,
  cell: (row: Row) => CellModel,
  words?: readonly string[],
]

/** Drop-downs go on below the last row: people add members and products there. */
const rowsBelow = 40

function tableSheet<Row>(name: string, rows: readonly Row[], columns: readonly Column<Row>[]): SheetModel {
  return titledSheet({
    name,
    columns: columns.map(([{ title }, width]) => ({ title, width })),
    frozenColumns: columns.length > 6 ? 2 : 0,
    rows: rows.map((row) => columns.map(([, , cell]) => cell(row))),
    lists: columns.flatMap(([, , , values], index) => {
      const area = { top: 2, left: index + 1, bottom: 1 + rows.length + rowsBelow, right: index + 1 }
      return values === undefined ? [] : [{ ...area, values, prompt: '' }]
    }),
  })
}

const wordsOf = (titles: readonly (readonly [string, unknown])[]): readonly string[] => titles.map(([title]) => title)

const membersSheet = ({ members }: SessionImport): SheetModel =>
  tableSheet(sheetNames.members, members, [
    [memberColumns.code, 12, ({ code }) => text(code)],
    [memberColumns.name, 34, ({ name }) => text(name)],
    [memberColumns.position, 28, ({ position }) => text(position)],
    [memberColumns.organisation, 36, ({ organisation }) => text(organisation)],
    [memberColumns.role, 16, ({ role }) => text(titleOf(roleTitles, role)), wordsOf(roleTitles)],
    [memberColumns.present, 10, ({ isPresent }) => mark(isPresent), ['x']],
  ])

const productsSheet = ({ items }: SessionImport): SheetModel =>
  tableSheet(sheetNames.products, items, [
    [productColumns.code, 14, ({ code }) => text(code)],
    [productColumns.name, 36, ({ productName }) => text(productName)],
    [productColumns.producer, 36, ({ producerName }) => text(producerName)],
    [productColumns.producerKind, 18, ({ producerKind }) => text(producerKind)],
    [productColumns.commune, 20, ({ commune }) => text(commune)],
    [productColumns.district, 20, ({ district }) => text(district)],
    [productColumns.setNumber, 10, ({ setNumber }) => count(setNumber)],
    [
      productColumns.application,
      14,
      ({ application }) => text(titleOf(applicationTitles, application)),
      wordsOf(applicationTitles),
    ],
    [productColumns.rejected, 9, ({ isRejected }) => mark(isRejected), ['x']],
    [productColumns.rejectionReason, 30, ({ rejectionReason }) => text(rejectionReason)],
    [productColumns.recused, 20, ({ recusedMemberCodes }) => text(recusedMemberCodes.join(', '))],
    [productColumns.criteriaCase, 12, ({ criteriaCase }) => text(criteriaCase ?? ''), ['a', 'b']],
  ])

const setsSheet = ({ officeSets }: SessionImport): SheetModel =>
  tableSheet(sheetNames.sets, officeSets, [
    [setColumns.setNumber, 10, ({ setNumber }) => count(setNumber)],
    [setColumns.use, 24, ({ use }) => text(titleOf(setUses, use)), wordsOf(setUses)],
    [setColumns.reason, 44, ({ office }) => text(office.reason)],
    [setColumns.documentNumber, 20, ({ office }) => text(office.documentNumber)],
    [setColumns.documentDate, 14, ({ office }) => date(office.documentDate)],
    [setColumns.issuer, 34, ({ office }) => text(office.issuer)],
    [setColumns.signer, 28, ({ office }) => text(office.signer)],
    [setColumns.shortReason, 44, ({ office }) => text(office.shortReason ?? '')],
    [setColumns.sha256, 30, ({ sha256 }) => ({ value: sha256, style: cellLooks.sealed })],
    [setColumns.sealed, 30, ({ sealed }) => ({ value: sealed, style: cellLooks.sealed })],
  ])

type Scores = { readonly session: SessionImport; readonly formOf: FormOf; readonly isFilled: boolean }

function scoresSheet({ session: { members, items }, formOf, isFilled }: Scores): SheetModel {
  const fixed = titled(scoreColumns, [16, 10, 12, 60, 9])
  const lines = items.flatMap((item) =>
    roundsToPrint({ item, isFilled }).flatMap((round) =>
      listCriteria(formOf(item)).map((place) => ({
        item,
        round,
        place,
        cells: { ...place, criteriaCase: item.criteriaCase },
      })),
    ),
  )
  const left = fixed.length + 1
  const right = fixed.length + members.length
  return titledSheet({
    name: sheetNames.scores,
    columns: [...fixed, ...members.map(({ code }) => ({ title: code, width: Math.max(8, code.length + 2) }))],
    frozenColumns: fixed.length,
    rows: lines.map(({ item, round, place, cells }) => [
      text(item.code),
      count(round.round),
      text(place.criterion.code),
      plain(place.criterion.title),
      count(place.criterion.max),
      ...members.map(({ code }): CellModel => ({
        value: isFilled ? writeChoice({ ...cells, choice: choiceOf({ round, code, place }) }) : null,
        style: listCells(cells).some((value) => value.includes('/')) ? cellLooks.openText : cellLooks.open,
      })),
    ]),
    isLocked: true,
    lists: lines.flatMap(({ cells }, index): readonly ListModel[] => {
      const values = listCells(cells)
      const prompt = `Điểm của mức đã chọn: ${values.join('; ')}. Để trống nếu chưa chấm.`
      return members.length === 0 ? [] : [{ top: index + 2, bottom: index + 2, left, right, values, prompt }]
    }),
  })
}

/** Blank sheets are for the round that is still to be scored. */
function roundsToPrint({ item, isFilled }: { item: ImportedItem; isFilled: boolean }): readonly ImportedRound[] {
  if (item.rounds.length === 0) return [{ round: 1, ballots: [] }]
  return isFilled ? item.rounds : item.rounds.slice(-1)
}

type ChoiceOfInput = {
  round: ImportedRound
  code: string
  place: FormCriterion
}

const choiceOf = ({ round, code, place }: ChoiceOfInput): number | null =>
  round.ballots.find(({ memberCode }) => memberCode === code)?.choices[place.index] ?? null

/** Plain points as a number, which a spreadsheet adds up. */
function writeChoice(cell: Parameters<typeof writeCell>[0]): number | string | null {
  const text = writeCell(cell)
  if (text === '') return null
  return text.includes('/') ? text : Number(text)
}

const agreedSheet = ({ session: { items }, formOf, isFilled }: Scores): SheetModel =>
  titledSheet({
    name: sheetNames.agreed,
    columns: titled(agreedColumns, [14, 12, 10, 48]),
    rows: isFilled
      ? items.flatMap((item) =>
          item.agreedLevels.flatMap(({ criterionCode, option, reason }) =>
            listCriteria(formOf(item))
              .filter(({ criterion }) => criterion.code === criterionCode)
              .map(({ criterion }) => [
                text(item.code),
                text(criterionCode),
                {
                  value: writeChoice({ criterion, criteriaCase: item.criteriaCase, choice: option }),
                  style: cellLooks.text,
                },
                text(reason),
              ]),
          ),
        )
      : [],
    lists: [],
  })
