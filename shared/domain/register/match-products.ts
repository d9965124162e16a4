import type { CommuneChange } from '../communes/index-communes.ts'
import type { ItemProduct } from '../session/session-record.ts'
import { fold } from '../vietnamese/fold.ts'
import {
  indexRegister,
  type Likeness,
  type OtherProducer,
  type ProducerEntry,
  type ProductEntry,
} from './index-register.ts'
import { accentsOf } from './name-keys.ts'
import { codeKey } from './product-code.ts'
import type { KnownProduct, ProducerFacts, ProductFacts } from './registered-product.ts'

/**
 * Why a product may be one of the register's, though that is not sure: as lists ask (`Likeness`, `OtherProducer`), or by the
 * same names with a code of its own already, or in another set.
 */
export type MatchDoubt = Likeness | OtherProducer | 'own-code' | 'set'

/** A product as it is said; empty, or null, for what is not. */
export type SaidProduct = Omit<ItemProduct, 'setNumber'> & { readonly setNumber: number | null }

/** What the register has of a product: the product itself, or its producer alone. `why`: null where it is sure. */
export type ProductMatch<Known extends KnownProduct = KnownProduct> =
  | { readonly kind: 'product'; readonly known: Known; readonly why: MatchDoubt | null }
  | {
      readonly kind: 'producer'
      readonly producerId: number
      readonly producer: ProducerFacts
      readonly commune: string
      readonly why: Extract<Likeness, 'producer' | 'place' | 'spelling'> | null
    }

/**
 * Holds the products of one session against the register, by the rule that lists are held against it (`indexRegister`);
 * null for what is new to it. A product of the register is matched with one of the session at most.
 */
export function matchProducts<Known extends KnownProduct>(
  said: readonly SaidProduct[],
  known: readonly Known[],
  changes: readonly CommuneChange[],
): readonly (ProductMatch<Known> | null)[] {
  const register = indexRegister(
    known.map((one) => ({ ...one, recognitions: [], registeredFor: [] })),
    changes,
  )
  const byId = new Map(known.map((one) => [one.id, one]))
  const taken = new Set<number>()
  const take = (id: number | null, why: MatchDoubt | null): ProductMatch<Known> | null => {
    const found = id === null || taken.has(id) ? undefined : byId.get(id)
    if (found === undefined) return null
    taken.add(found.id)
    return { kind: 'product', known: found, why }
  }
  const knownAs = (id: number | null) => (id === null ? undefined : byId.get(id))
  return said.map((item) => {
    const facts = factsOf(item)
    const keys = register.keysOf(facts)
    const owner = knownAs(register.ownerOfCode(item.code, null)?.target.id ?? null)
    const ownerKeys = owner === undefined ? null : register.keysOf(owner)
    const isOwner = ownerKeys?.product === keys.product && ownerKeys.producer === keys.producer
    const found = register.find(facts, keys)
    const named = isOwner ? owner : knownAs(found?.entry.target.id ?? null)
    if (named !== undefined) {
      const isCodeOfOther = owner !== undefined && !isOwner
      const doubt = doubtOf(facts, named, { setNumber: item.setNumber, isCodeOfOther })
      const sure = take(named.id, doubt ?? (isOwner ? null : (found?.why ?? null)))
      if (sure !== null) return sure
    }
    const takeOf = (like: { readonly why: MatchDoubt; readonly entry: ProductEntry } | null) =>
      like === null ? null : take(like.entry.target.id, like.why)
    return (
      take(owner?.id ?? null, 'code') ??
      takeOf(register.likeByName(keys)) ??
      producerMatch(register.findProducer(facts, keys), item) ??
      takeOf(register.namesake(facts, keys))
    )
  })
}

function doubtOf(
  said: ProductFacts,
  known: KnownProduct,
  { setNumber, isCodeOfOther }: { readonly setNumber: number | null; readonly isCodeOfOther: boolean },
): MatchDoubt | null {
  const hasOtherCode = isCodeOfOther || known.code !== ''
  if (hasOtherCode && said.code !== '' && codeKey(known.code) !== codeKey(said.code)) return 'own-code'
  const isOtherSet = known.setNumber !== null && setNumber !== null && known.setNumber !== setNumber
  if (isOtherSet) return 'set'
  return accentsOf(known.name, said.name) === 'same' ? null : 'spelling'
}

/** A producer of the same name in the same place is the one, unless their kinds tell them apart. */
function producerMatch(
  found: {
    readonly why: Extract<Likeness, 'producer' | 'place' | 'spelling'> | null
    readonly entry: ProducerEntry
  } | null,
  { producerKind }: SaidProduct,
): ProductMatch<never> | null {
  if (found === null || found.entry.target.id === null) return null
  const { why, entry } = found
  if (why === null && producerKind !== '' && !['', fold(producerKind)].includes(fold(entry.facts.kind))) return null
  return {
    kind: 'producer',
    producerId: found.entry.target.id,
    producer: entry.facts,
    commune: entry.place.commune,
    why,
  }
}

function factsOf({ code, productName, producerName, producerKind, commune, district }: SaidProduct): ProductFacts {
  const producer = { name: producerName, kind: producerKind, representative: '', phone: '', address: '' }
  return { code, name: productName, commune, district, producer }
}
