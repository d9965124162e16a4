import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { assertNever } from '../../../../shared/domain/assert-never.ts'
import type { LetterAnnex, LetterSignature, PaperBlock, PaperModel } from '../../letter/model.ts'
import type { Head } from '../../nd30/head.ts'
import { mm, nd30, quocHieu, tieuNgu } from '../../nd30/measures.ts'
import { ruleText } from '../rule-length.ts'
import { beside, keepNext, paragraph, ruledTable, textTwips, thinLine, twips } from './parts.ts'

type Orientation = 'portrait' | 'landscape'

/** A part of the file on pages of its own. */
type Section = { readonly orientation: Orientation; readonly content: string }

/**
 * Papers as one Word file, each and each annex from a page of its own: what the PDF has, in the styles of a shipped template.
 * Tables have as many columns as a list needs, which no template could hold; who wants other words changes the file.
 * @param foot a small line at the end; empty for none.
 * @param resources absolute path of the resources folder.
 */
export function writeWord(
  models: readonly PaperModel[],
  { foot, resources }: { readonly foot: string; readonly resources: string },
): Uint8Array<ArrayBuffer> {
  const zip = new PizZip(readFileSync(join(resources, 'templates', 'result-notices.docx')))
  const template = zip.file(document)?.asText() ?? ''
  const [opening = ''] = /^.*?<w:body>/s.exec(template) ?? []
  const [page = ''] = /<w:sectPr(?:(?!<w:sectPr).)*<\/w:sectPr>(?=<\/w:body>)/s.exec(template) ?? []
  const sections = models.flatMap(sectionsOf)
  const body = sections.map(({ orientation, content }, index) => {
    const isLast = index === sections.length - 1
    const end = orientation === 'portrait' ? page : turned(page)
    // The end of a section stands in its last paragraph; that of the last one stands by itself.
    return isLast ? `${content}${footLine(foot)}${end}` : `${content}${thinLine(end)}`
  })
  zip.file(document, `${opening}${body.join('')}</w:body></w:document>`)
  return new Uint8Array(zip.generate({ type: 'uint8array', compression: 'DEFLATE' }))
}

const document = 'word/document.xml'

/** The same page on its side: its four edges stay. */
const turned = (page: string): string =>
  page.replace(/<w:pgSz w:w="(\d+)" w:h="(\d+)"\/>/, '<w:pgSz w:w="$2" w:h="$1" w:orient="landscape"/>')

const footLine = (foot: string): string => (foot === '' ? thinLine() : paragraph('OBang', { text: foot, size: 9 }))

function sectionsOf(model: PaperModel): readonly Section[] {
  const orientation = model.orientation ?? 'portrait'
  return [{ orientation, content: letterContent(model, orientation) }, ...model.annexes.map(annexOf)]
}

function letterContent(model: PaperModel, orientation: Orientation): string {
  const { isDraft, kind, subject, addressee, blocks, posts, recipients } = model
  const isSigned = posts.length > 0 || recipients.length > 0
  return [
    isDraft ? paragraph('DuThao', 'DỰ THẢO') : '',
    headContent(model.head, orientation),
    kind === '' ? '' : titleContent(kind, subject),
    addressee === '' ? '' : paragraph('KinhGui', `Kính gửi: ${addressee}.`),
    ...blocks.map((block, index) =>
      blockContent(block, { orientation, isLast: isSigned && index === blocks.length - 1, next: blocks[index + 1] }),
    ),
    isSigned ? signedContent(model, orientation) : '',
  ].join('')
}

function headContent(
  { superiorBody, issuingBody, number, placeAndDate, about }: Head,
  orientation: Orientation,
): string {
  const nation = [
    paragraph('QuocHieu', quocHieu),
    paragraph('TieuNgu', tieuNgu),
    paragraph('Ke', '\u00a0'.repeat(53)),
  ].join('')
  if (issuingBody.length === 0) return nation
  const body = issuingBody.join('\n')
  const issuer = [
    superiorBody.length === 0 ? '' : paragraph('CoQuanCapTren', superiorBody.join('\n')),
    paragraph('CoQuan', body),
    paragraph(
      'Ke',
      ruleText({
        heading: body,
        size: nd30.size.issuingBody.printed,
        lineWidth: mm(nd30.columns.left),
        share: nd30.rule.issuingBody.printed,
      }),
    ),
  ].join('')
  const below = `${number === '' ? '' : paragraph('SoKyHieu', number)}${about === undefined ? '' : paragraph('VeViec', about)}`
  const place = placeAndDate === '' ? '' : paragraph('DiaDanh', placeAndDate)
  return [
    twoColumns(issuer, nation, orientation),
    below + place === '' ? '' : twoColumns(below, place, orientation),
  ].join(thinLine())
}

