import { describe, expect, it } from 'vitest'
import type { Verification } from '../../../shared/domain/scoring/types.ts'
import { districtRecord } from '../../../tests/fixtures/records.ts'
import { verificationBlocks } from './verification.ts'

const record = districtRecord()
const counted = record.items.flatMap(({ ballots }) => ballots).length

type TextOfInput = {
  verification: Verification
  verified?: number
  note?: string | null
}

function textOf({ verification, verified = 0, note = null }: TextOfInput): string {
  let left = verified
  const items = record.items.map((item) => ({
    ...item,
    ballots: item.ballots.map((ballot) => (left-- > 0 ? { ...ballot, state: 'verified' as const } : ballot)),
  }))
  return verificationBlocks({
    ...record,
    items,
    regulation: { ...record.regulation, verification },
    session: { ...record.session, soleOperatorNote: note },
  })
    .map((block) => (block.kind === 'text' ? block.text : ''))
    .join('\n')
}

describe('verification in the minutes', () => {
  it('says nothing of a second person where none was asked and none keyed', () => {
    expect(textOf({ verification: 'off' })).not.toContain('Người thứ hai')
  })

  it('counts the ballots keyed a second time', () => {
    expect(textOf({ verification: 'all', verified: 5 })).toContain(`kiểm tra 5/${counted} phiếu được tính.`)
    expect(textOf({ verification: 'off', verified: 5 })).toContain(`kiểm tra 5/${counted} phiếu được tính.`)
  })

  it('counts those of borderline products alone where the regulations ask for them', () => {
    expect(textOf({ verification: 'borderline' })).toMatch(
      /kiểm tra 0\/\d+ phiếu được tính của \d+ sản phẩm có điểm sát/,
    )
  })

  it('prints why one person did both, and the digest', () => {
    const text = textOf({ verification: 'off', note: 'Thư ký thứ hai vắng mặt.' })
    expect(text).toContain('Một người vừa nhập vừa kiểm tra phiếu; lý do: Thư ký thứ hai vắng mặt.')
    expect(text.replaceAll(' ', '')).toContain(record.digest)
  })
})
