import { formatDate } from '../domain/calendar/format-date.ts'
import { vietnamTime } from '../domain/calendar/vietnam-day.ts'
import type {
  CodeCheck,
  FaultField,
  FaultRow,
  FaultValue,
  IntegrityFault,
  IntegrityPart,
  IntegrityReport,
} from '../api/integrity.ts'

/** Words of the namespace `integrity` of the locales, by their key. */
export type Say = (key: string, facts?: Readonly<Record<string, string | number>>) => string

export type ReportSection = { readonly title: string; readonly lines: readonly string[] }

/** What a check found, by kind, and what it looked at and did not. */
export function integritySections(report: IntegrityReport, say: Say): readonly ReportSection[] {
  const { faults, unlisted, notes, checked, notChecked, codes } = report
  const ofPart = parts.map((part) => {
    const more = unlisted[part] ?? 0
    const listed = faults.filter((fault) => fault.part === part).map((fault) => faultLine(fault, say))
    return {
      title: say(`part.${part}`),
      lines: more === 0 ? listed : [...listed, say('unlisted', { count: more })],
    }
  })
  const ofCodes = { title: say('codesTitle'), lines: codes.map((code) => codeText(code, say)) }
  const others = [
    { title: say('notes'), lines: notes.map(({ kind, facts }) => say(`note.${kind}`, withMoments(facts))) },
    {
      title: say('checkedTitle'),
      lines: Object.entries(checked).map(([what, count]) => `${say(`checked.${what}`)}: ${count}`),
    },
    {
      title: say('notCheckedTitle'),
      lines: notChecked.map(({ kind, facts }) => say(`notChecked.${kind}`, withMoments(facts))),
    },
  ]
  return [ofCodes, ...ofPart, ...others].filter(({ lines }) => lines.length > 0)
}

/** The same as plain text, for a file, a terminal or the clipboard. `about`: which file, and when it was checked. */
export function integrityText(report: IntegrityReport, say: Say, about: string): string {
  const count = countFaults(report)
  const sections = integritySections(report, say).map(({ title, lines }) =>
    [title, ...lines.map((line) => `- ${line}`)].join('\n'),
  )
  const verdict = say(verdictOf(report), { count })
  return `${[`${say('title')}\n${about}\n${verdict}`, ...sections].join('\n\n')}\n`
}

const parts: readonly IntegrityPart[] = ['file', 'schema', 'audit', 'rows', 'seals', 'ballots', 'sessions', 'outside']

/** Whether the file cannot be read whole, so that a backup is the way on. */
export function isDamaged({ faults }: IntegrityReport): boolean {
  return faults.some(({ kind }) => kind === 'database' || kind === 'unreadable-damaged')
}

/**
 * A file with notes passes, and they are said; one of a newer program is neither cleared nor accused (`unvouched`), and one
 * without fault may still not be the file of a paper (`otherPaper`).
 */
export function verdictOf(report: IntegrityReport): 'broken' | 'unvouched' | 'otherPaper' | 'noted' | 'intact' {
  if (countFaults(report) > 0) return 'broken'
  if (!report.isIntact) return 'unvouched'
  if (report.codes.some(({ kind }) => kind !== 'holds')) return 'otherPaper'
  return report.notes.length > 0 ? 'noted' : 'intact'
}

export function countFaults({ faults, unlisted }: IntegrityReport): number {
  return Object.values(unlisted).reduce((sum, more) => sum + more, faults.length)
}

function codeText(check: CodeCheck, say: Say): string {
  if (!('event' in check)) return say(`code.${check.kind}`, { typed: check.typed })
  const { seq, at, actor, command, about, paper } = check.event
  const what = say(`paper.${papers.includes(command) ? command.replaceAll('.', '-') : 'other'}`, { paper })
  const session = about === null ? '' : say('ofSession', about)
  return say(`code.${check.kind}`, { typed: check.typed, seq, what, session, at: moment(at), actor })
}

const papers: readonly string[] = [
  'sessions.close',
  'documents.register.enter',
  'documents.register.renew',
  'documents.certificates.enter',
  'documents.notices.enter',
]

function faultLine({ kind, facts, row, fields = [] }: IntegrityFault, say: Say): string {
  return say(`fault.${kind}`, {
    ...withMoments(facts),
    ...(row !== undefined && { row: rowName(row, say) }),
    fields: fields.flatMap((field) => fieldWords(field, say)).join('; '),
  })
}

/** Times as people say them. */
function withMoments(facts: IntegrityFault['facts']): IntegrityFault['facts'] {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) =>
      typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? [name, moment(value)] : [name, value],
    ),
  )
}

const moment = (iso: string): string =>
  `${vietnamTime(iso).slice(11, 16)}, ${formatDate(vietnamTime(iso).slice(0, 10))}`

function rowName({ table, key, names, own }: FaultRow, say: Say): string {
  const { session, product, member, council } = names
  const isOwn = [product, member, council].includes(own)
  const about = [
    isOwn ? '' : own,
    product ?? '',
    member ?? '',
    council ?? '',
    session === undefined ? '' : say('session', { round: session.round, year: session.year }),
  ].filter((name) => name !== '')
  return say('row', {
    table: say(`table.${table}`),
    about: about.length === 0 ? say('rowNumber', { key }) : about.join(', '),
  })
}

/** A ballot's marks criterion by criterion, anything else as it is. */
function fieldWords({ column, known, found }: FaultField, say: Say): readonly string[] {
  const name = say(`column.${column}`)
  const areMarks = column === 'choices' || column === 'second_choices'
  if (areMarks && typeof known === 'string' && typeof found === 'string' && known.length === found.length) {
    return [...known].flatMap((mark, index) =>
      mark === found[index]
        ? []
        : [say('criterion', { column: name, criterion: index + 1, known: mark, found: found[index] ?? '' })],
    )
  }
  return [say('field', { column: name, known: valueWords(known, say), found: valueWords(found, say) })]
}

function valueWords(value: FaultValue | undefined, say: Say): string | number {
  if (value === undefined) return say('untold')
  if (value === null || value === '') return say('empty')
  return typeof value === 'object' ? say('long', { sha256: value.sha256.slice(0, 12) }) : value
}

/** The words of a report from the texts of one language, for where no window is. A key without words stands as it is. @public */
export function wordsFrom(texts: unknown): Say {
  return (key, facts = {}) => {
    const text = key.split('.').reduce<unknown>((tree, name) => (tree as Texts | undefined)?.[name], texts)
    return String(text ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''))
  }
}

type Texts = { readonly [key: string]: unknown }
