import type { RefusalDetail, RefusalReason } from '../../shared/api/refusal.ts'

/** What the key thread tells the worker. */
export type Order =
  | { readonly order: 'run'; readonly id: number; readonly kind: string; readonly input: unknown }
  | { readonly order: 'cancel'; readonly id: number }

/** What the worker answers. */
export type Answer =
  | { readonly answer: 'progress'; readonly id: number; readonly progress: unknown }
  | { readonly answer: 'done'; readonly id: number; readonly result: unknown }
  | { readonly answer: 'refused'; readonly id: number; readonly reason: RefusalReason; readonly detail: RefusalDetail }
  /** `facts`: what the error carries besides its message and stack, such as the code and path of a file's trouble. */
  | { readonly answer: 'failed'; readonly id: number; readonly error: Error; readonly facts: ErrorFacts }

type ErrorFacts = Readonly<Record<string, string | number>>
