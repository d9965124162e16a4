/** What a Word template may name, as data: the application lists it, an imported template is tested against it. */
export type FieldSpec = {
  /** As written in the template: `{so_ky_hieu}`, or `{#can_cu}` … `{/can_cu}` for a list or a condition. */
  readonly name: string
  /** For people, in Vietnamese. */
  readonly label: string
  /** A `flag` only shows or hides what stands between its tags. */
  readonly kind: 'text' | 'flag' | 'list'
  /** What each entry of a list has. */
  readonly fields?: readonly FieldSpec[]
}

/** The values of a document under the names of its fields. */
export type FieldValues = { readonly [name: string]: string | boolean | readonly FieldValues[] }

export function textField(name: string, label: string): FieldSpec {
  return { name, label, kind: 'text' }
}
export function flagField(name: string, label: string): FieldSpec {
  return { name, label, kind: 'flag' }
}
export function listField(name: string, label: string, fields: readonly FieldSpec[]): FieldSpec {
  return {
    name,
    label,
    kind: 'list',
    fields,
  }
}

/** A sentence that opens a list stays with the line after it; every other paragraph stands alone. */
export function leadOrText(text: string): { readonly la_doan: boolean; readonly la_loi_dan: boolean } {
  return {
    la_doan: !text.endsWith(':'),
    la_loi_dan: text.endsWith(':'),
  }
}
