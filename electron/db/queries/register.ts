import type { PlannedRow } from '../../../shared/domain/register/plan-list.ts'
import type {
  KnownProduct,
  ProductFacts,
  RegisteredProduct,
} from '../../../shared/domain/register/registered-product.ts'
import type { ListedRecognition } from '../../../shared/domain/register/register-list.ts'
import { insertInto, updateById } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { listColumns, listImports, recognitions } from '../schema/register.ts'
import { producers, products } from '../schema/directory.ts'
import { read, readColumn, write } from '../statement.ts'
import { readFormerPlaces, searchKeysOf, type SearchKeyOf, type StoodAt } from './communes.ts'
import { insertsOfList } from './list-inserts.ts'
import { listWithdrawnDays } from './withdrawals.ts'

type ProductRow = Omit<KnownProduct, 'producer' | 'formerly' | 'producerFormerly'> & {
  readonly producerName: string
  readonly kind: string
  readonly representative: string
  readonly phone: string
  readonly address: string
}

type RecognitionRow = RegisteredProduct['recognitions'][number] & { readonly productId: number }

type CertifiedRow = ListedRecognition & { readonly productId: number; readonly ref: string }

/** The whole register, to hold a list against. */
export function readRegister(db: ReadDb): readonly RegisteredProduct[] {
  const recognised = Map.groupBy(
    read<[], RecognitionRow>(
      db,
      `SELECT n.id, ${saidOfRecognition('n.certificate_number')} FROM recognitions n
       WHERE NOT EXISTS (SELECT 1 FROM written_products w WHERE w.recognition_id = n.id) ORDER BY n.id`,
    ).all(),
    ({ productId }) => productId,
  )
  const registered = Map.groupBy(
    read<[], { readonly productId: number; readonly year: number }>(
      db,
      'SELECT product_id AS productId, year FROM registrations',
    ).all(),
    ({ productId }) => productId,
  )
  const certified = Map.groupBy(readCertified(db), ({ productId }) => productId)
  const withdrawnDays = listWithdrawnDays(db)
  return readKnownProducts(db).map(({ setNumber: _set, ...product }) => {
    const [listed, own] = [recognised.get(product.id) ?? [], certified.get(product.id) ?? []]
    const refs = [...listed.map(({ id }) => `list ${id}`), ...own.map(({ ref }) => ref)]
    const [withdrawnOn] = refs
      .flatMap((ref) => withdrawnDays.get(ref) ?? [])
      .toSorted()
      .toReversed()
    return {
      ...product,
      recognitions: listed.map(({ productId: _product, ...one }) => one),
      registeredFor: (registered.get(product.id) ?? []).map(({ year }) => year),
      ...(own.length > 0 && { certified: own.map(({ productId: _product, ref: _ref, ...one }) => one) }),
      ...(withdrawnOn !== undefined && { withdrawnOn }),
    }
  })
}

/** What this file's own council led to, by the product: certificates that are not voided, and decisions of written rounds. */
function readCertified(db: ReadDb): readonly CertifiedRow[] {
  return read<[], CertifiedRow>(
    db,
    `SELECT 'list ' || n.id AS ref, ${saidOfRecognition('coalesce(' + codeOf + ', n.certificate_number)')}
     FROM recognitions n JOIN written_products w ON w.recognition_id = n.id
     LEFT JOIN certificates c ON c.written_product_id = w.id AND c.voided_at IS NULL
     UNION ALL
     SELECT 'session ' || c.id, a.product_id, c.star, NULL, nullif(c.decision_code, ''), c.issued_on,
       CAST(substr(c.issued_on, 1, 4) AS INTEGER), c.expires_on, ${codeOf}
     FROM certificates c JOIN agenda_items a ON a.id = c.agenda_item_id
     WHERE c.voided_at IS NULL AND a.product_id IS NOT NULL`,
  ).all()
}

/** `06/GCN-UBND` */
const codeOf = `printf('%02d/%s', c.number, c.symbol)`

const saidOfRecognition = (
  certificate: string,
) => `n.product_id AS productId, n.star, n.score, nullif(n.decision_number, '') AS decisionNumber,
  n.decision_date AS decisionDate, n.decision_year AS decisionYear, n.valid_until AS validUntil,
  nullif(${certificate}, '') AS certificateNumber`

