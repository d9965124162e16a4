import { z } from 'zod'
import type { CountedQuarters } from '../domain/statistics/count-quarters.ts'
import type { CountedStatistics, StatisticRow } from '../domain/statistics/count-statistics.ts'
import { statisticDimensions } from '../domain/statistics/measures.ts'
import { lineSchema, out, procedure } from './base.ts'

export type Statistics = Omit<CountedStatistics, 'rows'> & {
  /** The day that certificates are lapsed on, or not. ISO date. */
  readonly day: string
  /** In the order in which they are read; `''` is what nobody said. */
  readonly rows: readonly (StatisticRow & { readonly label: string })[]
  /** The first and the last year of which anything is known; null of an empty register. */
  readonly years: { readonly first: number; readonly last: number } | null
  /** What may be asked for alone: districts, as the file spells them. */
  readonly districts: readonly { readonly key: string; readonly label: string }[]
  /** Certificates that rest on what is so no more; they count as no recognition. */
  readonly toReview: number
  /** Decisions of which no list says the star; they count as no recognition. */
  readonly starless: number
  /** Recognitions whose year is none of which a register can tell: they count as of no year. */
  readonly farYears: number
}

export type Quarters = CountedQuarters & { readonly day: string }

/** Communes as they are today, several old ones together, or as they were. */
export const countedPlaces = ['now', 'then'] as const
export type CountedPlaces = (typeof countedPlaces)[number]

const yearSchema = z.int().min(1900).max(2200)
const dimensionSchema = z.enum(statisticDimensions)

export const statisticsContract = {
  /** How many products were registered, scored, sent up, recognised, and lapsed, each once; see `countStatistics`. */
  count: procedure
    .input(
      z.object({
        by: dimensionSchema,
        from: yearSchema.optional(),
        to: yearSchema.optional(),
        /** Left out: as they are today. */
        places: z.enum(countedPlaces).optional(),
        /** Only what has that key; keys are those of the rows of the dimension. */
        only: z.partialRecord(dimensionSchema, lineSchema).optional(),
      }),
    )
    .output(out<Statistics>()),
  /** The certificates that end in each quarter, from three years back to three years on. */
  quarters: procedure.output(out<Quarters>()),
}
