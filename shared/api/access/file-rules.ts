import type { RulesOf } from './rule.ts'

/** Who may ask for the file, its people and whatever every screen asks for. */
export const fileRules = {
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

  'tables.begin': 'all',
  'tables.append': 'all',
  'tables.take': 'all',

  'search.find': 'all',
  'search.papers': 'all',

  'today.get': 'all',

  'undo.takeBack': 'secretary',

  'audit.list': 'all',

  'settings.licences': 'all',

  'files.save': 'all',
  'files.open': 'all',
  'files.showInFolder': 'all',

  'live.changes': 'all',
} as const satisfies RulesOf
