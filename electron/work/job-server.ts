import type { Answer, Order } from './messages.ts'

/** What does jobs apart from the thread that answers keys, as the one who asks for them sees it. */
export type JobServer = {
  /** Copied, so that who handed it over may go on with it. @throws where it cannot be copied */
  readonly send: (order: Order) => void
  /** Ends it, whatever it is at; settles once it has ended. */
  readonly end: () => Promise<unknown>
  /** The program waits for it before it ends. */
  readonly ref: () => void
  readonly unref: () => void
}

export type StartJobServer = (news: {
  readonly onAnswer: (answer: Answer) => void
  /** Told once, whoever ended it; `trouble` where nobody did. */
  readonly onEnd: (end: { readonly trouble: Error | null; readonly isOutOfMemory: boolean }) => void
}) => JobServer
