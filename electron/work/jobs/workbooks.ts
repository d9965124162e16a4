import type { WorkbookPreview } from '../../../shared/api/workbook.ts'
import { writeChoices } from '../../../shared/domain/ballot/choice-text.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { knockoutTexts, otherKnockout } from '../../../shared/domain/criteria/knockout-questions.ts'
import { totalBallot } from '../../../shared/domain/scoring/ballot-totals.ts'
import { scorableSet } from '../../app/rules/scorable-set.ts'
import { openShippedRules, type ShippedRules } from '../../app/rules/shipped.ts'
import type { StagedAnswer, StagedBallot } from '../../db/queries/staged-session.ts'
import { stageSession } from '../../db/staged-session.ts'
import { answersToStage } from '../../workbooks/session/knockout-answers.ts'
import { readSessionWorkbook } from '../../workbooks/session/read-session-workbook.ts'
import { readCriteriaWorkbook, type CriteriaReading } from '../../workbooks/criteria/read-criteria-workbook.ts'
import type { ImportedItem, WorkbookReading, WorkbookResources } from '../../workbooks/session/session-import.ts'
import type { StagedImport, WorkbookToRead } from '../jobs.ts'

let rules: ShippedRules | null = null

/** Reads and checks a session workbook against the shipped rules. */
export async function previewWorkbook(asked: WorkbookToRead, resources: string): Promise<WorkbookPreview> {
  return (await readWorkbook(asked, openRules(resources), await loadFinder(resources))).preview
}

type Stage = WorkbookToRead & { readonly path: string }
type Staged = { readonly preview: WorkbookPreview; readonly value: StagedImport | null }

/** The same; where it has no fault, its ballots and knock-out answers lie at the path then. */
export async function stageWorkbook({ path, ...asked }: Stage, resources: string): Promise<Staged> {
  const shipped = openRules(resources)
  const { preview, value, forms: read } = await readWorkbook(asked, shipped)
  if (value === null) return { preview, value }
  const forms = new Map(
    value.items.map(({ setNumber }) => [setNumber, scorableSet(read.get(setNumber) ?? null, setNumber)]),
  )
  const placed = value.items.map((item, index) => ({ item, position: index + 1, form: forms.get(item.setNumber) }))
  stageSession(path, {
    ballots: placed.flatMap(({ form, ...place }) => (form === undefined ? [] : ballotsOf(place, form))),
    answers: placed.flatMap(({ form, ...place }) => (form === undefined ? [] : answersOf(place, form))),
  })
  const items = value.items.map(({ rounds, ...item }) => ({ ...item, rounds: rounds.map(({ round }) => round) }))
  return { preview, value: { ...value, items, forms } }
}

/** Reads and checks the workbook of a criteria set, which comes in the place of one that ships. */
export async function readCriteria(bytes: Uint8Array, resources: string): Promise<CriteriaReading> {
  const { ruleSets, criteriaSets } = openRules(resources)
  const known = ruleSets.flatMap(({ id, partMaxima }) => criteriaSets(id).map((set) => ({ ...set, partMaxima })))
  return readCriteriaWorkbook(bytes, [...new Map(known.map((set) => [set.id, set])).values()])
}

function openRules(resources: string): ShippedRules {
  rules ??= openShippedRules(resources)
  return rules
}

/** The face is opened only where a text asks for it. */
async function loadFinder(resources: string): Promise<WorkbookResources['unprintable']> {
  const { findUnprintable } = await import('../../documents/unprintable.ts')
  return (texts) => findUnprintable(texts, resources)
}

function readWorkbook(
  { ownSets, ...asked }: WorkbookToRead,
  shipped: ShippedRules,
  unprintable?: WorkbookResources['unprintable'],
): Promise<WorkbookReading> {
  return readSessionWorkbook({
    ...asked,
    resources: {
      ruleSets: shipped.ruleSets,
      criteriaSets: shipped.criteriaSet,
      ownSets,
      ...(unprintable && { unprintable }),
    },
  })
}

type PlacedItem = { readonly item: ImportedItem; readonly position: number }

function ballotsOf({ item, position }: PlacedItem, form: CriteriaSet): readonly StagedBallot[] {
  return item.rounds.flatMap(({ round, ballots }) =>
    ballots.flatMap(({ memberCode, choices, opinion }) => {
      const { answered, isComplete } = totalBallot(form, choices)
      if (answered === 0) return []
      const text = writeChoices(listCriteria(form).map((_, index) => choices[index] ?? null))
      return [{ position, memberCode, round, choices: text, opinion, isComplete: Number(isComplete) }]
    }),
  )
}

function answersOf({ item, position }: PlacedItem, form: CriteriaSet): readonly StagedAnswer[] {
  return answersToStage(item, form).map(({ question, answer, reason }) => {
    const { key } = knockoutTexts(form).find(({ text }) => text === question) ?? otherKnockout
    return { position, question: key, isRejected: Number(answer === 'yes'), reason }
  })
}
