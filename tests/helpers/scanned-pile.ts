import { buildSessionRecord } from '../../electron/app/sessions/session-record.ts'
import { spareBallotsModel } from '../../electron/documents/ballot-form/model.ts'
import { openBallotPlans } from '../../electron/documents/ballot-form/plan.ts'
import { openSessionPaper } from '../../electron/paper-ballots/session-paper.ts'
import { writePng } from '../../electron/paper-ballots/write-png.ts'
import { writeChoices } from '../../shared/domain/ballot/choice-text.ts'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import type { GreyImage } from '../../shared/domain/paper-ballots/page-plan.ts'
import type { BallotChoices } from '../../shared/domain/scoring/types.ts'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import { seededRandom } from '../bench/seeded-random.ts'
import { neatHand } from '../paper-marks/hands.ts'
import { printedBallots, type PrintedPage } from '../paper-marks/printed-pages.ts'
import { scanBallot } from '../paper-marks/scanned-ballot.ts'
import { createTestApp, resourcesFolder, type TestClient } from './test-app.ts'

/** As Playwright hands files to a page. */
export type ScannedFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** A session's record, made in an application of its own: paper that is printed from it is that of any file made alike. */
export async function recordOf(make: (client: TestClient) => Promise<number>): Promise<SessionRecord> {
  using app = createTestApp()
  const sessionId = await make(app.client)
  return buildSessionRecord(app.db(), sessionId)
}

/** An office's scanner before the paper ballots of a session. Needs poppler. */
export function scannerOf(record: SessionRecord, dpi = 200) {
  const random = seededRandom(7)
  const choicesOf = (item: number, other: Readonly<Record<number, number | null>> = {}): BallotChoices =>
    listCriteria(record.items[item]!.form).map(({ criterion, index }) =>
      index in other ? (other[index] ?? null) : criterion.options.length,
    )
  return {
    /** The best of everything, but for these criteria. */
    choicesOf,
    /** All pages of a member's ballot for a product, both by their place in the record, marked so. */
    ballot: async (item: number, member: number, choices: BallotChoices): Promise<readonly GreyImage[]> => {
      const of = { itemIds: [record.items[item]!.id], memberIds: [record.members[member]!.id], rounds: [1] }
      const pages = await printedBallots({ record, of, dpi })
      return scanBallot({ pages, choices: writeChoices(choices), hand: neatHand, random })
    },
    /** The same of the spare that is printed for a product. */
    spare: async (item: number, choices: BallotChoices): Promise<readonly GreyImage[]> => {
      const printed = await sparePages(record, item)
      return scanBallot({ pages: printed, choices: writeChoices(choices), hand: neatHand, random })
    },
  }
}

/** The printed pages of the spare for a product, by its place in the record. */
export async function sparePages(record: SessionRecord, item: number): Promise<readonly PrintedPage[]> {
  const sheet = spareBallotsModel(record).sheets[item]!
  const { pageOf } = openSessionPaper(record, resourcesFolder)
  const { length } = openBallotPlans(resourcesFolder)(sheet, record.items[item]!.form)
  const pages: PrintedPage[] = []
  for (let page = 1; page <= length; page += 1) {
    const { plan, printed, dpi } = (await pageOf('spare', { ...sheet.label, page, pages: length }))!
    pages.push({ plan, printed: { ...printed, scale: dpi / 25.4 } })
  }
  return pages
}

/** Pages as files of a scanner that writes each for itself. */
export function scannedFiles(name: string, images: readonly GreyImage[]): readonly ScannedFile[] {
  return images.map((image, index) => ({
    name: `${name} ${index + 1}.png`,
    mimeType: 'image/png',
    buffer: Buffer.from(writePng(image)),
  }))
}
