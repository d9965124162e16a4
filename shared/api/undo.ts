import { z } from 'zod'
import { procedure, tokenSchema } from './base.ts'

/** The answer of a command that can be taken back: by which id. */
export const undoableSchema = z.object({ undo: tokenSchema })

export const undoContract = {
  /**
   * Makes everything that the command did as it was before it, all of it or nothing, for as long as the file stays open; what
   * others changed beside it since stays. Refused: `undo-forgotten`; `changed-since`, `gone-since`, `used-since` with the
   * `table` and `name` of the row that was, and the `column`; `session-locked`.
   */
  takeBack: procedure.input(z.object({ id: tokenSchema })).output(z.void()),
}
