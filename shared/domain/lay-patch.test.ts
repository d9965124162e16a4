import { expect, it } from 'vitest'
import { layPatch } from './lay-patch.ts'

const record = { place: 'Hội trường', threshold: 90 as number | null, rules: { limit: 10, quorum: { of: 2, to: 3 } } }

it('changes what the patch names, at every depth, and nothing else', () => {
  expect(layPatch(record, { place: '' })).toEqual({ ...record, place: '' })
  expect(layPatch(record, { threshold: null })).toEqual({ ...record, threshold: null })
  expect(layPatch(record, { rules: { quorum: { to: 4 } } })).toEqual({
    ...record,
    rules: { limit: 10, quorum: { of: 2, to: 4 } },
  })
})

it('takes a field without a value for one that was left out', () => {
  expect(layPatch(record, { place: undefined, rules: { limit: undefined } })).toEqual(record)
})
