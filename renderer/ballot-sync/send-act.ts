import type { BallotAct } from '../../shared/domain/ballot/acts.ts'

/** The calls of a contract that acts are brought by. */
export type ActCalls<Answer> = {
  readonly [Act in BallotAct as Act['kind']]: (act: Act, call: { readonly signal: AbortSignal }) => Promise<Answer>
}

export function sendAct<Answer>(calls: ActCalls<Answer>, act: BallotAct, signal: AbortSignal): Promise<Answer> {
  switch (act.kind) {
    case 'choose':
      return calls.choose(act, { signal })
    case 'opinion':
      return calls.opinion(act, { signal })
    case 'confirm':
      return calls.confirm(act, { signal })
    case 'reopen':
      return calls.reopen(act, { signal })
  }
}
