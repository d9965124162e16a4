import type { LiveChange, LiveTopic } from '../../shared/api/live.ts'

/** A procedure, or all procedures of a feature. */
export type QueryPath = readonly [feature: string] | readonly [feature: string, verb: string]

const ofCertificates = [
  ['statistics'],
  ['register', 'certificates'],
  ['register', 'timeline'],
  ['register', 'nationalList'],
  ['officePapers'],
] as const

/** Of scanned ballots: the pictures of their pages are what they are. */
const ofPaper = [
  ['paperBallots', 'pile'],
  ['paperBallots', 'ballot'],
  ['paperBallots', 'taken'],
] as const

/** What the year's deadlines lack, what matters today, and how each year stands. */
const ofYear = [['deadlines'], ['today'], ['years']] as const

/** Which queries a change of each topic makes stale. */
const pathsOfTopic = {
  workspace: 'all',
  criteria: [['criteria'], ['rules', 'criteriaSets'], ['products', 'offeredSets']],
  councils: [['councils'], ['sessions'], ['results'], ['documents'], ['officePapers'], ...ofYear],
  products: [
    ['products'],
    ['search'],
    ['producers'],
    ['communes'],
    ['register'],
    ['statistics'],
    ['registrations'],
    ['officePapers'],
    ['sessions'],
    ['ballots', 'board'],
    ['results'],
    ['documents'],
    ...ofYear,
  ],
  registrations: [['registrations'], ['sessions'], ['products', 'offeredSets'], ...ofCertificates, ...ofYear],
  aftercare: [['aftercare'], ...ofCertificates, ['officePapers'], ['today']],
  opinions: [
    ['opinions'],
    ['registrations'],
    ['sessions'],
    ['aftercare'],
    ...ofCertificates,
    ['officePapers'],
    ['documents'],
    ...ofYear,
  ],
  sessions: [
    ['sessions'],
    ['councils'],
    ['products'],
    ['registrations'],
    ...ofCertificates,
    ['rules', 'itemForm'],
    ['rules', 'sealed'],
    ['criteria'],
    ['ballots'],
    ['verifications'],
    ...ofPaper,
    ['results'],
    ['reference'],
    ['documents'],
    ['room'],
    ...ofYear,
  ],
  ballots: [['ballots'], ['verifications'], ...ofPaper, ['results'], ['sessions'], ['documents']],
  reference: [['reference']],
  results: [['results'], ['ballots'], ['sessions'], ['products'], ...ofCertificates, ['documents']],
  documents: [['documents'], ['search'], ['opinions'], ['registrations'], ['aftercare'], ...ofCertificates, ...ofYear],
  deadlines: ofYear,
  room: [['room']],
  paperBallots: [['paperBallots']],
  backups: [['backups']],
  packages: [['packages'], ['register', 'timeline']],
} as const satisfies Record<LiveTopic, 'all' | readonly QueryPath[]>

/** The stale query paths of one committed change, each once; every change also adds to the audit. */
export function stalePaths({ topics }: Pick<LiveChange, 'topics'>): 'all' | readonly QueryPath[] {
  const paths = new Map<string, QueryPath>([['audit', ['audit']]])
  for (const topic of topics) {
    const ofTopic = pathsOfTopic[topic]
    if (ofTopic === 'all') return 'all'
    for (const path of ofTopic) paths.set(path.join('.'), path)
  }
  return [...paths.values()]
}
