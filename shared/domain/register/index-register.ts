import type { CommuneChange } from '../communes/index-communes.ts'
import type { DecisionDay } from './decision-day.ts'
import { accentsOf, isOneSlip, producerKey, productKey } from './name-keys.ts'
import { producerSlips } from './producer-slips.ts'
import { codeKey } from './product-code.ts'
import type { Place, ProducerFacts, ProductFacts, RegisteredProduct } from './registered-product.ts'
import type { ListedRecognition } from './register-list.ts'
import { placeRules, type PlaceRule, type Stood } from './said-place.ts'

/** A record of the register by its id, or of the list by the row that names it first. */
export type Target = { readonly id: number | null; readonly firstRow: number }

/** A producer as it is with the rows so far; `said`: fields that one of them filled. */
export type ProducerEntry = Stood & {
  readonly target: Target
  facts: ProducerFacts
  said: readonly string[]
}

/** A product as it is with the rows so far. */
export type ProductEntry = {
  readonly target: Target
  readonly producer: ProducerEntry
  readonly stoodAt: readonly Place[]
  facts: Omit<ProductFacts, 'producer'>
  said: readonly string[]
  readonly recognitions: { facts: ListedRecognition & { readonly id: number | null }; isSaid: boolean }[]
  readonly registeredFor: number[]
  /** As `RegisteredProduct` has them; rows change nothing of them. */
  readonly certified: readonly ListedRecognition[]
  readonly notRecognised: readonly DecisionDay[]
  readonly withdrawnOn: string | null
}

/**
 * Why something may be one with a record, though that is not sure: a slip of the keys or other accents in the product's or the
 * producer's name, another place of the same names, or a code that another product has. `spelling`: taken as the record, since
 * one of the two is typed without accents.
 */
export type Likeness = 'product' | 'producer' | 'place' | 'code' | 'spelling'

/** One of the same name in the same commune has another producer: of two producers, or of one that is called otherwise. */
export type OtherProducer = 'other-producer'

export type LikeProduct = { readonly why: Likeness; readonly entry: ProductEntry }
type FoundProduct = { readonly why: 'spelling' | null; readonly entry: ProductEntry }
type FoundProducer = { readonly why: 'producer' | 'place' | 'spelling' | null; readonly entry: ProducerEntry }

/** The keys of two names, of both together, and the names. */
type Keys = { readonly product: string; readonly producer: string; readonly both: string; readonly names: Names }
type Names = { readonly product: string; readonly producer: string }

/** A record by one of its names. */
type NamedProduct = { readonly entry: ProductEntry; readonly names: Names }
type NamedProducer = { readonly entry: ProducerEntry; readonly name: string }

/**
 * The register's products and producers by the keys of their names: the one rule by which lists, session workbooks and
 * what is typed find what the register has already. Rows are added one by one and found by the rows after them.
 *
 * @param changes the office's list of communes: a commune of before and what it became are one place
 */
