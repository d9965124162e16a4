import type { ContinuedProducer, OtherProducer } from '../../../shared/domain/pasted-table/continue-producers.ts'
import type { AgendaItem, AgendaRowInput, ItemFacts, ListedPlace, ListedProduct } from '../../../shared/api/sessions.ts'
import type { CellFaultAt, PastedRow } from '../../../shared/domain/pasted-table/read-pasted-table.ts'
import { dropStaleNote } from '../../../shared/domain/dossiers/drop-stale-note.ts'
import type { Twin } from '../../../shared/domain/pasted-table/merge-twins.ts'
import type { PastedAgendaFields } from '../../../shared/domain/pasted-table/agenda-fields.ts'

export type AgendaField = keyof PastedAgendaFields

/** What a person said of rows that ask, by their lines. */
export type AgendaAnswers = {
  /** Whether it is what the file has. */
  readonly matches: ReadonlyMap<number, boolean>
  readonly sets: ReadonlyMap<number, number>
  /** Whether a row of the same name and producer as one above is the same product. */
  readonly twins: ReadonlyMap<number, boolean>
  /** Rows whose producer is not the one of the row above. */
  readonly notContinued: ReadonlySet<number>
}

export const noAnswers: AgendaAnswers = {
  matches: new Map(),
  sets: new Map(),
  twins: new Map(),
  notContinued: new Set(),
}

/** What a pasted row does to an agenda. */
export type PlannedItem = {
  readonly line: number
  readonly code: string
  readonly name: string
  readonly faults: readonly CellFaultAt<AgendaField>[]
  /** Whose row above says who makes it, unless a person says otherwise. */
  readonly continues: ContinuedProducer | null
  /** Why the producer of the row above is not taken for one that says none. */
  readonly isOther: OtherProducer | null
  /** The lines that name the same product of the same producer, told at each of them. */
  readonly twins: readonly number[]
  /** The first of them above, and what this row says beside it or otherwise. */
  readonly twin: Twin | null
  /** A person said that it is that one. */
  readonly isTwin: boolean
  /** One of them stands above: somebody has to say whether both are one product. */
  readonly asksTwin: boolean
  /** What the file has of it, where that is not sure. */
  readonly asksMatch: NonNullable<ListedPlace['match']> | null
  /** Where nobody knows its set: those that its words may mean, or none of them. */
  readonly asksSet: { readonly among: readonly number[]; readonly words: string } | null
  /** Its registration says dossier, samples and note: what the row says of them is left out. */
  readonly isKeptInDossier: boolean
  /** Null where it cannot be taken, or nobody has answered yet. */
  readonly outcome: PlannedOutcome | null
}

type PlannedOutcome =
  /** The row above says it. */
  | { readonly kind: 'above' }
  | {
      readonly kind: 'new-product' | 'known-product' | 'changed' | 'same'
      readonly row: AgendaRowInput
      readonly setNumber: number | null
      /** Of an item that stands on the agenda. */
      readonly changes: readonly FactChange[]
    }

type FactField = 'application' | 'dossierStatus' | 'samplesReceived' | 'dossierNote'
export type FactChange = { readonly field: FactField; readonly from: string | number; readonly to: string | number }

type PlanInput = {
  readonly rows: readonly PastedRow<PastedAgendaFields>[]
  /** Of the rows, in their order. */
  readonly continued: readonly Pick<PlannedItem, 'continues' | 'isOther'>[]
  readonly twinsOf: (row: PastedRow<PastedAgendaFields>) => readonly number[]
  /** By the line of the lower row. */
  readonly twins: ReadonlyMap<number, Twin>
  /** Of the rows, in their order. */
  readonly places: readonly ListedPlace[]
  readonly agenda: readonly AgendaItem[]
  readonly answers: AgendaAnswers
}

/** What a row names, for the application to hold against agenda and register. */
export function listedOf({ values }: PastedRow<PastedAgendaFields>): ListedProduct {
  const { code = '', name = '', producerName = '', producerKind = '', commune = '', district = '', set } = values
  return { code, name, producerName, producerKind, commune, district, setNumber: set?.setNumber ?? null }
}

/** What a pasted list would do to an agenda: new items in the list's order, and facts of those that stand on it. */
export function planAgenda(input: PlanInput): readonly PlannedItem[] {
  return withoutHoles(planRows(input), input.places)
}

/** Proposed codes in the rows' order: a row that is left out uses none up. */
function withoutHoles(planned: readonly PlannedItem[], places: readonly ListedPlace[]): readonly PlannedItem[] {
  const stemOf = (code: string): string => code.replace(/\d+$/, '')
  const proposed = places.flatMap(({ proposedCode }) => (proposedCode === '' ? [] : [proposedCode]))
  const free = Map.groupBy(proposed, stemOf)
  return planned.map((row, index) => {
    const own = places[index]?.proposedCode ?? ''
    if (own === '' || row.code !== own || row.faults.length > 0) return row
    const code = free.get(stemOf(own))?.shift() ?? own
    const { outcome } = row
    if (outcome === null || outcome.kind === 'above' || outcome.row.product === undefined) return { ...row, code }
    return { ...row, code, outcome: { ...outcome, row: { ...outcome.row, product: { ...outcome.row.product, code } } } }
  })
}

