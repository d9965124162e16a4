import { blankBallotPlaces, blankBallotsModel, keyOf } from '../../electron/documents/ballot-form/model.ts'
import { ballotFormsPdf } from '../../electron/documents/ballot-form/pdf.ts'
import { openBallotPlans } from '../../electron/documents/ballot-form/plan.ts'
import { renderPdf } from '../../electron/documents/render-pdf.ts'
import { allBallots, isSelected, type BallotSelection } from '../../shared/domain/ballot/selected-ballots.ts'
import type { PagePlan } from '../../shared/domain/paper-ballots/page-plan.ts'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import { buildRecord } from '../fixtures/session-record.ts'
import { readPageImages, type PageImage } from '../helpers/page-image.ts'
import { resourcesFolder } from '../integration/documents/rendered.ts'
import type { PageCanvas } from './page-canvas.ts'

/** A page as it is printed, with where everything on it stands. */
export type PrintedPage = { readonly plan: PagePlan; readonly printed: PageCanvas }

type ImagesOf = (pdf: Uint8Array, dpi: number) => readonly PageImage[]

type BallotsInput = {
  readonly record: SessionRecord
  readonly of?: BallotSelection
  readonly dpi: number
  /** Of each page of a PDF; rendered unless given. */
  readonly imagesOf?: ImagesOf
}

/** The pages of a session's blank ballots, or those selected, printed as the program prints them. Needs poppler. */
export async function printedBallots({
  record,
  of = allBallots,
  dpi,
  imagesOf = readPageImages,
}: BallotsInput): Promise<readonly PrintedPage[]> {
  const model = blankBallotsModel(record, of)
  const places = blankBallotPlaces(record).filter((place) => isSelected(of, keyOf(place)))
  const planOf = openBallotPlans(resourcesFolder)
  const plans = model.sheets.flatMap((sheet, index) => planOf(sheet, places[index]!.item.form))
  const document = ballotFormsPdf(model)
  const images = imagesOf(await renderPdf({ document, createdAt: new Date(0), resources: resourcesFolder }), dpi)
  if (images.length !== plans.length) throw new Error(`${plans.length} pages planned, ${images.length} printed`)
  return images.map(({ width, height, pixels }, index) => ({
    plan: plans[index]!,
    // A slice of what a tool printed is no copy.
    printed: { width, height, data: Uint8Array.from(pixels), scale: dpi / 25.4 },
  }))
}

type PagesInput = Omit<BallotsInput, 'record' | 'of'> & {
  readonly ruleSetId: 'qd-26-2026' | 'qd-148-2023'
  /** Numbers of criteria sets, from 1 to 26. */
  readonly sets: readonly number[]
}

/** The same of a ballot of each of the sets: its pages that have criteria. */
export async function printedPages({ ruleSetId, sets, ...asked }: PagesInput): Promise<readonly PrintedPage[]> {
  const record = buildRecord({
    ruleSetId,
    level: ruleSetId === 'qd-26-2026' ? 'province' : 'district',
    memberCount: 1,
    products: sets.map((setNumber) => ({ setNumber, quality: 0.7 })),
  })
  return (await printedBallots({ record, ...asked })).filter(({ plan }) => plan.criteria.length > 0)
}
