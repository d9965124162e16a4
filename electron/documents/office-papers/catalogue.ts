import type { OfficePaperKind } from '../../../shared/api/office-paper.ts'
import type { paperFormats } from '../../../shared/api/issued-papers.ts'
import type { PaperDays } from '../../../shared/domain/session/doubts.ts'
import type { PaperModel } from '../letter/model.ts'
import { communeReportModel } from './dossier/commune-report.ts'
import type { DossierFacts } from './dossier/dossier-facts.ts'
import { dossierIndexModel } from './dossier/dossier-index.ts'
import { lackingLetterModel, type LackingLetterFacts } from './dossier/lacking-letter.ts'
import { registrationFormModel } from './dossier/registration-form.ts'
import { selfAssessmentModel } from './dossier/self-assessment.ts'
import { advisoryReportModel } from './meeting/advisory-report.ts'
import { attendanceSheetModel, type AttendanceSheetFacts } from './meeting/attendance-sheet.ts'
import { invitationModel, type InvitationFacts } from './meeting/invitation.ts'
import type { MeetingFacts } from './meeting/meeting-facts.ts'
import { printedAgendaModel, type PrintedAgendaFacts } from './meeting/printed-agenda.ts'
import { inspectionPlanModel, type InspectionPlanFacts } from './inspections/inspection-plan.ts'
import { inspectionRecordModel, type InspectionRecordFacts } from './inspections/inspection-record.ts'
import { inspectionSummaryModel, type InspectionSummaryFacts } from './inspections/inspection-summary.ts'
import { communeNoticeModel, type CommuneNoticeFacts } from './commune-notice.ts'
import { coveringLetterModel, type CoveringLetterFacts } from './covering-letter.ts'
import { lapsingListModel, type LapsingListFacts } from './lapsing-list.ts'
import { newYearCountModel, type NewYearCountFacts } from './new-year-count.ts'
import { reassessmentModel, type ReassessmentFacts } from './reassessment-invitation.ts'
import type { OpinionRoundFacts } from './opinions/opinion-facts.ts'
import { opinionFormModel, type OpinionFormFacts } from './opinions/opinion-form.ts'
import { opinionSummaryModel } from './opinions/opinion-summary.ts'
import { isReadyToDecide, recognitionDecisionModel } from './opinions/recognition-decision.ts'
import { withdrawalDecisionModel, type WithdrawalDecisionFacts } from './withdrawal-decision.ts'
import { withDaysInText } from './paper-days.ts'
import { registeredListModel, type RegisteredListFacts } from './registered-list.ts'
import {
  certificateRegisterModel,
  documentRegisterModel,
  type CertificateRegisterFacts,
  type DocumentRegisterFacts,
} from './registers.ts'

/** What each kind is made from, gathered out of the file by `electron/app/office-papers`. */
export type OfficePaperFacts = {
  readonly invitation: InvitationFacts
  readonly 'attendance-sheet': AttendanceSheetFacts
  readonly 'printed-agenda': PrintedAgendaFacts
  readonly 'advisory-report': MeetingFacts
  readonly 'registration-form': DossierFacts
  readonly 'self-assessment': DossierFacts
  readonly 'commune-report': DossierFacts
  readonly 'lacking-letter': LackingLetterFacts
  readonly 'dossier-index': DossierFacts
  readonly 'lapsing-list': LapsingListFacts
  readonly 'registered-list': RegisteredListFacts
  readonly 'reassessment-invitation': ReassessmentFacts
  readonly 'commune-notice': CommuneNoticeFacts
  readonly 'covering-letter': CoveringLetterFacts
  readonly 'document-register': DocumentRegisterFacts
  readonly 'certificate-register': CertificateRegisterFacts
  readonly 'new-year-count': NewYearCountFacts
  readonly 'withdrawal-decision': WithdrawalDecisionFacts
  readonly 'opinion-form': OpinionFormFacts
  readonly 'opinion-summary': OpinionRoundFacts
  readonly 'recognition-decision': OpinionRoundFacts
  readonly 'inspection-record': InspectionRecordFacts
  readonly 'inspection-plan': InspectionPlanFacts
  readonly 'inspection-summary': InspectionSummaryFacts
}

