import { z } from 'zod'
import { out, procedure, textSchema } from './base.ts'

/** A text for whoever helps; it names nobody, and leaves the machine only by the hand of the person who reads it. */
export type SupportReport = { readonly fileName: string; readonly text: string }

export const supportContract = {
  /** What went wrong in the page itself, for the log; more than a few in a minute are left out. */
  noteFault: procedure.input(z.object({ message: textSchema, stack: textSchema })).output(z.void()),
  /** Versions, the machine, counts of the open file's rows, and the last lines of the log. */
  report: procedure.output(out<SupportReport>()),
}