export function indexRegister(known: readonly RegisteredProduct[], changes: readonly CommuneChange[]) {
  const places = placeRules(changes)
  const products = new Map<string, NamedProduct[]>()
  const [byProduct, byProducer] = [new Map<string, ProductEntry[]>(), new Map<string, ProductEntry[]>()]
  const byCode = new Map<string, ProductEntry>()
  const producers = new Map<string, NamedProducer[]>()
  const producersById = new Map<number, ProducerEntry>()
  const slips = producerSlips<ProducerEntry>()
  const putProducer = (entry: ProducerEntry, name: string): void => {
    const key = producerKey(name)
    push(producers, key, { entry, name })
    if (entry.target.id !== null) slips.add(key, entry)
  }
  const put = (entry: ProductEntry, { both, names }: Keys): void => {
    push(products, both, { entry, names })
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
      for (const name of new Set([one.producer.name, ...(one.producerFormerly ?? [])])) putProducer(producer, name)
    }
    const recognitions = one.recognitions.map((facts) => ({ facts, isSaid: false }))
    const target = { id: one.id, firstRow: 0 }
    const { registeredFor, certified = [], notRecognised = [], withdrawnOn = null } = one
    const kept = { registeredFor: [...registeredFor], certified, notRecognised, withdrawnOn }
    const entry = { ...newProduct(one, target, producer), recognitions, ...kept }
    for (const each of keysOfAll(one)) {
      put(entry, each)
      push(byProducer, each.producer, entry)
      push(byProduct, each.product, entry)
    }
  }
  const find = (said: ProductFacts, { both, names }: Keys): FoundProduct | null => {
    const named = products.get(both)
    if (named === undefined) return null
    const at = ({ isAt }: PlaceRule) => named.filter(({ entry }) => isAt(stoodOf(entry), said))
    return surestOf(places.inTurn, at, (known) => accentsOfBoth(known.names, names))
  }
  /** Products that the register had that may be one with the names, those of the same names in another place first. */
  function* alikeByName(
    { product, producer, both, names }: Keys,
    isOther: (entry: ProductEntry) => boolean,
  ): Generator<LikeProduct> {
    for (const { entry, names: known } of products.get(both) ?? []) {
      if (!isOther(entry)) continue
      if (accentsOf(known.product, names.product) === 'other') yield { why: 'product', entry }
      else yield { why: accentsOf(known.producer, names.producer) === 'other' ? 'producer' : 'place', entry }
    }
    for (const entry of byProducer.get(producer) ?? []) {
      if (isOther(entry) && isOneSlip(productKey(entry.facts.name), product)) yield { why: 'product', entry }
    }
    for (const near of slips.nearTo(producer)) {
      const key = producerKey(near.facts.name)
      if (!isOneSlip(key, producer)) continue
      for (const { entry } of products.get(`${key}|${product}`) ?? []) {
        if (entry.producer === near && isOther(entry)) yield { why: 'producer', entry }
      }
    }
  }
  const producerHere = (said: Place, { producer, names }: Keys): FoundProducer | null => {
    const named = producers.get(producer)
    if (named === undefined) return null
    const at = ({ isAt }: PlaceRule) => named.filter(({ entry }) => isAt(entry, said))
    return surestOf(places.inTurn, at, ({ name }) => accentsOf(name, names.producer))
  }
  return {
    keysOf,
    /** The product of the same names, in the same place as far as both say one; accents are part of a name. */
    find,
    /** What is said of a product of before or of a row above, without a place that is only another name of its own. */
    atItsPlace: (said: ProductFacts, entry: ProductEntry): ProductFacts =>
      !isAsSaid(entry.facts, said) && places.isOtherName(stoodOf(entry), said)
        ? { ...said, commune: '', district: '' }
        : said,
    /** Notes a code that a product was given since. */
    noteCode,
    /** The other product that has the code, of the register or of a row above; null where none has. */
    ownerOfCode: (code: string, own: ProductEntry | null): ProductEntry | null => {
      const key = codeKey(code)
      if (key === '') return null
      const owner = own !== null && codeKey(own.facts.code) === key ? undefined : byCode.get(key)
      return owner === undefined || owner === own ? null : owner
    },
    alikeByName,
    /** A product of the register that may be the row's, where `find` has none. */
    likeByName: (keys: Keys): LikeProduct | null => {
      for (const alike of alikeByName(keys, isKnown)) return alike
      return null
    },
    /** A product of the register that has the name in the commune, as far as both say one, whoever makes it. */
    namesake: (said: ProductFacts, { product, names }: Keys): { why: OtherProducer; entry: ProductEntry } | null => {
      if (said.commune === '') return null
      const entry = byProduct
        .get(product)
        ?.find(
          (one) =>
            one.facts.commune !== '' &&
            accentsOf(one.facts.name, names.product) !== 'other' &&
            places.isAt(stoodOf(one), said),
        )
      return entry === undefined ? null : { why: 'other-producer', entry }
    },
    /** Producers of the same name or one slip away, whatever their place. */
    producersAlike: (name: string): readonly ProducerEntry[] => [
      ...new Set((producers.get(producerKey(name)) ?? []).map(({ entry }) => entry)),
      ...slips.nearTo(producerKey(name)),
    ],
    /** The producer of the register that has the name, or that may be the one; null for a new one, and for one of the rows above. */
    findProducer: (said: Place, keys: Keys): FoundProducer | null => {
      const here = producerHere(said, keys)
      if (here !== null) return isKnown(here.entry) ? here : null
      const named = (producers.get(keys.producer) ?? []).filter(({ entry }) => isKnown(entry))
      const elsewhere = named.find(({ name }) => accentsOf(name, keys.names.producer) !== 'other')
      if (elsewhere !== undefined) return { why: 'place', entry: elsewhere.entry }
      const like = named[0]?.entry ?? slips.nearTo(keys.producer)[0]
      return like === undefined ? null : { why: 'producer', entry: like }
    },
    add: (said: ProductFacts, { keys, row }: { readonly keys: Keys; readonly row: number }): ProductEntry => {
      let producer = producerHere(said, keys)?.entry
      if (producer === undefined) {
        producer = newProducer(said, { id: null, firstRow: row })
        putProducer(producer, said.producer.name)
      }
      const entry = newProduct(said, { id: null, firstRow: row }, producer)
      put(entry, keys)
      return entry
    },
  }
}

