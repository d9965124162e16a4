import type { AuditCommand } from '../../../shared/api/audit-details.ts'

export type AuditValue = string | number | boolean | null

/** One thing that an event changed or tells; without `from` there was nothing before. */
export type AuditFact = { readonly key: string; readonly from?: AuditValue; readonly to: AuditValue }

type Detail = Readonly<Record<string, unknown>>
export type ToldEvent = { readonly command: AuditCommand; readonly detail: Detail }

/**
 * The facts of an audit event in reading order: what differs between its `from` and `to`, then what it tells besides.
 * Ids are left out, since the event names its subject in words; a list is told by its length.
 */
export function factsOfEvent({ command, detail }: ToldEvent): readonly AuditFact[] {
  const { from, to, ...rest } = detail
  const told = toldBy({ command, detail: rest })
  // The option that it tells in words has no need of its number.
  return 'words' in rest ? told : [...told, ...changes(command, { from, to })]
}

const toldBy = ({ command, detail }: ToldEvent): readonly AuditFact[] =>
  [...leaves(detail)].flatMap(([key, to]) => (isId(key) || to === '' ? [] : [{ key: nameOf(command, key), to }]))

const nameOf = (command: AuditCommand, key: string): string =>
  otherNames.find(({ commands, keys }) => commands.test(command) && key in keys)?.keys[key] ?? key

/** One word of the log that is another thing under some commands. */
export const otherNames: readonly { readonly commands: RegExp; readonly keys: Readonly<Record<string, string>> }[] = [
  // A session has a round of its year (đợt), a product a scoring round (lần chấm).
  { commands: /^(ballots|results|verifications)\./, keys: { round: 'scoringRound' } },
  { commands: /^registrations\./, keys: { items: 'dossierItems', on: 'receivedOn' } },
  { commands: /^aftercare\.inspections\./, keys: { on: 'inspectedOn' } },
  { commands: /\.takeList$/, keys: { added: 'rowsAdded' } },
  { commands: /^(documents|officePapers)\./, keys: { kind: 'paperKind' } },
  { commands: /^packages\./, keys: { kind: 'packageKind' } },
  { commands: /^producers\./, keys: { kind: 'producerKind' } },
]

function changes(command: AuditCommand, { from, to }: { from?: unknown; to?: unknown }): readonly AuditFact[] {
  if (isList(from) || isList(to) || command === 'sessions.setCurrentItem') return []
  const isPlain = !isRecord(from) && !isRecord(to)
  const entries = (value: unknown): Iterable<readonly [string, unknown]> =>
    isRecord(value) ? leaves(value) : isPlain ? [[plainKeys[command] ?? 'change', value]] : []
  const named = (value: unknown) => new Map([...entries(value)].map(([key, leaf]) => [nameOf(command, key), leaf]))
  const [before, after] = [named(from), named(to)]
  const keys = [...new Set([...after.keys(), ...before.keys()])].filter((key) => !isId(key))
  return keys.flatMap((key): readonly AuditFact[] => {
    const [old, next] = [valueOf(before.get(key)), valueOf(after.get(key))]
    if (old === undefined) {
      const isSaid = next !== undefined && next !== '' && (next !== null || isPlain)
      return isSaid ? [{ key, to: next }] : []
    }
    // Both null and empty text mean that nothing stood there.
    return (old ?? '') === (next ?? '') ? [] : [{ key, from: old, to: next ?? null }]
  })
}

/** What `from` and `to` are, where an event has bare values in them. */
export const plainKeys: Readonly<Partial<Record<AuditCommand, string>>> = {
  'ballots.choose': 'option',
  'ballots.setOpinion': 'opinion',
  'verifications.choose': 'option',
  'reference.choose': 'option',
  'reference.setSight': 'sight',
  'results.setAgreedLevel': 'option',
  'ballots.reopen': 'version',
  'results.waiveSpread': 'reason',
  'results.setRoundReason': 'reason',
  'sessions.setSoleOperator': 'reason',
  'sessions.open': 'state',
  'workspace.migrate': 'schemaVersion',
  'people.setIdle': 'minutes',
  'documents.register.send': 'sentTo',
  'councils.retireMember': 'retiredOn',
  'councils.recallMember': 'retiredOn',
  'room.move': 'address',
  'room.newAddress': 'address',
  'documents.register.renew': 'dataDigest',
  'registrations.withdraw': 'withdrawal',
  'registrations.prove': 'proves',
  'aftercare.withdrawals.drop': 'dropReason',
}

/** Values at the ends of nested records, by their own names; a list stands for its length. */
function* leaves(detail: Detail): Generator<readonly [string, AuditValue]> {
  for (const [key, value] of Object.entries(detail)) {
    if (key === 'columns' && isRecord(value)) yield [key, Object.keys(value).length]
    else if (isRecord(value) && (key === 'moved' || key === 'dropped')) yield* ofTables(key, value)
    else if (isRecord(value)) yield* leaves(value)
    else if (key === 'doubts' && isList(value)) for (const doubt of value) yield ['doubt', doubtText(doubt)]
    else if (isList(value)) yield [key, value.length]
    else yield [key, valueOf(value) ?? null]
  }
}

/** Rows by their table, each under a key of its own: `moved.registrations`. */
function* ofTables(key: string, counts: Detail): Generator<readonly [string, AuditValue]> {
  for (const [table, rows] of Object.entries(counts)) yield [`${key}.${table}`, valueOf(rows) ?? null]
}

/** Of a list each doubt stands at a cell. */
const doubtText = (doubt: unknown): AuditValue =>
  isRecord(doubt) ? `${String(doubt['cell'])} ${String(doubt['reason'])}` : (valueOf(doubt) ?? null)

const isId = (key: string): boolean => key === 'id' || key === 'into' || key === 'removed' || key.endsWith('Id')

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

const isRecord = (value: unknown): value is Detail => typeof value === 'object' && value !== null && !isList(value)

const valueOf = (value: unknown): AuditValue | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null
    ? value
    : undefined
