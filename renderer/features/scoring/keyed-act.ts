import type { BallotAct } from '../../../shared/domain/ballot/acts.ts'
import type { Keyer } from '../../api/unsaved.ts'
import type { DeskParts } from './ballot-desk.ts'

/** Whose keys a desk holds, and where they wait. */
export type Keeping = Pick<DeskParts, 'kept' | 'place'> & {
  /** Null where the file names nobody. */
  readonly keyer: Keyer | null
}

/** The act as it is sent: it says who did it, and is written in no other name. */
export function keyedAct<Act extends BallotAct>(act: Act, keyer: Keyer | null): Act & { readonly keyedBy?: number } {
  return keyer === null ? act : { ...act, keyedBy: keyer.id }
}
