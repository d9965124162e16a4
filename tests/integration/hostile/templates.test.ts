import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { describe, expect, test } from 'vitest'
import { wordKinds } from '../../../shared/api/word-templates.ts'
import { checkTemplate, takeTemplate } from '../../../electron/documents/word/check-template.ts'
import { resourcesFolder } from '../../helpers/test-app.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const shipped = readFileSync(join(resourcesFolder, 'templates', 'decision.docx'))

type Parts = { readonly put: (name: string, content: string) => void; readonly edit: Edit; readonly type: Type }
type Edit = (name: string, change: (xml: string) => string) => void
type Type = (ending: string, contentType: string) => void

/** The shipped decision with something in it that no office needs. */
function template(change: (parts: Parts) => void): Uint8Array {
  const zip = new PizZip(shipped)
  const put = (name: string, content: string) => void zip.file(name, content)
  const edit: Edit = (name, of) => put(name, of(zip.file(name)?.asText() ?? ''))
  const type: Type = (ending, contentType) =>
    edit('[Content_Types].xml', (xml) =>
      xml.replace('</Types>', `<Default Extension="${ending}" ContentType="${contentType}"/></Types>`),
    )
  change({ put, edit, type })
  return new Uint8Array(zip.generate({ type: 'uint8array', compression: 'DEFLATE' }))
}

const faultsOf = async (change: (parts: Parts) => void) =>
  (await checkTemplate(template(change), 'decision'))?.map(({ message }) => message) ?? null

