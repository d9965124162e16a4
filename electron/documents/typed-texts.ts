import type { SessionRecord } from '../../shared/domain/session/session-record.ts'

/** What people typed of a session that its documents print. */
export function typedTexts({ council, session, members, items }: SessionRecord): readonly string[] {
  const typed = items.map(({ form: _form, ballots, result: _result, earlierRounds, ...item }) => ({
    ...item,
    opinions: [ballots, ...earlierRounds.map((round) => round.ballots ?? [])].flat().map(({ opinion }) => opinion),
    rescored: earlierRounds.map(({ reason }) => reason),
  }))
  const texts: string[] = []
  const gather = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value)
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) gather(part)
  }
  gather([council, session, members, typed])
  return texts
}
