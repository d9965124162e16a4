import { describe, expect, it, test } from 'vitest'
import { criteriaProved, dossierItemsOf, setsIn, type DossierItem } from './dossier-rules.ts'
import { readDossier, type DossierMark } from './read-dossier.ts'

const item = (key: string, kind: DossierItem['kind'], more: Partial<DossierItem> = {}): DossierItem => ({
  key,
  name: key,
  kind,
  from: 'producer',
  proves: [],
  article: 'Điều 6',
  ...more,
})
const items = [
  item('form', 'mandatory'),
  item('samples', 'samples', { count: 5, exceptSets: [26] }),
  item('test', 'supplementary'),
]
const mark = (key: string, state: DossierMark['state'], more: Partial<DossierMark> = {}): DossierMark => ({
  item: key,
  state,
  on: null,
  expiresOn: null,
  reason: '',
  note: '',
  ...more,
})
const read = (marks: readonly DossierMark[], samplesReceived = 0, of = items) =>
  readDossier({ items: of, marks, samplesReceived, day: '2026-11-20' })

describe('a dossier', () => {
  test.each([
    ['nobody looked at', [], 0, 'unchecked', ['form', 'samples']],
    ['with a note alone', [mark('form', null, { note: 'x' })], 0, 'unchecked', ['form', 'samples']],
    ['with four samples of five', [mark('form', 'received')], 4, 'incomplete', ['samples']],
    ['with all', [mark('form', 'received')], 5, 'complete', []],
    ['whose paper was asked for', [mark('form', 'received'), mark('test', 'lacking')], 5, 'incomplete', ['test']],
    ['that needs no samples', [mark('form', 'received'), mark('samples', 'not-needed')], 0, 'complete', []],
    ['whose form is lacking', [mark('form', 'lacking')], 5, 'incomplete', ['form']],
  ] as const)('%s', (_name, marks, samples, status, lacking) => {
    expect(read(marks, samples)).toEqual({ status, lacking, expired: [] })
  })

  it('tells papers that end before the day, not on it, and only those that came', () => {
    const ends = (expiresOn: string) => ({ expiresOn })
    const marks = [
      mark('a', 'received', ends('2026-11-19')),
      mark('b', 'received', ends('2026-11-20')),
      mark('c', 'lacking', ends('2026-01-01')),
    ]
    expect(read(marks).expired).toEqual(['a'])
  })

  it('of a set without samples asks for none', () => {
    const ofTourism = dossierItemsOf({ ruleSets: [], items, issues: [] }, { setNumber: 26, application: 'new' })
    expect(read([mark('form', 'received')], 0, [...ofTourism])).toMatchObject({ status: 'complete', lacking: [] })
    expect(dossierItemsOf({ ruleSets: [], items, issues: [] }, { setNumber: null, application: 'new' })).toHaveLength(3)
  })
})

test('sets are written as ranges', () => expect(setsIn('1-3,7,25-26')).toEqual([1, 2, 3, 7, 25, 26]))

test('an item proves criteria of its sets only', () => {
  const proof = item('awards', 'supplementary', {
    proves: [
      { code: '8', sets: '1,3' },
      { code: '7', sets: '2' },
    ],
  })
  expect([1, 2, 26, null].map((set) => criteriaProved(proof, set))).toEqual([['8'], ['7'], [], []])
})
