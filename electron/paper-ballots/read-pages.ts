import { createHash } from 'node:crypto'
import { findPlane } from '../../shared/domain/paper-ballots/find-plane.ts'
import type { PageSource } from '../../shared/domain/paper-ballots/gather-ballots.ts'
import type { PageOutcome, PageReading } from '../../shared/domain/paper-ballots/page-outcome.ts'
import type { GreyImage } from '../../shared/domain/paper-ballots/page-plan.ts'
import { placeLabel } from '../../shared/domain/paper-ballots/place-label.ts'
import { readPage } from '../../shared/domain/paper-ballots/read-page.ts'
import { isUnsigned } from '../../shared/domain/paper-ballots/is-unsigned.ts'
import type { UnplacedReason } from '../../shared/domain/paper-ballots/unplaced-reason.ts'
import { codeBox, markCentres, markSize } from '../documents/ballot-form/page-marks.ts'
import { nd30 } from '../documents/nd30/measures.ts'
import type { SessionPaper } from './session-paper.ts'
import { readCode } from './read-code.ts'

type UnplacedPage = Extract<PageOutcome, { kind: 'unplaced' }>

/** Reads one page of a pile against the ballots of a session. */
export async function readBallotPage(
  image: GreyImage,
  source: PageSource,
  { desk, pageOf }: SessionPaper,
): Promise<PageOutcome> {
  const plane = findPlane(image, { ...nd30.page, corners: markCentres, markSize })
  const label = await readCode(image, plane, codeBox)
  const unplaced = (why: UnplacedReason): UnplacedPage => ({
    kind: 'unplaced',
    source,
    why,
    label,
    reading: null,
  })
  if (plane === null && label === null) return unplaced(isBlank(image) ? 'blank' : 'not-a-ballot')
  if (plane === null) return unplaced('no-marks')
  if (plane.isMirrored) return unplaced('mirrored')
  if (label === null) return unplaced('no-code')
  const ballot = placeLabel(label, desk)
  if (typeof ballot === 'string' && ballot !== 'spare') return unplaced(ballot)
  const page = await pageOf(ballot, label)
  if (page === null) return unplaced('other-layout')
  const { plan, printed, dpi: printedDpi } = page
  const reading: PageReading = {
    plan,
    criteria: readPage({ image, plane, plan, printed, printedDpi }),
    sha256: hashOf(image),
    isUnsigned: isUnsigned({ image, toImage: plane.toImage, plan }),
  }
  if (ballot === 'spare') return { ...unplaced('spare'), reading }
  return { kind: 'read', source, label, ballot, ...reading }
}

const hashOf = ({ width, height, data }: GreyImage): string =>
  createHash('sha256').update(`${width}×${height}\n`).update(data).digest('hex')

/** Less than a line of text in a thousand pixels away from the edges, where scanners see shadows and holes. */
function isBlank({ width, height, data }: GreyImage): boolean {
  const [left, top] = [Math.round(width / 12), Math.round(height / 12)]
  let [sum, count] = [0, 0]
  for (let y = top; y < height - top; y += 3) {
    for (let x = left; x < width - left; x += 3) {
      sum += data[y * width + x] ?? 255
      count += 1
    }
  }
  const mean = sum / count
  let dark = 0
  for (let y = top; y < height - top; y += 3) {
    for (let x = left; x < width - left; x += 3) if ((data[y * width + x] ?? 255) < mean - 60) dark += 1
  }
  // What a damaged file leaves of a page is grey.
  return mean > 170 && dark < count / 2000
}
