import { describe, expect, it } from 'vitest'
import { isDecidedHere, notRecognised, otherThanCertified, ownDecisions } from './own-results.ts'
import type { RegisteredProduct } from './registered-product.ts'
import type { ListedRecognition } from './register-list.ts'

const own: ListedRecognition = {
  star: 4,
  score: null,
  decisionNumber: '02/QĐ-UBND',
  decisionDate: '2026-11-24',
  decisionYear: 2026,
  validUntil: '2029-11-24',
  certificateNumber: '06/GCN-UBND',
}
const decision = { number: '02/QĐ-UBND', day: '2026-11-24' }
const said = (other: Partial<ListedRecognition>): ListedRecognition => ({ ...own, ...other })

describe('what a list says of a product that the council recognised', () => {
  const council = { certified: [own], notRecognised: [] }
  const told = (other: Partial<ListedRecognition>) => {
    expect(isDecidedHere(council, said(other))).toBe(true)
    return otherThanCertified(5, council, said(other)).map(({ field, said: value }) => [field, value])
  }

  it.each([
    [{}, []],
    [{ decisionNumber: '2/QĐUBND', certificateNumber: '6 / GCN-UBND' }, []],
    [{ star: 5 }, [['star', 5]]],
    [{ certificateNumber: '88/GCN-UBND' }, [['certificateNumber', '88/GCN-UBND']]],
    [{ decisionNumber: '2/QĐ-UBND', decisionDate: '2026-11-25' }, [['decisionDate', '2026-11-25']]],
    [{ decisionDate: null, star: 3 }, [['star', 3]]],
    [{ certificateNumber: null, star: null }, []],
  ] as const)('%j', (other, wanted) => {
    expect(told(other)).toEqual(wanted)
  })

  it('another decision is another matter', () => {
    const later = said({ decisionNumber: '7/QĐ-UBND', decisionDate: '2028-01-02', decisionYear: 2028 })
    expect([isDecidedHere(council, later), otherThanCertified(5, council, later)]).toEqual([false, []])
  })
})

describe('what a list says of a product that the council did not recognise', () => {
  const council = { certified: [], notRecognised: [decision], recognitions: [] }
  const decisions = ownDecisions([{ notRecognised: [decision] } as unknown as RegisteredProduct])
  const told = (other: Partial<ListedRecognition>, entry: Parameters<typeof notRecognised>[2]['entry']) =>
    notRecognised(5, said(other), { entry, own: decisions })
  const stays = { row: 5, decision, isWritten: false }

  it.each([
    [{}, stays],
    [{ decisionNumber: '2/QĐ-UBND' }, stays],
    [{ decisionNumber: null }, stays],
    [{ decisionDate: null }, stays],
    // Of the level above, which numbers its decisions alike, and years that name no decision.
    [{ decisionDate: '2026-11-25' }, null],
    [{ decisionNumber: '881/QĐ-UBND' }, null],
    [{ decisionNumber: null, decisionDate: null }, null],
    [{ decisionDate: null, decisionYear: 2025 }, null],
  ] as const)('%j', (other, wanted) => {
    expect(told(other, council)).toEqual(wanted)
    expect(isDecidedHere(council, said(other))).toBe(wanted !== null)
  })

  it('one that it did not evaluate is asked about, and written', () => {
    const other = { certified: [], notRecognised: [], recognitions: [] }
    expect(told({}, other)).toEqual({ row: 5, decision, isWritten: true })
    expect(isDecidedHere(other, own)).toBe(false)
    expect(told({ decisionDate: '2026-11-25' }, other)).toBeNull()
    expect(told({}, { ...other, recognitions: [{ facts: own }] })).toBeNull()
  })
})
