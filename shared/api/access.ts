import type { PersonRole } from '../domain/people/roles.ts'
import type { contract } from './contract.ts'

/** Every procedure of the contract by its path, such as `documents.register.enter`. */
export type ProcedurePath = PathsOf<typeof contract>

type PathsOf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends { readonly '~orpc': unknown } ? Key : `${Key}.${PathsOf<Tree[Key]>}`
}[keyof Tree & string]

/**
 * Whether a person of that role may ask for that procedure. Null stands for whoever works in a file that names nobody,
 * where everything is allowed.
 */
export function may(role: PersonRole | null, procedure: ProcedurePath): boolean {
  return role === null || rolesOf(procedure).includes(role)
}

/** Who may ask for it. */
export function rolesOf(procedure: ProcedurePath): readonly PersonRole[] {
  return rolesByRule[rules[procedure]]
}

/**
 * True for what is answered while the screen is locked, and before anybody has said who works. Who leaves the file ends
 * its meeting room, with keys that wait on phones: not from the lock.
 */
export function isOpenWhileLocked(procedure: ProcedurePath, isRoomOn: boolean): boolean {
  return openWhileLocked.includes(procedure) || (!isRoomOn && leavesFile.includes(procedure))
}

const rolesByRule = {
  all: ['secretary', 'checker', 'chair'],
  'second-keying': ['secretary', 'checker'],
  approval: ['secretary', 'chair'],
  // What the chair takes along: papers and files are made from what is there, nothing is entered.
  papers: ['secretary', 'chair'],
  secretary: ['secretary'],
} as const satisfies Readonly<Record<string, readonly PersonRole[]>>

