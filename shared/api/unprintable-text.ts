/** A text with the signs of it that the face of the documents does not have, and as it is printed. */
export type UnprintableText = { readonly text: string; readonly signs: readonly string[]; readonly printed: string }
