import PizZip from 'pizzip'
import { nd30 } from '../../electron/documents/nd30/measures.ts'
import { namespace, stylesXml, twips } from './ooxml.ts'

const { edges } = nd30.page

/**
 * A section's page: A4 upright with the edges of Decree 30, its pages numbered from 1, the number centred in the top
 * margin from the second page on.
 */
export const sectionProperties =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:headerReference w:type="first" r:id="rId3"/>' +
  '<w:type w:val="nextPage"/>' +
  `<w:pgSz w:w="${twips(nd30.page.width)}" w:h="${twips(nd30.page.height)}"/>` +
  `<w:pgMar w:top="${twips(edges.top.printed)}" w:right="${twips(edges.right.printed)}" w:bottom="${twips(edges.bottom.printed)}" ` +
  `w:left="${twips(edges.left.printed)}" w:header="${twips(10)}" w:footer="${twips(10)}" w:gutter="0"/>` +
  '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'

/** A section break: what follows starts on a new page and counts its own. */
export const sectionBreak = `<w:p><w:pPr><w:pStyle w:val="The"/>${sectionProperties}</w:pPr></w:p>`

/** The bytes of a .docx with that body; the same body gives the same bytes. */
export function packDocument(body: readonly string[]): Uint8Array {
  const zip = new PizZip()
  for (const [name, content] of Object.entries(partsOf(body.join('')))) {
    zip.file(name, declaration + content, { date: new Date(2026, 0, 1), createFolders: false })
  }
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const officeTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006'

const partsOf = (body: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml':
    `<Types xmlns="${packageNamespace}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/word/document.xml" ContentType="${officeTypes}.document.main+xml"/>` +
    `<Override PartName="/word/styles.xml" ContentType="${officeTypes}.styles+xml"/>` +
    `<Override PartName="/word/settings.xml" ContentType="${officeTypes}.settings+xml"/>` +
    `<Override PartName="/word/header1.xml" ContentType="${officeTypes}.header+xml"/>` +
    `<Override PartName="/word/header2.xml" ContentType="${officeTypes}.header+xml"/>` +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
  '_rels/.rels':
    `<Relationships xmlns="${packageNamespace}/relationships">` +
    `<Relationship Id="rId1" Type="${relation}/officeDocument" Target="word/document.xml"/>` +
    `<Relationship Id="rId2" Type="${packageNamespace}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  'docProps/core.xml':
    `<cp:coreProperties xmlns:cp="${packageNamespace}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    '<dc:title>{tieu_de_tep}</dc:title><dc:creator>Hội đồng OCOP</dc:creator><dc:language>vi</dc:language></cp:coreProperties>',
  'word/_rels/document.xml.rels':
    `<Relationships xmlns="${packageNamespace}/relationships">` +
    `<Relationship Id="rId1" Type="${relation}/styles" Target="styles.xml"/>` +
    `<Relationship Id="rId2" Type="${relation}/header" Target="header1.xml"/>` +
    `<Relationship Id="rId3" Type="${relation}/header" Target="header2.xml"/>` +
    `<Relationship Id="rId4" Type="${relation}/settings" Target="settings.xml"/></Relationships>`,
  'word/document.xml': `<w:document ${namespace}><w:body>${body}${sectionProperties}</w:body></w:document>`,
  'word/styles.xml': stylesXml(),
  'word/settings.xml':
    `<w:settings ${namespace}><w:defaultTabStop w:val="720"/><w:compat>` +
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>',
  'word/header1.xml':
    `<w:hdr ${namespace}><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>` +
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
    '<w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>',
  'word/header2.xml': `<w:hdr ${namespace}><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr></w:p></w:hdr>`,
})
