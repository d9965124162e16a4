import { readPageLabel } from '../paper-ballots/page-label.ts'
import { fold } from '../vietnamese/fold.ts'
import type { ItemRecord, MemberRecord } from './session-record.ts'

/** What a ballot's code names: the product, the member, and the scoring round where it is not the first. */
export type BallotPlace = {
  readonly productCode: string
  readonly memberCode: string
  readonly round: number
}

/**
 * The code printed on a paper ballot: `SP07/TV04`, in a second scoring round `SP07/TV04/2`.
 * It holds the codes that people in the room use themselves, so that it can be typed from the paper.
 */
export function ballotCode({ productCode, memberCode, round }: BallotPlace): string {
  return [productCode, memberCode, ...(round > 1 ? [String(round)] : [])].join('/')
}

/**
 * The ballot that a typed text names, or the code of any of its pages: read without regard to case, accents and spaces; any of `/ - . _ ,`
 * parts the codes. Undefined where no pair of the session has that code, or where two have. The round is the one
 * written, 1 where none is.
 */
export function findBallotPlace<
  Item extends Pick<ItemRecord, 'code' | 'round'>,
  Member extends Pick<MemberRecord, 'code'>,
>({
  text,
  items,
  members,
}: {
  text: string
  items: readonly Item[]
  members: readonly Member[]
}): { readonly item: Item; readonly member: Member; readonly round: number } | undefined {
  const label = readPageLabel(text)
  const key = codeKey(label === null ? text : ballotCode(label))
  const found = items.flatMap((item) =>
    members.flatMap((member) =>
      Array.from({ length: item.round }, (_, index) => index + 1)
        .filter((round) => codeKey(ballotCode({ productCode: item.code, memberCode: member.code, round })) === key)
        .map((round) => ({ item, member, round })),
    ),
  )
  return found.length === 1 ? found[0] : undefined
}

const codeKey = (text: string): string => fold(text).replace(/[/\-._,]+/gu, '/')
