import { glyphsOf, readPages, type Drawn, type Page } from './drawn.ts'
import { isReference, nameOf, textOf, type Dictionary, type PdfFile, type Value } from './read-file.ts'

/** A file read whole. */
export type Read = { readonly file: PdfFile; readonly root: Dictionary; readonly pages: readonly Page[] }

export function readWhole(file: PdfFile): Read {
  return { file, root: file.dictionary(file.trailer['/Root']), pages: readPages(file) }
}

/** What a file lacks of a requirement; empty where it holds. */
type Faults = (read: Read) => readonly string[]

const unless = (holds: boolean, fault: string): readonly string[] => (holds ? [] : [fault])
const dictionaries = ({ file }: Read): readonly Dictionary[] =>
  [...file.objects.values()].flatMap(({ value }) => inside(value))
const inside = (value: Value): readonly Dictionary[] => {
  if (Array.isArray(value)) return value.flatMap((item: Value) => inside(item))
  if (typeof value !== 'object' || value === null || 'name' in value || 'text' in value || 'to' in value) return []
  return [value as Dictionary, ...Object.values(value as Dictionary).flatMap(inside)]
}
const allDrawn = ({ pages }: Read): readonly Drawn[] => pages.flatMap(({ drawn }) => drawn)
const xmpOf = ({ file, root }: Read): string => file.streamOf(root['/Metadata']).toString('utf8')
const inXmp = (xmp: string, name: string): string =>
  (new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(xmp)?.[1] ?? '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** What ISO 19005-2 asks of level B, as far as it concerns files without forms, annotations, pictures and signatures. */
export const levelB: Readonly<Record<string, Faults>> = {
  '6.1.2 the header, and bytes that mark it as binary': ({ file: { bytes } }) =>
    unless(
      /^%PDF-1\.7\n$/.test(bytes.toString('latin1', 0, 9)) &&
        bytes[9] === 0x25 &&
        bytes.subarray(10, 14).every((byte) => byte > 127),
      'header',
    ),
  '6.1.3 an identifier, no encryption, nothing after the end': ({ file: { trailer, bytes } }) => [
    ...unless((trailer['/ID'] as readonly Value[] | undefined)?.length === 2, 'ID'),
    ...unless(trailer['/Encrypt'] === undefined, 'encrypted'),
    ...unless(/%%EOF\n?$/.test(bytes.toString('latin1', bytes.length - 8)), 'end'),
  ],
  '6.1.7 streams stand in the file, packed by what everyone can read': (read) =>
    dictionaries(read).flatMap((entry) => [
      ...unless(['', 'FlateDecode'].includes(nameOf(entry['/Filter'])), `filter ${nameOf(entry['/Filter'])}`),
      ...unless(!('/F' in entry) && !('/FFilter' in entry), 'a stream in another file'),
    ]),
  '6.1.13 no number, name, string or nesting beyond its limits': (read) => [
    ...dictionaries(read).flatMap((entry) =>
      Object.entries(entry).flatMap(([key, value]) => [
        ...unless(key.length <= 127 && nameOf(value).length <= 127, `name ${key}`),
        ...unless(textOf(value).length <= 32_767, `string ${key}`),
        ...unless(typeof value !== 'number' || Math.abs(value) <= 2_147_483_647, `number ${key}`),
      ]),
    ),
    ...read.pages.flatMap(({ drawn }) => {
      let depth = 0
      let deepest = 0
      for (const { operator } of drawn) {
        depth += operator === 'q' ? 1 : operator === 'Q' ? -1 : 0
        deepest = Math.max(deepest, depth)
      }
      return unless(deepest <= 28 && depth === 0, `${deepest} graphic states`)
    }),
  ],
  '6.2.2 operators that the standard knows, and resources named where they are used': (read) =>
    allDrawn(read).flatMap(({ operator, operands, resources }) => {
      const kind = ({ Tf: '/Font', gs: '/ExtGState', Do: '/XObject' } as const)[operator as 'Tf' | 'gs' | 'Do']
      const named = kind === undefined ? {} : read.file.dictionary(resources[kind])
      return [
        ...unless(operators.has(operator), `operator ${operator}`),
        ...unless(kind === undefined || `/${nameOf(operands[0])}` in named, `resource ${nameOf(operands[0])}`),
      ]
    }),
  '6.2.3 an output intent with the profile of sRGB': ({ file, root }) => {
    const intents = file.list(root['/OutputIntents'])
    const intent = file.dictionary(intents[0])
    const profile = file.streamOf(intent['/DestOutputProfile'])
    return [
      ...unless(intents.length === 1 && nameOf(intent['/S']) === 'GTS_PDFA1', 'intent'),
      ...unless(textOf(intent['/OutputConditionIdentifier']) !== '', 'identifier'),
      ...unless(file.dictionary(intent['/DestOutputProfile'])['/N'] === 3, 'components'),
      ...profileFaults(profile),
    ]
  },
  '6.2.4 colours are grey or RGB, which the intent covers': (read) =>
    allDrawn(read).flatMap(({ operator, operands }) => [
      ...unless(!['k', 'K', 'sh', 'ri'].includes(operator), operator),
      ...unless(!/^cs$/i.test(operator) || /^Device(RGB|Gray)$/.test(nameOf(operands[0])), nameOf(operands[0])),
    ]),
  '6.2.5 and 6.2.10 nothing shines through, no halftones or transfer functions': (read) =>
    dictionaries(read).flatMap((entry) => [
      ...unless((entry['/ca'] ?? 1) === 1 && (entry['/CA'] ?? 1) === 1, 'opacity'),
      ...unless(!('/SMask' in entry) && !('/BM' in entry), 'mask or blend'),
      ...unless(!('/TR' in entry) && !('/HTP' in entry) && !('/HT' in entry), 'transfer function'),
    ]),
  '6.2.9 forms draw themselves': (read) =>
    dictionaries(read).flatMap((entry) =>
      nameOf(entry['/Subtype']) === 'PS' || '/OPI' in entry || '/Ref' in entry ? ['a foreign form'] : [],
    ),
  '6.2.11 every font is embedded, with the widths and the words of its glyphs': (read) => fontFaults(read),
  '6.2.11.8 no glyph is drawn that says that one is missing': (read) =>
    unless(!allDrawn(read).some((drawn) => glyphsOf(drawn).includes(0)), 'glyph 0'),
  '6.3 to 6.5 no annotations, forms, actions or scripts': (read) =>
    dictionaries(read).flatMap((entry) =>
      ['/Annots', '/AcroForm', '/OpenAction', '/AA', '/JS', '/JavaScript', '/EmbeddedFiles', '/OCProperties']
        .filter((key) => key in entry)
        .map((key) => key),
    ),
  '6.6 metadata in XMP that says the part and the level': (read) => {
    const { file, root } = read
    const xmp = xmpOf(read)
    return [
      ...unless(file.dictionary(root['/Metadata'])['/Filter'] === undefined, 'packed'),
      ...unless(xmp.startsWith('<?xpacket begin="\ufeff"') && xmp.endsWith('<?xpacket end="w"?>'), 'packet'),
      ...unless(inXmp(xmp, 'pdfaid:part') === '2' && inXmp(xmp, 'pdfaid:conformance') === 'B', 'level'),
    ]
  },
  '6.6.3 metadata that agree with the information dictionary': (read) => {
    const info = read.file.dictionary(read.file.trailer['/Info'])
    const said = (key: `/${string}`) => textOf(read.file.get(info[key]))
    const xmp = xmpOf(read)
    const created = inXmp(xmp, 'xmp:CreateDate')
      .replace(/\.000Z$/, 'Z')
      .replaceAll(/[-:T]/g, '')
    return [
      ...unless(
        Object.keys(info).toSorted().join() === '/CreationDate,/Creator,/Producer,/Title',
        Object.keys(info).join(),
      ),
      ...unless(said('/Title') !== '' && said('/Title') === inXmp(xmp, 'dc:title'), 'title'),
      ...unless(said('/Creator') === inXmp(xmp, 'xmp:CreatorTool'), 'creator'),
      ...unless(said('/Producer') === inXmp(xmp, 'pdf:Producer'), 'producer'),
      ...unless(said('/CreationDate') === `D:${created}`, `${said('/CreationDate')} and ${created}`),
    ]
  },
}

const operators = new Set(
  (
    'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ' +
    'ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'
  ).split(' '),
)

/** ISO 15076-1:2005, clauses 7.2 and 8.4: a display's profile of three colours whose tags lie within it and are of its kinds. */
function profileFaults(profile: Buffer): readonly string[] {
  const tags = Array.from({ length: profile.readUInt32BE(128) }, (_, index) => {
    const at = 132 + 12 * index
    return {
      name: profile.toString('latin1', at, at + 4),
      from: profile.readUInt32BE(at + 4),
      length: profile.readUInt32BE(at + 8),
    }
  })
  const kinds = {
    desc: 'mluc',
    cprt: 'mluc',
    wtpt: 'XYZ ',
    chad: 'sf32',
    rXYZ: 'XYZ ',
    gXYZ: 'XYZ ',
    bXYZ: 'XYZ ',
    rTRC: 'para',
    gTRC: 'para',
    bTRC: 'para',
  }
  const kindOf = (name: string) => {
    const from = tags.find((tag) => tag.name === name)?.from ?? 0
    return profile.toString('latin1', from, from + 4)
  }
  const xyz = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => {
    const from = tags.find((tag) => tag.name === name)?.from ?? 0
    return [8, 12, 16].map((at) => profile.readInt32BE(from + at) / 65_536)
  })
  // The three primaries together are the white of profiles.
  const white = [0, 1, 2].map((axis) => xyz.reduce((sum, values) => sum + (values[axis] ?? 0), 0))
  return [
    ...unless(profile.readUInt32BE(0) === profile.length, 'length of the profile'),
    ...unless(
      profile.toString('latin1', 12, 24) === 'mntrRGB XYZ ' && profile.toString('latin1', 36, 40) === 'acsp',
      'head',
    ),
    ...unless(profile[8] === 4, 'version'),
    ...Object.entries(kinds).flatMap(([name, kind]) => unless(kindOf(name) === kind, `kind of ${name}`)),
    ...tags.filter(({ from, length }) => from % 4 !== 0 || from + length > profile.length).map(({ name }) => name),
    ...unless(
      white.every((value, axis) => Math.abs(value - ([0.9642, 1, 0.8249][axis] ?? 0)) < 0.001),
      `white ${white.join(' ')}`,
    ),
  ]
}

