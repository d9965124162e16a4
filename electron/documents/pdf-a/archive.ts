import type { PdfWriter } from './pack-objects.ts'
import { srgbProfile } from './srgb-profile.ts'

/** What a PDF says of itself. */
export type PdfFacts = {
  readonly title: string
  /** From the host's clock. */
  readonly createdAt: Date
  /** Printed on both sides of the paper, on one only, or as the printer is set. */
  readonly sides?: 'both' | 'one' | undefined
}

const maker = 'Hội đồng OCOP'

/** What pdfkit is told when it opens a file. */
export function archiveOptions({ title, createdAt }: PdfFacts) {
  return {
    pdfVersion: '1.7' as const,
    lang: 'vi-VN',
    info: { Title: title, Creator: maker, Producer: maker, CreationDate: createdAt },
  }
}

/**
 * Makes a file one to be kept (PDF/A-2b, ISO 19005-2): what its colours mean is in it, and what it says of itself is
 * said in XMP as well. Its millimetres are the paper's, as Decree 30 and the forms measure: it asks not to be scaled.
 */
export function makeArchive(file: PdfWriter, facts: PdfFacts): void {
  const profile = file.ref({ N: 3 })
  profile.end(srgbProfile())
  const { _root: catalog } = file
  const { sides } = facts
  Object.assign(catalog.data, {
    OutputIntents: [
      {
        Type: 'OutputIntent',
        S: 'GTS_PDFA1',
        OutputConditionIdentifier: new String('sRGB IEC61966-2.1'),
        Info: new String('sRGB IEC61966-2.1'),
        DestOutputProfile: profile,
      },
    ],
    ViewerPreferences: file.ref({
      DisplayDocTitle: true,
      PrintScaling: 'None',
      ...(sides === undefined ? {} : { Duplex: sides === 'both' ? 'DuplexFlipLongEdge' : 'Simplex' }),
    }),
  })
  file.endMetadata = () => {
    const metadata = file.ref({ Type: 'Metadata', Subtype: 'XML' })
    metadata.compress = false
    metadata.end(Buffer.from(xmp(facts)))
    Object.assign(catalog.data, { Metadata: metadata })
  }
}

const xmp = ({ title, createdAt }: PdfFacts): string => `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escape(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${maker}</xmp:CreatorTool>
<xmp:CreateDate>${toTheSecond(createdAt).toISOString()}</xmp:CreateDate>
<pdf:Producer>${maker}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`

/** As the information dictionary has it. */
const toTheSecond = (at: Date): Date => new Date(Math.floor(at.getTime() / 1000) * 1000)

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
