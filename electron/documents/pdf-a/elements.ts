/** A PDF's structure as a screen reader walks it: what a stretch of a page is, in the order in which it is read. */
export type Element = {
  readonly type: ElementType
  /** What a drawing shows, in words. */
  readonly alt?: string
  /** Columns and rows that a cell covers. */
  readonly across?: number
  readonly down?: number
  readonly kids: (Element | Mark)[]
  /** The number of its object in the file, once it has one. */
  id?: number
}

/** A marked stretch of a page: the number of the page's object, and the stretch's own on that page. */
export type Mark = { readonly page: number; readonly mark: number }

/** ISO 32000-1, 14.8.4; `Artifact` is no element but what stands outside them: rules, page numbers, repeated heads. */
export type ElementType =
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Artifact'

export const artifact: Element = { type: 'Artifact', kids: [] }

/** A new element, the last of its parent. */
export function addElement(parent: Element, facts: Omit<Element, 'kids' | 'id'>): Element {
  const element: Element = { ...facts, kids: [] }
  parent.kids.push(element)
  return element
}

/** Elements that hold text themselves; in the others a text is a paragraph of its own. */
export function holdsText({ type }: Element): boolean {
  return !['Sect', 'L', 'LI', 'Table', 'TR'].includes(type)
}