/** The two columns of head and signatures; a wide page has room between them. */
function twoColumns(left: string, right: string, orientation: Orientation): string {
  const [first, last] = [twips(nd30.columns.left), twips(nd30.columns.right)]
  const gap = textTwips(orientation) - first - last
  return beside([
    { width: first, content: left },
    ...(orientation === 'portrait' ? [] : [{ width: gap, content: '' }]),
    { width: last, content: right },
  ])
}

function titleContent(kind: string, subject: string): string {
  const rule = ruleText({
    heading: subject,
    size: nd30.size.subject.printed,
    lineWidth: mm(145),
    share: nd30.rule.subject.printed,
  })
  return `${paragraph('TenLoai', kind)}${paragraph('TrichYeu', subject)}${paragraph('Ke', rule)}${paragraph('The', '')}`
}

type Around = {
  readonly orientation: Orientation
  /** The last one stays with who signs. */
  readonly isLast: boolean
  readonly next: PaperBlock | undefined
}

function blockContent(block: PaperBlock, { orientation, isLast, next }: Around): string {
  switch (block.kind) {
    case 'heading':
      return paragraph('TieuDePhan', block.text)
    case 'centred':
      return paragraph('ThamQuyen', block.text)
    case 'basis':
      return paragraph('DoanVan', [{ text: block.text, italics: true }])
    case 'text': {
      const opens = next !== undefined && block.text.endsWith(':')
      const runs = [...(block.lead === undefined ? [] : [{ text: block.lead, bold: true }]), block.text]
      return paragraph(isLast ? 'DoanCuoi' : opens ? 'LoiDan' : 'DoanVan', runs)
    }
    case 'field':
      return fieldContent(block, orientation)
    case 'table':
      return `${ruledTable(block.table, textTwips(orientation))}${thinLine(isLast ? keepNext : '')}`
    case 'signatures':
      return `${signaturesContent(block, orientation)}${thinLine()}`
    default:
      return assertNever(block)
  }
}

type Field = Extract<PaperBlock, { readonly kind: 'field' }>

/** Dots to the end of the line are a tab's: as letters they would be a word that the line before it is stretched for. */
function fieldContent({ label, value, lines = 1 }: Field, orientation: Orientation): string {
  if (value !== '') return paragraph('DoanVan', `${label}: ${value}`)
  const stop = `<w:tab w:val="right" w:leader="dot" w:pos="${textTwips(orientation)}"/>`
  const texts = [`${label}: \t`, ...Array.from({ length: lines - 1 }, () => '\t')]
  return texts.map((text) => paragraph('DoanVan', text, `<w:tabs>${stop}</w:tabs><w:jc w:val="left"/>`)).join('')
}

function signaturesContent(
  { left, right }: { readonly left: LetterSignature | null; readonly right: LetterSignature },
  orientation: Orientation,
): string {
  const half = Math.floor(textTwips(orientation) / 2)
  return beside([
    { width: half, content: left === null ? '' : signatureContent(left) },
    { width: half, content: signatureContent(right) },
  ])
}

const roomToSign = '<w:keepNext/><w:spacing w:before="1100" w:after="0"/>'

const signatureContent = ({ placeAndDate, posts, manner, name }: LetterSignature): string =>
  [
    placeAndDate === '' ? '' : paragraph('DiaDanh', placeAndDate, keepNext),
    paragraph('QuyenHan', posts.join('\n'), keepNext),
    manner === '' ? '' : paragraph('OBangGiua', { text: manner, italics: true }, keepNext),
    paragraph('NguoiKy', name, roomToSign),
  ].join('')

function signedContent({ recipients, posts, signerPost, signer }: PaperModel, orientation: Orientation): string {
  const last = recipients.length - 1
  const receipt = [
    paragraph('NoiNhanDau', 'Nơi nhận:'),
    ...recipients.map((line, index) => paragraph('NoiNhan', `- ${line}${index === last ? '.' : ';'}`)),
  ].join('')
  const signed = [
    paragraph('QuyenHan', posts.join('\n'), keepNext),
    paragraph('NguoiKy', '', roomToSign),
    signerPost === '' ? '' : paragraph('NguoiKy', signerPost, keepNext),
    paragraph('NguoiKy', signer),
  ].join('')
  return twoColumns(recipients.length === 0 ? '' : receipt, signed, orientation)
}

function annexOf({ name, heading, reference, table, ...annex }: LetterAnnex): Section {
  const orientation: Orientation = annex.orientation ?? 'portrait'
  const content = [
    paragraph('PhuLuc', name),
    paragraph('PhuLuc', heading.join('\n')),
    paragraph('KemTheo', reference.join('\n')),
    ruledTable(table, textTwips(orientation)),
  ].join('')
  return { orientation, content }
}