function fontFaults(read: Read): readonly string[] {
  const { file } = read
  const used = new Map<string, { readonly font: Dictionary; readonly glyphs: Set<number> }>()
  for (const drawn of allDrawn(read)) {
    const glyphs = glyphsOf(drawn)
    if (glyphs.length === 0) continue
    const reference = file.dictionary(drawn.resources['/Font'])[`/${drawn.font}`]
    const key = isReference(reference) ? String(reference.to) : 'none'
    const known = used.get(key) ?? { font: file.dictionary(reference), glyphs: new Set<number>() }
    used.set(key, known)
    for (const glyph of glyphs) known.glyphs.add(glyph)
  }
  return [...used.values()].flatMap(({ font, glyphs }) => {
    const inner = file.dictionary(file.list(font['/DescendantFonts'])[0])
    const descriptor = file.dictionary(inner['/FontDescriptor'])
    const program = file.streamOf(descriptor['/FontFile2'])
    const [first, widths] = file.list(inner['/W'])
    const system = file.dictionary(inner['/CIDSystemInfo'])
    const words = wordsOf(file.streamOf(font['/ToUnicode']).toString('latin1'))
    const real = program.length === 0 ? [] : advancesOf(program)
    const name = nameOf(font['/BaseFont'])
    return [
      ...unless(nameOf(font['/Subtype']) === 'Type0' && nameOf(font['/Encoding']) === 'Identity-H', `${name}: kind`),
      ...unless(nameOf(inner['/CIDToGIDMap']) === 'Identity', `${name}: glyphs`),
      ...unless(
        textOf(system['/Registry']) === 'Adobe' && textOf(system['/Ordering']) === 'Identity',
        `${name}: system`,
      ),
      ...unless(/^[A-Z]{6}\+/.test(name) && nameOf(descriptor['/FontName']) === name, `${name}: name of a subset`),
      ...unless(program.length > 0, `${name}: not embedded`),
      ...[...glyphs].flatMap((glyph) => [
        ...unless(
          first === 0 && Math.abs(Number((widths as readonly Value[])[glyph]) - (real[glyph] ?? -9)) <= 1,
          `${name}: width of ${glyph}`,
        ),
        ...unless((words.get(glyph) ?? '\0').replaceAll('\0', '') !== '', `${name}: word of ${glyph}`),
      ]),
    ]
  })
}

