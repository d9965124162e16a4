/** Names one member's ballot for one product, of whichever round: `<agenda item>/<member>`. */
export type BallotKey = `${number}/${number}`

export type BallotIds = { readonly agendaItemId: number; readonly memberId: number }

export function ballotKey({ agendaItemId, memberId }: BallotIds): BallotKey {
  return `${agendaItemId}/${memberId}`
}
