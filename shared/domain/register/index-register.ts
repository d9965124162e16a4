import { isOneSlip, placeKey, producerKey, productKey } from './name-keys.ts'
import { producerSlips } from './producer-slips.ts'
import { codeKey } from './product-code.ts'
import type { ProducerFacts, ProductFacts, RegisteredProduct } from './registered-product.ts'
import type { ListedRecognition } from './register-list.ts'

/** A record of the register by its id, or of the list by the row that names it first. */
export type Target = { readonly id: number | null; readonly firstRow: number }

/** A producer as it is with the rows so far; `said`: fields that one of them filled. */
export type ProducerEntry = {
  readonly target: Target
  readonly place: Place
  facts: ProducerFacts
  readonly said: Set<string>
}

/** A product as it is with the rows so far. */
export type ProductEntry = {
  readonly target: Target
  readonly producer: ProducerEntry
  facts: Omit<ProductFacts, 'producer'>
  readonly said: Set<string>
  readonly recognitions: { facts: ListedRecognition & { readonly id: number | null }; isSaid: boolean }[]
  readonly registeredFor: number[]
}

/**
 * Why something may be one with a record, though that is not sure: a slip of the keys in the product's or the producer's
 * name, another place of the same names, or a code that another product has.
 */
export type Likeness = 'product' | 'producer' | 'place' | 'code'

export type LikeProduct = { readonly why: Likeness; readonly entry: ProductEntry }
type FoundProducer = { readonly why: 'producer' | 'place' | null; readonly entry: ProducerEntry }

type Place = Pick<ProductFacts, 'commune' | 'district'>
type Keys = { readonly product: string; readonly producer: string }

/**
 * The register's products and producers by the keys of their names: the one rule by which lists, session workbooks and
 * what is typed find what the register has already. Rows are added one by one and found by the rows after them.
 */
