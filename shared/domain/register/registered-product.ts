import type { ListedRecognition } from './register-list.ts'

export type ProducerFacts = {
  readonly name: string
  readonly kind: string
  readonly representative: string
  readonly phone: string
  readonly address: string
}

/** What the register says of a product and of who makes it; empty for what it does not know. */
export type ProductFacts = {
  readonly code: string
  readonly name: string
  readonly commune: string
  readonly district: string
  readonly producer: ProducerFacts
}

export type RegisteredProduct = ProductFacts & {
  readonly id: number
  readonly producerId: number
  readonly recognitions: readonly (ListedRecognition & { readonly id: number })[]
  /** Years for which it is registered. */
  readonly registeredFor: readonly number[]
}
