import type { AppClient } from '../../../shared/api/contract.ts'
import type { ReferenceSheet, ReferenceSource } from '../../../shared/api/reference.ts'
import type { BallotIds } from '../../../shared/domain/ballot/ballot-key.ts'
import { createBallotDesk, type BallotDesk } from './ballot-desk.ts'
import type { DeskBallot } from './grid-ballots.ts'
import type { Keeping } from './keyed-act.ts'
import { windowPorts } from './window-ports.ts'

// A sheet of reference scores under the keys of ballots: to its desk each source is a member, by its place among them.

const memberOf = { producer: 1, advisers: 2 } as const satisfies Readonly<Record<ReferenceSource, number>>

/** The columns of a product's sheets, by the ids that the desk knows them by. */
export const referenceColumns = (['producer', 'advisers'] as const).map((source) => ({
  source,
  memberId: memberOf[source],
}))

/** Sheets are drafts for good: nothing is confirmed on them. */
export function createReferenceDesk(
  { choose, ofItem }: AppClient['reference'],
  { keyer, ...keeping }: Keeping,
): BallotDesk {
  const get = async ({ agendaItemId, memberId }: BallotIds): Promise<DeskBallot> => {
    const { sheets } = await ofItem({ agendaItemId })
    const sheet = sheets.find(({ source }) => memberOf[source] === memberId)
    if (sheet === undefined) throw new Error('no such sheet')
    return sheetAsBallot(sheet)
  }
  return createBallotDesk({
    ...windowPorts(keyer),
    ...keeping,
    send: async (act, signal) => {
      const source = referenceColumns.find(({ memberId }) => memberId === act.memberId)?.source
      if (act.kind !== 'choose' || source === undefined) return get(act)
      const { agendaItemId, criterionIndex, option, seen } = act
      return sheetAsBallot(await choose({ agendaItemId, source, criterionIndex, option, seen }, { signal }))
    },
    get,
    isLoss: () => true,
    reopenReason: () => '',
    moveOn: () => null,
  })
}

export function sheetAsBallot({ agendaItemId, source, choices, revision, savedAt }: ReferenceSheet): DeskBallot {
  const ballot = { agendaItemId, memberId: memberOf[source], round: 1, version: 1, state: 'draft' } as const
  return { ...ballot, choices, revision, savedAt, opinion: '', excluded: null }
}
