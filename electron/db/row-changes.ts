import { hash } from 'node:crypto'
import { canonicalJson } from '../../shared/domain/session/canonical-json.ts'
import type { CoveredTable } from './covered-tables.ts'

/** What the log keeps of a value: long texts, bytes and what passwords are checked by, by their SHA-256. */
export type LoggedValue = string | number | null | { readonly sha256: string }

/** A row's primary key: its value, or its values where it has several. */
export type RowKey = string | number | readonly (string | number)[]

/** The rows of one table that a command changed, as the audit keeps them. `gone` comes before `added`. */
export type TableChanges = {
  /** Names of the values of `added`, and which of them are the primary key. */
  readonly columns?: readonly string[]
  readonly key?: readonly string[]
  readonly gone?: readonly RowKey[]
  readonly changed?: readonly (readonly [RowKey, Readonly<Record<string, LoggedValue>>])[]
  readonly added?: readonly (readonly LoggedValue[])[]
}

/** By the name of the table. */
export type RowChanges = Readonly<Record<string, TableChanges>>

/** What an event tells of rows. */
export type ToldChanges = {
  /** Canonical JSON of `RowChanges`; empty for nothing. */
  readonly text: string
  /** As `spellText` has it, where most of it was spelt beside the keys already; null where nothing was. */
  readonly spelt: readonly (string | Uint8Array)[] | null
}

/** Rows of one table as JSON of `TableChanges`; `spelt`: as `spellText` has it, in UTF-8. */
export type SpeltRows = { readonly text: string; readonly spelt: Uint8Array }

/** In UTF-16 units. */
const longestText = 400

export function loggedValue(value: unknown): LoggedValue {
  if (typeof value === 'string') {
    return value.length > longestText || value.startsWith('$argon2id$') ? { sha256: hash('sha256', value) } : value
  }
  if (value instanceof Uint8Array) return { sha256: hash('sha256', value) }
  return value as number | null
}

/** The key of a row whose values are in the order of the table's columns. */
export function keyOfRow({ columns, key }: Pick<CoveredTable, 'columns' | 'key'>, row: readonly unknown[]): RowKey {
  const values = key.map((column) => row[columns.indexOf(column)] as string | number)
  return values.length === 1 ? (values[0] as string | number) : values
}

/** A key that compares by its value. */
export function keyText(key: RowKey): string | number {
  return typeof key === 'number' ? key : JSON.stringify(key)
}

/** Takes `keyText` back. */
export function readKey(text: string | number): RowKey {
  return typeof text === 'number' ? text : (JSON.parse(text) as RowKey)
}

/** What changed of one table, without what is empty; null where nothing did. */
export function tellTable(
  table: Pick<CoveredTable, 'columns' | 'key'> | undefined,
  { gone, changed, added }: Required<Pick<TableChanges, 'gone' | 'changed' | 'added'>>,
): TableChanges | null {
  if (gone.length + changed.length + added.length === 0) return null
  const news = added.length === 0 || table === undefined ? null : { added, columns: table.columns, key: table.key }
  return {
    ...(news !== null && { added: news.added }),
    ...(changed.length > 0 && { changed }),
    ...(news !== null && { columns: news.columns }),
    ...(gone.length > 0 && { gone }),
    ...(news !== null && { key: news.key }),
  }
}

/** A row's fields, by name in order. */
export function sortedFields(
  fields: readonly (readonly [string, LoggedValue])[],
): Readonly<Record<string, LoggedValue>> {
  return Object.fromEntries(fields.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/**
 * The canonical JSON of what `tellTable` told, or of its text; empty for nothing. Written at a stroke, since an import has
 * thousands of rows: names stand in order already, and text that SQLite gave back is well-formed.
 */
export function changesText(tables: readonly ToldTable[]): string {
  return toldChanges(tables).text
}

type ToldTable = readonly [name: string, told: TableChanges | SpeltRows]

/** The same with how it stands in the JSON of its event, as far as that is known. */
export function toldChanges(tables: readonly ToldTable[]): ToldChanges {
  if (tables.length === 0) return toldText('')
  const members = tables
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, told]) => ({ name: `${JSON.stringify(name)}:`, ...('spelt' in told ? told : spellLater(told)) }))
  const text = `{${members.map(({ name, text }) => name + text).join(',')}}`
  if (members.every(({ spelt }) => spelt === null)) return toldText(text)
  const pieces = members.flatMap(({ name, text, spelt }, place) => [
    `${place === 0 ? '{' : ','}${spellText(name)}`,
    spelt ?? spellText(text),
  ])
  return { text, spelt: [...pieces, '}'] }
}

export function toldText(text: string): ToldChanges {
  return { text, spelt: null }
}

/** How a text stands in canonical JSON, without its quotes. @throws TypeError for text that is not well-formed */
export function spellText(text: string): string {
  return canonicalJson(text).slice(1, -1)
}

const spellLater = (told: TableChanges) => ({ text: JSON.stringify(told), spelt: null })
