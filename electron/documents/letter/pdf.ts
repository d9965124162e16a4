import { assertNever } from '../../../shared/domain/assert-never.ts'
import { asElement } from '../pdf-a/tag-content.ts'
import type { PdfContent, PdfDocument, PdfLayout, PdfSection } from '../render-pdf.ts'
import { signedMark } from '../table-marks.ts'
import { addresseeLine, keepTogether, legalBasis, paragraph } from '../nd30/body.ts'
import { head } from '../nd30/head.ts'
import { fitColumns } from '../nd30/fit-columns.ts'
import { nd30 } from '../nd30/measures.ts'
import { fieldLines } from '../nd30/field.ts'
import { recipientsAndSignature, signatureRow } from '../nd30/signatures.ts'
import { ruledTable } from '../nd30/table.ts'
import { centredCapitals, title } from '../nd30/title.ts'
import { annexSection } from './annex.ts'
import type { LetterModel, PaperBlock, PaperModel } from './model.ts'

export function letterPdf(model: LetterModel): PdfDocument {
  return {
    title: model.title,
    isDraft: model.isDraft,
    sections: letterSections(model),
  }
}

/** The letter and its annexes; a batch strings the sections of many letters together. */
export function letterSections(model: PaperModel): readonly PdfSection[] {
  return [
    { orientation: model.orientation ?? 'portrait', isOwnPaper: true, content: (layout) => letterText(model, layout) },
    ...model.annexes.map(annexSection),
  ]
}

function letterText(model: PaperModel, layout: PdfLayout): PdfContent[] {
  const blocks = blocksContent(model.blocks, layout)
  const opening = [
    head(model.head, layout),
    ...(model.kind === '' ? [] : [title(model, layout)]),
    ...(model.addressee === '' ? [] : [addresseeLine(model.addressee)]),
  ]
  if (model.posts.length === 0 && model.recipients.length === 0) return [...opening, ...blocks]
  const { posts, signer: name, signerPost: agencyPost, recipients } = model
  const signed = recipientsAndSignature({ recipients, signature: { posts, name, agencyPost }, layout })
  const held = heldWithSignature(model.blocks)
  return [
    ...opening,
    ...blocks.slice(0, -held),
    // The last words stay with the signature.
    keepTogether([...blocks.slice(-held), signed]),
  ]
}

/**
 * How many of the last blocks, each with those that must not part from it, stand on the page of the signature: the last one, and
 * what is before it where that is a single line, so that no page has less than two lines of the text.
 */
function heldWithSignature(blocks: readonly PaperBlock[]): 1 | 2 {
  const [before, last] = groupHeadings(blocks).slice(-2)
  const [only, ...more] = last ?? []
  const isLine = only?.kind === 'text' && more.length === 0 && only.text.length < signsOfLine
  const words = before?.at(-1)
  const mayJoin = words?.kind === 'field' || (words?.kind === 'text' && words.text.length < signsToJoin)
  return isLine && mayJoin ? 2 : 1
}

/** As many signs fill no second line; a paragraph of as many is moved without leaving a page half empty. */
const signsOfLine = 80
const signsToJoin = 400

/** Blocks as they are printed, each with those that must not part from it. */
export function blocksContent(blocks: readonly PaperBlock[], layout: PdfLayout): PdfContent[] {
  const groups = groupHeadings(blocks)
  return groups.map((group, place) => {
    const content = group.map((block, index) => blockContent({ block, name: `${place}.${index}`, layout }))
    // Who signs under a table does not stand on a page without a row of it.
    if (group[0]?.kind === 'signatures' && groups[place - 1]?.at(-1)?.kind === 'table') {
      content.push(signedMark(`table ${place - 1}.0`))
      return { stack: content }
    }
    const [only, ...more] = content
    return only !== undefined && more.length === 0 ? only : keepTogether(content)
  })
}

/** A heading, a title within the text, and a sentence that opens a list, stay with the block after them; last words with who signs. */
function groupHeadings(blocks: readonly PaperBlock[]): readonly (readonly PaperBlock[])[] {
  const groups: PaperBlock[][] = []
  let isOpen = false
  for (const block of blocks) {
    const last = groups.at(-1)
    const isSigned = block.kind === 'signatures' && last?.at(-1)?.kind !== 'table'
    if ((isOpen || isSigned) && last !== undefined && block.kind !== 'table') last.push(block)
    else groups.push([block])
    isOpen = block.kind === 'heading' || block.kind === 'centred' || (block.kind === 'text' && block.text.endsWith(':'))
  }
  return groups
}

function blockContent({ block, name, layout }: { block: PaperBlock; name: string; layout: PdfLayout }): PdfContent {
  switch (block.kind) {
    case 'centred':
      return centredCapitals(block.text, nd30.body.paragraphGap.printed)
    case 'field':
      return fieldLines(block, layout)
    case 'signatures':
      return signatureRow(block.left, block.right)
    case 'heading':
      return asElement('H2', paragraph({ text: block.text, bold: true }))
    case 'basis':
      return legalBasis(block.text)
    case 'text':
      return paragraph([...(block.lead === undefined ? [] : [{ text: block.lead, bold: true }]), block.text])
    case 'table':
      return {
        stack: [
          ruledTable({
            name: `table ${name}`,
            ...block.table,
            columns: fitColumns({ ...block.table, size: nd30.table.size, layout }),
            size: nd30.table.size,
            layout,
          }),
        ],
        margin: [0, 2, 0, 8],
      }
    default:
      return assertNever(block)
  }
}