const isKnown = ({ target }: { readonly target: Target }): boolean => target.id !== null

const isAsSaid = (one: Place, other: Place): boolean => one.commune === other.commune && one.district === other.district

const stoodOf = ({ facts: place, stoodAt }: ProductEntry): Stood => ({ place, stoodAt })

type Entered = { readonly entry: object }
type Accents<Named> = (known: Named) => 'same' | 'bare' | 'other'
type Found<Named extends Entered> = { readonly why: 'spelling' | null; readonly entry: Named['entry'] }

/** Of the records that the surest rule finds at a place. */
function surestOf<Named extends Entered>(
  rules: readonly PlaceRule[],
  at: (rule: PlaceRule) => readonly Named[],
  accents: Accents<Named>,
): Found<Named> | null {
  for (const rule of rules) {
    const named = at(rule).filter((one) => accents(one) !== 'other')
    const isOpen = rule.isOfOne && new Set(named.map(({ entry }) => entry)).size > 1
    if (named.length > 0) return isOpen ? null : onlyOne(named, accents)
  }
  return null
}

/** The record of those that is spelt as asked; else the only one that is typed without accents, or is asked so. */
function onlyOne<Named extends Entered>(named: readonly Named[], accents: Accents<Named>): Found<Named> | null {
  const spelt = named.find((known) => accents(known) === 'same')
  if (spelt !== undefined) return { why: null, entry: spelt.entry }
  const bare = new Set(named.filter((known) => accents(known) === 'bare').map(({ entry }) => entry))
  const [only] = bare
  return only === undefined || bare.size > 1 ? null : { why: 'spelling', entry: only }
}

function accentsOfBoth(one: Names, another: Names): 'same' | 'bare' | 'other' {
  const both = [accentsOf(one.product, another.product), accentsOf(one.producer, another.producer)]
  if (both.includes('other')) return 'other'
  return both.includes('bare') ? 'bare' : 'same'
}

const keysOf = ({ name, producer }: ProductFacts): Keys => keysOfNames({ product: name, producer: producer.name })

function keysOfNames(names: Names): Keys {
  const [product, producer] = [productKey(names.product), producerKey(names.producer)]
  return { product, producer, both: `${producer}|${product}`, names }
}

/** By every name that it has or had, of its producer by every name of that one. */
function keysOfAll({ name, producer, formerly = [], producerFormerly = [] }: RegisteredProduct): readonly Keys[] {
  const names = new Set([name, ...formerly.map((one) => one.name)])
  const producers = new Set([producer.name, ...producerFormerly, ...formerly.map((one) => one.producerName)])
  return [...names].flatMap((product) => [...producers].map((one) => keysOfNames({ product, producer: one })))
}

type Listed = ProductFacts & Pick<RegisteredProduct, 'stoodAt'>

function newProducer({ commune, district, producer, stoodAt = [] }: Listed, target: Target): ProducerEntry {
  return { target, place: { commune, district }, stoodAt, facts: producer, said: [] }
}

function newProduct(
  { code, name, commune, district, stoodAt = [] }: Listed,
  target: Target,
  producer: ProducerEntry,
): ProductEntry {
  const facts = { code, name, commune, district }
  const entry = { target, producer, stoodAt, facts, said: [], recognitions: [], registeredFor: [] }
  return { ...entry, certified: [], notRecognised: [], withdrawnOn: null }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