/** A product of the agenda of a locked session whose decision has a number. */
export type DecidedItem = {
  readonly id: number
  readonly productId: number
  readonly sessionId: number
  readonly tallyDigest: string | null
  /** Of the decision. */
  readonly number: number
  readonly symbol: string
  readonly issuedOn: string
  /** Of its certificate in force; null where it has none. */
  readonly star: number | null
}

export function listDecidedItems(db: ReadDb): readonly DecidedItem[] {
  return read<[], DecidedItem>(
    db,
    `SELECT a.id, a.product_id AS productId, s.id AS sessionId, s.tally_digest AS tallyDigest, d.number, d.symbol,
       d.issued_on AS issuedOn, c.star
     FROM sessions s JOIN agenda_items a ON a.session_id = s.id
     JOIN document_register d ON d.session_id = s.id AND d.kind = 'decision' AND d.voided_at IS NULL
     LEFT JOIN certificates c ON c.agenda_item_id = a.id AND c.voided_at IS NULL
     WHERE s.state = 'closed' AND a.product_id IS NOT NULL ORDER BY a.id`,
  ).all()
}

/** Every product with its producer. */
export function readKnownProducts(db: ReadDb): readonly KnownProduct[] {
  const formerly = Map.groupBy(
    read<[], { readonly productId: number; readonly name: string; readonly producerName: string }>(
      db,
      'SELECT product_id AS productId, name, producer_name AS producerName FROM product_names ORDER BY id',
    ).all(),
    ({ productId }) => productId,
  )
  const producerFormerly = Map.groupBy(
    read<[], { readonly producerId: number; readonly name: string }>(
      db,
      'SELECT producer_id AS producerId, name FROM producer_names ORDER BY id',
    ).all(),
    ({ producerId }) => producerId,
  )
  const stood = readFormerPlaces(db, 'product')
  return read<[], ProductRow>(
    db,
    `SELECT p.id, p.producer_id AS producerId, p.code, p.name, p.commune, p.district, p.set_number AS setNumber,
      r.name AS producerName, r.kind, r.representative, r.phone, r.address
     FROM products p JOIN producers r ON r.id = p.producer_id ORDER BY p.id`,
  )
    .all()
    .map(({ producerName, kind, representative, phone, address, ...product }) => ({
      ...product,
      producer: { name: producerName, kind, representative, phone, address },
      formerly: formerly.get(product.id) ?? [],
      producerFormerly: (producerFormerly.get(product.producerId) ?? []).map(({ name }) => name),
      ...stoodOf(stood.get(product.id)),
    }))
}

/** Nothing where it stands where it always did: nearly every product does, and all of them go to the worker. */
const stoodOf = (places: readonly StoodAt[] | undefined): Pick<KnownProduct, 'stoodAt'> =>
  places === undefined ? {} : { stoodAt: places.map(({ commune, district }) => ({ commune, district })) }

export type TakenList = {
  readonly sha256: string
  readonly fileName: string
  readonly sheet: string
  readonly sender: string
  readonly takenAt: string
}

/** Writes what was planned of a list, row by row, with each row as it stood in the file. Answers the list's id. */
export function insertList(
  db: WriteDb,
  list: TakenList,
  rows: readonly (PlannedRow & { readonly cells: Readonly<Record<string, string>> })[],
  keyOf: SearchKeyOf,
): number {
  const { id: importId } = write<TakenList, { readonly id: number }>(
    db,
    `${insertInto(listImports, list)} RETURNING id`,
  ).get(list)
  const added = { products: new Map<number, number>(), producers: new Map<number, number>() }
  const insert = insertsOfList(db)
  for (const row of rows) {
    const producerId =
      row.producer.id ?? added.producers.get(row.producer.firstRow) ?? insert.producer(producerColumns(row.facts))
    if (row.producer.id === null) added.producers.set(row.producer.firstRow, producerId)
    if (row.producer.isChanged) updateProducer(db, producerId, row.facts)
    const known = row.product.id ?? added.products.get(row.product.firstRow)
    const productId = known ?? insert.product({ ...listedColumns(row.facts, keyOf, null), producerId, setNumber: null })
    if (row.product.id === null) added.products.set(row.product.firstRow, productId)
    if (known !== undefined && row.product.isChanged)
      updateProduct(db, productId, listedColumns(row.facts, keyOf, productId))
    insert.row({ importId, row: row.row, productId, cells: JSON.stringify(row.cells) })
    for (const recognition of row.recognitions) {
      if (recognition.id !== null) updateRecognition(db, recognition, importId)
      else insert.recognition({ ...recognitionColumns(recognition, importId), productId, ...namesOf(row.facts) })
    }
    if (row.registration !== null) insert.registration({ ...row.registration, productId, importId })
  }
  return importId
}

