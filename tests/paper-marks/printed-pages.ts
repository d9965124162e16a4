import { blankBallotsModel } from '../../electron/documents/ballot-form/model.ts'
import { ballotFormsPdf } from '../../electron/documents/ballot-form/pdf.ts'
import { blankBallotPlans } from '../../electron/documents/ballot-form/plan.ts'
import { renderPdf } from '../../electron/documents/render-pdf.ts'
import type { PagePlan } from '../../shared/domain/paper-ballots/page-plan.ts'
import { buildRecord } from '../fixtures/session-record.ts'
import { readPageImages, type PageImage } from '../helpers/page-image.ts'
import { resourcesFolder } from '../integration/documents/rendered.ts'
import type { PageCanvas } from './page-canvas.ts'

/** A page as it is printed, with where everything on it stands. */
export type PrintedPage = { readonly plan: PagePlan; readonly printed: PageCanvas }

type PagesInput = {
  readonly ruleSetId: 'qd-26-2026' | 'qd-148-2023'
  /** Numbers of criteria sets, from 1 to 26. */
  readonly sets: readonly number[]
  readonly dpi: number
  /** Of each page of a PDF; rendered unless given. */
  readonly imagesOf?: (pdf: Uint8Array, dpi: number) => readonly PageImage[]
}

/** The pages of the sets' blank ballots that have criteria, printed as the program prints them. Needs poppler. */
export async function printedPages({
  ruleSetId,
  sets,
  dpi,
  imagesOf = readPageImages,
}: PagesInput): Promise<readonly PrintedPage[]> {
  const record = buildRecord({
    ruleSetId,
    level: ruleSetId === 'qd-26-2026' ? 'province' : 'district',
    memberCount: 1,
    products: sets.map((setNumber) => ({ setNumber, quality: 0.7 })),
  })
  const plans = blankBallotPlans(record, resourcesFolder).flatMap(({ pages }) => pages)
  const pdf = await renderPdf({
    document: ballotFormsPdf(blankBallotsModel(record)),
    createdAt: new Date(0),
    resources: resourcesFolder,
  })
  const images = imagesOf(pdf, dpi)
  if (images.length !== plans.length) throw new Error(`${plans.length} pages planned, ${images.length} printed`)
  return plans.flatMap((plan, index) => {
    const image = images[index]
    if (image === undefined || plan.criteria.length === 0) return []
    const { width, height, pixels } = image
    // A slice of what a tool printed is no copy.
    return [{ plan, printed: { width, height, data: Uint8Array.from(pixels), scale: dpi / 25.4 } }]
  })
}
