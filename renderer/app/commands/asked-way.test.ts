import { describe, expect, it } from 'vitest'
import { askedBallots, askedWay } from './asked-way.ts'

const named = { results: 'kết quả', ballots: 'phiếu', timeline: 'quá trình', papers: 'văn bản có' }

describe('askedWay', () => {
  it.each([
    ['ket qua sp07', 'results', 'sp07'],
    ['Phiếu mật ong', 'ballots', 'mat ong'],
    ['kết quả', null, 'kết quả'],
    ['mật ong', null, 'mật ong'],
  ])('%s', (query, way, rest) => {
    expect(askedWay(query, named)).toEqual({ way, rest })
  })
})

describe('askedBallots', () => {
  const agenda = [
    { code: 'SP07', productName: 'Mật ong' },
    { code: 'SP08', productName: 'Chè xanh' },
  ]
  const session = { agenda, members: [{ code: 'TV02' }, { code: 'TV03' }] }
  it.each([
    ['SP07/TV03', ['SP07/TV03']],
    ['tv03 sp07', ['SP07/TV03']],
    ['phieu mat ong TV02', ['SP07/TV02']],
    ['phiếu TV03', ['SP07/TV03', 'SP08/TV03']],
    ['TV03', []],
    ['SP07/TV09', []],
    ['SP09/TV03', []],
  ])('%s', (query, found) => {
    expect(askedBallots(query, session, 'phiếu').map(({ item, member }) => `${item.code}/${member.code}`)).toEqual(
      found,
    )
  })
})
