import { withChoice } from '../../../shared/domain/ballot/choice-text.ts'
import { describe, expect, it } from 'vitest'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { buildRecord } from '../../../tests/fixtures/session-record.ts'
import { districtRecord } from '../../../tests/fixtures/records.ts'
import { productTallyModel } from './model.ts'
import { productTallyRows } from './rows.ts'

const record = districtRecord()
const item = record.items[1] ?? record.items[0]
if (item === undefined) throw new Error('no item')
const rows = productTallyRows({ item, record })

describe('rows of a product', () => {
  it('are each part with its sums, then its criteria, in form order', () => {
    expect(rows.filter(({ kind }) => kind === 'part').map(({ code, max }) => [code, max])).toEqual([
      ['A', 40],
      ['B', 25],
      ['C', 35],
    ])
    expect(rows.filter(({ kind }) => kind === 'criterion').map(({ code }) => code)).toEqual(
      listCriteria(item.form).map(({ criterion }) => criterion.code),
    )
  })

  it('add up to the totals of each ballot', () => {
    const sumOf = (member: number, kind: 'part' | 'criterion') =>
      rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + Number(row.points[member]?.text), 0)
    const expected = item.ballots.map(({ totals }) => totals.total)
    expect(expected.map((_, member) => sumOf(member, 'criterion'))).toEqual(expected)
    expect(expected.map((_, member) => sumOf(member, 'part'))).toEqual(expected)
  })

  it('leave an absent member empty and count the mean without them', () => {
    expect(rows.every(({ points }) => points[8]?.text === '')).toBe(true)
    const [criterion] = rows.filter(({ kind }) => kind === 'criterion')
    const points = criterion?.points.slice(0, 8).map(({ text }) => Number(text)) ?? []
    const mean = points.reduce((sum, value) => sum + value, 0) / points.length
    expect(criterion?.mean).toBe(mean.toFixed(2).replace('.', ','))
  })

  it('fail just the gates that the result fails, by the same counts', () => {
    const failed = rows.flatMap(({ code, gates }) =>
      gates.filter((gate) => gate.includes('chưa đạt')).map((gate) => `${code} ${gate}`),
    )
    const reasons = item.result.reasons.flatMap((reason) =>
      reason.kind === 'gates-failed' || reason.kind === 'next-band' ? reason.gates : [],
    )
    for (const { criterionCode, star, reachedBy, countedBallots } of reasons) {
      expect(failed).toContain(`${criterionCode} ${star} sao: chưa đạt (${reachedBy}/${countedBallots})`)
    }
    expect(reasons.length).toBeGreaterThan(0)
  })

  it('say that an agreed level settled a gate', () => {
    const gates = item.result.gates.map((gate) => ({ ...gate, agreedOption: 1, holds: false }))
    const agreed = productTallyRows({ item: { ...item, result: { ...item.result, gates } }, record })
    expect(agreed.find(({ code }) => code === '1.2')?.gates).toEqual(['5 sao: chưa đạt (mức thống nhất)'])
  })

  it('mark points that stand two or more from the median', () => {
    const few = buildRecord({
      ruleSetId: 'qd-26-2026',
      level: 'province',
      memberCount: 3,
      products: [{ quality: 0.7 }],
    })
    const [product] = few.items
    if (product === undefined) throw new Error('no product')
    const ballots = product.ballots.map((ballot, index) => ({
      ...ballot,
      choices: withChoice(ballot.choices, 0, index === 2 ? 3 : 1),
    }))
    const [, first] = productTallyRows({ item: { ...product, ballots }, record: few })
    expect(first?.points.map(({ text, isOutlier }) => [text, isOutlier])).toEqual([
      ['1', false],
      ['1', false],
      ['3', true],
    ])
  })
})

describe('a product table', () => {
  const { tables } = productTallyModel(record)

  it('says why a member has no points', () => {
    const absences = (code: string) =>
      tables.find((table) => table.code === code)?.members.map(({ absence }) => absence)
    expect(absences('SP04')).toEqual(['', '', '', '', 'Không chấm', '', '', '', 'Vắng'])
    expect(absences('SP06')).toEqual(['', '', '', '', '', 'Vắng', '', '', 'Vắng'])
    expect(absences('SP07')).toEqual(Array.from({ length: 9 }, () => '–'))
  })

  it('ends with the mean and the star of the record', () => {
    expect(tables.map(({ mean, star }) => [mean, star]).slice(0, 3)).toEqual([
      ['99,88', '5 sao'],
      ['79,00', '4 sao'],
      ['63,88', '3 sao'],
    ])
    expect(tables.find(({ code }) => code === 'SP07')?.star).toBe('Bị loại')
  })
})
