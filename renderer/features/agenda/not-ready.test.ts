import { describe, expect, it } from 'vitest'
import { notReady } from './not-ready.ts'

const met = { isMet: true, required: 2 }
const ready = {
  code: 'SP01',
  productName: 'Mật ong',
  needsCase: false,
  criteriaCase: null,
  knockouts: [],
  dossierStatus: 'complete',
} as const

describe('what is not ready when a session opens', () => {
  it('says nothing where everything is', () => {
    expect(notReady({ agenda: [ready], quorum: met })).toEqual([])
  })

  it('tells lacking dossiers from those that nobody checked, each by name', () => {
    const agenda = [
      { ...ready, dossierStatus: 'incomplete' },
      { ...ready, code: 'SP02', productName: 'Chè xanh', dossierStatus: 'unchecked' },
    ] as const
    expect(notReady({ agenda, quorum: met })).toEqual([
      { kind: 'dossiers', count: 1, names: 'SP01 Mật ong' },
      { kind: 'unchecked', count: 1, names: 'SP02 Chè xanh' },
    ])
  })

  it('names many by their codes', () => {
    const agenda = Array.from({ length: 7 }, (_item, at) => ({
      ...ready,
      code: `SP0${at + 1}`,
      dossierStatus: 'unchecked' as const,
    }))
    expect(notReady({ agenda, quorum: met })).toEqual([
      { kind: 'unchecked', count: 7, names: 'SP01, SP02, SP03, SP04, SP05, SP06, SP07' },
    ])
  })

  it('says how many the council lacks', () => {
    expect(notReady({ agenda: [], quorum: { isMet: false, required: 5 } })).toEqual([{ kind: 'quorum', count: 5 }])
  })
})