/** Thousandths of the size, from the font's own tables. */
function advancesOf(program: Buffer): readonly number[] {
  const table = (tag: string): Buffer => {
    for (let index = 0; index < program.readUInt16BE(4); index++) {
      const at = 12 + 16 * index
      if (program.toString('latin1', at, at + 4) === tag) return program.subarray(program.readUInt32BE(at + 8))
    }
    throw new Error(`no ${tag} in a font`)
  }
  const [units, count] = [table('head').readUInt16BE(18), table('hhea').readUInt16BE(34)]
  const metrics = table('hmtx')
  return Array.from({ length: count }, (_, glyph) => (metrics.readUInt16BE(4 * glyph) * 1000) / units)
}

function wordsOf(map: string): ReadonlyMap<number, string> {
  const words = new Map<number, string>()
  for (const [, from = '', , list = ''] of map.matchAll(/<([\da-f]+)> <([\da-f]+)> \[([^\]]*)\]/gi)) {
    ;[...list.matchAll(/<([\da-f ]*)>/gi)].forEach(([, codes = ''], index) => {
      const bytes = Buffer.from(codes.replaceAll(' ', ''), 'hex').swap16()
      words.set(Number.parseInt(from, 16) + index, bytes.toString('utf16le'))
    })
  }
  return words
}
