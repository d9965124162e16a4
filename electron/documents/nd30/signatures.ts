import { asElement } from '../pdf-a/tag-content.ts'
import type { PdfContent, PdfLayout } from '../render-pdf.ts'
import { centred } from './lines.ts'
import { mm, nd30, textWidth, type Orientation } from './measures.ts'
import { prose } from './prose.ts'

export type SignatureBlock = {
  /** Power and post, one line each, in capitals: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
  readonly posts: readonly string[]
  /** Name without academic titles; empty = left for the signer. */
  readonly name: string
  /** The signer's post in the agency whose seal a council uses, in capitals above the name (Mục II.7.b). */
  readonly agencyPost?: string
  /** Italic above the posts: `…, ngày … tháng … năm …`. */
  readonly placeAndDate?: string
  /** Italic under the posts: `(Ký, đóng dấu, ghi rõ họ tên)`. */
  readonly manner?: string
}

/** Room for a signature and a seal between post and name, in points. */
const signingSpace = 72

type ReceiptAndSignatureInput = {
  readonly recipients: readonly string[]
  readonly signature: SignatureBlock
  readonly layout: Pick<PdfLayout, 'orientation'>
}

/** Cells 9b (left) and 7a–7c (right): place of receipt, power to sign, room to sign, name. */
export function recipientsAndSignature({ recipients, signature, layout }: ReceiptAndSignatureInput): PdfContent {
  const right = layout.orientation === 'portrait' ? '*' : mm(nd30.columns.right)
  return {
    columns: [
      { width: mm(nd30.columns.left), stack: recipients.length === 0 ? [] : placeOfReceipt(recipients) },
      ...(layout.orientation === 'portrait' ? [] : [{ width: '*', text: '' }]),
      { width: right, stack: signatureLines(signature) },
    ],
    columnGap: mm(4),
    margin: [0, 8, 0, 0],
  }
}

type TwoSignaturesInput = {
  left: SignatureBlock
  right: SignatureBlock
  orientation: Orientation
}

/** Two signatures side by side, as under minutes (Mẫu 1.9) and tables: secretary on the left, chair on the right. */
export function twoSignatures({ left, right, orientation }: TwoSignaturesInput): PdfContent {
  const gap = orientation === 'portrait' ? mm(5) : mm(60)
  const width = (textWidth(orientation) - gap) / 2
  return {
    columns: [
      { width, stack: signatureLines(left) },
      { width, stack: signatureLines(right) },
    ],
    columnGap: gap,
    margin: [0, 8, 0, 0],
  }
}

/** Who signs within a text, in two columns of which the left may be empty; held together. */
export function signatureRow(left: SignatureBlock | null, right: SignatureBlock): PdfContent {
  const gap = mm(5)
  const width = (textWidth('portrait') - gap) / 2
  return {
    columns: [
      { width, stack: left === null ? [] : signatureLines(left) },
      { width, stack: signatureLines(right) },
    ],
    columnGap: gap,
    margin: [0, 8, 0, 8],
    unbreakable: true,
  }
}

/** "Nơi nhận:" and its list; the list ends each line with ";" and the last with ".". */
export function placeOfReceipt(recipients: readonly string[]): PdfContent[] {
  return [
    { text: 'Nơi nhận:', fontSize: nd30.size.recipientsHead.printed, bold: true, italics: true },
    asElement('L', {
      stack: recipients.map((recipient, index) =>
        asElement('LI', {
          text: prose(`- ${recipient}${index === recipients.length - 1 ? '.' : ';'}`),
          fontSize: nd30.size.recipients.printed,
        }),
      ),
    }),
  ]
}

const signatureLines = ({
  posts,
  name,
  agencyPost = '',
  placeAndDate = '',
  manner = '',
}: SignatureBlock): PdfContent[] => [
  ...(placeAndDate === ''
    ? []
    : [centred(placeAndDate, { size: nd30.size.placeAndDate.printed, italics: true, preserveLeadingSpaces: true })]),
  ...posts.map((text) => centred(text, { size: nd30.size.signingPower.printed, bold: true })),
  ...(manner === '' ? [] : [centred(manner, { size: nd30.size.body.printed - 1, italics: true })]),
  ...(agencyPost === '' ? [name] : [agencyPost, name]).map((text, index) =>
    centred(text, { size: nd30.size.signerName.printed, bold: true, above: index === 0 ? signingSpace : 0 }),
  ),
]
