/**
 * What an office's template may be made of: what Word itself writes for text, pictures, headers and footnotes. All else is
 * refused, for Word would run it, or fetch it, in the council's name. Names are compared as `partKey` spells them.
 */
export const allowedParts: readonly RegExp[] = [
  /^\[content_types\]\.xml$/,
  /^docprops\/(app|core|custom)\.xml$/,
  /^docprops\/thumbnail\.(png|jpe?g|emf|wmf)$/,
  /^word\/(glossary\/)?(document|styles|styleswitheffects|settings|websettings|fonttable|numbering)\.xml$/,
  /^word\/(glossary\/)?(footnotes|endnotes|comments|commentsextended|commentsids|commentsextensible|people)\.xml$/,
  /^word\/(glossary\/)?(header|footer)\d{0,3}\.xml$/,
  /^word\/theme\/theme\d{0,3}\.xml$/,
  // EMF and WMF, as logos often are: drawing commands, none that fetches; this program draws none of them, Word bounds them.
  /^word\/media\/[^/]+\.(png|jpe?g|gif|bmp|tiff?|emf|wmf)$/,
  /^word\/fonts\/[^/]+\.odttf$/,
  /^customxml\/item(props)?\d{1,3}\.xml$/,
]

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const office = 'application/vnd.openxmlformats-officedocument'

/** Of the part that is a Word document without macros. */
export const documentType = `${word}.document.main+xml`

/** As which a part may be read, whatever its name. */
export const allowedTypes: ReadonlySet<string> = new Set([
  documentType,
  ...[
    'document.glossary',
    'styles',
    'settings',
    'webSettings',
    'fontTable',
    'numbering',
    'header',
    'footer',
    'footnotes',
    'endnotes',
    'comments',
    'commentsExtended',
    'commentsIds',
    'commentsExtensible',
    'people',
  ].map((name) => `${word}.${name}+xml`),
  'application/vnd.ms-word.stylesWithEffects+xml',
  `${office}.theme+xml`,
  `${office}.extended-properties+xml`,
  `${office}.custom-properties+xml`,
  `${office}.customXmlProperties+xml`,
  `${office}.obfuscatedFont`,
  'application/vnd.openxmlformats-package.core-properties+xml',
  'application/vnd.openxmlformats-package.relationships+xml',
  'application/xml',
  'image/png',
  'image/jpeg',
  'image/jpg',
  'image/gif',
  'image/bmp',
  'image/tiff',
  'image/x-emf',
  'image/emf',
  'image/x-wmf',
  'image/wmf',
])

/** Last words of the types of relationships. A hyperlink alone may lead out of the file. */
export const allowedRelations: ReadonlySet<string> = new Set([
  'officeDocument',
  'core-properties',
  'extended-properties',
  'custom-properties',
  'thumbnail',
  'styles',
  'stylesWithEffects',
  'settings',
  'webSettings',
  'fontTable',
  'font',
  'numbering',
  'theme',
  'header',
  'footer',
  'footnotes',
  'endnotes',
  'comments',
  'commentsExtended',
  'commentsIds',
  'commentsExtensible',
  'people',
  'image',
  'hyperlink',
  'customXml',
  'customXmlProps',
  'glossaryDocument',
])

/**
 * Fields that Word works out from the document itself, none of which opens another file or asks another program: its pages,
 * headings, marks and counts, the clock, its own properties as text, signs and sums. QUOTE prints what it holds; a field
 * within it is looked at by itself, and no field's name is made by another (`faultOfField`). FILENAME prints
 * no path, which would tell of the office's machine.
 */
export const allowedFields: ReadonlySet<string> = new Set([
  'PAGE',
  'NUMPAGES',
  'SECTION',
  'SECTIONPAGES',
  'PAGEREF',
  'REF',
  'NOTEREF',
  'STYLEREF',
  'TOC',
  'TC',
  'SEQ',
  'SYMBOL',
  'DATE',
  'TIME',
  'CREATEDATE',
  'SAVEDATE',
  'PRINTDATE',
  'HYPERLINK',
  'EQ',
  'QUOTE',
  'AUTHOR',
  'TITLE',
  'SUBJECT',
  'FILENAME',
  'DOCPROPERTY',
  'FORMTEXT',
  'FORMCHECKBOX',
  'FORMDROPDOWN',
])

/** Elements that run, fetch or hold something else than text. */
export const refusedElements: ReadonlySet<string> = new Set([
  'altChunk',
  'object',
  'OLEObject',
  'control',
  'ocx',
  'subDoc',
  'attachedTemplate',
  'mailMerge',
  'saveThroughXslt',
  'frameset',
  'movie',
  'script',
])

/** What Word and document servers keep beside a text: sources of citations, a cover page, properties. */
export const allowedCustomXml: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/bibliography',
  'http://schemas.microsoft.com/office/2006/coverPageProps',
  'http://schemas.microsoft.com/office/2006/metadata/properties',
  'http://schemas.microsoft.com/office/2006/metadata/contentType',
  'http://schemas.microsoft.com/sharepoint/v3/contenttype/forms',
])
