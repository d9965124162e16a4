import { createHash } from 'node:crypto'
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts'
import { canonicalJson } from '../../../../shared/domain/session/canonical-json.ts'
import { countText } from '../../count-text.ts'
import { text, type PaperModel } from '../../letter/model.ts'
import { tableOf, type ColumnOf, type TableEntry } from '../../nd30/table.ts'
import type { SheetDocument } from '../../render-xlsx.ts'
import { sheetHead, sheetRows, sheetTitle, type SheetColumnOf } from '../../sheet-frame.ts'
import { issuerOf } from '../issuer.ts'
import { field, noLetter, signedBy, type DossierFacts, type DossierIndexFile } from './dossier-facts.ts'

/**
 * Mục lục hồ sơ: what a dossier holds, paper by paper and file by file, with the SHA-256 of each file and one of all, so that
 * the paper set and the electronic one can be compared (QĐ 26/2026/QĐ-TTg, Điều 7 khoản 1). The pages of a paper are not known.
 */
export function dossierIndexModel(facts: DossierFacts): PaperModel {
  const { office } = issuerOf(facts)
  const { product, producer, year } = facts
  const rows = rowsOf(facts)
  const files = rows.filter(({ sha256 }) => sha256 !== '').length
  return {
    ...noLetter,
    title: `Mục lục hồ sơ – ${product.name}`,
    head: { superiorBody: office.superiorBody, issuingBody: office.issuingBody, number: '', placeAndDate: '' },
    kind: 'MỤC LỤC HỒ SƠ',
    subject: `Đăng ký đánh giá, phân hạng sản phẩm OCOP năm ${year}`,
    blocks: [
      field('Sản phẩm', [product.name, product.code].filter((part) => part !== '').join(', mã số ')),
      field('Chủ thể', producer.name),
      text('Tài liệu và tệp trong hồ sơ:'),
      { kind: 'table', table: tableOf(columns, rows) },
      text(
        files === 0
          ? 'Hồ sơ chưa có tệp nào.'
          : `Hồ sơ có ${files} tệp. SHA-256 của cả hồ sơ (tính trên danh sách tài liệu, tên tệp và SHA-256 của từng tệp): ${grouped(digestOf(rows))}.`,
      ),
      ...lossesOf(rows).map((loss) => text(loss)),
      signedBy(['NGƯỜI LẬP'], '(Ký, ghi rõ họ tên)'),
    ],
  }
}

export function dossierIndexSheet(facts: DossierFacts): SheetDocument {
  const { head, title, kind, subject } = dossierIndexModel(facts)
  const count = sheetColumns.length
  const rows = rowsOf(facts)
  return {
    title,
    isDraft: false,
    sheetName: 'Mục lục hồ sơ',
    above: [
      ...sheetHead({ head, columns: count, split: 2 }),
      { cells: [] },
      ...sheetTitle([kind, subject], count),
      { cells: [{ from: 1, to: count, value: `${facts.product.name} – ${facts.producer.name}`, align: 'center' }] },
    ],
    ...sheetRows(sheetColumns, rows),
    below: [`SHA-256 của cả hồ sơ: ${digestOf(rows)}`, ...lossesOf(rows)].map((value) => ({
      cells: [{ from: 1, to: count, value }],
    })),
  }
}

/** The same with what lies there now of each file, told by its name and SHA-256. */
export function withFileStates<Facts extends DossierFacts>(facts: Facts, states: readonly SeenIndexFile[]): Facts {
  const stateOf = new Map(states.map(({ name, sha256, state }) => [`${sha256} ${name}`, state]))
  return {
    ...facts,
    items: facts.items.map((item) => ({
      ...item,
      files: item.files.map((file) => {
        const state = stateOf.get(`${file.sha256} ${file.name}`)
        return state === undefined ? file : { ...file, state }
      }),
    })),
  }
}

export type SeenIndexFile = Pick<DossierIndexFile, 'name' | 'sha256'> & Required<Pick<DossierIndexFile, 'state'>>

