import { describe, expect, it } from 'vitest'
import type { AuditCommand, AuditDetails } from '../../../shared/api/audit-details.ts'
import type { AuditEvent } from '../../../shared/api/audit.ts'
import { sampleForm } from '../../../tests/helpers/sample-form.ts'
import { ballotEvents } from './ballot-events.ts'

const event = <Name extends AuditCommand>(seq: number, command: Name, detail: AuditDetails[Name]) =>
  ({
    seq,
    at: '2026-11-20T07:00:00.000Z',
    actor: 'Thư ký',
    command,
    subject: 'ballot:1/2',
    about: {},
    detail,
  }) as AuditEvent

const difference = { criterionIndex: 0, first: 1, second: 2, settled: 2 }

describe('ballotEvents', () => {
  it('tells points and not option numbers, and blanks as blanks', () => {
    const form = sampleForm()
    const events = [
      event(1, 'ballots.choose', { criterion: '1.1', from: null, to: 7, round: 1 }),
      event(2, 'ballots.choose', { criterion: '1.1', from: 7, to: 0, round: 1 }),
    ]
    expect(ballotEvents(events, form).map(({ what }) => what)).toMatchObject([
      { kind: 'points', criterion: '1.1', from: null, to: 7 },
      { kind: 'points', criterion: '1.1', from: 7, to: 0 },
    ])
  })

  it('keeps the order, tells versions and reasons, and leaves out what changes no ballot', () => {
    const events = [
      event(5, 'ballots.confirm', { version: 1, total: 80, parts: { A: 30, B: 20, C: 30 } }),
      event(6, 'verifications.choose', { criterion: '1.1', to: 3 }),
      event(7, 'ballots.reopen', { reason: 'Nhập nhầm', from: 1, to: 2 }),
      event(8, 'verifications.settle', {
        reason: 'Theo phiếu giấy',
        version: 3,
        differences: [difference, difference],
      }),
      event(9, 'verifications.finish', { verifiedBy: 'B', confirmedBy: 'A' }),
    ]
    expect(ballotEvents(events, sampleForm()).map(({ seq, what }) => [seq, what])).toEqual([
      [5, { kind: 'confirmed', version: 1, total: 80 }],
      [7, { kind: 'reopened', version: 2, reason: 'Nhập nhầm' }],
      [8, { kind: 'settled', version: 3, reason: 'Theo phiếu giấy', differences: 2 }],
      [9, { kind: 'verified' }],
    ])
  })
})
