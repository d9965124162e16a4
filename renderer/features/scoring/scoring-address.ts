/** Where in a session's scoring the window stands; the address of the page says it. */
export type ScoringAddress = {
  readonly view: ScoringView
  readonly item: number | null
  readonly member: number | null
  /** Code of the criterion to stand on; otherwise the first one without an answer. */
  readonly criterion: string | null
}

export const scoringViews = ['board', 'ballot', 'grid', 'reference', 'verification'] as const
export type ScoringView = (typeof scoringViews)[number]

/** Address parameters of a place; all optional, none = the board. */
export type ScoringSearch = {
  readonly view?: ScoringView
  readonly item?: number
  readonly member?: number
  readonly criterion?: string
}

/** Reads what stands in an address; what makes no sense there is left out. */
export function readScoringSearch(search: Readonly<Record<string, unknown>>): ScoringSearch {
  const view = scoringViews.find((known) => known === search['view'])
  const item = readId(search['item'])
  const member = readId(search['member'])
  const criterion = readCode(search['criterion'])
  return {
    ...(view === undefined ? {} : { view }),
    ...(item === null ? {} : { item }),
    ...(member === null ? {} : { member }),
    ...(criterion === null ? {} : { criterion }),
  }
}

/** A ballot named without a view means ballot mode; a product alone, the grid. */
export function addressOf({ view, item, member, criterion }: ScoringSearch): ScoringAddress {
  return {
    view: view ?? (item === undefined ? 'board' : member === undefined ? 'grid' : 'ballot'),
    item: item ?? null,
    member: member ?? null,
    criterion: criterion ?? null,
  }
}

function readId(value: unknown): number | null {
  const id = Number(value)
  return Number.isSafeInteger(id) && id > 0 ? id : null
}

/** The router reads `criterion=9` as a number. */
function readCode(value: unknown): string | null {
  const code = typeof value === 'number' ? String(value) : value
  return typeof code === 'string' && /^\d{1,2}(\.\d{1,2}){0,3}$/.test(code) ? code : null
}