/** A file that is gone, or is another one, is printed with what it was when it came: that is said. */
function lossesOf(rows: readonly IndexRow[]): readonly string[] {
  const count = (state: IndexRow['fileState']) => rows.filter(({ fileState }) => fileState === state).length
  const [missing, altered] = [count('missing'), count('altered')]
  return [
    ...(missing === 0 ? [] : [`${countText(missing)} tệp không còn trong thư mục hồ sơ; SHA-256 ghi khi tiếp nhận.`]),
    ...(altered === 0 ? [] : [`${countText(altered)} tệp có nội dung khác khi tiếp nhận; SHA-256 ghi khi tiếp nhận.`]),
  ]
}

type IndexRow = {
  /** Of the paper; empty for its second file and those after. */
  readonly place: string
  readonly item: string
  readonly state: string
  readonly file: string
  /** Bytes; null without a file. */
  readonly size: number | null
  readonly sha256: string
  readonly fileState: DossierIndexFile['state']
}

function rowsOf({ items }: DossierFacts): readonly IndexRow[] {
  return items.flatMap(({ name, state, receivedOn, expiresOn, files }, index): readonly IndexRow[] => {
    const said = { received: 'Đã nhận', lacking: 'Còn thiếu', 'not-needed': 'Không cần' } as const
    const words = [
      state === null ? '' : said[state],
      receivedOn === null ? '' : formatDate(receivedOn),
      expiresOn === null ? '' : `hết hạn ${formatDate(expiresOn)}`,
    ]
    const first = { place: String(index + 1), item: name, state: words.filter((word) => word !== '').join(', ') }
    if (files.length === 0) return [{ ...first, file: '', size: null, sha256: '', fileState: undefined }]
    return files.map(({ name: file, size, sha256, state: fileState }, at) => ({
      ...(at === 0 ? first : { place: '', item: '', state: '' }),
      file,
      size,
      sha256,
      fileState,
    }))
  })
}

/** SHA-256 (hex) over the list as it was received: it is another one once a paper or a byte of a file is. */
function digestOf(rows: readonly IndexRow[]): string {
  const received = rows.map(({ fileState: _fileState, ...row }) => row)
  return createHash('sha256').update(canonicalJson(received)).digest('hex')
}

/** Sixteen at a time, so that a person can compare them and a line can break. */
const grouped = (digest: string): string => (digest.match(/.{1,16}/g) ?? []).join(' ')

const kilobytes = (size: number): string => `${Math.max(1, Math.round(size / 1024))} KB`

const columns: readonly ColumnOf<IndexRow>[] = [
  { head: 'TT', width: 10, align: 'center', text: ({ place }) => place },
  { head: 'Tài liệu', width: 44, align: 'left', text: ({ item }) => item },
  { head: 'Tình trạng', width: 26, align: 'left', text: ({ state }) => state },
  { head: 'Số trang', width: 13, align: 'center', text: () => '' },
  { head: 'Tệp', width: 30, align: 'left', text: (row) => fileEntry(row) },
  {
    head: 'SHA-256',
    width: 42,
    align: 'left',
    text: ({ sha256 }) => (sha256 === '' ? '' : { text: grouped(sha256), size: 9 }),
  },
]

function fileEntry({ file, size, fileState = 'there' }: IndexRow): TableEntry {
  if (size === null) return ''
  return [file, kilobytes(size), ...(fileState === 'there' ? [] : [{ text: stateWords[fileState], bold: true }])]
}

const stateWords = { there: '', missing: 'Tệp không còn', altered: 'Nội dung đã khác' } as const

const sheetColumns: readonly SheetColumnOf<IndexRow>[] = [
  { head: 'TT', width: 5, format: 'text', align: 'center', value: ({ place }) => place },
  { head: 'Tài liệu', width: 34, format: 'text', align: 'left', value: ({ item }) => item },
  { head: 'Tình trạng', width: 20, format: 'text', align: 'left', value: ({ state }) => state },
  { head: 'Số trang', width: 8, format: 'text', align: 'center', value: () => '' },
  { head: 'Tệp', width: 28, format: 'text', align: 'left', value: ({ file }) => file },
  { head: 'Số byte', width: 10, format: 'whole', align: 'center', value: ({ size }) => size ?? '' },
  { head: 'SHA-256', width: 36, format: 'text', align: 'left', value: ({ sha256 }) => sha256 },
  {
    head: 'Tệp hiện nay',
    width: 16,
    format: 'text',
    align: 'left',
    value: ({ fileState = 'there' }) => stateWords[fileState],
  },
]
