import type { Read } from './requirements.ts'
import { isReference, nameOf, textOf, type Dictionary, type Value } from './read-file.ts'

/** A structure element with what it holds, in reading order. */
export type Tagged = {
  readonly id: number
  readonly type: string
  readonly alt: string
  readonly scope: string
  readonly across: number
  readonly down: number
  readonly kids: readonly (Tagged | { readonly page: number; readonly mark: number })[]
}

/** The elements below the root of the structure. @throws Error where an element is no child of its parent */
export function readTree({ file, root }: Read): Tagged {
  const tree = root['/StructTreeRoot']
  const read = (reference: Value, parent: Value): Tagged => {
    if (!isReference(reference)) throw new Error('an element that is no object')
    const entry = file.dictionary(reference)
    const up = entry['/P']
    if (!isReference(up) || !isReference(parent) || up.to !== parent.to)
      throw new Error(`${reference.to} has another parent`)
    const attributes = file.dictionary(entry['/A'])
    const page = entry['/Pg']
    return {
      id: reference.to,
      type: nameOf(entry['/S']),
      alt: textOf(entry['/Alt']),
      scope: nameOf(attributes['/Scope']),
      across: Number(attributes['/ColSpan'] ?? 1),
      down: Number(attributes['/RowSpan'] ?? 1),
      kids: file.list(entry['/K']).map((kid) => {
        if (typeof kid === 'number') return { page: isReference(page) ? page.to : 0, mark: kid }
        if (isReference(kid)) return read(kid, reference)
        const { '/Pg': other, '/MCID': mark } = kid as Dictionary
        return { page: isReference(other) ? other.to : 0, mark: Number(mark) }
      }),
    }
  }
  const top = file.dictionary(tree)['/K']
  return read(top ?? null, tree ?? null)
}

export function everyElement(element: Tagged): readonly Tagged[] {
  return [element, ...element.kids.flatMap((kid) => ('type' in kid ? everyElement(kid) : []))]
}

/** What may stand below what (ISO 32000-1, 14.8.4). */
const below: Readonly<Record<string, readonly string[]>> = {
  Document: ['Sect'],
  Sect: ['H1', 'H2', 'H3', 'P', 'L', 'Table', 'Figure'],
  L: ['LI'],
  LI: ['LBody'],
  LBody: [],
  Table: ['TR'],
  TR: ['TH', 'TD'],
  TH: [],
  TD: ['Figure'],
  P: [],
  H1: [],
  H2: [],
  H3: [],
  Figure: [],
}

/** What a tagged file lacks (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7). */
export function structureFaults(read: Read): readonly string[] {
  const { file, root, pages } = read
  const top = readTree(read)
  const elements = everyElement(top)
  const said = elements.flatMap(({ id, kids }) => kids.flatMap((kid) => ('mark' in kid ? [{ ...kid, id }] : [])))
  const owner = new Map(said.map(({ page, mark, id }) => [`${page} ${mark}`, id]))
  const tree = file.dictionary(root['/StructTreeRoot'])
  const numbers = file.list(file.dictionary(tree['/ParentTree'])['/Nums'])
  const parents = new Map(
    numbers.flatMap((key, at) => (at % 2 === 0 ? [[key, file.list(numbers[at + 1])] as const] : [])),
  )
  return [
    ...(file.dictionary(root['/MarkInfo'])['/Marked'] === true ? [] : ['not marked']),
    ...(textOf(root['/Lang']) === 'vi-VN' ? [] : ['language']),
    ...(file.dictionary(root['/ViewerPreferences'])['/DisplayDocTitle'] === true ? [] : ['title in the window']),
    ...(owner.size === said.length ? [] : ['a stretch of two elements']),
    ...elements.flatMap((element) => elementFaults(element)),
    ...pages.flatMap(({ reference, page, drawn }, index) => {
      const list = parents.get(page['/StructParents'] ?? null) ?? []
      const marks = new Set(drawn.flatMap(({ mark }) => (mark === null ? [] : [mark])))
      return [
        ...drawn.flatMap(({ operator, tag, depth }) => [
          ...(tag === '' && shows.has(operator) ? [`page ${index + 1}: ${operator} outside of every mark`] : []),
          ...(depth > 1 ? [`page ${index + 1}: a mark in a mark`] : []),
        ]),
        ...[...marks].flatMap((mark) => {
          const id = owner.get(`${reference.to} ${mark}`)
          const up = list[mark]
          return id !== undefined && isReference(up) && up.to === id
            ? []
            : [`page ${index + 1}: ${mark} reaches no element`]
        }),
        ...(list.length === marks.size ? [] : [`page ${index + 1}: ${list.length} owners of ${marks.size} stretches`]),
      ]
    }),
  ]
}

/** Operators that put something on the page. */
const shows = new Set(['Tj', 'TJ', "'", '"', 'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do'])

function elementFaults(element: Tagged): readonly string[] {
  const { type, kids, alt, scope } = element
  const children = kids.flatMap((kid) => ('type' in kid ? [kid] : []))
  return [
    ...children.flatMap((kid) => (below[type]?.includes(kid.type) === true ? [] : [`${kid.type} in ${type}`])),
    ...(kids.length > 0 || type === 'TD' || type === 'TH' ? [] : [`an empty ${type}`]),
    ...(type !== 'Figure' || alt !== '' ? [] : ['a figure without words']),
    ...(type !== 'TH' || scope === 'Column' ? [] : ['a head that heads nothing']),
    ...(type === 'Table' ? tableFaults(children) : []),
  ]
}

/** Rows of equal width, counted with what cells above them cover. */
function tableFaults(rows: readonly Tagged[]): readonly string[] {
  const covered: number[] = []
  const widths = rows.map(({ kids }, index) => {
    const cells = kids.flatMap((kid) => ('type' in kid ? [kid] : []))
    for (const { across, down } of cells) {
      for (let row = index; row < index + down; row++) covered[row] = (covered[row] ?? 0) + across
    }
    return covered[index] ?? 0
  })
  const heads = rows[0]?.kids.every((kid) => 'type' in kid && kid.type === 'TH') ?? false
  return [
    ...(new Set(widths).size === 1 && covered.length === rows.length ? [] : [`rows of ${widths.join(', ')} cells`]),
    ...(heads ? [] : ['a table without a head']),
  ]
}
