import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { criteriaProved } from '../../../shared/domain/dossiers/dossier-rules.ts'
import { fullAddress } from '../../../shared/domain/communes/full-address.ts'
import type { NamedPlace } from '../../../shared/domain/communes/index-communes.ts'
import { placeInText } from '../../../shared/domain/vietnamese/place-name.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findRegistration, listFiles, listOfProducer, type RegisteredRow } from '../../db/queries/registrations.ts'
import { countText, inWords } from '../../documents/count-text.ts'
import type { DossierFacts, DossierIndexItem } from '../../documents/office-papers/dossier/dossier-facts.ts'
import type { LackingRow } from '../../documents/office-papers/dossier/lacking-letter.ts'
import { provinceOf } from '../../documents/place.ts'
import { requireFound } from '../commit.ts'
import { placedOn, provinceOn } from '../communes/communes-today.ts'
import { officeOfFile } from './office.ts'
import { namesOfItems, readDossiers, type ReadRegistration } from '../registrations/read-dossiers.ts'

type OfRegistration = Omit<DossierFacts, 'office'>

/** A registration as forms and indexes print it, with the law that its dossier follows. */
export function readDossier(app: AppContext, db: ReadDb, id: number): OfRegistration {
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
    ruleSet: law.ruleSet,
    day: law.day,
    year,
    application,
    commune: placed.commune,
    product: {
      name: productName,
      code,
      classes: form === null ? [] : [form.sector, form.group ?? '', form.name].filter((part) => part !== ''),
    },
    producer: producerOf(db, registration, today),
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

/** With the address of the producer's own commune; of the product's where nobody said the producer's. */
function producerOf(db: ReadDb, registration: RegisteredRow, today: string): DossierFacts['producer'] {
  const { producerName: name, producerKind: kind, representative, phone, address: typed } = registration
  const { producerCommune, producerDistrict, producerProvince, productCommune, district } = registration
  const stood =
    producerCommune === ''
      ? { commune: productCommune, district, province: producerProvince }
      : { commune: producerCommune, district: producerDistrict, province: producerProvince }
  const listed = provinceOn(db, today)(stood)
  const province = provinceText(listed || producerProvince || (officeOfFile(db)?.facts.province ?? ''))
  const now = { ...placedOn<NamedPlace>(db, today)(stood), province }
  return { name, kind, representative, phone, address: fullAddress({ typed, stood, now }) }
}

/** `tỉnh Phú Thọ`; empty at the central level. */
const provinceText = (province: string): string =>
  province === '' ? '' : provinceOf({ province: placeInText(province) }).full

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
      key,
      name: names[index] ?? key,
      state: mark?.state ?? null,
      receivedOn: mark?.on ?? null,
      expiresOn: mark?.expiresOn ?? null,
      files: files.filter(({ item }) => item === key).map(({ name, size, sha256 }) => ({ name, size, sha256 })),
    }
  })
}

type OfProducer = { readonly producerId: number; readonly year: number; readonly asOf: string }

/** What a producer's dossiers lacked on a day, and what of them ends before their meeting; those that nobody checked yet are left out. */
export function readLacking(app: AppContext, db: ReadDb, { producerId, year, asOf }: OfProducer) {
  const registrations = listOfProducer(db, { producerId, year })
  const named = placedOn<NamedPlace>(db, asOf)
  const rows = registrations
    .flatMap((registration) => {
      const { meetingOn } = registration
      const day = meetingOn !== null && meetingOn > asOf ? meetingOn : asOf
      return readDossiers(app, db, { registrations: [registration], day })
    })
    .filter(({ reading }) => reading.status !== 'unchecked')
    .flatMap((read) => lackingRows(read, { asOf, named }))
  return { producer: registrations[0]?.producerName ?? '', rows }
}

type OnDay = { readonly asOf: string; readonly named: (place: NamedPlace) => NamedPlace }

function lackingRows(
  { registration, law, marks, reading }: ReadRegistration,
  { asOf, named }: OnDay,
): readonly LackingRow[] {
  const { productName, productCommune, district, samplesReceived, meetingOn } = registration
  const receiver = registration.commune === '' ? productCommune : registration.commune
  const itemOf = (key: string) => law.items.find((item) => item.key === key)
  const markOf = (key: string) => marks.find(({ item }) => item === key)
  const row = (key: string, state: string, why: LackingRow['why']): LackingRow => ({
    product: productName,
    why,
    item: namesOfItems(law, [key])[0] ?? key,
    fromCommune: itemOf(key)?.from === 'commune' ? named({ commune: receiver, district }).commune : null,
    state,
    requirement: itemOf(key)?.requirement ?? '',
    note: markOf(key)?.note ?? '',
  })
  const missing = (key: string) => {
    const { kind, count = 0 } = itemOf(key) ?? { kind: 'mandatory' }
    if (kind !== 'samples') return 'Còn thiếu'
    return samplesReceived === 0
      ? `Chưa nộp; cần ${inWords(count)} sản phẩm mẫu`
      : `Đã nộp ${countText(samplesReceived)} sản phẩm mẫu; cần nộp thêm ${inWords(count - samplesReceived)}`
  }
  const ended = (key: string) => {
    const expiresOn = markOf(key)?.expiresOn ?? ''
    const said = `Hết hạn ngày ${formatDate(expiresOn)}`
    return expiresOn < asOf || meetingOn === null ? said : `${said}, trước ngày họp ${formatDate(meetingOn)}`
  }
  return [
    ...reading.lacking.map((key) => row(key, missing(key), 'lacking')),
    ...reading.expired.map((key) => row(key, ended(key), 'ends')),
  ]
}