export function indexRegister(known: readonly RegisteredProduct[]) {
  const [products, byProducer] = [new Map<string, ProductEntry[]>(), new Map<string, ProductEntry[]>()]
  const [byProduct, byCode] = [new Map<string, ProductEntry[]>(), new Map<string, ProductEntry>()]
  const producers = new Map<string, ProducerEntry[]>()
  const producersById = new Map<number, ProducerEntry>()
  const slips = producerSlips<ProducerEntry>()
  const putProducer = (entry: ProducerEntry, key: string): void => {
    push(producers, key, entry)
    if (entry.target.id !== null) slips.add(key, entry)
  }
  const put = (entry: ProductEntry, { product, producer }: Keys): void => {
    push(products, `${producer}|${product}`, entry)
    push(byProducer, producer, entry)
    push(byProduct, product, entry)
    noteCode(entry)
  }
  const noteCode = (entry: ProductEntry): void => {
    const code = codeKey(entry.facts.code)
    if (code !== '' && !byCode.has(code)) byCode.set(code, entry)
  }
  for (const one of known) {
    let producer = producersById.get(one.producerId)
    if (producer === undefined) {
      producer = newProducer(one, { id: one.producerId, firstRow: 0 })
      producersById.set(one.producerId, producer)
      for (const key of new Set([one.producer.name, ...(one.producerFormerly ?? [])].map(producerKey))) {
        putProducer(producer, key)
      }
    }
    const recognitions = one.recognitions.map((facts) => ({ facts, isSaid: false }))
    const target = { id: one.id, firstRow: 0 }
    const entry = { ...newProduct(one, target, producer), recognitions, registeredFor: [...one.registeredFor] }
    for (const each of keysOfAll(one)) put(entry, each)
  }
  const find = (said: ProductFacts, { product, producer }: Keys): ProductEntry | null =>
    products.get(`${producer}|${product}`)?.find(({ facts }) => isSamePlace(facts, said)) ?? null
  /** Products that may be one with the names, those of the same names in another place first. */
  function* alikeByName(
    { product, producer }: Keys,
    isOther: (entry: ProductEntry) => boolean,
  ): Generator<LikeProduct> {
    for (const entry of products.get(`${producer}|${product}`) ?? []) if (isOther(entry)) yield { why: 'place', entry }
    for (const entry of byProducer.get(producer) ?? []) {
      if (isOther(entry) && isOneSlip(productKey(entry.facts.name), product)) yield { why: 'product', entry }
    }
    for (const entry of byProduct.get(product) ?? []) {
      if (isOther(entry) && isOneSlip(producerKey(entry.producer.facts.name), producer))
        yield { why: 'producer', entry }
    }
  }
  return {
    keysOf,
    /** The product of the same names, in the same place as far as both say one. */
    find,
    /** Notes a code that a product was given since. */
    noteCode,
    /** The other product that has the code, of the register or of a row above; null where none has. */
    ownerOfCode: (code: string, own: ProductEntry | null): ProductEntry | null => {
      const key = codeKey(code)
      const owner = own !== null && codeKey(own.facts.code) === key ? undefined : byCode.get(key)
      return owner === undefined || owner === own ? null : owner
    },
    alikeByName,
    /** A product of the register that may be the row's, where `find` has none. */
    likeByName: (keys: Keys): LikeProduct | null => {
      for (const alike of alikeByName(keys, isKnown)) return alike
      return null
    },
    /** Producers of the same name or one slip away, whatever their place. */
    producersAlike: (name: string): readonly ProducerEntry[] => [
      ...(producers.get(producerKey(name)) ?? []),
      ...slips.nearTo(producerKey(name)),
    ],
    /** The producer of the register that has the name, or that may be the one; null for a new one, and for one of the rows above. */
    findProducer: (said: Place, { producer }: Keys): FoundProducer | null => {
      const named = producers.get(producer) ?? []
      const here = named.find(({ place }) => isSamePlace(place, said))
      if (here !== undefined) return isKnown(here) ? { why: null, entry: here } : null
      const elsewhere = named.find(isKnown)
      if (elsewhere !== undefined) return { why: 'place', entry: elsewhere }
      const [slipped] = slips.nearTo(producer)
      return slipped === undefined ? null : { why: 'producer', entry: slipped }
    },
    add: (said: ProductFacts, { keys, row }: { readonly keys: Keys; readonly row: number }): ProductEntry => {
      let producer = producers.get(keys.producer)?.find(({ place }) => isSamePlace(place, said))
      if (producer === undefined) {
        producer = newProducer(said, { id: null, firstRow: row })
        putProducer(producer, keys.producer)
      }
      const entry = newProduct(said, { id: null, firstRow: row }, producer)
      put(entry, keys)
      return entry
    },
  }
}

const isKnown = ({ target }: { readonly target: Target }): boolean => target.id !== null

const keysOf = ({ name, producer }: ProductFacts): Keys => ({
  product: productKey(name),
  producer: producerKey(producer.name),
})

/** By every name that it has or had, of its producer by every name of that one. */
function keysOfAll({ name, producer, formerly = [], producerFormerly = [] }: RegisteredProduct): readonly Keys[] {
  if (formerly.length === 0 && producerFormerly.length === 0) {
    return [{ product: productKey(name), producer: producerKey(producer.name) }]
  }
  const names = [name, ...formerly.map((one) => one.name)]
  const producers = [producer.name, ...producerFormerly, ...formerly.map((one) => one.producerName)]
  const all = names.flatMap((product) =>
    producers.map((one) => ({ product: productKey(product), producer: producerKey(one) })),
  )
  return [...new Map(all.map((keys) => [`${keys.producer}|${keys.product}`, keys])).values()]
}

/** Where one of them does not say a place, it is no other. */
const agree = (a: string, b: string): boolean => a === '' || b === '' || a === b || placeKey(a) === placeKey(b)
/** Whether two places may be one, as far as both say it. */
export function isSamePlace(one: Place, other: Place): boolean {
  return agree(one.commune, other.commune) && agree(one.district, other.district)
}

function newProducer({ commune, district, producer }: ProductFacts, target: Target): ProducerEntry {
  return { target, place: { commune, district }, facts: producer, said: new Set() }
}

function newProduct(
  { code, name, commune, district }: ProductFacts,
  target: Target,
  producer: ProducerEntry,
): ProductEntry {
  const facts = { code, name, commune, district }
  return { target, producer, facts, said: new Set(), recognitions: [], registeredFor: [] }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
