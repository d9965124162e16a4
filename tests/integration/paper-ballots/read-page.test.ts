import { describe, expect, it } from 'vitest'
import { findPlane } from '../../../shared/domain/paper-ballots/find-plane.ts'
import type { Box, CriterionReading, GreyImage, PlannedOption } from '../../../shared/domain/paper-ballots/page-plan.ts'
import { readPage } from '../../../shared/domain/paper-ballots/read-page.ts'
import { seededRandom } from '../../bench/seeded-random.ts'
import { hasPoppler, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { copyPage } from '../../paper-marks/copier.ts'
import { crossOut, drawMark, styles, type Hand } from '../../paper-marks/hands.ts'
import { copyCanvas, drawStroke, fillRect, type PageCanvas } from '../../paper-marks/page-canvas.ts'
import { printedPages } from '../../paper-marks/printed-pages.ts'
import { scanPage } from '../../paper-marks/scanned-page.ts'

sayWhyLeftOut()

const dpi = 200
const pages = hasPoppler ? await printedPages({ ruleSetId: 'qd-26-2026', sets: [1], dpi }) : []

const hand: Hand = { style: 'circle', width: 0.6, grey: 80, miss: 0.3, size: 1, skips: 0, sweep: 0.5 }

type Pen = {
  readonly mark: (option: PlannedOption, style?: Hand['style']) => void
  readonly crossOut: (option: PlannedOption) => void
  /** So many millimetres to each side: beyond a mark unless given. */
  readonly strike: (box: Box, reach?: number) => void
  /** A line steeply through the figure, up to the right, or with -1 down. */
  readonly slash: (box: Box, rise?: 1 | -1) => void
  /** Through points as millimetres from the figure's middle. */
  readonly touch: (box: Box, points: readonly number[]) => void
  readonly sheet: PageCanvas
}

/** What is read of a page on which each criterion is marked by `draw`. */
function readMarked(draw: (pen: Pen, options: readonly PlannedOption[], place: number) => void) {
  const random = seededRandom(11)
  const { plan, printed } = pageOf(2)
  const sheet = copyCanvas(printed)
  const pen: Pen = {
    sheet,
    mark: ({ box }, style = 'circle') => drawMark({ canvas: sheet, box, hand: { ...hand, style }, random }),
    strike: ({ left, top, width, height }, reach = 3.8) => {
      const [x, y] = [left + width / 2, top + height / 2]
      const rise = 0.26 * reach
      drawStroke(sheet, { points: [x - reach, y + rise, x + reach, y - rise], width: hand.width, grey: hand.grey })
    },
    slash: (box, rise = 1) => pen.touch(box, [-1.4, 2.2 * rise, 1.4, -2.2 * rise]),
    touch: ({ left, top, width, height }, points) => {
      const [x, y] = [left + width / 2, top + height / 2]
      const moved = points.map((value, index) => value + (index % 2 === 0 ? x : y))
      drawStroke(sheet, { points: moved, width: hand.width, grey: hand.grey })
    },
    crossOut: ({ box }) => crossOut({ canvas: sheet, box, hand, random }),
  }
  for (const [place, { options }] of plan.criteria.entries()) draw(pen, options, place)
  const { image } = copyPage({ page: sheet, dpi, faults: { turn: 0.5, noise: 4, blur: 1, stretch: 0.2 }, random })
  return read(image)
}

function read(image: GreyImage, { plan, printed } = pageOf(2)): readonly CriterionReading[] {
  const plane = findPlane(image, plan)
  if (plane === null) throw new Error('no corner marks')
  return readPage({ image, plane, plan, printed, printedDpi: dpi })
}

const at = (options: readonly PlannedOption[], place: number) => options[place % options.length] as PlannedOption

/** The options of each criterion on the page. */
const planned = () => pageOf(2).plan.criteria.map(({ options }) => options)

/** A place halfway from one figure to the next. */
function between(one: PlannedOption, other: PlannedOption): PlannedOption {
  const [left, top] = [(one.box.left + other.box.left) / 2, (one.box.top + other.box.top) / 2]
  return { ...one, box: { ...one.box, left, top } }
}

/** Of the ballot, from 1. */
function pageOf(number: number) {
  const page = pages[number - 1]
  if (page === undefined) throw new Error(`no page ${number}`)
  return page
}

describe.skipIf(pages.length === 0)('a page read', () => {
  it.each(styles)('gives what was marked by %s', (style) => {
    const readings = readMarked((pen, options, place) => pen.mark(at(options, place), style))
    expect(readings.map(({ index, state, option }) => [index, state, option])).toEqual(
      pageOf(2).plan.criteria.map(({ options, index }, place) => [index, 'clear', at(options, place).option]),
    )
  })

  it.each(styles)('gives no value where the only mark, by %s, was struck out with one line', (style) => {
    const readings = readMarked((pen, options, place) => {
      const { box } = at(options, place)
      pen.mark(at(options, place), style)
      // Two of nine: the hand is known by the others.
      if (place % 5 === 0) pen.strike(box)
    })
    expect(readings.map(({ option }) => option === null)).toEqual(readings.map((_, place) => place % 5 === 0))
  })

  it('gives no value on a page of which every third mark was struck out: none says what is usual', () => {
    const readings = readMarked((pen, options, place) => {
      pen.mark(at(options, place), 'tick')
      if (place % 3 === 0) pen.strike(at(options, place).box)
    })
    expect(readings.every(({ option }) => option === null)).toBe(true)
  })

  it.each(['circle', 'tick', 'underline'] as const)(
    'gives no value for a ring between two figures, a line through one or a ring struck within, by a hand of %s',
    (style) => {
      for (const odd of ['between', 'line', 'short line', 'ring struck'] as const) {
        const readings = readMarked((pen, options, place) => {
          const [one, other] = options as readonly [PlannedOption, PlannedOption]
          if (place !== 3) pen.mark(at(options, place), style)
          else if (odd === 'between') pen.mark(between(one, other), 'circle')
          else if (odd === 'line') pen.strike(one.box)
          else if (odd === 'short line') pen.strike(other.box, 2.2)
          else {
            pen.mark(one, 'circle')
            pen.strike(one.box, 2.2)
          }
        })
        expect(readings.map(({ option }) => option === null)).toEqual(readings.map((_, place) => place === 3))
      }
    },
  )

  it.each(['circle', 'tick', 'cross', 'underline'] as const)(
    'gives no value where the only mark, by %s, was struck out with a short line, flat or steep',
    (style) => {
      const readings = readMarked((pen, options, place) => {
        const { box } = at(options, place)
        pen.mark(at(options, place), style)
        if (place === 1) pen.strike(box, 2.2)
        if (place === 4) pen.slash(box, -1)
      })
      expect(readings.map(({ option }) => option === null)).toEqual(readings.map((_, place) => [1, 4].includes(place)))
    },
  )

  it.each(['circle', 'tick', 'cross'] as const)(
    'gives no value for a steep line alone, a small line or a small tick, by a hand of %s',
    (style) => {
      const readings = readMarked((pen, options, place) => {
        const { box } = at(options, place)
        if (place === 0) pen.slash(box)
        else if (place === 3) pen.touch(box, [-1, 2, 1.2, 1.9])
        else if (place === 6) pen.touch(box, [-0.8, 0.5, -0.2, 1.2, 0.8, 0])
        else pen.mark(at(options, place), style)
      })
      expect(readings.map(({ option }) => option === null)).toEqual(readings.map((_, place) => place % 3 === 0))
    },
  )

  it('gives values of a hand that marks by steep lines, and none for a flat one or one that leans the other way', () => {
    const readings = readMarked((pen, options, place) => {
      const { box } = at(options, place)
      if (place === 4) pen.strike(box, 2.4)
      else pen.slash(box, place === 2 ? -1 : 1)
    })
    const given = readings.map(({ option }, place) => ({ option, meant: at(planned()[place] ?? [], place).option }))
    expect([given[2]?.option, given[4]?.option]).toEqual([null, null])
    const kept = given.filter(({ option }) => option !== null)
    expect(kept.filter(({ option, meant }) => option !== meant)).toEqual([])
    expect(kept.length).toBeGreaterThan(given.length / 2)
  })

  it('leaves to a person a criterion with no mark but on its words, between its figures or in a margin', () => {
    const places = [40, 10, 202, 172]
    const readings = readMarked((pen, options, place) => {
      const { box } = at(options, 1)
      const left = places[place]
      if (left !== undefined) pen.mark({ ...at(options, 1), box: { ...box, left: left - box.width / 2 } }, 'tick')
      else if (place > 4) pen.mark(at(options, 1))
    })
    const others = readings.slice(5).map(() => 'clear')
    expect(readings.map(({ state }) => state)).toEqual([...places.map(() => 'doubtful'), 'none', ...others])
  })

  it('says which criteria are left, marked twice or corrected', () => {
    const readings = readMarked((pen, options, place) => {
      if (place === 0) return
      pen.mark(at(options, 0))
      if (place === 1) pen.mark(at(options, 2))
      if (place !== 2) return
      pen.crossOut(at(options, 0))
      pen.mark(at(options, 2))
    })
    const { criteria } = pageOf(2).plan
    const others = criteria.slice(3).map(() => 'clear')
    expect(readings.map(({ state }) => state)).toEqual(['none', 'several', 'corrected', ...others])
    expect(readings[2]?.option).toBe(at(criteria[2]?.options ?? [], 2).option)
  })

  it('leaves to a person a mark that was taken back, a faint one, a hole and a line down the column', () => {
    const { criteria } = pageOf(2).plan
    const last = criteria.length - 1
    const readings = readMarked((pen, options, place) => {
      const { box } = at(options, 1)
      const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 }
      if (place !== 1 && place !== 2) pen.mark(at(options, 1))
      if (place === 0) pen.crossOut(at(options, 1))
      if (place === 1) fillRect(pen.sheet, { left: middle.x - 3, top: middle.y - 3, width: 6, height: 6 })
      if (place === 2) fillRect(pen.sheet, { left: middle.x + 2, top: middle.y, width: 1.5, height: 0.5 }, 90)
      if (place === last) fillRect(pen.sheet, { left: middle.x, top: middle.y - 9, width: 0.4, height: 18 }, 40)
    })
    const isOdd = (place: number) => place <= 2 || place === last
    expect(readings.map(({ state }) => state)).toEqual(
      criteria.map((_, place) => (isOdd(place) ? 'doubtful' : 'clear')),
    )
  })

  it('is doubtful throughout where another page was printed', () => {
    const { image } = copyPage({ page: pageOf(3).printed, dpi, faults: {}, random: seededRandom(1) })
    expect(new Set(read(image).map(({ state }) => state))).toEqual(new Set(['doubtful']))
  })

  it('never takes a wrong value as clear, whatever copiers, phones and people do to it', () => {
    const given = { values: 0, kept: 0 }
    const wrong: unknown[] = []
    for (const [seed, condition] of (['photo', 'black-white', 'streak', 'mishap', 'feint', 'all'] as const).entries()) {
      const page = pageOf(1 + (seed % pages.length))
      const scanned = scanPage({ page, condition, random: seededRandom(500 + seed) })
      for (const [place, { option }] of read(scanned.image, page).entries()) {
        const meant = scanned.meant[place]?.option ?? null
        if (option !== null && option !== meant) wrong.push({ condition, place, option, meant })
        if (meant !== null) given.values += 1
        if (option !== null) given.kept += 1
      }
    }
    expect(wrong).toEqual([])
    expect(given.kept / given.values).toBeGreaterThan(0.85)
  })
})
