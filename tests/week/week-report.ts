import { textTable } from '../helpers/text-table.ts'
import type { JudgedCopy, Relation } from './judge-copies.ts'
import type { CopyKind } from './usb-copies.ts'

export type WeekReport = {
  /** Scores that were acknowledged, each once. */
  readonly acknowledged: number
  /** Choices that the audit tells of at the end of the week. */
  readonly choices: number
  /** Occasions of the backups that the first machine kept until Thursday morning. */
  readonly backups: readonly string[]
  readonly judged: readonly JudgedCopy[]
  readonly relations: readonly Relation[]
}

/** What went wrong, in words; empty where everything held. */
export function weekFaults({ acknowledged, choices, backups, judged, relations }: WeekReport): readonly string[] {
  return [
    ...judged.flatMap(({ path, is, kind, why }) =>
      is === 'missed' || (is !== 'whole' && kind === 'between') ? [`${path}: ${is}, ${why}`] : [],
    ),
    ...relations.flatMap(({ name, expected, told }) =>
      told === expected ? [] : [`${name} is ${expected} and told to be ${told}`],
    ),
    ...(choices === acknowledged ? [] : [`${choices} choices for ${acknowledged} acknowledged scores`]),
    ...(backups.includes('hourly') ? [] : ['no backup was made by itself']),
  ]
}

const titles = {
  between: 'between two commands',
  fast: 'at a random moment',
  slow: 'at a random moment, slowly',
} satisfies Record<CopyKind, string>

export function weekTable(report: WeekReport): string {
  const { judged, relations, acknowledged, choices, backups } = report
  const rows = (Object.keys(titles) as CopyKind[]).map((kind) => {
    const of = judged.filter((copy) => copy.kind === kind)
    const count = (is: JudgedCopy['is']) => of.filter((copy) => copy.is === is).length
    return [titles[kind], ...[of.length, count('whole'), count('found torn'), count('missed')].map(String)]
  })
  const totals = [
    ['scores acknowledged', String(acknowledged)],
    ['choices in the audit', String(choices)],
    ['backups kept of them all', String(backups.length)],
  ]
  return [
    textTable(['copied', 'copies', 'whole', 'found torn', 'scores missed'], rows),
    textTable(
      ['listed', 'is', 'told'],
      relations.map(({ name, expected, told }) => [name, expected, told]),
    ),
    textTable([], totals),
  ].join('\n\n')
}
