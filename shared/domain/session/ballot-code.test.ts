import { describe, expect, it } from 'vitest'
import { ballotCode, findBallotPlace } from './ballot-code.ts'

const items = [
  { code: 'SP07', round: 1 },
  { code: 'SP08', round: 2 },
  { code: '83-832-2-2022', round: 1 },
]
const members = [{ code: 'TV04' }, { code: 'TV05' }]

describe('the code of a ballot', () => {
  it('names product and member, and the round from the second on', () => {
    expect(ballotCode({ productCode: 'SP07', memberCode: 'TV04', round: 1 })).toBe('SP07/TV04')
    expect(ballotCode({ productCode: 'SP07', memberCode: 'TV04', round: 2 })).toBe('SP07/TV04/2')
  })

  it.each([
    { text: 'SP07/TV04', item: 'SP07', member: 'TV04', round: 1 },
    { text: ' sp07-tv05 ', item: 'SP07', member: 'TV05', round: 1 },
    { text: 'SP07 / TV04', item: 'SP07', member: 'TV04', round: 1 },
    { text: 'SP08/TV04/2', item: 'SP08', member: 'TV04', round: 2 },
    { text: 'SP08.TV04', item: 'SP08', member: 'TV04', round: 1 },
    { text: 'OCOP1:SP08:TV04:2:3/4:20261118:3F9A2C1E77B0:A1B2', item: 'SP08', member: 'TV04', round: 2 },
    { text: '83-832-2-2022/TV05', item: '83-832-2-2022', member: 'TV05', round: 1 },
  ])('finds $text again', ({ text, item, member, round }) => {
    const found = findBallotPlace({ text, items, members })
    expect(found && { item: found.item.code, member: found.member.code, round: found.round }).toEqual({
      item,
      member,
      round,
    })
  })

  it.each(['', 'SP07', 'SP99/TV04', 'SP07/TV04/2', 'SP07TV04'])('finds nothing for "%s"', (text) => {
    expect(findBallotPlace({ text, items, members })).toBeUndefined()
  })

  it('does not guess between two ballots of one code', () => {
    const twins = [
      { code: 'SP-1', round: 1 },
      { code: 'SP1', round: 1 },
      { code: 'SP.1', round: 1 },
    ]
    expect(findBallotPlace({ text: 'SP-1/TV04', items: twins, members })).toBeUndefined()
    expect(findBallotPlace({ text: 'SP1/TV04', items: twins, members })?.item).toBe(twins[1])
  })
})
