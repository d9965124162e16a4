import type { PaperBallotState } from '../../../shared/api/paper-ballots.ts'
import { isCount } from '../../app/routes/is-count.ts'

/** A part of a pile that its list can be narrowed to; `sample`: the ballots that the program drew. */
export type PaperList = PaperChip | 'sample'
export type PaperChip = PaperBallotState | 'unplaced'

/** In the order of the work. */
export const paperChips = [
  'unclear',
  'differs',
  'ready',
  'unplaced',
  'agrees',
  'taken',
] as const satisfies readonly PaperChip[]

/** The pile, perhaps one list of it, or one ballot, which `item` and `member` name. */
export type PaperSearch = {
  readonly item?: number
  readonly member?: number
  readonly list?: PaperList
}

/** What an address says of the screen; of a ballot that it names by half, nothing. */
export function readPaperSearch(search: Readonly<Record<string, unknown>>): PaperSearch {
  const { item, member } = search
  const list = [...paperChips, 'sample' as const].find((one) => one === search['list'])
  return {
    ...(isCount(item) && isCount(member) && { item, member }),
    ...(list !== undefined && { list }),
  }
}
