import { type Element, type Mark } from './elements.ts'
import { packObjects, type PdfReference, type PdfWriter } from './pack-objects.ts'

/** The structure of a PDF, written section by section as its pages are. */
export type Structure = {
  /** @param write adds operators to the page */
  readonly openPage: (page: PdfReference, write: (operators: string) => void) => PageMarks
  /** Writes a section whose pages are drawn; elements that nothing was drawn for are left out, but for cells. */
  readonly write: (section: Element) => void
}

export type PageMarks = {
  /** What is drawn from here belongs to that element. */
  readonly turnTo: (element: Element) => void
  /** What is drawn from here belongs to none, until the next turn. */
  readonly close: () => void
  readonly end: () => void
}

/** Makes a file a tagged one (ISO 32000-1, 14.7 and 14.8). */
export function openStructure(file: PdfWriter): Structure {
  const pack = packObjects(file)
  const { _root: catalog } = file
  const root = file.ref({})
  const [whole, parents] = [pack.reserve(), pack.reserve()]
  const sections: number[] = []
  const pages: number[] = []
  const idOf = (element: Element): number => (element.id ??= pack.reserve())
  const write = (element: Element, parent: number): number => {
    const id = idOf(element)
    const kids = element.kids.filter((kid) => 'mark' in kid || isSaid(kid))
    const page = kids.find((kid) => 'mark' in kid)?.page
    const said = kids.map((kid) => ('mark' in kid ? markText(kid, page) : refer(write(kid, id))))
    pack.write(
      id,
      `<</S/${element.type}/P ${refer(parent)}${page === undefined ? '' : `/Pg ${refer(page)}`}` +
        `${attributesOf(element)}/K[${said.join(' ')}]>>`,
    )
    return id
  }
  file.endMarkings = () => {
    pack.write(whole, `<</S/Document/P ${refer(root.id)}/K[${sections.map(refer).join(' ')}]>>`)
    pack.write(parents, `<</Nums[${pages.map((list, key) => `${key} ${refer(list)}`).join(' ')}]>>`)
    const trees = `/K ${refer(whole)}/ParentTree ${refer(parents)}/ParentTreeNextKey ${pages.length}`
    pack.write(root.id, `<</Type/StructTreeRoot${trees}>>`)
    pack.end()
    Object.assign(catalog.data, { MarkInfo: { Marked: true }, StructTreeRoot: root })
  }
  return {
    openPage: (page, draw) => {
      const owners: number[] = []
      Object.assign(page.data, { StructParents: pages.length })
      const list = pack.reserve()
      pages.push(list)
      let open: Element | null = null
      const close = () => {
        if (open !== null) draw('EMC')
        open = null
      }
      return {
        turnTo: (element) => {
          if (element === open) return
          close()
          open = element
          if (element.type === 'Artifact') return draw('/Artifact BMC')
          draw(`/${element.type} <</MCID ${owners.length}>> BDC`)
          element.kids.push({ page: page.id, mark: owners.length })
          owners.push(idOf(element))
        },
        close,
        end: () => {
          close()
          pack.write(list, `[${owners.map(refer).join(' ')}]`)
        },
      }
    },
    write: (section) => {
      if (isSaid(section)) sections.push(write(section, whole))
    },
  }
}

const refer = (id: number): string => `${id} 0 R`

/** Cells stand for their places in the row, whether anything is written in them or not. */
const isSaid = ({ type, kids }: Element): boolean =>
  type === 'TD' || type === 'TH' || kids.some((kid) => 'mark' in kid || isSaid(kid))

const markText = ({ page, mark }: Mark, usual: number | undefined): string =>
  page === usual ? String(mark) : `<</Type/MCR/Pg ${refer(page)}/MCID ${mark}>>`

function attributesOf({ type, alt, across = 1, down = 1 }: Element): string {
  const table = [
    ...(type === 'TH' ? ['/Scope/Column'] : []),
    ...(across > 1 ? [`/ColSpan ${across}`] : []),
    ...(down > 1 ? [`/RowSpan ${down}`] : []),
  ]
  return [
    ...(table.length === 0 ? [] : [`/A<</O/Table${table.join('')}>>`]),
    ...(alt === undefined ? [] : [`/Alt<FEFF${Buffer.from(alt, 'utf16le').swap16().toString('hex')}>`]),
  ].join('')
}
