import { describe, expect, it } from 'vitest'
import { blankBallotsModel } from '../../../electron/documents/ballot-form/model.ts'
import { ballotFormsPdf } from '../../../electron/documents/ballot-form/pdf.ts'
import { renderPdf } from '../../../electron/documents/render-pdf.ts'
import { openBallotPlans } from '../../../electron/documents/ballot-form/plan.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { Box, PagePlan, Point } from '../../../shared/domain/paper-ballots/page-plan.ts'
import { buildRecord } from '../../fixtures/session-record.ts'
import { readPageImages, type PageImage } from '../../helpers/page-image.ts'
import { hasPoppler, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { madeAt, resourcesFolder } from './rendered.ts'

sayWhyLeftOut()

// What is read and what is printed: the places of the plan against the ink of the printed page, in every set.

const sets = Array.from({ length: 26 }, (_, index) => index + 1)
const dots = 150
const pixel = 25.4 / dots

/** Of a ballot of each set: its pages' plans. */
function plansOf(ruleSetId: 'qd-26-2026' | 'qd-148-2023') {
  const record = buildRecord({
    ruleSetId,
    level: ruleSetId === 'qd-26-2026' ? 'province' : 'district',
    memberCount: 1,
    products: sets.map((setNumber) => ({ setNumber, quality: 0.7 })),
  })
  const model = blankBallotsModel(record)
  const planOf = openBallotPlans(resourcesFolder)
  const plans = model.sheets.map((sheet, index) => {
    const form = record.items[index]!.form
    return { form, pages: planOf(sheet, form) }
  })
  return { model, plans }
}

/** The middle of what is darker than half within a box, in millimetres; null where there is nothing. */
function middleOfInk({ width, pixels }: PageImage, { left, top, ...box }: Box): Point | null {
  const found = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (let y = Math.round(top / pixel); y < (top + box.height) / pixel; y += 1) {
    for (let x = Math.round(left / pixel); x < (left + box.width) / pixel; x += 1) {
      if ((pixels[y * width + x] ?? 255) >= 128) continue
      found.left = Math.min(found.left, x)
      found.right = Math.max(found.right, x + 1)
      found.top = Math.min(found.top, y)
      found.bottom = Math.max(found.bottom, y + 1)
    }
  }
  if (found.left > found.right) return null
  return { x: ((found.left + found.right) / 2) * pixel, y: ((found.top + found.bottom) / 2) * pixel }
}

const middleOf = ({ left, top, width, height }: Box): Point => ({ x: left + width / 2, y: top + height / 2 })
const around = ({ x, y }: Point, width: number, height: number): Box => ({
  left: x - width / 2,
  top: y - height / 2,
  width,
  height,
})

/** Millimetres between where the plan has a figure or a mark and where its ink is; infinite where there is none. */
function awayFrom(image: PageImage, { corners, markSize, criteria }: PagePlan): readonly number[] {
  const places = [
    ...corners.map((corner) => ({ middle: corner, look: around(corner, markSize + 2, markSize + 2) })),
    ...criteria.flatMap(({ options }) =>
      options.map(({ box }) => ({ middle: middleOf(box), look: around(middleOf(box), 6, 4) })),
    ),
  ]
  return places.map(({ middle, look }) => {
    const ink = middleOfInk(image, look)
    return ink === null ? Infinity : Math.hypot(ink.x - middle.x, ink.y - middle.y)
  })
}

describe.each(['qd-26-2026', 'qd-148-2023'] as const)('the places on ballots of %s', async (ruleSetId) => {
  const { model, plans } = plansOf(ruleSetId)
  const document = ballotFormsPdf(model)
  const pdf = await renderPdf({ document, createdAt: madeAt, resources: resourcesFolder })
  const images = hasPoppler ? readPageImages(pdf, dots) : []
  const planned = plans.flatMap(({ pages }) => pages)

  it('are those of every option of every criterion, once', () => {
    for (const { form, pages } of plans) {
      const found = pages.flatMap(({ criteria }) => criteria)
      expect(found.map(({ code }) => code)).toEqual(listCriteria(form).map(({ criterion }) => criterion.code))
      expect(
        found.map(({ options }) => options.filter(({ option }) => option > 0).map(({ points }) => points)),
      ).toEqual(listCriteria(form).map(({ criterion }) => criterion.options.map(({ points }) => points)))
      expect(found.every(({ options }) => options.some(({ points }) => points === 0))).toBe(true)
    }
  })

  it.skipIf(!hasPoppler)('are where the ink is, to 0.3 mm', () => {
    expect(planned).toHaveLength(images.length)
    const away = images.flatMap((image, index) => awayFrom(image, planned[index]!))
    expect(away.length).toBeGreaterThan(26 * 100)
    expect(Math.max(...away)).toBeLessThan(0.3)
  })

  it('leave a pen room: no place of a figure holds the middle of another', () => {
    for (const { criteria } of planned) {
      const boxes = criteria.flatMap(({ options }) => options.map(({ box }) => box))
      const near = boxes.flatMap((box, index) =>
        boxes.slice(index + 1).filter((other) => distance(middleOf(box), middleOf(other)) < 8),
      )
      expect(near).toEqual([])
    }
  })
})

const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y)
