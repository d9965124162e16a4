/** What a column of a province's list can be filled with. */
export const provinceFields = [
  'place',
  'productName',
  'code',
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
