import type { GreyImage, PagePlan } from '../../shared/domain/paper-ballots/page-plan.ts'
import type { BallotLabel, PaperDesk } from '../../shared/domain/paper-ballots/place-label.ts'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import {
  blankBallotPlaces,
  blankBallotsModel,
  formKeyOf,
  spareBallotsModel,
  type BallotSheet,
} from '../documents/ballot-form/model.ts'
import { deskOf } from '../documents/ballot-form/desk.ts'
import { ballotFormsPdf } from '../documents/ballot-form/pdf.ts'
import { openBallotPlans } from '../documents/ballot-form/plan.ts'
import { renderPdf } from '../documents/render-pdf.ts'
import { openPageFile } from './decode-pages.ts'

/** A page of a ballot as it was printed. */
export type PrintedPage = { readonly plan: PagePlan; readonly printed: GreyImage; readonly dpi: number }

/** The paper ballots of a session, laid out again as they are printed. */
export type SessionPaper = {
  readonly desk: PaperDesk
  /** @param ballot its place among the desk's ballots */
  readonly plansOf: (ballot: number) => readonly PagePlan[]
  /** Ballots whose places are the same share their pages, which are drawn once. */
  readonly pagesOf: (ballot: number) => Promise<readonly PrintedPage[]>
  /** Of a spare with this label; none where no such spare is printed. */
  readonly sparePagesOf: (label: BallotLabel) => Promise<readonly PrintedPage[]>
}

/** @param resources absolute path of the folder with the fonts */
export function openSessionPaper(record: SessionRecord, resources: string): SessionPaper {
  const { sheets } = blankBallotsModel(record)
  const forms = blankBallotPlaces(record).map(({ item }) => item.form)
  const planOf = openBallotPlans(resources)
  const drawn = new Map<readonly PagePlan[], Promise<readonly PrintedPage[]>>()
  const draw = (sheet: BallotSheet, plans: readonly PagePlan[]): Promise<readonly PrintedPage[]> => {
    const pages = drawn.get(plans) ?? drawPages({ sheet, plans, resources })
    drawn.set(plans, pages)
    return pages
  }
  const plansOf = (ballot: number): readonly PagePlan[] => {
    const [sheet, form] = [sheets[ballot], forms[ballot]]
    return sheet === undefined || form === undefined ? [] : planOf(sheet, form)
  }
  return {
    desk: deskOf(record, sheets),
    plansOf,
    pagesOf: (ballot) => {
      const sheet = sheets[ballot]
      return sheet === undefined ? Promise.resolve([]) : draw(sheet, plansOf(ballot))
    },
    sparePagesOf: (label) => {
      const sheet = spareBallotsModel(record).sheets.find(
        (one) => one.label.productCode === label.productCode && one.label.form === label.form,
      )
      const form = record.items.find((item) => formKeyOf(item.form) === label.form)?.form
      return sheet === undefined || form === undefined ? Promise.resolve([]) : draw(sheet, planOf(sheet, form))
    },
  }
}

type DrawInput = {
  readonly sheet: BallotSheet
  readonly plans: readonly PagePlan[]
  readonly resources: string
}

async function drawPages({ sheet, plans, resources }: DrawInput): Promise<readonly PrintedPage[]> {
  const document = ballotFormsPdf({ title: '', isDraft: false, sheets: [sheet] })
  const file = await openPageFile(await renderPdf({ document, createdAt: new Date(0), resources }))
  try {
    const pages: PrintedPage[] = []
    for (const plan of plans) {
      const printed = await file.read(plan.page)
      pages.push({ plan, printed, dpi: (printed.width / plan.width) * 25.4 })
    }
    return pages
  } finally {
    file.close()
  }
}
