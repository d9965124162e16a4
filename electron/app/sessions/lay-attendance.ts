import { Refusal } from '../../../shared/api/refusal.ts'
import { layPatch } from '../../../shared/domain/lay-patch.ts'
import { timesProblem } from '../../../shared/domain/session/attendance-times.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import type { WriteDb } from '../../db/handles.ts'
import { upsertAttendance, type SessionRow } from '../../db/queries/sessions.ts'
import { requireOfSession } from './guard.ts'

type Attendance = Pick<MemberRecord, 'isPresent' | 'arrivedAt' | 'leftAt' | 'absenceReason'>
type Said = { readonly [Field in keyof Attendance]?: Attendance[Field] | undefined } & { readonly memberId: number }

/** Notes what is said of a member's coming and going; the rest stays as it is. @throws Refusal `left-before-arrival` */
export function layAttendance(db: WriteDb, session: SessionRow, { memberId, ...said }: Said) {
  const member = requireOfSession(db, session, memberId)
  const from = {
    isPresent: member.isPresent,
    arrivedAt: member.arrivedAt,
    leftAt: member.leftAt,
    absenceReason: member.absenceReason,
  }
  const laid = layPatch<Attendance>(from, {
    isPresent: said.isPresent,
    arrivedAt: said.arrivedAt,
    leftAt: said.leftAt,
    absenceReason: said.absenceReason,
  })
  const to = laid.isPresent ? { ...laid, absenceReason: '' } : laid
  const { arrivedAt, leftAt } = to
  // Times that came from elsewhere do not stop a change of something else.
  const isAboutTimes = arrivedAt !== from.arrivedAt || leftAt !== from.leftAt
  if (isAboutTimes && timesProblem(to) !== null) {
    throw new Refusal('left-before-arrival', { arrivedAt: arrivedAt ?? '', leftAt: leftAt ?? '' })
  }
  upsertAttendance(db, { sessionId: session.id, memberId: member.id, ...to })
  return { memberId: member.id, from, to }
}
