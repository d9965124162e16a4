import type { Head } from '../nd30/head.ts'
import type { TextTable } from '../nd30/table.ts'

/** What reports, proposals, official letters and notices have in common: every word decided, in the order printed. */
export type LetterModel = {
  readonly title: string
  readonly isDraft: boolean
  /** Of its text; portrait unless given. */
  readonly orientation?: 'landscape'
  /** One without a number takes none in the register. */
  readonly head: Head
  /** `BÁO CÁO`; empty for an official letter, whose subject stands under its number. */
  readonly kind: string
  readonly subject: string
  /** After "Kính gửi:"; empty for a paper that addresses nobody. */
  readonly addressee: string
  /** The last text of a letter ends with "./.". */
  readonly blocks: readonly LetterBlock[]
  /** None: the paper names no place of receipt. Without posts either, who signs stands in the text. */
  readonly recipients: readonly string[]
  readonly posts: readonly string[]
  /** Post in the signer's own agency, above the name, where a council uses the agency's seal; empty otherwise. */
  readonly signerPost: string
  /** Empty: left for whoever signs. */
  readonly signer: string
  readonly annexes: readonly LetterAnnex[]
}

export type LetterBlock =
  /** `I. CĂN CỨ, QUÁ TRÌNH THỰC HIỆN`; stays with what follows. */
  | { readonly kind: 'heading'; readonly text: string }
  /** `lead` is set in bold before the text. */
  | { readonly kind: 'text'; readonly lead?: string; readonly text: string }
  | { readonly kind: 'table'; readonly table: TextTable }

/** A letter, or a form or list of an office, which has more kinds of blocks. */
export type PaperModel = Omit<LetterModel, 'blocks'> & { readonly blocks: readonly PaperBlock[] }

export type PaperBlock =
  | LetterBlock
  /** A line in bold capitals in the middle of the page. */
  | { readonly kind: 'centred'; readonly text: string }
  /** A legal basis, with its mark. */
  | { readonly kind: 'basis'; readonly text: string }
  /** A form's line to fill: its value, or room to write it in on so many lines. */
  | { readonly kind: 'field'; readonly label: string; readonly value: string; readonly lines?: number }
  /** Who signs within the text, as under forms and under lists that two sign; the left one may be missing. */
  | { readonly kind: 'signatures'; readonly left: LetterSignature | null; readonly right: LetterSignature }

export type LetterSignature = {
  /** `…, ngày … tháng … năm …` above the posts; empty for none. */
  readonly placeAndDate: string
  readonly posts: readonly string[]
  /** `(Ký, đóng dấu, ghi rõ họ tên)`; empty for none. */
  readonly manner: string
  readonly name: string
}

export type LetterAnnex = {
  /** `Phụ lục`, or with a Roman number where there are two (Decree 30, Phụ lục I, Phần III.1.b). */
  readonly name: string
  /** One line each; upper case. */
  readonly heading: readonly string[]
  /** One line each. */
  readonly reference: readonly string[]
  /** Portrait unless given. */
  readonly orientation?: 'landscape'
  readonly table: TextTable
}

export function heading(content: string): LetterBlock {
  return { kind: 'heading', text: content }
}

export function text(content: string): LetterBlock {
  return { kind: 'text', text: content }
}

/** Items under a sentence: each begins with "-", ends with ";", the last with ".". */
export function listed(lead: string, items: readonly string[]): readonly LetterBlock[] {
  return items.length === 0
    ? [text(`${lead}: không có.`)]
    : [
        text(`${lead}:`),
        ...items.map((item, index) => text(`- ${item.replace(/\.$/, '')}${index === items.length - 1 ? '.' : ';'}`)),
      ]
}
