import { z } from 'zod'
import { idSchema, isoDateSchema, lineSchema, requiredLineSchema } from './base.ts'
import { certificateRefSchema } from './certificate-ref.ts'

/** `08:05`, or empty while nobody said. */
const clockSchema = z.union([z.literal(''), z.iso.time({ precision: -1 })])

const inviteeSchema = z.discriminatedUnion('who', [
  z.object({ who: z.literal('council') }),
  z.object({ who: z.literal('member'), memberId: idSchema }),
  z.object({ who: z.literal('producer'), producerId: idSchema }),
])

export type Invitee = z.infer<typeof inviteeSchema>

export const paperYearSchema = z.int().min(1900).max(2200)

/**
 * What a paper of the office is asked for: its kind, and what it is about. The same request gives the same paper as long as
 * the file says the same; what depends on a day says which (`asOf`).
 */
export const officePaperSchema = z.discriminatedUnion('kind', [
  /**
   * The products whose certificates end in those years, or that were recognised in them, a list for each, as they stand on a
   * day.
   */
  z.object({
    kind: z.literal('lapsing-list'),
    years: z.array(paperYearSchema).min(1).max(10),
    asOf: isoDateSchema,
    /** Left out: by the year in which they end. */
    by: z.literal('recognition').optional(),
  }),
  /** The products registered for a year, as they are on a day, counted by place. */
  z.object({
    kind: z.literal('registered-list'),
    year: paperYearSchema,
    asOf: isoDateSchema,
    by: z.enum(['district', 'commune']),
  }),
  /** Giấy mời to a meeting of the council: to all its members in one, to one of them, or to a producer whose products it takes. */
  z.object({ kind: z.literal('invitation'), sessionId: idSchema, to: inviteeSchema, beginsAt: clockSchema }),
  /** Who is to sign that they came. */
  z.object({ kind: z.literal('attendance-sheet'), sessionId: idSchema, of: z.enum(['members', 'producers']) }),
  /** Chương trình họp; products have times where it is known when the first begins and how long each takes. */
  z.object({
    kind: z.literal('printed-agenda'),
    sessionId: idSchema,
    beginsAt: clockSchema,
    minutesEach: z.int().min(1).max(480).nullable(),
  }),
  /** Báo cáo của Tổ tư vấn to the council's chair. */
  z.object({ kind: z.literal('advisory-report'), sessionId: idSchema }),
  /** A letter to a producer about certificates of its products that end, by the law of a day. */
  z.object({
    kind: z.literal('reassessment-invitation'),
    producerId: idSchema,
    certificates: z.array(certificateRefSchema).min(1).max(500),
    asOf: isoDateSchema,
  }),
  /** The results of a locked session's products of one commune, to its committee. */
  z.object({
    kind: z.literal('commune-notice'),
    sessionId: idSchema,
    commune: lineSchema,
    district: lineSchema,
    on: isoDateSchema,
  }),
  /** Papers of a session that have a number, and what else is named, sent with a letter. */
  z.object({
    kind: z.literal('covering-letter'),
    sessionId: idSchema,
    to: requiredLineSchema,
    /** Ids in the register. */
    entries: z.array(idSchema).max(200),
    others: z.array(requiredLineSchema).max(20),
    /** Of each. */
    copies: z.int().min(1).max(99),
    on: isoDateSchema,
  }),
  /** Sổ đăng ký văn bản đi of a year. */
  z.object({ kind: z.literal('document-register'), year: paperYearSchema, asOf: isoDateSchema }),
  /** Sổ cấp Giấy chứng nhận of a year; null for all. */
  z.object({ kind: z.literal('certificate-register'), year: paperYearSchema.nullable(), asOf: isoDateSchema }),
  /** What was counted when a year was begun, by the number of its event in the audit. */
  z.object({ kind: z.literal('new-year-count'), seq: z.int().positive(), asOf: isoDateSchema }),
  /** Mẫu số 01, 02 and 03 of QĐ 26/2026/QĐ-TTg, filled in as far as the file knows. */
  z.object({ kind: z.literal('registration-form'), registrationId: idSchema }),
  z.object({ kind: z.literal('self-assessment'), registrationId: idSchema }),
  z.object({ kind: z.literal('commune-report'), registrationId: idSchema }),
  /** Asks a producer for what its dossiers of a year lacked on a day. */
  z.object({
    kind: z.literal('lacking-letter'),
    producerId: idSchema,
    year: paperYearSchema,
    asOf: isoDateSchema,
    dueOn: isoDateSchema,
  }),
  z.object({ kind: z.literal('dossier-index'), registrationId: idSchema }),
  /** The decision that withdraws certificates, of cases of one authority. */
  z.object({
    kind: z.literal('withdrawal-decision'),
    withdrawals: z.array(idSchema).min(1).max(300),
    on: isoDateSchema,
  }),
  /** Phiếu lấy ý kiến of one member of a round (`memberId`: of the round), and what all answered. */
  z.object({ kind: z.literal('opinion-form'), roundId: idSchema, memberId: idSchema }),
  z.object({ kind: z.literal('opinion-summary'), roundId: idSchema }),
  /** Quyết định công nhận lại of what a locked round agreed on; its number in the register decides the round. */
  z.object({ kind: z.literal('recognition-decision'), roundId: idSchema }),
  /** Biên bản kiểm tra việc sử dụng logo OCOP: filled from what was found, or to be filled by hand. */
  z.object({ kind: z.literal('inspection-record'), inspectionId: idSchema }),
  /** Kế hoạch kiểm tra of a route with the products chosen for it. */
  z.object({ kind: z.literal('inspection-plan'), routeId: idSchema, asOf: isoDateSchema }),
  /** Báo cáo kết quả kiểm tra of a year, or of one route, as it stood on a day. */
  z.object({
    kind: z.literal('inspection-summary'),
    year: paperYearSchema,
    routeId: idSchema.nullable(),
    asOf: isoDateSchema,
  }),
])

export type OfficePaper = z.infer<typeof officePaperSchema>
export type OfficePaperKind = OfficePaper['kind']