/** A paper with what it is made from. */
export type GatheredPaper = { readonly [Kind in OfficePaperKind]: Gathered<Kind> }[OfficePaperKind]

type Entry<Facts> = {
  /** First part of the file name. */
  readonly name: string
  /** What tells papers of one kind and day apart, for the file name. */
  readonly of?: (facts: Facts) => string
  readonly formats: readonly (typeof paperFormats)[number][]
  readonly model: (facts: Facts) => PaperModel
  /** Days that its date has to do with and that do not stand in its sentences (`paper-days.ts`). */
  readonly days?: (facts: Facts) => Partial<PaperDays>
  /** Whether it would say nothing. */
  readonly isEmpty: (facts: Facts) => boolean
}

/** Which papers of the office there are. How each is laid out stands apart (`render-papers.ts`), for the writers weigh much. */
export const officePapers: { readonly [Kind in OfficePaperKind]: Entry<OfficePaperFacts[Kind]> } = {
  invitation: {
    name: 'Giay-moi',
    formats: ['pdf', 'docx'],
    model: invitationModel,
    days: ({ session }) => ({ announced: [session.heldOn] }),
    isEmpty: ({ invited }) => invited === null,
  },
  'attendance-sheet': {
    name: 'Danh-sach-ky-ten',
    formats: ['pdf', 'docx', 'xlsx'],
    model: attendanceSheetModel,
    isEmpty: ({ of, members, products }) => (of === 'members' ? members : products).length === 0,
  },
  'printed-agenda': {
    name: 'Chuong-trinh-hop',
    formats: ['pdf', 'docx', 'xlsx'],
    model: printedAgendaModel,
    isEmpty: ({ products }) => products.length === 0,
  },
  'advisory-report': {
    name: 'Bao-cao_To-tu-van',
    formats: ['pdf', 'docx', 'xlsx'],
    model: advisoryReportModel,
    days: ({ session }) => ({ announced: [session.heldOn] }),
    isEmpty: ({ products }) => products.length === 0,
  },
  'registration-form': {
    name: 'Mau-01_Phieu-dang-ky',
    formats: ['pdf', 'docx'],
    model: registrationFormModel,
    isEmpty: () => false,
  },
  'self-assessment': {
    name: 'Mau-02_Bao-cao-tu-danh-gia',
    formats: ['pdf', 'docx'],
    model: selfAssessmentModel,
    isEmpty: () => false,
  },
  'commune-report': {
    name: 'Mau-03_Bao-cao-cap-xa',
    formats: ['pdf', 'docx'],
    model: communeReportModel,
    isEmpty: () => false,
  },
  'lacking-letter': {
    name: 'Cong-van_bo-sung-ho-so',
    formats: ['pdf', 'docx', 'xlsx'],
    model: lackingLetterModel,
    isEmpty: ({ rows }) => rows.length === 0,
  },
  'dossier-index': {
    name: 'Muc-luc-ho-so',
    formats: ['pdf', 'docx', 'xlsx'],
    model: dossierIndexModel,
    isEmpty: () => false,
  },
  'lapsing-list': {
    name: 'Danh-muc_het-han',
    of: ({ by, years }) => `${by === 'recognition' ? 'cong-nhan-' : ''}${years.map(({ year }) => year).join('-')}`,
    formats: ['pdf', 'docx', 'xlsx'],
    model: lapsingListModel,
    isEmpty: ({ years }) => years.every(({ rows }) => rows.length === 0),
  },
  'registered-list': {
    name: 'Danh-muc_dang-ky',
    of: ({ year }) => String(year),
    formats: ['pdf', 'docx', 'xlsx'],
    model: registeredListModel,
    isEmpty: ({ rows }) => rows.length === 0,
  },
  'reassessment-invitation': {
    name: 'Moi-danh-gia-lai',
    formats: ['pdf', 'docx'],
    model: reassessmentModel,
    isEmpty: ({ rows }) => rows.length === 0,
  },
  'commune-notice': {
    name: 'Thong-bao-xa',
    formats: ['pdf', 'docx'],
    model: communeNoticeModel,
    isEmpty: ({ rows }) => rows.length === 0,
  },
  'covering-letter': {
    name: 'Cong-van-gui-ho-so',
    formats: ['pdf', 'docx'],
    model: coveringLetterModel,
    days: ({ rows }) => ({ cited: rows.flatMap(({ issuedOn }) => issuedOn ?? []) }),
    isEmpty: ({ rows }) => rows.length === 0,
  },
  'document-register': {
    name: 'So-van-ban-di',
    formats: ['pdf', 'docx', 'xlsx'],
    model: documentRegisterModel,
    isEmpty: ({ rows }) => rows.length === 0,
  },
  'certificate-register': {
    name: 'So-cap-giay-chung-nhan',
    formats: ['pdf', 'docx', 'xlsx'],
    model: certificateRegisterModel,
    isEmpty: ({ rows }) => rows.length === 0,
  },
  'new-year-count': {
    name: 'Bang-kiem-ke_mo-nam',
    formats: ['pdf', 'docx', 'xlsx'],
    model: newYearCountModel,
    isEmpty: ({ count }) => count === null,
  },
  'withdrawal-decision': {
    name: 'Quyet-dinh_thu-hoi',
    formats: ['pdf', 'docx'],
    model: withdrawalDecisionModel,
    isEmpty: ({ isReady }) => !isReady,
  },
  'opinion-form': {
    name: 'Phieu-lay-y-kien',
    formats: ['pdf', 'docx'],
    model: opinionFormModel,
    isEmpty: ({ member, round }) => member === null || round.products.length === 0,
  },
  'opinion-summary': {
    name: 'Tong-hop-y-kien',
    formats: ['pdf', 'docx', 'xlsx'],
    model: opinionSummaryModel,
    isEmpty: ({ round }) => round.products.length === 0,
  },
  'recognition-decision': {
    name: 'Quyet-dinh_cong-nhan-lai',
    formats: ['pdf', 'docx', 'xlsx'],
    model: recognitionDecisionModel,
    isEmpty: (facts) => !isReadyToDecide(facts),
  },
  'inspection-record': {
    name: 'Bien-ban_kiem-tra-logo',
    formats: ['pdf', 'docx'],
    model: inspectionRecordModel,
    isEmpty: () => false,
  },
  'inspection-plan': {
    name: 'Ke-hoach_kiem-tra-logo',
    formats: ['pdf', 'docx', 'xlsx'],
    model: inspectionPlanModel,
    days: ({ route, day }) => ({ counted: [day], announced: route.startsOn === null ? [] : [route.startsOn] }),
    isEmpty: ({ rows }) => rows.length === 0,
  },
  'inspection-summary': {
    name: 'Bao-cao_kiem-tra-logo',
    formats: ['pdf', 'docx', 'xlsx'],
    model: inspectionSummaryModel,
    isEmpty: ({ rows }) => rows.every(({ state }) => state === 'planned'),
  },
}

export function daysOf<Kind extends OfficePaperKind>({ kind, facts }: Gathered<Kind>): PaperDays {
  const { model, days } = officePapers[kind]
  return withDaysInText(model(facts), days?.(facts) ?? {})
}

type Gathered<Kind extends OfficePaperKind> = { readonly kind: Kind; readonly facts: OfficePaperFacts[Kind] }

export function modelOf<Kind extends OfficePaperKind>({ kind, facts }: Gathered<Kind>): PaperModel {
  return officePapers[kind].model(facts)
}

/** How its file is called before the day: `Danh-muc_het-han_2023`. */
export function fileNameOf<Kind extends OfficePaperKind>({ kind, facts }: Gathered<Kind>): string {
  const { name, of } = officePapers[kind]
  return of === undefined ? name : `${name}_${of(facts)}`
}

export function saysNothing<Kind extends OfficePaperKind>({ kind, facts }: Gathered<Kind>): boolean {
  return officePapers[kind].isEmpty(facts)
}
