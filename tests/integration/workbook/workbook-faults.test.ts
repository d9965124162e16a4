import { expect, test } from 'vitest'
import { readSessionWorkbook } from '../../../electron/workbooks/session/read-session-workbook.ts'
import { makeRandomWorkbook } from '../../fixtures/random-workbook.ts'
import { faultKinds, type FaultKind } from '../../fixtures/workbook-faults.ts'
import { workbookResources } from '../../helpers/workbook-resources.ts'

test.each(Object.keys(faultKinds) as FaultKind[])('%s is told of at its place, and nothing else is', async (kind) => {
  const { bytes, place } = await workbookWith(kind)
  const { preview, value } = await readSessionWorkbook({ bytes, resources: workbookResources })
  expect(preview.faults).toHaveLength(1)
  const [fault] = preview.faults
  expect({ sheet: fault?.sheet, row: fault?.row }).toEqual({ sheet: place.sheet, row: place.row })
  expect(`(${fault?.column})`).toContain(place.column === null ? '' : `(${place.column})`)
  expect(fault?.message).toMatch(/^\p{Lu}.*\.$/u)
  expect(fault?.allowed).not.toBe('')
  expect(value).toBeNull()
})

test('several faults are all listed', async () => {
  const kinds = ['an error cell', 'no role', 'a set beyond 26', 'no date', 'a doubled member'] as const
  const { bytes, faults } = await makeRandomWorkbook(12, { faults: kinds })
  const { preview } = await readSessionWorkbook({ bytes, resources: workbookResources })
  expect(faults).toHaveLength(kinds.length)
  for (const { sheet, row } of faults) expect(preview.faults).toContainEqual(expect.objectContaining({ sheet, row }))
})

/** The first random session that has a place for the fault. */
async function workbookWith(kind: FaultKind) {
  for (let seed = 1; seed < 200; seed++) {
    const { bytes, faults } = await makeRandomWorkbook(seed, { faults: [kind] })
    const [place] = faults
    if (place !== undefined) return { bytes, place }
  }
  throw new Error(`No random session has a place for: ${kind}`)
}
