import { describe, expect, it } from 'vitest'
import type { Verification } from '../../../shared/domain/scoring/types.ts'
import { withDigest } from '../../session-digest.ts'
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
    expect(text.replaceAll(' ', '')).toContain(record.recordDigest)
  })

  it('prints the digest of the results alone before locking, and where an earlier program sealed no more', () => {
    for (const session of [
      { state: 'open', sealed: null },
      { state: 'closed', sealed: 'results' },
    ] as const) {
      const text = JSON.stringify(verificationBlocks({ ...record, session: { ...record.session, ...session } }))
      expect(text).toContain('Mã SHA-256 của kết quả chấm điểm')
      expect(text.replaceAll(' ', '')).toContain(record.digest)
    }
  })

  it('prints a digest that another conclusion changes, also one with the same star', () => {
    const digestIn = (conclusion: { star: 3; note: string }) => {
      const { digest: _digest, recordDigest: _recordDigest, ...unsealed } = record
      const items = record.items.map((item, index) => (index === 0 ? { ...item, conclusion } : item))
      return JSON.stringify(verificationBlocks(withDigest({ ...unsealed, items })))
    }
    expect(digestIn({ star: 3, note: 'Chưa ổn định' })).not.toBe(digestIn({ star: 3, note: 'Chưa ổn định nguồn' }))
  })

  it('tells what was asked when the session was locked, and who said that it was meant', () => {
    const accepted = { by: 'Thư ký A', doubts: ['before-held-on', 'no-chair', 'no-secretary', 'clock-behind'] } as const
    const text = JSON.stringify(verificationBlocks({ ...record, session: { ...record.session, accepted } }))
    expect(text).toContain(
      'Khi khóa phiên họp lúc 16 giờ 45, ngày 25 tháng 10 năm 2024, Thư ký A được hỏi và đã xác nhận: phiên họp được ' +
        'khóa trước ngày họp; không có Chủ tịch hoặc Phó Chủ tịch Hội đồng được ghi có mặt để chủ trì; không có Thư ký ' +
        'Hội đồng được ghi có mặt; đồng hồ của máy tính có thể chạy chậm.',
    )
    expect(JSON.stringify(verificationBlocks(record))).not.toContain('được hỏi')
  })
})