/** The list itself under the number that its staged rows have. */
export function insertListHead(db: WriteDb, list: TakenList & { readonly id: number }): void {
  write<typeof list>(db, insertInto(listImports, list)).run(list)
}

/** Of `insertList` what it changes in records that the file had. */
export function updateListed(db: WriteDb, importId: number, rows: readonly PlannedRow[]): void {
  const keyOf = searchKeysOf(db)
  for (const row of rows) {
    const { producer, product, recognitions: told } = row
    if (producer.id !== null && producer.isChanged) updateProducer(db, producer.id, row.facts)
    if (product.id === null) continue
    if (product.isChanged) updateProduct(db, product.id, listedColumns(row.facts, keyOf, product.id))
    for (const recognition of told) {
      if (recognition.id !== null) updateRecognition(db, recognition, importId)
    }
  }
}

/** Whether a row changes a record that the file had. */
export function changesKnown({ producer, product, recognitions: told }: PlannedRow): boolean {
  const isChanged = (one: typeof product) => one.id !== null && one.isChanged
  return isChanged(producer) || isChanged(product) || told.some(({ id }) => id !== null)
}

/** Who sent lists before, the latest first. */
export function readSenders(db: ReadDb): readonly string[] {
  return readColumn<[], string>(
    db,
    "SELECT sender FROM list_imports WHERE sender <> '' GROUP BY sender ORDER BY max(id) DESC",
  ).all()
}

/** What was chosen before for the headings of a sender's lists: field by folded words, null for nothing. */
export function readListColumns(db: ReadDb, sender: string): ReadonlyMap<string, string | null> {
  const rows = read<string, { readonly headKey: string; readonly field: string | null }>(
    db,
    'SELECT head_key AS headKey, field FROM list_columns WHERE sender = ?',
  ).all(sender)
  return new Map(rows.map(({ headKey, field }) => [headKey, field]))
}

export function upsertListColumn(
  db: WriteDb,
  column: { readonly sender: string; readonly headKey: string; readonly field: string | null },
): void {
  write<typeof column>(db, `${insertInto(listColumns, column)} ON CONFLICT DO UPDATE SET field = excluded.field`).run(
    column,
  )
}

const producerColumns = ({ producer, commune, district }: ProductFacts) => ({ ...producer, commune, district })

const namesOf = ({ name, producer }: ProductFacts) => ({ productName: name, producerName: producer.name })

function updateProducer(db: WriteDb, id: number, { producer }: ProductFacts): void {
  const row = { ...producer, id }
  write<typeof row>(db, updateById(producers, row)).run(row)
}

type ListedColumns = ReturnType<typeof listedColumns>

function updateProduct(db: WriteDb, id: number, columns: ListedColumns): void {
  const row = { ...columns, id }
  write<typeof row>(db, updateById(products, row)).run(row)
}

function listedColumns(
  { code, name, commune, district, producer }: ProductFacts,
  keyOf: SearchKeyOf,
  id: number | null,
) {
  const columns = { code, name, commune, district }
  return { ...columns, searchKey: keyOf({ ...columns, producerName: producer.name }, id) }
}

type Recognition = PlannedRow['recognitions'][number]

function updateRecognition(db: WriteDb, recognition: Recognition, importId: number): void {
  const changed = { ...recognitionColumns(recognition, importId), id: recognition.id }
  write<typeof changed>(db, updateById(recognitions, changed)).run(changed)
}

function recognitionColumns(said: Recognition, importId: number) {
  const { star, score, decisionNumber, decisionDate, decisionYear, validUntil, certificateNumber } = said
  return {
    star,
    score,
    decisionNumber: decisionNumber ?? '',
    decisionDate,
    decisionYear,
    validUntil,
    certificateNumber: certificateNumber ?? '',
    importId,
  }
}
