import { ORPCError } from '@orpc/server'
import { Refusal, type RefusalReason } from '../../shared/api/refusal.ts'
import { OptionNotPrinted } from '../../shared/domain/ballot/options.ts'
import type { AppContext, OpenWorkspace } from '../context.ts'
import { fileRefusal } from '../db/file-trouble.ts'
import { carryRefusal } from './procedures.ts'

type Call<Result> = {
  readonly app: AppContext
  readonly path: readonly string[]
  readonly next: () => Promise<Result>
}

/**
 * Refuses in words what cannot be answered because the open file was changed outside of the program, or damaged. The log
 * has the error all the same: were it a defect of ours, it would be found there.
 */
export async function refuseDamaged<Result>({ app, path, next }: Call<Result>): Promise<Result> {
  return carryRefusal(async () => {
    try {
      return await next()
    } catch (error) {
      const reason = damageOf(error, app.workspace.current)
      if (reason === null) throw error
      app.log.error(`${path.join('.')} met a damaged file`, error)
      throw new Refusal(reason)
    }
  })
}

function damageOf(error: unknown, open: OpenWorkspace | null): RefusalReason | null {
  if (error instanceof OptionNotPrinted) return 'workspace-altered'
  // What its own connection met is refused already, as `workspace-harmed`.
  if (!(error instanceof Error) || error instanceof Refusal || error instanceof ORPCError) return null
  if (fileRefusal(error)?.reason === 'workspace-damaged') return 'workspace-damaged'
  // SQLite's own functions read no JSON but what is stored.
  if (error.message === 'malformed JSON') return 'workspace-altered'
  const isOfQuery = 'code' in error && error.code === 'SQLITE_ERROR'
  return isOfQuery && open?.readOnly?.kind === 'schema' ? 'workspace-schema-altered' : null
}
