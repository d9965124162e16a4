import type { PagePlan } from '../../shared/domain/paper-ballots/page-plan.ts'
import type { PageLabel } from '../../shared/domain/paper-ballots/page-label.ts'
import type { PaperDesk } from '../../shared/domain/paper-ballots/place-label.ts'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import { deskOf } from '../documents/ballot-form/desk.ts'
import { blankBallotPlaces, blankBallotsModel, formKeyOf, spareBallotsModel } from '../documents/ballot-form/model.ts'
import { openBallotPlans } from '../documents/ballot-form/plan.ts'
import { openPrintedPages, type PlannedSheet, type PrintedPage } from './printed-pages.ts'

/** The paper ballots of a session, laid out again as they are printed. */
export type SessionPaper = {
  readonly desk: PaperDesk
  /** @param ballot its place among the desk's ballots */
  readonly plansOf: (ballot: number) => readonly PagePlan[]
  /** The page with this label of a ballot, or of a spare; null where it is not printed so. */
  readonly pageOf: (ballot: number | 'spare', label: PageLabel) => Promise<PrintedPage | null>
}

/** @param resources absolute path of the folder with the fonts */
export function openSessionPaper(record: SessionRecord, resources: string): SessionPaper {
  const { sheets } = blankBallotsModel(record)
  const forms = blankBallotPlaces(record).map(({ item }) => item.form)
  const planOf = openBallotPlans(resources)
  const printedPageOf = openPrintedPages(resources)
  const known = new Map<number, PlannedSheet>()
  const plan = (ballot: number): PlannedSheet | null => {
    const [sheet, form, before] = [sheets[ballot], forms[ballot], known.get(ballot)]
    if (sheet === undefined || form === undefined || before !== undefined) return before ?? null
    const planned = { sheet, plans: planOf(sheet, form) }
    known.set(ballot, planned)
    return planned
  }
  const planSpare = (label: PageLabel): PlannedSheet | null => {
    const sheet = spareBallotsModel(record).sheets.find(
      (one) => one.label.productCode === label.productCode && one.label.form === label.form,
    )
    const form = record.items.find((item) => formKeyOf(item.form) === label.form)?.form
    return sheet === undefined || form === undefined ? null : { sheet, plans: planOf(sheet, form) }
  }
  return {
    desk: deskOf(record, sheets),
    plansOf: (ballot) => plan(ballot)?.plans ?? [],
    pageOf: async (ballot, label) => {
      const planned = ballot === 'spare' ? planSpare(label) : plan(ballot)
      if (planned === null || planned.plans.length !== label.pages) return null
      return printedPageOf(planned, label.page, () =>
        ballot === 'spare' ? [] : Array.from({ length: ahead }, (_, at) => plan(ballot + 1 + at) ?? []).flat(),
      )
    },
  }
}

/** Ballots: those of two products at a council of nine. */
const ahead = 18
