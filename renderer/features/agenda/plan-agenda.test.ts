import { expect, it } from 'vitest'
import type { AgendaItem, ListedPlace } from '../../../shared/api/sessions.ts'
import { pastedAgendaFields } from '../../../shared/domain/pasted-table/agenda-fields.ts'
import { readPastedRows, readPastedTable } from '../../../shared/domain/pasted-table/read-pasted-table.ts'
import { continueProducers } from '../../../shared/domain/pasted-table/continue-producers.ts'
import { findTwins } from '../../../shared/domain/pasted-table/find-twins.ts'
import { mergeTwins } from '../../../shared/domain/pasted-table/merge-twins.ts'
import { noAnswers, planAgenda, type AgendaAnswers } from './plan-agenda.ts'

const fields = pastedAgendaFields([
  { setNumber: 4, name: 'Mật ong', sector: 'Thực phẩm', group: 'Thực phẩm thô' },
  { setNumber: 5, name: 'Muối', sector: 'Thực phẩm', group: 'Gia vị' },
])
const head = 'Tên sản phẩm\tChủ thể\tMã số\tBộ sản phẩm\tHồ sơ\tSố mẫu'
const isNew: ListedPlace = {
  agendaItemId: null,
  match: null,
  setNumber: null,
  proposedCode: '',
  isKeptInDossier: false,
}
const known = { kind: 'product', id: 7, code: 'SP7', name: 'Mật ong rừng', producerName: 'HTX', commune: '' } as const
const item = {
  id: 3,
  code: 'SP7',
  productName: 'Mật ong rừng',
  setNumber: 4,
  samplesReceived: 2,
  dossierStatus: 'unchecked',
}

const plan = (
  rows: readonly string[],
  {
    places,
    answers = {},
    item: more = {},
  }: { places: readonly Partial<ListedPlace>[]; answers?: Partial<AgendaAnswers>; item?: Partial<AgendaItem> },
) => {
  const table = readPastedTable([head, ...rows].join('\n'), fields)
  const continued = continueProducers(readPastedRows(table, fields), {
    asides: table.asides.map(({ line }) => line),
    refused: answers.notContinued ?? new Set(),
  })
  const whole = continued.map(({ row }) => row)
  const twinsOf = findTwins(whole)
  const { rows: merged, twins } = mergeTwins(whole, { twinsOf, isSame: answers.twins ?? new Map() })
  return planAgenda({
    rows: merged,
    continued,
    twinsOf: ({ line }) => twinsOf(whole.find((row) => row.line === line) as (typeof whole)[number]),
    twins,
    places: places.map((place) => ({ ...isNew, ...place })),
    agenda: [{ ...item, ...more } as AgendaItem],
    answers: { ...noAnswers, ...answers },
  })
}

it('adds a new product with its set, dossier and samples, under the proposed code where the list says none', () => {
  const [row] = plan(['Sáp ong\tHTX Ong\t\t4\tđủ\t5'], { places: [{ proposedCode: 'SP8' }] })
  expect(row?.outcome).toMatchObject({
    kind: 'new-product',
    row: { product: { code: 'SP8', setNumber: 4 }, facts: { dossierStatus: 'complete', samplesReceived: 5 } },
  })
})

it('asks for a set that the list does not name, and takes the answer', () => {
  const rows = ['Sáp ong\tHTX Ong\tSP8\tThực phẩm', 'Dầu\tHTX Dầu\tSP9\t']
  const asked = plan(rows, { places: [{}, {}] })
  expect(asked.map(({ asksSet, outcome }) => [asksSet?.among, outcome])).toEqual([
    [[4, 5], null],
    [[], null],
  ])
  const said = plan(rows, { places: [{}, {}], answers: { sets: new Map([[2, 4]]) } })
  expect(said.map(({ outcome }) => outcome)).toMatchObject([{ setNumber: 4 }, null])
})

