import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'

/**
 * The act, where whoever keyed it works now: what waited through a lock is not written in the name of the next one.
 *
 * @throws Refusal `keyed-by-other`
 */
export function byWhoWorks<Act extends { readonly keyedBy?: number | undefined }>(
  { desk }: Pick<AppContext, 'desk'>,
  act: Act,
): Act {
  if (act.keyedBy !== undefined && act.keyedBy !== desk.at.person?.id) throw new Refusal('keyed-by-other')
  return act
}
