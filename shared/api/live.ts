import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { procedure } from './base.ts'

/** Topics that a change invalidates; the renderer maps them to its queries. */
export const liveTopics = [
  'workspace',
  'councils',
  'criteria',
  'products',
  'registrations',
  'aftercare',
  'opinions',
  'sessions',
  'ballots',
  'results',
  'reference',
  'documents',
  'deadlines',
  'room',
  'paperBallots',
  'backups',
  'packages',
] as const
export type LiveTopic = (typeof liveTopics)[number]

const changeSchema = z.object({
  topics: z.array(z.enum(liveTopics)),
  sessionId: z.int().nullable(),
  agendaItemId: z.int().nullable(),
  /** The one member whose ballot changed; absent where more than one member may be concerned. */
  memberId: z.int().optional(),
})
export type LiveChange = z.infer<typeof changeSchema>

export const liveContract = {
  /** Every committed change, as it happens, to every window. */
  changes: procedure.output(eventIterator(changeSchema)),
}
