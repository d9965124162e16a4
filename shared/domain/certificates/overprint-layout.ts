/** What a certificate carries, each at a place of its own on an authority's pre-printed sheet. */
export const overprintFields = [
  'number',
  'productName',
  'producerName',
  'address',
  'star',
  'stars',
  'decision',
  'validUntil',
  'placeAndDate',
  'posts',
  'signer',
  'qr',
  'reprint',
] as const
export type OverprintField = (typeof overprintFields)[number]

/** Where a field goes on an A4 landscape sheet. Lengths in millimetres from its top left corner, type in points. */
export type FieldPlace = {
  /** The left edge, the middle or the right edge of the field, by `align`. */
  readonly x: number
  /** The top of its first line. */
  readonly y: number
  /** A longer text is broken, then set smaller. */
  readonly width: number
  /** Points; of `stars` and `qr` the side in millimetres. */
  readonly size: number
  readonly align: 'left' | 'center' | 'right'
  readonly isBold: boolean
  /** False where the sheet has it printed already, or has no room for it. */
  readonly isPrinted: boolean
}

export type OverprintLayout = {
  /** Moves the whole print: what the printer's feed is off, in millimetres. */
  readonly shiftX: number
  readonly shiftY: number
  readonly fields: Readonly<Record<OverprintField, FieldPlace>>
}

/** A4 landscape in millimetres. */
export const certificateSheet = { width: 297, height: 210 } as const

const place = (x: number, y: number, width: number, size: number, more: Partial<FieldPlace> = {}): FieldPlace => ({
  x,
  y,
  width,
  size,
  align: 'center',
  isBold: false,
  isPrinted: true,
  ...more,
})

/** Where the certificate of this application has its fields; an office moves them to where its sheet has room. */
export const defaultOverprintLayout: OverprintLayout = {
  shiftX: 0,
  shiftY: 0,
  fields: {
    number: place(75, 43, 80, 13),
    productName: place(148.5, 91, 230, 26, { isBold: true }),
    producerName: place(148.5, 114, 230, 16, { isBold: true }),
    address: place(148.5, 124, 230, 14),
    star: place(148.5, 134, 120, 16, { isBold: true }),
    stars: place(148.5, 68, 80, 9),
    decision: place(62, 152, 110, 12, { align: 'left' }),
    validUntil: place(62, 165, 90, 12, { align: 'left', isBold: true }),
    placeAndDate: place(217, 145, 110, 13),
    posts: place(217, 152, 110, 13, { isBold: true }),
    signer: place(217, 186, 110, 13, { isBold: true }),
    qr: place(24, 151, 30, 30, { align: 'left' }),
    reprint: place(62, 177, 90, 10, { align: 'left' }),
  },
}
