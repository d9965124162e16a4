import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { knockoutTexts } from '../../../shared/domain/criteria/knockout-questions.ts'
import {
  agreedColumns,
  answerTitles,
  applicationTitles,
  dossierTitles,
  everyQuestion,
  levelTitles,
  memberColumns,
  exclusionColumns,
  exclusionTitles,
  opinionColumns,
  productColumns,
  rejectionColumns,
  roleTitles,
  scoreColumns,
  sessionNames,
  setColumns,
  setUses,
  sheetNames,
  titleOf,
  type SessionKey,
} from './layout.ts'
import { regulationKeys, regulationTitles, toWorded, type WordedRegulation } from './regulation-titles.ts'
import type { ImportedItem, ImportedRound, SessionImport } from './session-import.ts'
import type { CellModel, SheetModel } from '../xlsx/write-xlsx.ts'
import { cellLooks, count, date, mark, plain, text } from './cell-looks.ts'
import { linesOf, scoresSheet, writeChoice } from './scores-sheet.ts'
import { titledSheet } from './titled-sheet.ts'

/** The form that scores an item; the writer prints its criteria row by row. */
export type FormOf = (item: ImportedItem) => CriteriaSet

type Filling = { readonly session: SessionImport; readonly formOf: FormOf; readonly isFilled: boolean }

/** The sheets of a session workbook; `isFilled` false leaves points and agreed levels blank. */
export function modelSheets({ session, formOf, isFilled }: Filling): readonly SheetModel[] {
  return [
    sessionSheet(session),
    membersSheet(session),
    productsSheet(session),
    ballotsSheet({ session, formOf, isFilled }),
    agreedSheet({ session, formOf, isFilled }),
    ...(session.officeSets.length === 0 ? [] : [setsSheet(session)]),
    ...(isFilled ? opinionsSheets(session) : []),
    ...exclusionsSheets(session),
    ...rejectionsSheets(session, formOf),
  ]
}

function sessionSheet({ ruleSetId, level, council, session, regulation }: SessionImport): SheetModel {
  const { quorum, spreadLimit } = regulation
  const sheet = factsSheet({
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
    regulationNumber: text(council.regulationNumber),
    ...wordedCells(regulation),
  } satisfies Readonly<Record<SessionKey, CellModel>>)
  const choices = [
    ['level', levelTitles.slice(0, 3)],
    ...regulationKeys.map((key) => [key, regulationTitles[key]] as const),
  ] as const
  const keys = Object.keys(sessionNames)
  const lists = choices.map(([key, titles]) => {
    const row = keys.indexOf(key) + 1
    return { top: row, left: 2, bottom: row, right: 2, values: wordsOf(titles), prompt: '' }
  })
  return { ...sheet, lists }
}

function wordedCells(regulation: SessionImport['regulation']): Readonly<Record<keyof WordedRegulation, CellModel>> {
  const worded = toWorded(regulation)
  const cells = regulationKeys.map((key) => [key, text(titleOf<unknown>(regulationTitles[key], worded[key]))])
  return Object.fromEntries(cells) as Record<keyof WordedRegulation, CellModel>
}

/** The sheet `Phiên họp`, as far as values are given: their names in one column, the values in the next. */
export function factsSheet(values: Readonly<Partial<Record<SessionKey, CellModel>>>): SheetModel {
  return {
    name: sheetNames.session,
    columns: [{ width: 42 }, { width: 70 }],
    rows: (Object.keys(sessionNames) as SessionKey[]).flatMap((key) => {
      const value = values[key]
      return value === undefined ? [] : [{ cells: [plain(sessionNames[key]), value], height: 'fitted' }]
    }),
    frozen: { rows: 0, columns: 1 },
    titleRow: null,
    isLocked: false,
    lists: [],
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
    [memberColumns.arrivedAt, 10, ({ arrivedAt }) => text(arrivedAt ?? '')],
    [memberColumns.leftAt, 10, ({ leftAt }) => text(leftAt ?? '')],
    [memberColumns.absenceReason, 30, ({ absenceReason }) => text(absenceReason)],
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
    [productColumns.recused, 20, ({ exclusions }) => text(exclusions.map(({ memberCode }) => memberCode).join(', '))],
    [productColumns.criteriaCase, 12, ({ criteriaCase }) => text(criteriaCase ?? ''), ['a', 'b']],
    [productColumns.samplesReceived, 12, ({ samplesReceived }) => count(samplesReceived)],
    [
      productColumns.dossierStatus,
      16,
      ({ dossierStatus }) => text(titleOf(dossierTitles, dossierStatus)),
      wordsOf(dossierTitles),
    ],
    [productColumns.dossierNote, 36, ({ dossierNote }) => text(dossierNote)],
    [productColumns.phone, 16, ({ phone }) => text(phone)],
    [productColumns.representative, 26, ({ representative }) => text(representative)],
    [productColumns.address, 40, ({ address }) => text(address)],
  ])

