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
    lists: [listBelow({ column: 2, top: 2, count: 1, values: levelTitles.slice(0, 3).map(([title]) => title) })],
  }
}

const membersSheet = ({ members }: SessionImport): SheetModel =>
  titledSheet({
    name: sheetNames.members,
    columns: titled(memberColumns, [12, 34, 28, 36, 16, 10]),
    rows: members.map(({ code, name, position, organisation, role, isPresent }) => [
      text(code),
      text(name),
      text(position),
      text(organisation),
      text(titleOf(roleTitles, role)),
      mark(isPresent),
    ]),
    lists: [
      listBelow({ column: 5, top: 2, count: rowsToFill(members), values: roleTitles.map(([title]) => title) }),
      listBelow({ column: 6, top: 2, count: rowsToFill(members), values: ['x'] }),
    ],
  })

const productsSheet = ({ items }: SessionImport): SheetModel =>
  titledSheet({
    name: sheetNames.products,
    columns: titled(productColumns, [14, 36, 36, 18, 20, 20, 10, 14, 9, 30, 20, 12]),
    frozenColumns: 2,
    rows: items.map((item) => [
      text(item.code),
      text(item.productName),
      text(item.producerName),
      text(item.producerKind),
      text(item.commune),
      text(item.district),
      count(item.setNumber),
      text(titleOf(applicationTitles, item.application)),
      mark(item.isRejected),
      text(item.rejectionReason),
      text(item.recusedMemberCodes.join(', ')),
      text(item.criteriaCase ?? ''),
    ]),
    lists: [
      listBelow({ column: 8, top: 2, count: rowsToFill(items), values: applicationTitles.map(([title]) => title) }),
      listBelow({ column: 9, top: 2, count: rowsToFill(items), values: ['x'] }),
      listBelow({ column: 12, top: 2, count: rowsToFill(items), values: ['a', 'b'] }),
    ],
  })

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
    columns: titled(agreedColumns, [14, 12, 10]),
    rows: isFilled
      ? items.flatMap((item) =>
          item.agreedLevels.flatMap(({ criterionCode, option }) =>
            listCriteria(formOf(item))
              .filter(({ criterion }) => criterion.code === criterionCode)
              .map(({ criterion }) => [
                text(item.code),
                text(criterionCode),
                {
                  value: writeChoice({ criterion, criteriaCase: item.criteriaCase, choice: option }),
                  style: cellLooks.text,
                },
              ]),
          ),
        )
      : [],
    lists: [],
  })

/** Drop-downs go on below the last row: people add members and products there. */
const rowsToFill = (rows: readonly unknown[]): number => rows.length + 40

type ListBelowInput = {
  column: number
  top: number
  count: number
  values: readonly string[]
}

const listBelow = ({ column, top, count, values }: ListBelowInput): ListModel => ({
  top,
  left: column,
  bottom: top + count - 1,
  right: column,
  values,
  prompt: '',
})