/** A procedure that the contract gains has no rule until it stands here, and the compiler says so. */
const rules = {
  'workspace.status': 'all',
  'workspace.list': 'all',
  'workspace.create': 'all',
  'workspace.open': 'all',
  'workspace.adopt': 'all',
  'workspace.openSample': 'all',
  'workspace.dropHanded': 'all',
  'workspace.close': 'all',
  'workspace.writeAllTheSame': 'secretary',
  'workspace.setOperator': 'secretary',
  'workspace.noteUnsaved': 'all',
  'workspace.checkIntegrity': 'all',
  'workspace.followIntegrity': 'all',
  'workspace.saveElsewhere': 'all',
  'workspace.saveReadable': 'all',
  'workspace.downloadMoved': 'all',

  'backups.status': 'all',
  'backups.list': 'all',
  'backups.make': 'all',
  'backups.compare': 'all',
  'backups.restore': 'secretary',
  'backups.chooseSecond': 'secretary',
  'backups.leaveSecond': 'secretary',
  'backups.setPassword': 'secretary',
  'backups.copyToSecond': 'all',
  'backups.take': 'papers',
  'backups.openEncrypted': 'all',

  'support.noteFault': 'all',
  'support.report': 'all',

  'people.list': 'all',
  'people.save': 'secretary',
  'people.remove': 'secretary',
  'people.setPassword': 'all',
  'people.setIdle': 'secretary',
  'people.signIn': 'all',
  'people.lock': 'all',
  'people.giveBack': 'all',

  'rules.list': 'all',
  'rules.criteriaSets': 'all',
  'rules.sealed': 'all',
  'rules.itemForm': 'all',

  'criteria.list': 'all',
  'criteria.get': 'all',
  'criteria.workbook': 'papers',
  'criteria.preview': 'secretary',
  'criteria.load': 'secretary',
  'criteria.acceptAsPrinted': 'secretary',
  'criteria.withdraw': 'secretary',
  'criteria.takeInto': 'secretary',

  'councils.list': 'all',
  'councils.get': 'all',
  'councils.save': 'secretary',
  'councils.saveMember': 'secretary',
  'councils.removeMember': 'secretary',
  'councils.orderMembers': 'secretary',
  'councils.retireMember': 'secretary',
  'councils.recallMember': 'secretary',

  'years.list': 'all',
  'years.proposal': 'all',
  'years.begin': 'secretary',
  'years.close': 'secretary',
  'years.reopen': 'secretary',

  'register.listSenders': 'secretary',
  'register.certificates': 'all',
  'register.timeline': 'all',
  'register.nationalList': 'all',
  'register.exportNationalList': 'papers',
  'register.previewList': 'secretary',
  'register.takeList': 'secretary',

  'statistics.count': 'all',
  'statistics.quarters': 'all',
  'tables.workbook': 'all',
  'search.find': 'all',
  'search.papers': 'all',

  'registrations.list': 'all',
  'registrations.get': 'all',
  'registrations.lacking': 'all',
  'registrations.save': 'secretary',
  'registrations.withdraw': 'secretary',
  'registrations.mark': 'secretary',
  'registrations.addFile': 'secretary',
  'registrations.removeFile': 'secretary',
  'registrations.evidence': 'all',
  'registrations.prove': 'secretary',
  'registrations.pack': 'papers',
  'registrations.copyPack': 'papers',
  'registrations.takePack': 'papers',
  'registrations.viewFile': 'all',
  'registrations.takeFile': 'all',
  'aftercare.withdrawals.list': 'all',
  'aftercare.withdrawals.open': 'secretary',
  'aftercare.withdrawals.save': 'secretary',
  'aftercare.withdrawals.decide': 'secretary',
  'aftercare.withdrawals.drop': 'secretary',
  'opinions.list': 'all',
  'opinions.get': 'all',
  'opinions.candidates': 'all',
  'opinions.create': 'secretary',
  'opinions.save': 'secretary',
  'opinions.addProducts': 'secretary',
  'opinions.removeProduct': 'secretary',
  'opinions.saveProduct': 'secretary',
  'opinions.answer': 'secretary',
  'opinions.close': 'secretary',
  'opinions.toSession': 'secretary',
  'opinions.decide': 'secretary',
  'opinions.remove': 'secretary',
  'aftercare.inspections.list': 'all',
  'aftercare.inspections.get': 'all',
  'aftercare.inspections.commitments': 'all',
  'aftercare.inspections.saveRoute': 'secretary',
  'aftercare.inspections.removeRoute': 'secretary',
  'aftercare.inspections.add': 'secretary',
  'aftercare.inspections.remove': 'secretary',
  'aftercare.inspections.save': 'secretary',
  'aftercare.inspections.answer': 'secretary',
  'aftercare.inspections.markClean': 'secretary',
  'aftercare.inspections.saveCommitment': 'secretary',
  'aftercare.inspections.removeCommitment': 'secretary',
  'aftercare.inspections.settle': 'secretary',
  'aftercare.inspections.addFile': 'secretary',
  'aftercare.inspections.removeFile': 'secretary',
  'aftercare.inspections.viewFile': 'all',
  'aftercare.inspections.takeFile': 'all',

  'deadlines.list': 'all',
  'deadlines.lacking': 'all',
  'deadlines.saveLetter': 'secretary',
  'deadlines.removeLetter': 'secretary',

  'today.get': 'all',

  'products.list': 'all',
  'products.get': 'all',
  'products.twins': 'secretary',
  'products.code': 'all',
  'products.save': 'secretary',
  'products.setPicture': 'secretary',
  'products.picture': 'all',
  'products.identity': 'all',
  'products.saveIdentity': 'secretary',
  'products.previewMerge': 'secretary',
  'products.merge': 'secretary',
  'products.remove': 'secretary',

  'communes.list': 'all',
  'communes.check': 'all',
  'communes.save': 'secretary',
  'communes.remove': 'secretary',
  'communes.previewList': 'secretary',
  'communes.takeList': 'secretary',
  'communes.previewUpdate': 'secretary',
  'communes.update': 'secretary',
  'communes.undoUpdate': 'secretary',

  'producers.list': 'all',
  'producers.get': 'all',
  'producers.save': 'secretary',
  'producers.previewMerge': 'secretary',
  'producers.merge': 'secretary',
  'producers.remove': 'secretary',

  'sessions.list': 'all',
  'sessions.get': 'all',
  'sessions.create': 'secretary',
  'sessions.update': 'secretary',
  'sessions.remove': 'secretary',
  'sessions.setAttendance': 'secretary',
  'sessions.directoryChanges': 'all',
  'sessions.takeOver': 'secretary',
  'sessions.filedLaws': 'all',
  'sessions.otherLaw': 'all',
  'sessions.addProducts': 'secretary',
  'sessions.removeItem': 'secretary',
  'sessions.orderItems': 'secretary',
  'sessions.updateItem': 'secretary',
  'sessions.setExclusion': 'secretary',
  'sessions.answerKnockout': 'secretary',
  'sessions.answerNoKnockouts': 'secretary',
  'sessions.setCurrentItem': 'secretary',
  'sessions.setSoleOperator': 'secretary',
  'sessions.setMinutes': 'secretary',
  'sessions.open': 'secretary',
  'sessions.missing': 'all',
  'sessions.approve': 'approval',
  'sessions.close': 'secretary',
  'sessions.reopen': 'secretary',

  'ballots.board': 'all',
  'ballots.get': 'all',
  'ballots.ofItem': 'all',
  'ballots.choose': 'secretary',
  'ballots.setOpinion': 'secretary',
  'ballots.confirm': 'secretary',
  'ballots.reopen': 'secretary',

  'verifications.list': 'all',
  'verifications.get': 'all',
  'verifications.choose': 'second-keying',
  'verifications.finish': 'second-keying',
  'verifications.settle': 'second-keying',

  'reference.ofItem': 'all',
  'reference.ofSession': 'all',
  'reference.choose': 'secretary',
  // The chair decides what members are shown.
  'reference.setSight': 'approval',

  'results.session': 'all',
  'results.setAgreedLevel': 'secretary',
  'results.openRound': 'secretary',
  'results.setRoundReason': 'secretary',
  'results.waiveSpread': 'secretary',
  'results.reveal': 'secretary',
  'results.projector': 'all',
  'results.conclude': 'secretary',

  'documents.list': 'all',
  'documents.unprintable': 'all',
  'documents.render': 'all',
  'documents.register.list': 'all',
  'documents.register.propose': 'all',
  'documents.register.enter': 'secretary',
  'documents.register.renew': 'secretary',
  'documents.register.void': 'secretary',
  'documents.register.send': 'secretary',
  'documents.notices.list': 'all',
  'documents.notices.enter': 'secretary',
  'documents.issued.take': 'all',
  'documents.issued.keep': 'secretary',
  'documents.certificates.list': 'all',
  'documents.certificates.enter': 'secretary',
  'documents.certificates.void': 'secretary',
  'documents.certificates.layout': 'all',
  'documents.certificates.saveLayout': 'secretary',
  'documents.certificates.render': 'all',
  'documents.templates.list': 'all',
  'documents.templates.fields': 'all',
  'documents.templates.download': 'all',
  'documents.templates.check': 'secretary',
  'documents.templates.save': 'secretary',
  'documents.templates.reset': 'secretary',
  // Printing certificates counts their prints.
  'documents.batch.run': 'secretary',
  'documents.batch.take': 'secretary',

  'officePapers.office': 'all',
  'officePapers.setOffice': 'secretary',
  'officePapers.look': 'all',
  'officePapers.render': 'all',
  'officePapers.propose': 'all',
  'officePapers.enter': 'secretary',
  'officePapers.invitations': 'all',
  'officePapers.ofSession': 'all',
  'officePapers.list': 'all',
  'provinceList.layout': 'secretary',
  'provinceList.fillIn': 'secretary',
  'provinceList.compare': 'secretary',
  'provinceList.accept': 'secretary',

  'workbook.preview': 'secretary',
  'workbook.import': 'secretary',
  'workbook.export': 'papers',
  'workbook.blank': 'papers',

  'packages.list': 'all',
  'packages.get': 'all',
  'packages.paper': 'all',
  'packages.own': 'secretary',
  'packages.draft': 'secretary',
  'packages.make': 'secretary',
  'packages.handed': 'secretary',
  'packages.preview': 'secretary',
  'packages.confirmKey': 'secretary',
  'packages.take': 'secretary',

  'audit.list': 'all',

  'room.status': 'all',
  'room.listInterfaces': 'secretary',
  'room.switchOn': 'secretary',
  'room.switchOff': 'secretary',
  'room.resetCode': 'secretary',
  'room.showCodes': 'secretary',
  'room.addClerk': 'secretary',
  'room.shutClerk': 'secretary',
  'room.shutDevice': 'secretary',
  'room.dismissAlerts': 'secretary',
  'room.attend': 'all',

  'settings.licences': 'all',
  'files.save': 'all',
  'files.open': 'all',
  'files.showInFolder': 'all',
  'live.changes': 'all',
} as const satisfies Readonly<Record<ProcedurePath, keyof typeof rolesByRule>>

/** What the lock screen asks for, and what the projector shows. */
const openWhileLocked: readonly ProcedurePath[] = [
  'workspace.status',
  'workspace.list',
  'workspace.dropHanded',
  'workspace.noteUnsaved',
  'support.noteFault',
  'people.list',
  'people.signIn',
  'people.lock',
  'sessions.list',
  'results.projector',
  'products.picture',
  'live.changes',
]

/** The ways to another file. */
const leavesFile: readonly ProcedurePath[] = [
  'workspace.create',
  'workspace.open',
  'workspace.adopt',
  'workspace.openSample',
  'workspace.close',
  'backups.openEncrypted',
]
