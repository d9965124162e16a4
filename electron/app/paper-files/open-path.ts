import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'

/** Where the open workspace lies. @throws Refusal `no-workspace` */
export function openPath({ workspace: { current } }: AppContext): string {
  if (current === null) throw new Refusal('no-workspace')
  return current.path
}
