import type { PageLabel } from './page-label.ts'

/** What a page of a ballot says of its ballot. */
export type BallotLabel = Omit<PageLabel, 'page' | 'pages'>

/** The ballots of a session that may be on paper, and what else the codes on paper may name. */
export type PaperDesk = {
  /** As they would be printed now. */
  readonly ballots: readonly BallotLabel[]
  readonly products: readonly DeskProduct[]
  readonly members: readonly { readonly code: string }[]
}

export type DeskProduct = {
  readonly code: string
  /** Scored in now. */
  readonly round: number
  readonly isRejected: boolean
  /** Codes of members who do not score it. */
  readonly recused: readonly string[]
}

/** Why a page whose code was read belongs to no ballot. */
export type MisplacedReason =
  | 'other-layout'
  | 'other-session'
  | 'spare'
  | 'no-such-product'
  | 'no-such-member'
  | 'other-form'
  | 'other-names'
  | 'earlier-round'
  | 'later-round'
  | 'rejected-product'
  | 'recused'
  | 'absent'

/** The ballot that a page belongs to, as its place in the desk's ballots; or why it belongs to none. */
export function placeLabel(label: BallotLabel, desk: PaperDesk): number | MisplacedReason {
  const product = desk.products.find(({ code }) => code === label.productCode)
  const member = desk.members.find(({ code }) => code === label.memberCode)
  const layout = desk.ballots[0]?.layout
  if (layout !== undefined && layout !== label.layout) return 'other-layout'
  if (desk.ballots.every(({ heldOn }) => heldOn !== label.heldOn)) return 'other-session'
  if (label.productCode === '' || label.memberCode === '') return 'spare'
  if (product === undefined) return 'no-such-product'
  if (member === undefined) return 'no-such-member'
  if (product.isRejected) return 'rejected-product'
  if (product.recused.includes(member.code)) return 'recused'
  if (label.round < product.round) return 'earlier-round'
  if (label.round > product.round) return 'later-round'
  const index = desk.ballots.findIndex(
    ({ productCode, memberCode, round }) =>
      productCode === label.productCode && memberCode === label.memberCode && round === label.round,
  )
  const ballot = desk.ballots[index]
  if (ballot === undefined) return 'absent'
  if (ballot.form !== label.form) return 'other-form'
  if (ballot.names !== label.names) return 'other-names'
  return index
}
