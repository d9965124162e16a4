import type { AuditCommand } from './audit-details.ts'
import type { LiveTopic } from './live.ts'

/** What a command changes for other windows: the topics of its live notice. */
export function topicsOf(command: AuditCommand): readonly LiveTopic[] {
  const [feature] = command.split('.') as [keyof typeof topicsByFeature]
  return exceptions[command] ?? topicsByFeature[feature]
}

type FeatureOf<Name> = Name extends `${infer Feature}.${string}` ? Feature : never

const topicsByFeature = {
  workspace: [],
  people: ['workspace'],
  criteria: ['criteria'],
  councils: ['councils', 'sessions', 'results'],
  products: ['products', 'sessions', 'results'],
  producers: ['products', 'sessions', 'results'],
  communes: ['products', 'sessions', 'results'],
  register: ['products', 'sessions', 'results'],
  registrations: ['registrations'],
  deadlines: ['deadlines'],
  years: ['councils', 'sessions', 'deadlines'],
  aftercare: ['aftercare'],
  opinions: ['opinions'],
  sessions: ['sessions', 'ballots', 'results', 'documents'],
  ballots: ['ballots', 'results'],
  verifications: ['ballots', 'results'],
  paperBallots: ['ballots', 'results', 'room', 'paperBallots'],
  reference: ['reference'],
  results: ['results', 'ballots', 'sessions', 'products'],
  documents: ['documents'],
  officePapers: ['documents'],
  workbook: ['councils', 'products', 'sessions', 'ballots', 'results'],
  packages: ['packages'],
  undo: ['councils', 'products', 'sessions', 'ballots', 'results', 'documents'],
  provinceList: ['products', 'sessions', 'results', 'documents'],
  room: ['room'],
} as const satisfies Record<FeatureOf<AuditCommand>, readonly LiveTopic[]>

const ofAgenda = ['sessions', 'ballots', 'results', 'products'] as const

/** The meeting room says how many ballots each clerk settled. */
const ofSettling = ['ballots', 'results', 'room'] as const

const exceptions: Readonly<Partial<Record<AuditCommand, readonly LiveTopic[]>>> = {
  'ballots.confirm': ofSettling,
  'ballots.reopen': ofSettling,
  'verifications.finish': ofSettling,
  'verifications.settle': ofSettling,
  'sessions.setCurrentItem': ['sessions'],
  'sessions.addProducts': ofAgenda,
  'sessions.removeItem': ofAgenda,
  'sessions.orderItems': ofAgenda,
  'sessions.updateItem': ofAgenda,
  'sessions.markItems': ofAgenda,
  'sessions.takeAgenda': ofAgenda,
  'sessions.setExclusion': ofAgenda,
  'sessions.takeExclusions': ofAgenda,
  'sessions.answerKnockout': ofAgenda,
  'sessions.takeKnockouts': ofAgenda,
  'sessions.answerNoKnockouts': ofAgenda,
  'criteria.takeInto': ['criteria', ...ofAgenda],
  'results.reveal': ['results', 'sessions'],
  'packages.take': ['packages', 'products', 'sessions', 'results'],
  'provinceList.remember': ['documents'],
}