it('changes the facts of what stands on the agenda, and knows the same again', () => {
  const place = { agendaItemId: 3, match: { known, why: null }, setNumber: 4 }
  const [changed] = plan(['Mật ong rừng\tHTX\t\t\t\t5'], { places: [place] })
  expect(changed?.outcome).toMatchObject({
    kind: 'changed',
    row: { agendaItemId: 3, facts: { samplesReceived: 5 } },
    changes: [{ field: 'samplesReceived', from: 2, to: 5 }],
  })
  expect(plan(['Mật ong rừng\tHTX\t\t\t\t2'], { places: [place] })[0]?.outcome?.kind).toBe('same')
})

it('takes off the note of what lacked with the state that says so, and shows it', () => {
  const place = { agendaItemId: 3, match: { known, why: null }, setNumber: 4 }
  const lacking = { dossierStatus: 'incomplete', dossierNote: 'Thiếu giấy ATTP' } as const
  const [row] = plan(['Mật ong rừng\tHTX\t\t\tđủ\t'], { places: [place], item: lacking })
  expect(row?.outcome).toMatchObject({
    row: { facts: { dossierStatus: 'complete', dossierNote: '' }, seen: lacking },
    changes: [{ field: 'dossierStatus' }, { field: 'dossierNote', from: 'Thiếu giấy ATTP', to: '' }],
  })
})

it('leaves out what the registration of the year says', () => {
  const place = { agendaItemId: 3, match: { known, why: null }, isKeptInDossier: true }
  const [row] = plan(['Mật ong rừng\tHTX\t\t\tđủ\t5'], { places: [place] })
  expect([row?.isKeptInDossier, row?.outcome?.kind]).toEqual([true, 'same'])
})

it('asks whether a doubtful product is the one of the file', () => {
  const place = { match: { known, why: 'product' as const }, setNumber: 4 }
  const rows = ['Mật ong rứng\tHTX\tSP9\t5']
  expect(plan(rows, { places: [place] })[0]).toMatchObject({ asksMatch: { why: 'product' }, outcome: null })
  const same = plan(rows, { places: [place], answers: { matches: new Map([[2, true]]) } })
  expect(same[0]?.outcome).toMatchObject({ kind: 'known-product', row: { productId: 7 }, setNumber: 4 })
  const other = plan(rows, { places: [place], answers: { matches: new Map([[2, false]]) } })
  expect(other[0]?.outcome).toMatchObject({ kind: 'new-product', row: { product: { code: 'SP9', setNumber: 5 } } })
})

it('takes no product twice, none without who makes it, and no code that nothing has', () => {
  const rows = ['Dầu\t\tSP9\t4', 'Sáp ong\tHTX Ong\tSP8\t4', 'Sáp ong 2\tHTX Ong\tSP8\t4', '\t\tSP10\t\tđủ']
  const faults = plan(rows, { places: rows.map(() => ({})) }).map((row) => row.faults[0]?.why)
  expect(faults).toEqual(['missing', undefined, 'twice', 'unknown-product'])
})

it('asks at a name that a producer has twice without codes, and tells it at both', () => {
  const rows = [
    'Sáp ong\tHTX Ong\t\t4',
    'Dầu\tHTX Dầu\t\t4',
    'SÁP ONG\tHợp tác xã Ong\t\t4\t\t5',
    'Sáp ong\tHTX Khác\t\t4',
  ]
  const places = ['SP8', 'SP9', 'SP10', 'SP11'].map((proposedCode) => ({ proposedCode }))
  const asked = plan(rows, { places })
  expect(asked.map(({ twins, asksTwin, outcome }) => [twins, asksTwin, outcome?.kind])).toEqual([
    [[4], false, 'new-product'],
    [[], false, 'new-product'],
    [[2], true, undefined],
    [[], false, 'new-product'],
  ])
  const same = plan(rows, { places, answers: { twins: new Map([[4, true]]) } })
  expect(same[2]?.outcome).toEqual({ kind: 'above' })
  const other = plan(rows, { places, answers: { twins: new Map([[4, false]]) } })
  expect(other[2]?.outcome).toMatchObject({ kind: 'new-product', row: { product: { code: 'SP10' } } })
  const coded = plan(['Sáp ong\tHTX Ong\tA1\t4', 'Sáp ong\tHTX Ong\tA2\t4'], { places })
  expect(coded.map(({ twins }) => twins)).toEqual([[], []])
})