function planRows({ rows, continued, twinsOf, twins: below, places, agenda, answers }: PlanInput) {
  const seen = new Set<string>()
  return rows.map((row, index): PlannedItem => {
    const place = places[index]
    const twins = twinsOf(row)
    const { continues = null, isOther = null } = continued[index] ?? {}
    const base = { ...waitingFor(row), continues, isOther, twins, twin: below.get(row.line) ?? null }
    // What both are for sure in the file stands there once.
    const isKnown = place?.match?.known.kind === 'product' && place.match.why === null
    const asksTwin = place !== undefined && !isKnown && twins.some((line) => line < row.line)
    const answer = answers.twins.get(row.line)
    if (asksTwin && answer !== false) {
      const isTwin = answer === true && row.faults.length === 0
      return { ...base, asksTwin, isTwin, outcome: isTwin ? { kind: 'above' } : null }
    }
    const planned = { ...(place === undefined ? base : planRow(row, { base, place, agenda, answers })), asksTwin }
    if (planned.outcome === null || planned.outcome.kind === 'above') return planned
    const key = keyOf(planned.outcome.row)
    if (!seen.has(key)) {
      seen.add(key)
      return planned
    }
    return { ...planned, faults: [{ field: 'name', found: planned.name, why: 'twice' }], outcome: null }
  })
}

const waitingFor = (row: PastedRow<PastedAgendaFields>): PlannedItem => ({
  line: row.line,
  code: row.values.code ?? '',
  name: row.values.name ?? '',
  faults: row.faults,
  continues: null,
  isOther: null,
  twins: [],
  twin: null,
  isTwin: false,
  asksTwin: false,
  asksMatch: null,
  asksSet: null,
  isKeptInDossier: false,
  outcome: null,
})

type At = Pick<PlanInput, 'agenda' | 'answers'> & { readonly base: PlannedItem; readonly place: ListedPlace }

function planRow(row: PastedRow<PastedAgendaFields>, { base, place, agenda, answers }: At): PlannedItem {
  const { line, values } = row
  if (row.faults.length > 0) return base
  const asksMatch = place.match !== null && place.match.why !== null ? place.match : null
  const answer = answers.matches.get(line)
  if (asksMatch !== null && answer === undefined) return { ...base, asksMatch }
  const match = asksMatch !== null && answer === false ? null : place.match
  const item = match === null ? undefined : agenda.find(({ id }) => id === place.agendaItemId)
  const isKept = match !== null && place.isKeptInDossier
  const facts = factsOf(values, isKept)
  const isKeptInDossier = isKept && Object.keys(factsOf(values, false)).length > Object.keys(facts).length
  const named = { ...base, asksMatch, isKeptInDossier }
  if (item !== undefined) {
    const laid = dropStaleNote(item, facts)
    const changes = changesOf(item, laid)
    const shown = { ...named, code: item.code, name: item.productName }
    const kind = changes.length === 0 ? 'same' : 'changed'
    const seen = Object.fromEntries(changes.map(({ field, from }) => [field, from]))
    const row = { agendaItemId: item.id, facts: laid, seen }
    return { ...shown, outcome: { kind, row, setNumber: item.setNumber, changes } }
  }
  const known = match?.known.kind === 'product' ? match.known : null
  const lacking = known === null ? lackingOf(values) : null
  if (lacking !== null) return { ...named, faults: [lacking] }
  const setNumber = (known === null ? null : place.setNumber) ?? values.set?.setNumber ?? answers.sets.get(line) ?? null
  const isSetSaid = values.set?.setNumber !== null && values.set !== undefined
  const asksSet =
    (known === null || place.setNumber === null) && !isSetSaid
      ? { among: values.set?.among ?? [], words: values.set?.words ?? '' }
      : null
  const code = known !== null && known.code !== '' ? known.code : base.code !== '' ? base.code : place.proposedCode
  const shown = { ...named, code, name: known?.name ?? base.name, asksSet }
  if (setNumber === null) return shown
  const product = { ...listedOf(row), code, setNumber }
  const producer = match?.known.kind === 'producer' ? { producerId: match.known.id } : {}
  const to = known === null ? { product, ...producer } : { productId: known.id, product }
  return {
    ...shown,
    outcome: {
      kind: known === null ? 'new-product' : 'known-product',
      row: { ...to, facts },
      setNumber,
      changes: [],
    },
  }
}

/** A new product has a name, and somebody who makes it. */
function lackingOf({ code = '', name = '', producerName = '' }: PastedRow<PastedAgendaFields>['values']) {
  if (name === '') return { field: 'code', found: code, why: 'unknown-product' } as const
  return producerName === '' ? ({ field: 'producerName', found: '', why: 'missing' } as const) : null
}

function factsOf(values: PastedRow<PastedAgendaFields>['values'], isKeptInDossier: boolean): ItemFacts {
  const { application, dossierStatus: said, samplesReceived, dossierNote: note } = values
  const dossierStatus = said?.status
  // What lacks is noted where the list has no note of its own, or beside it.
  const notes = [said?.lacks ?? '', note ?? ''].filter((one) => one !== '')
  const dossierNote = notes.length === 0 ? undefined : [...new Set(notes)].join('; ')
  return {
    ...(application !== undefined && { application }),
    ...(!isKeptInDossier && {
      ...(dossierStatus !== undefined && { dossierStatus }),
      ...(samplesReceived !== undefined && { samplesReceived }),
      ...(dossierNote !== undefined && { dossierNote }),
    }),
  }
}

const factFields = ['application', 'dossierStatus', 'samplesReceived', 'dossierNote'] as const

function changesOf(item: AgendaItem, facts: ItemFacts): readonly FactChange[] {
  return factFields.flatMap((field) => {
    const to = facts[field]
    return to === undefined || to === item[field] ? [] : [{ field, from: item[field], to }]
  })
}

const keyOf = ({ agendaItemId, productId, product }: AgendaRowInput): string =>
  agendaItemId !== undefined
    ? `item ${agendaItemId}`
    : productId !== undefined
      ? `product ${productId}`
      : `new ${product?.code ?? ''}`
