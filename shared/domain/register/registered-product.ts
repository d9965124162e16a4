import type { DecisionDay } from './decision-day.ts'
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

export type Place = Pick<ProductFacts, 'commune' | 'district'>

/** A product by itself, as one is found by its names. */
export type KnownProduct = ProductFacts & {
  readonly id: number
  readonly producerId: number
  /** Bộ sản phẩm; null where only lists told of it. */
  readonly setNumber: number | null
  /** What it was called besides, with who made it then; and its producer's other names. */
  readonly formerly?: readonly { readonly name: string; readonly producerName: string }[]
  readonly producerFormerly?: readonly string[]
  /** Where it stood before its commune was brought over to that of today, the earliest first. */
  readonly stoodAt?: readonly Place[]
}

export type RegisteredProduct = Omit<KnownProduct, 'setNumber'> & {
  readonly recognitions: readonly (ListedRecognition & { readonly id: number })[]
  /** What this file's own sessions and rounds of written opinions led to: no list changes it. */
  readonly certified?: readonly ListedRecognition[]
  /** Decisions of sessions of this file that evaluated it and did not recognise it. */
  readonly notRecognised?: readonly DecisionDay[]
  /** The last day from which a certificate of it is withdrawn, ISO; left out where none is. */
  readonly withdrawnOn?: string
  /** Years for which it is registered. */
  readonly registeredFor: readonly number[]
}