/** Members' own words on their ballots; no sheet where nobody wrote any. */
function opinionsSheets({ items }: SessionImport): readonly SheetModel[] {
  const said = items.flatMap(({ code, rounds }) =>
    rounds.flatMap(({ round, ballots }) =>
      ballots.flatMap(({ memberCode, opinion }) => (opinion === '' ? [] : [{ code, round, memberCode, opinion }])),
    ),
  )
  if (said.length === 0) return []
  return [
    tableSheet(sheetNames.opinions, said, [
      [opinionColumns.product, 16, ({ code }) => text(code)],
      [opinionColumns.round, 10, ({ round }) => count(round)],
      [opinionColumns.member, 16, ({ memberCode }) => text(memberCode)],
      [opinionColumns.opinion, 80, ({ opinion }) => text(opinion)],
    ]),
  ]
}

/** What was answered to the conditions that reject; no sheet where the products' sheet says it all. */
function rejectionsSheets(session: SessionImport, formOf: FormOf): readonly SheetModel[] {
  const all = session.items.flatMap((item) => rowsOfKnockouts(item, formOf(item)).map((row) => ({ ...row, ...item })))
  if (all.length === 0) return []
  return [
    tableSheet(sheetNames.rejections, all, [
      [rejectionColumns.product, 16, ({ code }) => text(code)],
      [rejectionColumns.question, 70, ({ question }) => text(question)],
      [rejectionColumns.reason, 60, ({ reason }) => text(reason)],
      [rejectionColumns.answer, 14, ({ answer }) => text(titleOf(answerTitles, answer)), wordsOf(answerTitles)],
    ]),
  ]
}

/** One row where every condition is open. */
function rowsOfKnockouts({ knockouts }: ImportedItem, form: CriteriaSet): ImportedItem['knockouts'] {
  const areAllOpen = knockouts.every(({ answer }) => answer === 'unanswered')
  return areAllOpen && knockouts.length > 1 && knockouts.length === knockoutTexts(form).length
    ? [{ question: everyQuestion, answer: 'unanswered', reason: '' }]
    : knockouts
}

/** Why members do not score a product; no sheet where each is recused and nobody said why: the products' sheet says it all. */
function exclusionsSheets({ items }: SessionImport): readonly SheetModel[] {
  const all = items.flatMap(({ code, exclusions }) => exclusions.map((one) => ({ code, ...one })))
  if (all.every(({ kind, reason }) => kind === 'recused' && reason === '')) return []
  return [
    tableSheet(sheetNames.exclusions, all, [
      [exclusionColumns.product, 16, ({ code }) => text(code)],
      [exclusionColumns.member, 16, ({ memberCode }) => text(memberCode)],
      [exclusionColumns.kind, 24, ({ kind }) => text(titleOf(exclusionTitles, kind)), wordsOf(exclusionTitles)],
      [exclusionColumns.reason, 60, ({ reason }) => text(reason)],
    ]),
  ]
}

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

const ballotsSheet = ({ session: { members, items }, formOf, isFilled }: Filling): SheetModel =>
  scoresSheet({
    name: sheetNames.scores,
    columns: scoreColumns,
    widths: { product: 16, round: 10, criterion: 12, title: 60, max: 9 },
    scorers: members.map(({ code }) => code),
    lines: items.flatMap((item) =>
      roundsToPrint({ item, isFilled }).flatMap(({ round, ballots }) =>
        linesOf({
          item,
          form: formOf(item),
          round,
          ballots: isFilled ? ballots.map(({ memberCode, choices }) => ({ scorer: memberCode, choices })) : [],
        }),
      ),
    ),
  })

/** Blank sheets are for the round that is still to be scored. */
function roundsToPrint({ item, isFilled }: { item: ImportedItem; isFilled: boolean }): readonly ImportedRound[] {
  if (item.rounds.length === 0) return [{ round: 1, ballots: [] }]
  return isFilled ? item.rounds : item.rounds.slice(-1)
}

function agreedSheet({ session: { items }, formOf, isFilled }: Filling): SheetModel {
  const levels = items.flatMap((item) =>
    item.agreedLevels.flatMap((level) =>
      listCriteria(formOf(item))
        .filter(({ criterion }) => criterion.code === level.criterionCode)
        .map(({ criterion }) => ({ item, level, criterion })),
    ),
  )
  return tableSheet(sheetNames.agreed, isFilled ? levels : [], [
    [agreedColumns.product, 14, ({ item }) => text(item.code)],
    [agreedColumns.criterion, 12, ({ criterion }) => text(criterion.code)],
    [
      agreedColumns.points,
      10,
      ({ item: { criteriaCase }, level, criterion }) => ({
        value: writeChoice({ criterion, criteriaCase, choice: level.option }),
        style: cellLooks.text,
      }),
    ],
    [agreedColumns.reason, 48, ({ level }) => text(level.reason)],
  ])
}
