import { isOneSlip, placeKey, producerKey, productKey } from './name-keys.ts'
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

type Place = Pick<ProductFacts, 'commune' | 'district'>

/** The register's products and producers by the keys of their names, to be found and added to row by row. */
export function indexRegister(known: readonly RegisteredProduct[]) {
  const [keyOfProducer, keyOfPlace] = [remembering(producerKey), remembering(placeKey)]
  const keysOf = ({ name, producer }: ProductFacts): Keys => ({
    product: productKey(name),
    producer: keyOfProducer(producer.name),
  })
  /** Where one of them does not say a place, it is no other. */
  const agree = (a: string, b: string) => a === '' || b === '' || a === b || keyOfPlace(a) === keyOfPlace(b)
  const isSamePlace = (one: Place, other: Place): boolean =>
    agree(one.commune, other.commune) && agree(one.district, other.district)
  const products = new Map<string, ProductEntry[]>()
  const byProducer = new Map<string, ProductEntry[]>()
  const byProduct = new Map<string, ProductEntry[]>()
  const producers = new Map<string, ProducerEntry[]>()
  const producersById = new Map<number, ProducerEntry>()
  const put = (entry: ProductEntry, { product, producer }: Keys) => {
    push(products, `${producer}|${product}`, entry)
    push(byProducer, producer, entry)
    push(byProduct, product, entry)
  }
  for (const one of known) {
    const keys = keysOf(one)
    let producer = producersById.get(one.producerId)
    if (producer === undefined) {
      const { commune, district } = one
      producer = {
        target: { id: one.producerId, firstRow: 0 },
        place: { commune, district },
        facts: one.producer,
        said: new Set(),
      }
      producersById.set(one.producerId, producer)
      push(producers, keys.producer, producer)
    }
    const entry: ProductEntry = {
      target: { id: one.id, firstRow: 0 },
      producer,
      facts: ownFacts(one),
      said: new Set(),
      recognitions: one.recognitions.map((facts) => ({ facts, isSaid: false })),
      registeredFor: [...one.registeredFor],
    }
    put(entry, keys)
  }
  return {
    keysOf,
    find: (said: ProductFacts, { product, producer }: Keys): ProductEntry | null => {
      return products.get(`${producer}|${product}`)?.find(({ facts }) => isSamePlace(facts, said)) ?? null
    },
    /** A product of the register that one slip of the keys tells from the row's; null where none is. */
    nearTo: (keys: Keys): { readonly name: string; readonly producer: string } | null => {
      const isKnown = ({ target }: ProductEntry) => target.id !== null
      const near =
        byProducer
          .get(keys.producer)
          ?.find((entry) => isKnown(entry) && isOneSlip(productKey(entry.facts.name), keys.product)) ??
        byProduct
          .get(keys.product)
          ?.find((entry) => isKnown(entry) && isOneSlip(keyOfProducer(entry.producer.facts.name), keys.producer))
      return near === undefined ? null : { name: near.facts.name, producer: near.producer.facts.name }
    },
    add: (said: ProductFacts, { keys, row }: { readonly keys: Keys; readonly row: number }): ProductEntry => {
      let producer = producers.get(keys.producer)?.find(({ place }) => isSamePlace(place, said))
      if (producer === undefined) {
        const { commune, district } = said
        producer = {
          target: { id: null, firstRow: row },
          place: { commune, district },
          facts: said.producer,
          said: new Set(),
        }
        push(producers, keys.producer, producer)
      }
      const target = { id: null, firstRow: row }
      const entry: ProductEntry = {
        target,
        producer,
        facts: ownFacts(said),
        said: new Set(),
        recognitions: [],
        registeredFor: [],
      }
      put(entry, keys)
      return entry
    },
  }
}

/** Of names that come again and again. */
function remembering(keyOf: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    const key = known.get(name) ?? keyOf(name)
    known.set(name, key)
    return key
  }
}

type Keys = { readonly product: string; readonly producer: string }

const ownFacts = ({ code, name, commune, district }: ProductFacts) => ({ code, name, commune, district })

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
