/**
 * Sizes of the parts of an administrative document: what Decree 30/2020/NĐ-CP (Phụ lục I) allows, and what we print
 * (the size of the decree's own example in Phụ lục I, Mục V, where it gives one). Everything that lays out reads this
 * table; the tests check the printed pages against `allowed`. Where comments name a cell (ô), they mean the numbered places
 * in the drawing of a page in Phụ lục I, Mục IV.
 */
export const nd30 = {
  page: {
    /** Phần I, Mục I.1: A4, millimetres. */
    width: 210,
    height: 297,
    /** Mục I.3: edges in millimetres. A landscape page keeps the same four edges; the decree gives no others. */
    edges: {
      top: { allowed: [20, 25], printed: 20 },
      bottom: { allowed: [20, 25], printed: 20 },
      left: { allowed: [30, 35], printed: 30 },
      right: { allowed: [15, 20], printed: 15 },
    },
    /** Mục I.7: Arabic, centred in the top margin, not shown on page 1. */
    number: { allowed: [13, 14], printed: 14 },
  },
  /** Mục IV and V: type sizes in points. */
  size: {
    quocHieu: { allowed: [12, 13], printed: 12 },
    tieuNgu: { allowed: [13, 14], printed: 13 },
    superiorBody: { allowed: [12, 13], printed: 12 },
    issuingBody: { allowed: [12, 13], printed: 12 },
    number: { allowed: [13, 13], printed: 13 },
    placeAndDate: { allowed: [13, 14], printed: 13 },
    kind: { allowed: [13, 14], printed: 14 },
    subject: { allowed: [13, 14], printed: 14 },
    about: { allowed: [12, 13], printed: 12 },
    legalBasis: { allowed: [13, 14], printed: 14 },
    body: { allowed: [13, 14], printed: 14 },
    signingPower: { allowed: [13, 14], printed: 14 },
    signerName: { allowed: [13, 14], printed: 14 },
    recipientsHead: { allowed: [12, 12], printed: 12 },
    recipients: { allowed: [11, 11], printed: 11 },
    annex: { allowed: [14, 14], printed: 14 },
    annexTitle: { allowed: [13, 14], printed: 14 },
    annexReference: { allowed: [13, 14], printed: 14 },
  },
  /** Mục II.6.e: first-line indent in millimetres, gap between paragraphs in points, line spacing. */
  body: {
    indent: { allowed: [10, 12.7], printed: 12.7 },
    paragraphGap: { allowed: [6, 12], printed: 6 },
    lineSpacing: { allowed: [1, 1.5], printed: 1.05 },
  },
  /** Rules under the issuing body and the subject, as a share of the text above (II.2.b, II.5.b); 1 under Tiêu ngữ. */
  rule: {
    issuingBody: { allowed: [1 / 3, 1 / 2], printed: 0.42 },
    subject: { allowed: [1 / 3, 1 / 2], printed: 0.42 },
    tieuNgu: { allowed: [1, 1], printed: 1 },
  },
  /** The two columns of the head and of the signatures, in millimetres; the decree's own models have 66–69 | 95–103. */
  columns: { left: 66, right: 99 },
  /** The table text is not fixed by the decree. Points. */
  table: { size: 12, wideSize: 11 },
} as const

export const quocHieu = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const tieuNgu = 'Độc lập - Tự do - Hạnh phúc'

/**
 * Single spacing of Times New Roman and Tinos is 1.149 of the size; the layout library leaves the gap between lines out
 * and would set 1.107. Factor for its line height.
 */
export const singleSpacing = 1.149 / 1.107

/** Millimetres to PDF points. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4
}

/** PDF points to millimetres. */
export function millimetres(points: number): number {
  return (points * 25.4) / 72
}

/** Width between the side edges, in points. */
export function textWidth(orientation: Orientation): number {
  const { width, height, edges } = nd30.page
  const page = { portrait: width, landscape: height, wide: 2 * width }[orientation]
  return mm(page - edges.left.printed - edges.right.printed)
}

/** `wide`: A3 landscape, for tables with more columns than can be read on A4. */
export type Orientation = 'portrait' | 'landscape' | 'wide'
