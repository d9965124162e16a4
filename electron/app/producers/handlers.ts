import type { MergePreview } from '../../../shared/api/merges.ts'
import type { Producer, ProducerFields } from '../../../shared/api/producers.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { layPatch } from '../../../shared/domain/lay-patch.ts'
import { indexRegister } from '../../../shared/domain/register/index-register.ts'
import { accentsOf, producerKey } from '../../../shared/domain/register/name-keys.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  deleteProducer,
  findProducerRecord,
  findProducerSummary,
  readProducers,
  moveProducts,
  productIdsOfProducer,
  updateProducer,
} from '../../db/queries/producers.ts'
import { moveFormerPlaces } from '../../db/queries/communes.ts'
import { findProduct } from '../../db/queries/products.ts'
import { readKnownProducts } from '../../db/queries/register.ts'
import { commandsAt } from '../commands.ts'
import { openDb, requireFound } from '../commit.ts'
import { placeStandings } from '../communes/communes-today.ts'
import { closedDossiers } from '../products/merge-products.ts'
import { procedures } from '../procedures.ts'
import { findProducers } from '../search/find-producers.ts'

type Pair = { readonly fromId: number; readonly intoId: number }

export function producersHandlers(app: AppContext) {
  return {
    list: procedures.producers.list.handler(({ input: { query = '', limit, offset } }) => {
      const db = openDb(app)
      const standingOf = placeStandings(app, db, 'producer')
      const found = findProducers(app, db, query)
      const producers = readProducers(db, found.slice(offset, offset + limit))
      return { total: found.length, producers: producers.map((one) => ({ ...one, ...standingOf(one) })) }
    }),

    get: procedures.producers.get.handler(({ input }) => readProducer(app, openDb(app), input.id)),

    previewMerge: procedures.producers.previewMerge.handler(({ input }) => previewMerge(openDb(app), input)),

    ...commandsAt(app, 'producers').inside({
      save: (db, { input }) => {
        const { id, ...from } = requireFound(findProducerRecord(db, input.id))
        // An array is laid over as a whole.
        const { aliases = from.aliases, ...patch } = input.fields
        const to = withFormerName({ ...layPatch<Omit<ProducerFields, 'aliases'>>(from, patch), aliases }, from.name)
        updateProducer(db, id, to)
        return { result: undefined, audit: { subject: `producer:${id}`, detail: { from, to } } }
      },

      merge: (db, { input }) => {
        const { from, into } = findBoth(db, input)
        const products = productIdsOfProducer(db, from.id).length
        const { id, ...fields } = from
        moveProducts(db, input)
        moveFormerPlaces(db, input)
        deleteProducer(db, id)
        const given = Object.fromEntries(lacking(from, into))
        const aliases = [...new Set([...into.aliases, from.name, ...from.aliases])].filter((name) => name !== into.name)
        updateProducer(db, into.id, { ...own(into), ...given, aliases })
        const detail = { from: fields, fromId: id, into: into.id, moved: { products } }
        return { result: undefined, audit: { subject: `producer:${into.id}`, detail } }
      },

      remove: (db, { input }) => {
        const { id, ...from } = requireFound(findProducerRecord(db, input.id))
        if (productIdsOfProducer(db, id).length > 0) throw new Refusal('in-use', { name: from.name })
        deleteProducer(db, id)
        return { result: undefined, audit: { subject: `producer:${id}`, detail: { from } } }
      },
    }),
  }
}

function readProducer(app: AppContext, db: ReadDb, id: number): Producer {
  const producer = requireFound(findProducerRecord(db, id))
  const known = readKnownProducts(db).map((one) => ({ ...one, recognitions: [], registeredFor: [] }))
  // By their names alone, whatever their place.
  const register = indexRegister(known, [])
  const alike = new Set(register.producersAlike(producer.name).flatMap(({ target }) => target.id ?? []))
  return {
    ...producer,
    ...placeStandings(app, db, 'producer')(producer),
    products: productIdsOfProducer(db, id).flatMap((productId) => findProduct(db, productId) ?? []),
    alike: [...alike].filter((other) => other !== id).flatMap((other) => findProducerSummary(db, other) ?? []),
  }
}

/** A list that still calls it as before finds it. Another spelling of the same name is found by itself. */
function withFormerName(to: ProducerFields, former: string): ProducerFields {
  const isRenamed = producerKey(to.name) !== producerKey(former) || accentsOf(to.name, former) === 'other'
  const others = to.aliases.filter((name) => name !== to.name)
  return { ...to, aliases: isRenamed && !others.includes(former) ? [...others, former] : others }
}

function previewMerge(db: ReadDb, pair: Pair): MergePreview {
  const { from, into } = findBoth(db, pair)
  const ids = productIdsOfProducer(db, from.id)
  return {
    from: nameOf(from),
    into: nameOf(into),
    moved: ids.length === 0 ? [] : [{ table: 'products', rows: ids.length }],
    closed: closedDossiers(db, ids),
    isUnlike: false,
    dropped: [],
    filled: lacking(from, into).map(([column, value]) => ({ column, value })),
    conflicts: [],
  }
}

function findBoth(db: ReadDb, { fromId, intoId }: Pair) {
  return { from: requireFound(findProducerRecord(db, fromId)), into: requireFound(findProducerRecord(db, intoId)) }
}

const filledFields = ['kind', 'representative', 'phone', 'address', 'commune', 'district', 'province'] as const

/** Fields that the producer that stays has nothing in, with what the other has. */
function lacking(from: ProducerFields, into: ProducerFields): readonly (readonly [string, string])[] {
  return filledFields.flatMap((field) =>
    into[field] === '' && from[field] !== '' ? [[field, from[field]] as const] : [],
  )
}

function own({ name, kind, representative, phone, address, commune, district, province, aliases }: ProducerFields) {
  return { name, kind, representative, phone, address, commune, district, province, aliases }
}

const nameOf = ({ name, commune, district }: ProducerFields): string =>
  [name, commune, district].filter((part) => part !== '').join(', ')
