import type { DoubtKind } from '../../domain/session/doubt-kinds.ts'

/** What was asked and accepted. */
export type Doubted = { doubts?: readonly DoubtKind[] }
export type Moved<Value> = { from: Value; to: Value }
/** Without `from` where it is new. */
export type Saved<Fields> = { from?: Fields; to: Fields }
export type Counts = Readonly<Record<string, number>>
