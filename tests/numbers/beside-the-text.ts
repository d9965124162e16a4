import { inflateSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { encode } from 'uqr'
import type { Facts, Product } from './facts.ts'
import type { PageEdge } from './read-paper.ts'
import { slashDate, two } from './words.ts'

// What a paper carries that no sentence of it says: the QR code and the code at the foot of a certificate, the hidden ids of
// the rows of a list.

type Sheets = { readonly name: string; readonly bytes: Uint8Array; readonly edges: readonly PageEdge[] }

/** The products of the sheets are those of the first certificates of the list, in its order. */
export function certificateFaults(facts: Facts, { name, bytes, edges }: Sheets): readonly string[] {
  const { papers } = facts
  const asked = (papers.certificates?.entries ?? []).slice(0, 20)
  const codes = drawnCodes(bytes)
  if (codes.length !== asked.length) return [`${name}: ${codes.length} QR codes, not ${asked.length}`]
  return asked.flatMap(({ itemId, certificate }, index) => {
    const product = facts.products.find(({ item }) => item.id === itemId)
    if (product === undefined) return [`${name}: a certificate of nothing`]
    const where = `${name}, page ${index + 1}`
    const foot = certificate === null || name.startsWith('overprint') ? null : papers.certificateCode
    const text = qrText(facts, product, certificate?.code ?? null)
    return [
      ...(edges[index]?.code === foot ? [] : [`${where}: its code is ${edges[index]?.code}, not ${foot}`]),
      ...(isDrawn(codes[index] ?? [], text) ? [] : [`${where}: its QR code does not say “${text}”`]),
    ]
  })
}

/** What a telephone reads off a certificate. */
function qrText({ papers, seat, rules }: Facts, { item, star }: Product, code: string | null): string {
  const { session } = papers.record
  const decision = papers.register.find(({ kind }) => kind === 'decision')
  const issued = code === null || decision === undefined ? null : decision
  const place = papers.tally.level === 'district' ? `huyện ${seat}` : `tỉnh ${seat}`
  return [
    'GIẤY CHỨNG NHẬN SẢN PHẨM OCOP',
    ...(code === null ? [] : [`Số: ${code}`]),
    `Sản phẩm: ${item.productName}`,
    `Mã số: ${item.code}`,
    `Chủ thể: ${item.producerName}`,
    `Hạng: ${star} sao`,
    ...(issued === null
      ? []
      : [
          `Quyết định: ${two(issued.number)}/${issued.symbol}, ${slashDate(issued.issuedOn)}`,
          `Có giá trị đến: ${slashDate(yearsLater(issued.issuedOn, rules.certificateMonths / 12))}`,
        ]),
    `Cơ quan cấp: Ủy ban nhân dân ${place}`,
    `Năm ${session.year}, đợt ${session.round}`,
  ].join('\n')
}

const yearsLater = (iso: string, years: number): string => `${Number(iso.slice(0, 4)) + years}${iso.slice(4)}`

type Rect = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

/** The rectangles of each page that has any: a certificate draws nothing but its code with them. */
function drawnCodes(pdf: Uint8Array): readonly (readonly Rect[])[] {
  const bytes = Buffer.from(pdf)
  const codes: Rect[][] = []
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    if (bytes.subarray(at - 3, at).toString('latin1') === 'end') continue
    const rects = [...inflated(bytes.subarray(at + 7)).matchAll(/([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re\n/g)]
    if (rects.length === 0) continue
    codes.push(rects.map((found) => found.slice(1).map(Number)).map(([x = 0, y = 0, w = 0, h = 0]) => ({ x, y, w, h })))
  }
  return codes
}

function inflated(bytes: Uint8Array): string {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return ''
  }
}

/** Whether the rectangles are the dark squares of a code that says this. */
function isDrawn(rects: readonly Rect[], text: string): boolean {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const left = Math.min(...rects.map(({ x }) => x))
  const top = Math.min(...rects.map(({ y }) => y))
  const side = (Math.max(...rects.map(({ x, w }) => x + w)) - left) / size
  const dark = new Set(
    rects.flatMap(({ x, y, w }) =>
      Array.from({ length: Math.round(w / side) }, (_, run) => {
        return `${Math.round((x - left) / side) + run} ${Math.round((y - top) / side)}`
      }),
    ),
  )
  const asked = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])))
  return dark.size === asked.length && asked.every((square) => dark.has(square))
}

/** The province knows a returned row again by a mark in a hidden column, the row's product in each. */
export async function rowIdFaults(
  { sentUp, papers }: Facts,
  { name, bytes }: Pick<Sheets, 'name' | 'bytes'>,
): Promise<readonly string[]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  const marks: string[] = []
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (sheet.getColumn(cell.col).hidden === true && cell.text.startsWith('ocop:'))
          marks.push(`${cell.text} ${row.getCell(2).text}`)
      }),
    )
  }
  const asked = sentUp.map(({ item }) => `ocop:${papers.record.session.id}/${item.id} ${item.productName}`)
  return marks.join('; ') === asked.join('; ') ? [] : [`${name}: its hidden ids are “${marks.join('; ')}”`]
}
