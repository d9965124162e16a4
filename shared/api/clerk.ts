import { ballotsContract } from './ballots.ts'
import { contract } from './contract.ts'

const { workspace, rules, sessions, verifications, room, live } = contract

/**
 * All of the application that a clerk's laptop reaches: what the scoring screens read and write, of the room's session
 * alone. Who the clerk is follows from the laptop's token, a cookie that scripts cannot read, never from input.
 */
export const clerkContract = {
  workspace: { status: workspace.status },
  rules: { list: rules.list, itemForm: rules.itemForm },
  sessions: { list: sessions.list, get: sessions.get },
  ballots: ballotsContract,
  verifications,
  room: { attend: room.attend },
  live,
}
