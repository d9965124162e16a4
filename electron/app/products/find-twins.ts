import type { Twins, TypedProduct } from '../../../shared/api/products.ts'
import {
  indexRegister,
  type Likeness,
  type ProducerEntry,
  type ProductEntry,
} from '../../../shared/domain/register/index-register.ts'
import { isSamePlace } from '../../../shared/domain/register/said-place.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listCommuneChanges } from '../../db/queries/communes.ts'
import { readKnownProducts } from '../../db/queries/register.ts'

/** As many as one looks through. */
const most = 3

/** What the file has of what is being typed, by the rule by which lists are held against it. */
export function findTwins(db: ReadDb, typed: TypedProduct): Twins {
  const known = readKnownProducts(db).filter(({ id }) => id !== typed.id)
  const register = indexRegister(
    known.map((one) => ({ ...one, recognitions: [], registeredFor: [] })),
    listCommuneChanges(db),
  )
  const { code, name, producerName, producerKind, commune, district } = typed
  const producer = { name: producerName, kind: producerKind, representative: '', phone: '', address: '' }
  const said = { code, name, commune, district, producer }
  const keys = register.keysOf(said)
  const here = register.find(said, keys)?.entry ?? null
  const owner = register.ownerOfCode(code, null)
  const alike = [
    ...(here === null ? [] : [{ why: 'same' as const, entry: here }]),
    ...(keys.product === '' ? [] : register.alikeByName(keys, (entry) => entry !== here)),
    ...(owner === null ? [] : [{ why: 'code' as const, entry: owner }]),
  ]
  const isAsTyped = ({ facts, place }: ProducerEntry) =>
    facts.name === producerName && facts.kind === producerKind && isSamePlace(place, typed)
  const named = register.producersAlike(producerName)
  // One as it is typed is taken without a word: there is nothing to ask then.
  const producers = named.some(isAsTyped) ? [] : named
  return {
    products: [...new Map(alike.toReversed().map((one) => [one.entry, one])).values()]
      .toReversed()
      .slice(0, most)
      .flatMap(({ why, entry }) => toTwin(entry, why)),
    producers: producers.slice(0, most).flatMap(({ target: { id }, facts, place }) => {
      const { commune: at, district: inDistrict } = place
      return id === null ? [] : [{ id, name: facts.name, kind: facts.kind, commune: at, district: inDistrict }]
    }),
  }
}

function toTwin({ target: { id }, facts, producer }: ProductEntry, why: Likeness | 'same'): Twins['products'] {
  return id === null ? [] : [{ ...facts, id, producerName: producer.facts.name, why }]
}
