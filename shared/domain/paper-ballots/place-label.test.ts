import { expect, test } from 'vitest'
import { placeLabel, type BallotLabel, type MisplacedReason, type PaperDesk } from './place-label.ts'

const label: BallotLabel = {
  layout: 1,
  productCode: 'SP07',
  memberCode: 'TV04',
  round: 2,
  heldOn: '2026-11-18',
  form: '3f9a2c1e77b0',
  names: 'a1b2',
}

const desk: PaperDesk = {
  ballots: [{ ...label, memberCode: 'TV01' }, label],
  products: [
    { code: 'SP07', round: 2, isRejected: false, recused: ['TV05'] },
    { code: 'SP08', round: 1, isRejected: true, recused: [] },
  ],
  members: ['TV01', 'TV04', 'TV05', 'TV06'].map((code) => ({ code })),
}

test('a page of a ballot of the session finds its ballot', () => {
  expect(placeLabel(label, desk)).toBe(1)
  expect(placeLabel({ ...label, memberCode: 'TV01' }, desk)).toBe(0)
})

const misplaced: Readonly<Record<MisplacedReason, Partial<BallotLabel>>> = {
  'other-layout': { layout: 2 },
  'other-session': { heldOn: '2026-11-11' },
  spare: { memberCode: '' },
  'no-such-product': { productCode: 'SP70' },
  'no-such-member': { memberCode: 'TV40' },
  'rejected-product': { productCode: 'SP08', round: 1 },
  recused: { memberCode: 'TV05' },
  'earlier-round': { round: 1 },
  'later-round': { round: 3 },
  absent: { memberCode: 'TV06' },
  'other-form': { form: '000000000000' },
  'other-names': { names: 'ffff' },
}

test.each(Object.entries(misplaced))('a page that belongs to none says why: %s', (why, change) => {
  expect(placeLabel({ ...label, ...change }, desk)).toBe(why)
})

test('of a spare without product and member it is said that it is one, whatever its round', () => {
  expect(placeLabel({ ...label, productCode: '', memberCode: '', round: 0 }, desk)).toBe('spare')
})
