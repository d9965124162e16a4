/** What a column of a province's list can be filled with. */
export const provinceFields = [
  'place',
  'productName',
  'code',
  'groupName',
  'setNumber',
  'setName',
  'producerName',
  'producerKind',
  'address',
  'commune',
  'district',
  'application',
  'partA',
  'partB',
  'partC',
  'mean',
  'star',
  'heldOn',
  'note',
] as const
export type ProvinceField = (typeof provinceFields)[number]

/** The fields that a returned list may correct; scores and stars are the council's own. */
export const correctableFields = [
  'productName',
  'code',
  'producerName',
  'producerKind',
  'commune',
  'district',
] as const satisfies readonly ProvinceField[]
export type CorrectableField = (typeof correctableFields)[number]

/** A referred product as the province's list wants it; a date is an ISO day. */
export type ProvinceRow = {
  readonly agendaItemId: number
  /** By which the row is known again, see `rowId`. */
  readonly id: string
  readonly code: string
  readonly productName: string
  /** What a group of a list may be called that it belongs to. */
  readonly groups: ProvinceGroups
  readonly values: Readonly<Record<ProvinceField, ProvinceValue>>
}

export type ProvinceValue = string | number | { readonly date: string } | null

/** `kinds`: its sector, group and set, the producer's kind, star and how it was registered. */
type ProvinceGroups = { readonly kinds: readonly string[]; readonly places: readonly string[] }
