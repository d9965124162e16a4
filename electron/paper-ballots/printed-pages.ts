import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { GreyImage, PagePlan } from '../../shared/domain/paper-ballots/page-plan.ts'
import type { BallotSheet } from '../documents/ballot-form/model.ts'
import { ballotFormsPdf } from '../documents/ballot-form/pdf.ts'
import { renderPdf } from '../documents/render-pdf.ts'
import { openPageFile } from './decode-pages.ts'

/** A page of a ballot as it was printed. */
export type PrintedPage = { readonly plan: PagePlan; readonly printed: GreyImage; readonly dpi: number }

/** A ballot with the plans of its pages: where two have the same plans they have the same pages. */
export type PlannedSheet = { readonly sheet: BallotSheet; readonly plans: readonly PagePlan[] }

/**
 * Draws pages again as they were printed, `page` from 1; null where the ballot has no such page.
 *
 * @param next ballots likely to be asked for soon: those of other plans are drawn along, which costs half
 */
export type PrintedPageOf = (
  of: PlannedSheet,
  page: number,
  next: () => readonly PlannedSheet[],
) => Promise<PrintedPage | null>

/** @param resources absolute path of the folder with the fonts */
export function openPrintedPages(resources: string): PrintedPageOf {
  const drawn = new Map<readonly PagePlan[], Promise<readonly PackedPage[]>>()
  const ready = new Map<PagePlan, PrintedPage>()
  return async (of, page, next) => {
    const plan = of.plans[page - 1]
    if (plan === undefined) return null
    if (!drawn.has(of.plans)) {
      const fresh = [of, ...next()].filter(({ plans }) => !drawn.has(plans))
      const sheets = [...new Map(fresh.toReversed().map((one) => [one.plans, one])).values()].toReversed()
      const all = drawSheets(sheets, resources)
      for (const [at, { plans }] of sheets.entries())
        drawn.set(
          plans,
          all.then((pages) => pages[at] ?? []),
        )
    }
    const packed = (await drawn.get(of.plans))?.[page - 1]
    if (packed === undefined) return null
    const printed = ready.get(plan) ?? unpacked(plan, packed)
    ready.delete(plan)
    ready.set(plan, printed)
    const [oldest] = ready.keys()
    if (oldest !== undefined && ready.size > mostReady) ready.delete(oldest)
    return printed
  }
}

/** Pages of about two products. Those of all would be gigabytes at a large meeting: they wait deflated. */
const mostReady = 20

type PackedPage = { readonly width: number; readonly height: number; readonly deflated: Uint8Array }

/** Of each sheet its pages. */
async function drawSheets(
  sheets: readonly PlannedSheet[],
  resources: string,
): Promise<readonly (readonly PackedPage[])[]> {
  const document = ballotFormsPdf({ title: '', isDraft: false, sheets: sheets.map(({ sheet }) => sheet) })
  const file = await openPageFile(await renderPdf({ document, createdAt: new Date(0), resources }))
  try {
    const drawn: PackedPage[][] = []
    let page = 0
    for (const { plans } of sheets) {
      const own: PackedPage[] = []
      while (own.length < plans.length) {
        const { width, height, data } = await file.read((page += 1))
        own.push({ width, height, deflated: deflateRawSync(data, { level: 1 }) })
      }
      drawn.push(own)
    }
    return drawn
  } finally {
    file.close()
  }
}

function unpacked(plan: PagePlan, { width, height, deflated }: PackedPage): PrintedPage {
  // Into memory of its size at once: piece by piece takes twice as long.
  const printed = { width, height, data: inflateRawSync(deflated, { chunkSize: width * height + 1 }) }
  return { plan, printed, dpi: (width / plan.width) * 25.4 }
}
