import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { criteriaProved, lawDayOf } from '../../../shared/domain/dossiers/dossier-rules.ts'
import type { NamedPlace } from '../../../shared/domain/communes/index-communes.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findRegistration, listFiles, listOfProducer, type RegisteredRow } from '../../db/queries/registrations.ts'
import type { DossierFacts, DossierIndexItem } from '../../documents/office-papers/dossier/dossier-facts.ts'
import type { LackingRow } from '../../documents/office-papers/dossier/lacking-letter.ts'
import { requireFound } from '../commit.ts'
import { placedOn } from '../communes/communes-today.ts'
import { namesOfItems, readDossiers, type ReadRegistration } from '../registrations/read-dossiers.ts'

type OfRegistration = Omit<DossierFacts, 'office' | 'ruleSet' | 'day'>

/** A registration as forms and indexes print it, with the day whose law its dossier follows. */
export function readDossier(app: AppContext, db: ReadDb, id: number): OfRegistration & { readonly day: string } {
  const registration = requireFound(findRegistration(db, id))
  const [read] = readDossiers(app, db, { registrations: [registration] })
  const { law } = requireFound(read)
  const { setNumber, year, application, productName, code, productCommune, district } = registration
  const today = vietnamDay(app.clock.now())
  // Whoever receives it, or is said to make it there, is there today.
  const named = placedOn<NamedPlace>(db, today)
  const placedProduct = named({ commune: productCommune, district })
  const placed = registration.commune === '' ? placedProduct : named({ commune: registration.commune, district })
  const form = setNumber === null ? null : app.rules.criteriaSet(law.ruleSet.id, setNumber)
  return {
    day: lawDayOf(registration, today),
    year,
    application,
    commune: placed.commune,
    product: {
      name: productName,
      code,
      classes: form === null ? [] : [form.sector, form.group ?? '', form.name].filter((part) => part !== ''),
    },
    producer: producerOf({ ...registration, productCommune: placedProduct.commune, district: placedProduct.district }),
    samplesReceived: registration.samplesReceived,
    evidence: law.items
      .filter(({ kind }) => kind === 'supplementary')
      .map(({ name, requirement = '' }) => ({ name, requirement })),
    criteria:
      form === null
        ? []
        : listCriteria(form).map(({ criterion: { code: of, title, max } }) => ({
            code: of,
            title,
            max,
            proof: law.items
              .filter((item) => item.kind === 'supplementary' && criteriaProved(item, setNumber).includes(of))
              .map(({ name }) => name)
              .join('; '),
          })),
    items: itemsOf(db, requireFound(read)),
  }
}

function producerOf({
  producerName,
  producerKind,
  representative,
  phone,
  address,
  productCommune,
  district,
}: RegisteredRow) {
  const place = [productCommune, district].filter((part) => part !== '').join(', ')
  return { name: producerName, kind: producerKind, representative, phone, address: address === '' ? place : address }
}

function itemsOf(db: ReadDb, { registration, law, marks }: ReadRegistration): readonly DossierIndexItem[] {
  const files = listFiles(db, registration.id)
  const others = [...marks.map(({ item }) => item), ...files.map(({ item }) => item)].filter(
    (key) => !law.items.some((item) => item.key === key),
  )
  const keys = [...law.items.map(({ key }) => key), ...new Set(others)]
  const names = namesOfItems(law, keys)
  return keys.map((key, index) => {
    const mark = marks.find(({ item }) => item === key)
    return {
      name: names[index] ?? key,
      state: mark?.state ?? null,
      receivedOn: mark?.on ?? null,
      expiresOn: mark?.expiresOn ?? null,
      files: files.filter(({ item }) => item === key).map(({ name, size, sha256 }) => ({ name, size, sha256 })),
    }
  })
}

type OfProducer = { readonly producerId: number; readonly year: number; readonly asOf: string }

/** What a producer's dossiers lacked on a day; those that nobody checked yet are left out. */
export function readLacking(app: AppContext, db: ReadDb, { producerId, year, asOf }: OfProducer) {
  const registrations = listOfProducer(db, { producerId, year })
  const rows = readDossiers(app, db, { registrations, day: asOf })
    .filter(({ reading }) => reading.status !== 'unchecked')
    .flatMap((read) => lackingRows(read))
  return { producer: registrations[0]?.producerName ?? '', rows }
}

function lackingRows({ registration, law, marks, reading }: ReadRegistration): readonly LackingRow[] {
  const row = (key: string, state: string): LackingRow => ({
    product: registration.productName,
    item: namesOfItems(law, [key])[0] ?? key,
    state,
    requirement: law.items.find((item) => item.key === key)?.requirement ?? '',
  })
  const missing = (key: string) => {
    const { kind, count = 0 } = law.items.find((item) => item.key === key) ?? { kind: 'mandatory' }
    return kind === 'samples' ? `Đã nhận ${registration.samplesReceived}/${count}` : 'Còn thiếu'
  }
  const endOf = (key: string) => formatDate(marks.find(({ item }) => item === key)?.expiresOn ?? '')
  return [
    ...reading.lacking.map((key) => row(key, missing(key))),
    ...reading.expired.map((key) => row(key, `Hết hạn ngày ${endOf(key)}`)),
  ]
}
