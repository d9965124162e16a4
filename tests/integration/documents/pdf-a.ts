import { beforeAll, describe, expect, it } from 'vitest'
import { readPdfFile } from '../../helpers/pdf-a/read-file.ts'
import { levelB, readWhole, type Read } from '../../helpers/pdf-a/requirements.ts'
import { everyElement, readTree, structureFaults } from '../../helpers/pdf-a/structure.ts'
import type { SessionPapers } from '../../numbers/run-session.ts'

// Every PDF that the compiled program makes, of both samples, held against PDF/A-2b and as a tagged file. No validator
// of PDF/A is in Debian or in npm: what of ISO 19005-2 concerns these files is written down here, one line a clause.
// Making the papers takes longer than reading them: they are those of `numbers.test.ts`.

/** What is held of the samples' papers: drafts of the minutes and the forms of the open session, all of the locked one. */
export function archivedOf({ name, stage, files, testPage }: SessionPapers): ReadonlyMap<string, Uint8Array> {
  const sample = name.replace(` ${stage}`, '')
  if (!samples.has(sample) || stage === 'numbered') return new Map()
  const pdfs = files.filter(({ format }) => format === 'pdf')
  if (stage === 'closed') {
    return new Map([
      ...pdfs.map(({ kind, bytes }) => [`${sample} ${names[kind] ?? kind}`, bytes] as const),
      [`${sample} test-page`, testPage],
    ])
  }
  return new Map(
    pdfs.flatMap(({ kind, bytes }): (readonly [string, Uint8Array])[] => {
      if (kind === 'minutes') return [[`${sample} draft minutes`, bytes]]
      return kind === 'blank-ballots' || kind === 'spare-ballots' ? [[`${sample} ${kind}`, bytes]] : []
    }),
  )
}

const samples: ReadonlySet<string> = new Set(['district-2024', 'province-2026'])
const names: Readonly<Record<string, string>> = { certificates: 'sheet' }

/** @param files by name, of both samples; asked for once they are made */
export function describePdfA(files: ReadonlyMap<string, Uint8Array>): void {
  const read = new Map<string, Read>()

  beforeAll(() => {
    for (const [name, bytes] of files) read.set(name, readWhole(readPdfFile(bytes)))
  })

  /** The faults of all files, each under its name. */
  const faultsOf = (faults: (file: Read) => readonly string[]) =>
    Object.fromEntries(
      [...read].map(([name, file]) => [name, [...new Set(faults(file))]]).filter(([, found]) => found?.length),
    )

  it('has papers of every kind', () => {
    expect(read.size).toBeGreaterThanOrEqual(2 * 13)
  })

  describe('PDF/A-2b', () => {
    it.each(Object.entries(levelB))('%s', (_, faults) => {
      expect(faultsOf(faults)).toEqual({})
    })
  })

  describe('the structure', () => {
    it('holds every word and drawing, and every element of it reaches the top', () => {
      expect(faultsOf(structureFaults)).toEqual({})
    })

    it('names titles, tables with heads, lists and figures', () => {
      const typesOf = (name: string) => new Set(everyElement(readTree(read.get(name) as Read)).map(({ type }) => type))
      for (const type of ['H1', 'P', 'L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD']) {
        expect(typesOf('province-2026 decision')).toContain(type)
      }
      expect(typesOf('province-2026 minutes')).toContain('H2')
      expect(typesOf('province-2026 sheet')).toContain('Figure')
    })

    it('reads a page of a pack as one paragraph, without what stands in its margins for scanners', () => {
      const sections = everyElement(readTree(read.get('province-2026 blank-ballots') as Read)).filter(
        ({ type }) => type === 'Sect',
      )
      const typesBelow = sections.flatMap(({ kids }) => kids.map((kid) => 'type' in kid && kid.type))
      expect([...new Set(typesBelow)]).toEqual(['P'])
    })

    it('says a table once, with a head, however many pages it takes', () => {
      const { pages, ...file } = read.get('province-2026 product-tally') as Read
      const tables = everyElement(readTree({ pages, ...file })).filter(({ type }) => type === 'Table')
      const sections = everyElement(readTree({ pages, ...file })).filter(({ type }) => type === 'Sect')
      expect(tables).toHaveLength(sections.length)
      const pagesOf = tables.map(
        (table) =>
          new Set(everyElement(table).flatMap(({ kids }) => kids.flatMap((kid) => ('mark' in kid ? [kid.page] : []))))
            .size,
      )
      expect(Math.max(...pagesOf)).toBeGreaterThan(1)
    })
  })

  it('asks to be printed at its own size, ballots on both sides and certificates on one', () => {
    const preferences = ({ file, root }: Read) => file.dictionary(root['/ViewerPreferences'])
    expect(
      faultsOf((file) => (JSON.stringify(preferences(file)['/PrintScaling']) === '{"name":"None"}' ? [] : ['scaled'])),
    ).toEqual({})
    expect(preferences(read.get('province-2026 overprint') as Read)['/Duplex']).toEqual({ name: 'Simplex' })
    expect(preferences(read.get('province-2026 blank-ballots') as Read)['/Duplex']).toEqual({
      name: 'DuplexFlipLongEdge',
    })
    expect(preferences(read.get('province-2026 result-notices') as Read)['/Duplex']).toEqual({
      name: 'DuplexFlipLongEdge',
    })
    expect(preferences(read.get('province-2026 decision') as Read)['/Duplex']).toBeUndefined()
  })
}
