import { describe, expect, it } from 'vitest'
import { districtRecord } from '../../fixtures/records.ts'
import {
  differingShare,
  goldenPage,
  keepForInspection,
  readPageImage,
  type PageImage,
} from '../../helpers/page-image.ts'
import { hasPoppler, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { render } from './rendered.ts'

sayWhyLeftOut()

/** What may differ between two versions of the font renderer; a line moved by 2 mm differs by more. */
const tolerance = 0.005

/** How the page looks, one of each kind. `npm run golden:update` writes the pages anew; look at what changed. */
describe.skipIf(!hasPoppler)('printed page', () => {
  it.each([
    { name: 'decision', kind: 'decision', page: 1 },
    { name: 'decision-annex', kind: 'decision', page: 3 },
    { name: 'minutes', kind: 'minutes', page: 1 },
    { name: 'tally-table', kind: 'tally-table', page: 1 },
    { name: 'blank-ballot', kind: 'blank-ballots', page: 1 },
    { name: 'spare-ballot', kind: 'spare-ballots', page: 1 },
    { name: 'filled-ballot', kind: 'filled-ballots', page: 1 },
    { name: 'product-tally', kind: 'product-tally', page: 1 },
    { name: 'result-notice', kind: 'result-notices', page: 1 },
    { name: 'council-report', kind: 'council-report', page: 1 },
    { name: 'proposal', kind: 'proposal', page: 1 },
    { name: 'referral-letter', kind: 'referral-letter', page: 1 },
  ] as const)('$name', async ({ name, kind, page }) => {
    const actual = readPageImage(await render({ record: districtRecord(), kind }), page)
    const golden = goldenPage(name, actual)
    const share = golden === null ? 1 : differingShare(actual, golden)
    const seen = share > tolerance ? keepForInspection(name, actual) : ''
    expect(share, `${seen} differs from its golden`).toBeLessThanOrEqual(tolerance)
  })

  describe('the comparison', () => {
    const minutes = async () => readPageImage(await render({ record: districtRecord(), kind: 'minutes' }))

    it('finds a page like itself', async () => {
      expect(differingShare(await minutes(), await minutes())).toBe(0)
    })

    it('sees a page moved down by 2 mm', async () => {
      const page = await minutes()
      expect(differingShare(page, movedDown(page, 3))).toBeGreaterThan(tolerance)
    })
  })
})

function movedDown({ width, height, pixels }: PageImage, by: number): PageImage {
  const moved = new Uint8Array(pixels.length).fill(255)
  moved.set(pixels.subarray(0, (height - by) * width), by * width)
  return { width, height, pixels: moved }
}
