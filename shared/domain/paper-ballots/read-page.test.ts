import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../tests/bench/seeded-random.ts'
import { copyPage } from '../../../tests/paper-marks/copier.ts'
import { crossOut, drawMark, styles, type Hand } from '../../../tests/paper-marks/hands.ts'
import { copyCanvas, fillRect, type PageCanvas } from '../../../tests/paper-marks/page-canvas.ts'
import { scanPage } from '../../../tests/paper-marks/scanned-page.ts'
import { syntheticPage } from '../../../tests/paper-marks/synthetic-page.ts'
import { findPlane } from './find-plane.ts'
import type { CriterionReading, GreyImage, PlannedOption } from './page-plan.ts'
import { readPage } from './read-page.ts'

const dpi = 200
const page = syntheticPage(seededRandom(103), dpi)
const { plan, printed } = page
const hand: Hand = { style: 'circle', width: 0.6, grey: 80, miss: 0.3, size: 1, skips: 0, sweep: 0.5 }

type Pen = {
  readonly mark: (option: PlannedOption, style?: Hand['style']) => void
  readonly crossOut: (option: PlannedOption) => void
  readonly sheet: PageCanvas
}

/** What is read of a page on which each criterion is marked by `draw`. */
function readMarked(draw: (pen: Pen, options: readonly PlannedOption[], index: number) => void) {
  const random = seededRandom(11)
  const sheet = copyCanvas(printed)
  const pen: Pen = {
    sheet,
    mark: ({ box }, style = 'circle') => drawMark({ canvas: sheet, box, hand: { ...hand, style }, random }),
    crossOut: ({ box }) => crossOut({ canvas: sheet, box, hand, random }),
  }
  for (const { options, index } of plan.criteria) draw(pen, options, index)
  const { image } = copyPage({ page: sheet, dpi, faults: { turn: 0.5, noise: 4, blur: 1, stretch: 0.2 }, random })
  return read(image)
}

function read(image: GreyImage): readonly CriterionReading[] {
  const plane = findPlane(image, plan)
  if (plane === null) throw new Error('no corner marks')
  return readPage({ image, plane, plan, printed, printedDpi: dpi })
}

const at = (options: readonly PlannedOption[], place: number) => options[place % options.length] as PlannedOption
const last = plan.criteria.length - 1

describe('a page read', () => {
  it.each(styles)('gives what was marked by %s', (style) => {
    const readings = readMarked((pen, options, index) => pen.mark(at(options, index), style))
    expect(readings.map(({ state, option }) => [state, option])).toEqual(
      plan.criteria.map(({ options, index }) => ['clear', at(options, index).option]),
    )
  })

  it('says which criteria are left, marked twice or corrected', () => {
    const readings = readMarked((pen, options, index) => {
      if (index === 0) return
      pen.mark(at(options, 0))
      if (index === 1) pen.mark(at(options, 2))
      if (index !== 2) return
      pen.crossOut(at(options, 0))
      pen.mark(at(options, 2))
    })
    expect(readings.map(({ state }) => state)).toEqual([
      'none',
      'several',
      'corrected',
      ...plan.criteria.slice(3).map(() => 'clear'),
    ])
    expect(readings[2]?.option).toBe(at(plan.criteria[2]?.options ?? [], 2).option)
  })

  it('leaves to a person a mark that was taken back, a faint one, a hole and a line down the column', () => {
    const readings = readMarked((pen, options, index) => {
      const { box } = at(options, 1)
      const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 }
      if (index !== 1 && index !== 2) pen.mark(at(options, 1))
      if (index === 0) pen.crossOut(at(options, 1))
      if (index === 1) fillRect(pen.sheet, { left: middle.x - 3, top: middle.y - 3, width: 6, height: 6 })
      if (index === 2) fillRect(pen.sheet, { left: middle.x + 2, top: middle.y, width: 1.5, height: 0.5 }, 90)
      if (index === last) fillRect(pen.sheet, { left: middle.x, top: middle.y - 9, width: 0.4, height: 18 }, 40)
    })
    const isOdd = (index: number) => index <= 2 || index >= last - 1
    expect(readings.map(({ state }) => state)).toEqual(
      plan.criteria.map(({ index }) => (isOdd(index) ? 'doubtful' : 'clear')),
    )
  })

  it('is doubtful throughout where another page was printed', () => {
    const other = syntheticPage(seededRandom(104), dpi)
    const { image } = copyPage({ page: other.printed, dpi, faults: {}, random: seededRandom(1) })
    expect(new Set(read(image).map(({ state }) => state))).toEqual(new Set(['doubtful']))
  })

  it('never takes a wrong value as clear, whatever copiers, phones and people do to it', () => {
    const given = { values: 0, kept: 0 }
    const wrong: unknown[] = []
    for (const [index, condition] of (
      ['photo', 'black-white', 'streak', 'mishap', 'feint', 'all'] as const
    ).entries()) {
      const scanned = scanPage({ page, condition, random: seededRandom(500 + index) })
      for (const { index, option } of read(scanned.image)) {
        const meant = scanned.meant[index]?.option ?? null
        if (option !== null && option !== meant) wrong.push({ condition, index, option, meant })
        if (meant !== null) given.values += 1
        if (option !== null) given.kept += 1
      }
    }
    expect(wrong).toEqual([])
    expect(given.kept / given.values).toBeGreaterThan(0.85)
  })
})
