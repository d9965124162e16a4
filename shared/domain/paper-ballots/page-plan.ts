/** Millimetres from the page's upper left corner. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** Millimetres from the page's upper left corner. */
export type Point = { readonly x: number; readonly y: number }

/** Where everything that is read stands on a printed page. */
export type PagePlan = {
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly width: number
  readonly height: number
  /** Centres of the corner marks clockwise from the upper left one, which is hollow. */
  readonly corners: Corners
  /** Their side. */
  readonly markSize: number
  readonly criteria: readonly PlannedCriterion[]
  /** What is written by hand, and shown to a person alone. */
  readonly written?: readonly WrittenPlace[]
}

/** `total`: of A, B, C or the sum. */
export type WrittenPlace = { readonly what: 'total' | 'opinion' | 'signature'; readonly box: Box }

export type Corners = readonly [Point, Point, Point, Point]

export type PlannedCriterion = {
  /** 0-based place of the criterion in form order: the place of its choice in a ballot. */
  readonly index: number
  readonly code: string
  readonly options: readonly PlannedOption[]
}

export type PlannedOption = {
  /** The printed option's number from 1; 0 for no level reached. */
  readonly option: number
  readonly points: number
  /** Around the printed figure: what a pen has to itself. */
  readonly box: Box
}

/** Grey pixels row by row, from 0 for black to 255 for white. */
export type GreyImage = { readonly width: number; readonly height: number; readonly data: Uint8Array }

/** What stands at a criterion: only `clear` and `corrected` give a value. */
export type CriterionState = 'clear' | 'none' | 'several' | 'corrected' | 'doubtful'

export type CriterionReading = {
  readonly index: number
  readonly state: CriterionState
  /** Null unless clear or corrected. */
  readonly option: number | null
  /** 0 to 1. */
  readonly confidence: number
}