const relationships = (...relations: readonly string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`
const relation = (kind: string, target: string, mode = '') =>
  `<Relationship Id="rId99" Type="${office}/${kind}" Target="${target}" ${mode}/>`
const external = `TargetMode="External"`
const body = (xml: string) => (part: string) => part.replace(/<w:body[^>]*>/, (tag) => `${tag}${xml}`)
const run = (inner: string) => `<w:r>${inner}</w:r>`
const field = (...pieces: readonly string[]) =>
  `<w:p>${run('<w:fldChar w:fldCharType="begin"/>')}${pieces.map((piece) => run(`<w:instrText>${piece}</w:instrText>`)).join('')}${run('<w:fldChar w:fldCharType="end"/>')}</w:p>`
const inBody = (xml: string) => (parts: Parts) => parts.edit('word/document.xml', body(xml))
const added = (name: string, relations: string) => (parts: Parts) =>
  parts.edit(name, (xml) =>
    xml === '' ? relationships(relations) : xml.replace('</Relationships>', `${relations}</Relationships>`),
  )

test.each(wordKinds)('the template that is shipped for %s is taken', async (kind) => {
  expect(await checkTemplate(readFileSync(join(resourcesFolder, 'templates', `${kind}.docx`)), kind)).toEqual([])
})

test('what Word writes for an honest letter is taken: a logo, a page number, a link, notes, citations', async () => {
  const faults = await faultsOf((parts) => {
    parts.type('png', 'image/png')
    parts.put('word/media/image1.png', 'x')
    for (const [ending, contentType] of [
      ['wmf', 'image/x-wmf'],
      ['emf', 'image/x-emf'],
    ] as const) {
      parts.type(ending, contentType)
      parts.put(`word/media/image2.${ending}`, 'x')
    }
    parts.put('customXml/item1.xml', `<b:Sources xmlns:b="${office.replace('relationships', 'bibliography')}"/>`)
    parts.put('customXml/_rels/item1.xml.rels', relationships())
    added(
      'word/_rels/document.xml.rels',
      relation('image', 'media/image1.png') +
        relation('hyperlink', 'https://example.org/van-ban', external) +
        relation('customXml', '../customXml/item1.xml'),
    )(parts)
    inBody(field(' PA', 'GE \\* MERGEFORMAT ') + field('HYPERLINK "mailto:a@example.org"') + field('=SUM(ABOVE)'))(
      parts,
    )
  })
  expect(faults).toEqual([])
})

test.each([
  'PAGE',
  'NUMPAGES',
  'SECTIONPAGES',
  'DATE \\@ &quot;dd/MM/yyyy&quot;',
  'TIME',
  'CREATEDATE',
  'SAVEDATE',
  'PRINTDATE',
  'AUTHOR \\* MERGEFORMAT',
  'FILENAME',
  'filename \\* Lower',
  'TITLE',
  'SUBJECT',
  'STYLEREF &quot;Heading 1&quot;',
  'SEQ Bảng \\* ARABIC',
  'TOC \\o &quot;1-3&quot; \\h \\z \\u',
  'REF dau \\h',
  'PAGEREF dau',
  'DOCPROPERTY &quot;Số văn bản&quot;',
  'QUOTE &quot;trích&quot;',
  'SYMBOL 252 \\f Wingdings',
  'EQ \\f(1,2)',
  'HYPERLINK \\l &quot;dau&quot;',
])('the field %s is taken', async (code) => {
  expect(await faultsOf(inBody(field(` ${code} `)))).toEqual([])
})

test('a document that Word made from a template is kept without the link to it; every other such link is refused', async () => {
  const linked = template((parts) => {
    added('word/_rels/settings.xml.rels', relation('attachedTemplate', 'file:///C:/Mau/Normal.dotm', external))(parts)
    parts.edit('word/settings.xml', (xml) =>
      xml.replace('</w:settings>', '<w:attachedTemplate r:id="rId99"/></w:settings>'),
    )
  })
  const taken = await takeTemplate({ file: linked, kind: 'decision', resources: resourcesFolder })
  expect(taken?.faults).toEqual([])
  const kept = new PizZip(taken?.bytes ?? new Uint8Array())
  expect(kept.file('word/settings.xml')?.asText()).toBe(new PizZip(shipped).file('word/settings.xml')?.asText())
  expect(kept.file('word/_rels/settings.xml.rels')?.asText()).not.toContain('Normal.dotm')
  expect(kept.file('word/document.xml')?.asText()).toBe(new PizZip(shipped).file('word/document.xml')?.asText())
  const elsewhere = template(
    added('word/_rels/document.xml.rels', relation('attachedTemplate', '//a/b.dotm', external)),
  )
  expect((await takeTemplate({ file: elsewhere, kind: 'decision', resources: resourcesFolder }))?.faults).not.toEqual(
    [],
  )
})

describe('a template is refused, and told the part, for', () => {
  test.each<[name: string, told: string, change: (parts: Parts) => void]>([
    [
      'a picture that a header fetches',
      'word/_rels/header1.xml.rels',
      added('word/_rels/header1.xml.rels', relation('image', 'http://example.org/a.png', external)),
    ],
    [
      'single quotes around what is external',
      'http://example.org/b',
      added('word/_rels/document.xml.rels', relation('image', 'http://example.org/b', `TargetMode='External'`)),
    ],
    [
      'external in other letters',
      'http://example.org/c',
      added('word/_rels/document.xml.rels', relation('image', 'http://example.org/c', `TargetMode="EXTERNAL"`)),
    ],
    [
      'external spelt with an entity',
      'http://example.org/d',
      added('word/_rels/document.xml.rels', relation('image', 'http://example.org/d', `TargetMode="&#69;xternal"`)),
    ],
    [
      'a template that it is attached to',
      '//example.org/mau.dotm',
      added('word/_rels/settings.xml.rels', relation('attachedTemplate', '//example.org/mau.dotm', external)),
    ],
    [
      'a link into a file',
      'file:///C:/a.exe',
      added('word/_rels/document.xml.rels', relation('hyperlink', 'file:///C:/a.exe', external)),
    ],
    [
      'a footer of a package of its own',
      'word/_rels/footer3.xml.rels',
      added('word/_rels/footer3.xml.rels', relation('frame', 'https://example.org', external)),
    ],
    [
      'a relationship of an unknown kind',
      'aFChunk',
      added('word/_rels/document.xml.rels', relation('aFChunk', 'chunk.htm')),
    ],
    [
      'a relationship to a part that is none of Word',
      '../../etc/passwd',
      added('word/_rels/document.xml.rels', relation('image', '../../../etc/passwd')),
    ],
    ['macros', 'word/vbaProject.bin', (parts) => parts.put('word/vbaProject.bin', 'x')],
    [
      'macros under the name of a picture',
      'word/media/image1.png',
      (parts) => {
        parts.put('word/media/image1.png', 'x')
        parts.type('png', 'application/vnd.ms-office.vbaProject')
      },
    ],
    [
      'an embedded object',
      'word/embeddings/oleObject1.bin',
      (parts) => parts.put('word/embeddings/oleObject1.bin', 'x'),
    ],
    [
      'an ActiveX control',
      'word/activeX/activeX1.xml',
      (parts) => parts.put('word/activeX/activeX1.xml', '<ax:ocx xmlns:ax="x"/>'),
    ],
    ['a drawing that can hold a script', 'word/media/logo.svg', (parts) => parts.put('word/media/logo.svg', '<svg/>')],
    [
      "another program's data",
      'customXml/item1.xml',
      (parts) => parts.put('customXml/item1.xml', '<script xmlns="urn:x">1</script>'),
    ],
    [
      'a form of InfoPath',
      'customXml/item1.xml',
      (parts) =>
        parts.put('customXml/item1.xml', '<x xmlns="http://schemas.microsoft.com/office/2006/metadata/customXsn"/>'),
    ],
    ['a page in place of the text', 'altChunk', inBody('<w:altChunk r:id="rId99"/>')],
    [
      'an object in the text',
      'object',
      inBody('<w:p><w:r><w:object><o:OLEObject ProgID="Package"/></w:object></w:r></w:p>'),
    ],
    ['a control in the text', 'control', inBody('<w:p><w:r><w:control r:id="rId99"/></w:r></w:p>')],
    ['another document in it', 'subDoc', inBody('<w:subDoc r:id="rId99"/>')],
    [
      'a drawing by its address',
      'http://example.org/e.png',
      inBody('<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:v" src="http://example.org/e.png"/></w:pict></w:r></w:p>'),
    ],
    [
      'a drawing from a network drive',
      '\\\\may\\chung',
      inBody('<w:p><w:r><w:pict><v:fill xmlns:v="urn:v" o:href="\\\\may\\chung"/></w:pict></w:r></w:p>'),
    ],
    [
      'an attached template in its settings',
      'attachedTemplate',
      ({ edit }) =>
        edit('word/settings.xml', (xml) =>
          xml.replace('</w:settings>', '<w:attachedTemplate r:id="rId9"/></w:settings>'),
        ),
    ],
    [
      'a mail merge in its settings',
      'mailMerge',
      ({ edit }) => edit('word/settings.xml', (xml) => xml.replace('</w:settings>', '<w:mailMerge/></w:settings>')),
    ],
    ...[
      'DDEAUTO c:\\\\a.exe',
      'DDE a b',
      'INCLUDEPICTURE "http://example.org"',
      'INCLUDETEXT "\\\\\\\\may\\\\a"',
      'LINK Excel.Sheet',
      'IMPORT a',
      'DATABASE',
      'MACROBUTTON x',
      'AUTOTEXT x',
      'ADDIN',
      'RD a',
    ].map((code): [string, string, (parts: Parts) => void] => [
      `the field ${code}`,
      code.split(' ')[0] ?? '',
      inBody(field(` ${code.replaceAll('"', '&quot;')} `)),
    ]),
    [
      'a column of a mail merge, by its name',
      'MERGEFIELD Ten_san_pham',
      inBody(field(' MERGEFIELD &quot;Ten_san_pham&quot; \\* MERGEFORMAT ')),
    ],
    ["the file's path, which tells of a machine", 'FILENAME \\p', inBody(field('FILENAME \\* Lower \\p'))],
    [
      'a field whose name QUOTE makes',
      'trường không tên',
      inBody(
        `<w:p>${run('<w:fldChar w:fldCharType="begin"/>')}${field('QUOTE DDEAUTO')}${run('<w:fldChar w:fldCharType="end"/>')}</w:p>`,
      ),
    ],
    [
      'a link whose address another field makes',
      'HYPERLINK',
      inBody(
        `<w:p>${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText>HYPERLINK </w:instrText>')}${field('QUOTE file:///C:/a.exe')}${run('<w:fldChar w:fldCharType="end"/>')}</w:p>`,
      ),
    ],
    ['a field torn over runs', 'DDEAUTO', inBody(field(' DD', 'EAU', 'TO a'))],
    ['a field in small letters', 'ddeauto', inBody(field('ddeauto a'))],
    [
      'a field within a field',
      'INCLUDETEXT',
      inBody(
        `<w:p>${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText>PAGE </w:instrText>')}${field('INCLUDETEXT a')}${run('<w:fldChar w:fldCharType="end"/>')}</w:p>`,
      ),
    ],
    [
      'a field whose name another field makes',
      'trường không tên',
      inBody(
        `<w:p>${run('<w:fldChar w:fldCharType="begin"/>')}${field('PAGE')}${run('<w:fldChar w:fldCharType="end"/>')}</w:p>`,
      ),
    ],
    ['a field in one element', 'DDEAUTO', inBody('<w:p><w:fldSimple w:instr="DDEAUTO a b"/></w:p>')],
    [
      'a field of a header',
      'word/header1.xml',
      ({ edit }) => edit('word/header1.xml', (xml) => xml.replace('</w:hdr>', `${field('DDEAUTO a')}</w:hdr>`)),
    ],
    [
      'a field that links to a file',
      'HYPERLINK file:///C:/a.exe',
      inBody(field('HYPERLINK &quot;file:///C:/a.exe&quot;')),
    ],
    ['elements within elements without end', 'lồng nhau', inBody('<w:sdt>'.repeat(400) + '</w:sdt>'.repeat(400))],
    [
      'a part that inflates to more than any',
      'Nội dung',
      (parts) => parts.put('word/media/image1.bmp', '0123456789abcdef'.repeat(600_000)),
    ],
  ])('%s', async (_name, told, change) => {
    const faults = await faultsOf(change)
    expect(faults?.join('\n')).toContain(told)
    for (const message of faults ?? []) expect(message).toMatch(/\.$/)
  })

  test('being a document with macros by its own word', async () => {
    const change = ({ edit }: Parts) =>
      edit('[Content_Types].xml', (xml) =>
        xml.replace(
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
          'application/vnd.ms-word.document.macroEnabled.main+xml',
        ),
      )
    expect(await faultsOf(change)).toBeNull()
  })

  test.each([
    ['entities that grow', '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'],
    ['an entity from elsewhere', '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
  ])('%s', async (_name, doctype) => {
    const change = ({ edit }: Parts) =>
      edit('word/styles.xml', (xml) => xml.replace(/^(<\?xml[^>]*\?>)?/, (head) => head + doctype))
    expect(await faultsOf(change)).toBeNull()
  })

  test('a character that there is not', async () => {
    expect(await faultsOf(inBody('<w:p><w:r><w:t>&#99999999;</w:t></w:r></w:p>'))).toBeNull()
  })
})
