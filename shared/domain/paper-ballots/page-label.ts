/** What the QR code in the margin of a ballot's page says. */
export type PageLabel = {
  /** Which version of the printed layout: where options stand. */
  readonly layout: number
  /** Codes as people use them; empty on a spare, where they are written by hand. */
  readonly productCode: string
  readonly memberCode: string
  /** Scoring round; 0 on a spare of no product. */
  readonly round: number
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** The day of the meeting, ISO 8601. */
  readonly heldOn: string
  /** The first 12 hexadecimal digits of the SHA-256 of the sealed form. */
  readonly form: string
  /** Four hexadecimal digits that stand for the names of product and member on the page: codes may be given anew. */
  readonly names: string
}

/** `OCOP1:SP07:TV04:1:2/4:20261118:3F9A2C1E77B0:A1B2`: letters of which a small QR code takes many; a colon in a code is `%3A`. */
export function writePageLabel(label: PageLabel): string {
  const { layout, productCode, memberCode, round, page, pages, heldOn, form, names } = label
  return [
    `OCOP${layout}`,
    written(productCode),
    written(memberCode),
    round,
    `${page}/${pages}`,
    heldOn.replaceAll('-', ''),
    form.toUpperCase(),
    names.toUpperCase(),
  ].join(':')
}

/** The label of a page; null where the text is none. */
export function readPageLabel(text: string): PageLabel | null {
  const [, layout, productCode = '', memberCode = '', round, page, pages, ...rest] = pattern.exec(text) ?? []
  const [year = '', month = '', day = '', form = '', names = ''] = rest
  if (layout === undefined) return null
  const label = {
    layout: Number(layout),
    productCode: decodeURIComponent(productCode),
    memberCode: decodeURIComponent(memberCode),
    round: Number(round),
    page: Number(page),
    pages: Number(pages),
    heldOn: `${year}-${month}-${day}`,
    form: form.toLowerCase(),
    names: names.toLowerCase(),
  }
  return label.page >= 1 && label.page <= label.pages ? label : null
}

const pattern =
  /^OCOP(\d{1,3}):((?:[^:%]|%25|%3A)*):((?:[^:%]|%25|%3A)*):(\d{1,4}):(\d{1,3})\/(\d{1,3}):(\d{4})(\d\d)(\d\d):([0-9A-F]{12}):([0-9A-F]{4})$/u

const written = (code: string): string => code.replaceAll('%', '%25').replaceAll(':', '%3A')
