import { milliseconds, type BenchRow } from '../bench-row.ts'
import { timeDetector } from './detector.ts'
import { timeProject, type SheetTimes } from './project.ts'
import { hasAutoMultipleChoice } from './shell.ts'

/** Of a sheet: as many as a page of a ballot has options. */
const boxes = 40
const count = 80

/** Our reading of a page, `tookBesideKeys` while somebody keys. */
type PageTimes = SheetTimes & { readonly tookBesideKeys: number }

/** Beside that of auto-multiple-choice for a sheet of its own, of the same size, in the same run. */
export function besideAutoMultipleChoice(ours: PageTimes): readonly BenchRow[] {
  const processor = { name: 'reading a page, processor', value: milliseconds(ours.worked), aim: '≤ 0.33' }
  const clock = { name: 'pages a second', value: perSecond(ours.took), aim: '≥ 3' }
  const keyed = { name: 'pages a second, with a key every 20 ms', value: perSecond(ours.tookBesideKeys), aim: '' }
  const alone = {
    name: 'reading a page, processor, beside a detector alone',
    value: milliseconds(ours.worked),
    aim: '',
  }
  const rows = [processor, clock, keyed, alone]
  if (!hasAutoMultipleChoice()) return rows.map((row) => leftOut(row, 'auto-multiple-choice is absent'))
  try {
    const theirs = timeProject({ count, boxes })
    const detector = timeDetector({ count: 40, boxes })
    const against = `auto-multiple-choice, a sheet of ${boxes} boxes`
    return [
      {
        ...processor,
        against: `${against}: ${milliseconds(theirs.worked)}`,
        ratio: ours.worked / theirs.worked,
        note: `both from a PDF of scans in JPEG to what was marked where; theirs ${count} sheets by getimages and analyse, all right by its own data base`,
      },
      {
        ...clock,
        against: `${against}: ${perSecond(theirs.took)}`,
        ratio: theirs.took / ours.took,
        note: 'both on all processors, while nobody keys',
      },
      {
        ...keyed,
        against: `${against}, nobody keys: ${perSecond(theirs.took)}`,
        ratio: theirs.took / ours.tookBesideKeys,
        note: 'ours leaves a core to the keys; theirs takes all',
      },
      {
        ...alone,
        against: `AMC-detect, a clean picture of a sheet: ${milliseconds(detector)}`,
        ratio: ours.worked / detector,
        note: 'the least that theirs can cost: without the file, which sheet it is and its data base',
      },
    ]
  } catch (error) {
    const [reason = ''] = String(error).split('\n')
    return rows.map((row) => ({ ...leftOut(row, reason), failed: true }))
  }
}

const leftOut = (row: Pick<BenchRow, 'name' | 'value' | 'aim'>, skipped: string): BenchRow => ({
  ...row,
  against: '',
  ratio: null,
  skipped,
})

const perSecond = (took: number): string => (1000 / took).toFixed(1)
