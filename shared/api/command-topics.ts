import type { AuditCommand } from './audit-details.ts'
import type { LiveTopic } from './live.ts'

const ofCouncils = ['councils', 'sessions', 'results'] as const
const ofProducts = ['products', 'sessions', 'results'] as const
const ofSessions = ['sessions', 'ballots', 'results', 'documents'] as const
const ofAgenda = ['sessions', 'ballots', 'results', 'products'] as const
const ofBallots = ['ballots', 'results'] as const
const ofResults = ['results', 'ballots', 'sessions', 'products'] as const
const ofDocuments = ['documents'] as const
const ofRoom = ['room'] as const

/** What each command changes for other windows: the topics of its live notice. */
export const commandTopics = {
  'workspace.create': [],
  'councils.save': ofCouncils,
  'councils.saveMember': ofCouncils,
  'councils.removeMember': ofCouncils,
  'councils.orderMembers': ofCouncils,
  'products.save': ofProducts,
  'products.setPicture': ofProducts,
  'products.remove': ofProducts,
  'sessions.create': ofSessions,
  'sessions.update': ofSessions,
  'sessions.remove': ofSessions,
  'sessions.setAttendance': ofSessions,
  'sessions.setCurrentItem': ['sessions'],
  'sessions.setSoleOperator': ofSessions,
  'sessions.open': ofSessions,
  'sessions.close': ofSessions,
  'sessions.reopen': ofSessions,
  'sessions.addProducts': ofAgenda,
  'sessions.removeItem': ofAgenda,
  'sessions.orderItems': ofAgenda,
  'sessions.updateItem': ofAgenda,
  'sessions.setExclusion': ofAgenda,
  'sessions.answerKnockout': ofAgenda,
  'sessions.answerNoKnockouts': ofAgenda,
  'ballots.choose': ofBallots,
  'ballots.setOpinion': ofBallots,
  'ballots.confirm': ofBallots,
  'ballots.reopen': ofBallots,
  'verifications.choose': ofBallots,
  'verifications.finish': ofBallots,
  'verifications.settle': ofBallots,
  'results.setAgreedLevel': ofResults,
  'results.openRound': ofResults,
  'results.waiveSpread': ofResults,
  'results.reveal': ['results', 'sessions'],
  'results.conclude': ofResults,
  'documents.register.enter': ofDocuments,
  'documents.register.renew': ofDocuments,
  'documents.register.void': ofDocuments,
  'documents.certificates.enter': ofDocuments,
  'documents.certificates.void': ofDocuments,
  'documents.certificates.saveLayout': ofDocuments,
  'documents.certificates.print': ofDocuments,
  'documents.templates.save': ofDocuments,
  'documents.templates.reset': ofDocuments,
  'workbook.import': ['councils', 'products', 'sessions', 'ballots', 'results'],
  'provinceList.accept': ['products', 'sessions', 'results', 'documents'],
  'provinceList.remember': ofDocuments,
  'room.switchOn': ofRoom,
  'room.switchOff': ofRoom,
  'room.move': ofRoom,
  'room.resetCode': ofRoom,
  'room.enter': ofRoom,
  'room.leave': ofRoom,
  'room.wrongCode': ofRoom,
} as const satisfies Record<AuditCommand, readonly LiveTopic[]>
