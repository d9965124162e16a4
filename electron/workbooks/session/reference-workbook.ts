import type { ReferenceSource } from '../../../shared/api/reference.ts'
import type { CaseCode, CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import type { Level } from '../../../shared/domain/rules/rule-set.ts'
import type { BallotChoices } from '../../../shared/domain/scoring/types.ts'
import { writeXlsx } from '../xlsx/write-xlsx.ts'
import { date, plain, text } from './cell-looks.ts'
import { levelTitles, referenceColumns, referenceSheetNames, referenceTitles, titleOf } from './layout.ts'
import { linesOf, scoresSheet } from './scores-sheet.ts'
import { factsSheet } from './sheet-models.ts'

/** What a workbook of reference scores is laid out from, and held against. */
export type ReferenceFrame = {
  readonly session: {
    readonly ruleSetId: string
    readonly level: Level
    readonly councilName: string
    readonly year: number
    readonly round: number
    /** ISO date. */
    readonly heldOn: string
  }
  /** In agenda order. */
  readonly items: readonly ReferenceItem[]
}

export type ReferenceItem = {
  readonly id: number
  readonly code: string
  readonly productName: string
  readonly criteriaCase: CaseCode | null
  readonly form: CriteriaSet
}

/** What one of them scored of a product, in form order; null where nothing is answered. */
export type ScoredReference = {
  readonly itemId: number
  readonly source: ReferenceSource
  readonly choices: BallotChoices
}

export type ReferenceToWrite = ReferenceFrame & { readonly scored: readonly ScoredReference[] }

/** The workbook that `readReferenceWorkbook` reads: products with their criteria, and what is given of their scores. */
export function writeReferenceWorkbook({ session, items, scored }: ReferenceToWrite): Promise<Uint8Array> {
  const scores = scoresSheet({
    name: referenceSheetNames.scores,
    columns: referenceColumns,
    widths: { product: 14, name: 30, criterion: 12, title: 60, max: 8 },
    scorers: referenceTitles.map(([title]) => title),
    lines: items.flatMap((item) => {
      const own = scored.filter(({ itemId }) => itemId === item.id)
      const ballots = own.map(({ source, choices }) => ({ scorer: titleOf(referenceTitles, source), choices }))
      return linesOf({ item, form: item.form, round: 1, ballots })
    }),
  })
  return writeXlsx({ createdAt: new Date(session.heldOn), sheets: [scores, sessionSheet(session)] })
}

/** Locked: it says which session the scores are of, and nothing of it is taken. */
const sessionSheet = ({ ruleSetId, level, councilName, year, round, heldOn }: ReferenceFrame['session']) => ({
  ...factsSheet({
    ruleSet: text(ruleSetId),
    level: text(titleOf(levelTitles, level)),
    council: text(councilName),
    year: plain(year),
    round: plain(round),
    heldOn: date(heldOn),
  }),
  isLocked: true,
})