it('takes the producer of merged cells from the row above, unless a person says otherwise', () => {
  const rows = ['Sáp ong\tHTX Ong\t\t4', 'Sữa ong\t\t\t4', 'II. Đồ uống', 'Rượu\t\t\t4']
  const places = ['SP8', 'SP9', 'SP10'].map((proposedCode) => ({ proposedCode }))
  const planned = plan(rows, { places })
  expect(planned.map(({ continues }) => continues)).toEqual([null, { name: 'HTX Ong', line: 2 }, null])
  expect(planned[1]?.outcome).toMatchObject({ row: { product: { producerName: 'HTX Ong' } } })
  expect(planned[2]?.isOther).toBeNull()
  expect(planned[2]?.faults).toEqual([{ field: 'producerName', found: '', why: 'missing' }])
  const refused = plan(rows, { places, answers: { notContinued: new Set([3]) } })
  expect(refused[1]).toMatchObject({ continues: { name: 'HTX Ong' }, faults: [{ why: 'missing' }], outcome: null })
})

it('notes what lacks, beside the note that the list has', () => {
  const place = { agendaItemId: 3, match: { known, why: null }, setNumber: 4 }
  const changesOf = (cell: string) => plan([`Mật ong rừng\tHTX\t\t\t${cell}`], { places: [place] })[0]?.outcome
  expect(changesOf('chưa đủ (thiếu mẫu 02)')).toMatchObject({
    row: { facts: { dossierStatus: 'incomplete', dossierNote: 'Thiếu mẫu 02' } },
  })
})

it('says which commune keeps a row from the producer of the row above', () => {
  const table = readPastedTable(
    ['Tên sản phẩm\tChủ thể\tXã', 'Sáp ong\tHTX Ong\tXã Một', 'Sữa ong\t\tXã Hai', 'Rượu\t\tXã Một'].join('\n'),
    fields,
  )
  const continued = continueProducers(readPastedRows(table, fields), { asides: [], refused: new Set() })
  expect(continued.map(({ continues, isOther }) => continues ?? isOther)).toEqual([
    null,
    { name: 'HTX Ong', line: 2, field: 'commune', own: 'Xã Hai', above: 'Xã Một' },
    null,
  ])
})

it('names what two rows of one product say otherwise, and takes the first row that says it', () => {
  const rows = ['Sáp ong\tHTX Ong\t\t4\tđủ\t', 'Sáp ong\tHTX Ong\t\t5\tđủ\t5']
  const places = [{ proposedCode: 'SP8' }, { proposedCode: 'SP9' }]
  const asked = plan(rows, { places })
  expect(asked[1]?.twin).toMatchObject({
    line: 2,
    differences: [
      { field: 'set', own: { set: { words: '5' } }, taken: { set: { words: '4' } }, line: 2 },
      { field: 'samplesReceived', own: { samplesReceived: 5 }, line: 3 },
    ],
  })
  expect(asked[0]?.outcome).toMatchObject({ setNumber: 4, row: { facts: { dossierStatus: 'complete' } } })
  const same = plan(rows, { places, answers: { twins: new Map([[3, true]]) } })
  expect(same[1]).toMatchObject({ isTwin: true, outcome: { kind: 'above' } })
  expect(same[0]?.outcome).toMatchObject({ setNumber: 4, row: { facts: { samplesReceived: 5 } } })
})

it('leaves no hole in the proposed codes where rows are left out', () => {
  const rows = ['Sáp ong\tHTX Ong\t\t4', 'Dầu\t\t\t4', 'Sáp ong\tHTX Ong\t\t4', 'Rượu\tHTX Rượu\t\t4']
  const places = ['SP8', 'SP9', 'SP10', 'SP11'].map((proposedCode) => ({ proposedCode }))
  const planned = plan(rows, { places, answers: { notContinued: new Set([3]), twins: new Map([[4, true]]) } })
  expect(planned.map(({ outcome }) => outcome?.kind ?? null)).toEqual(['new-product', null, 'above', 'new-product'])
  expect(planned[3]).toMatchObject({ code: 'SP9', outcome: { row: { product: { code: 'SP9' } } } })
})
