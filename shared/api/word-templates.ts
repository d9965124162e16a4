import { z } from 'zod'
import { acceptedSchema, out, procedure } from './base.ts'
import type { UnprintableText } from './unprintable-text.ts'

/** Documents that offices edit in Word. */
export const wordKinds = [
  'decision',
  'minutes',
  'council-report',
  'proposal',
  'referral-letter',
  'result-notices',
] as const
export type WordKind = (typeof wordKinds)[number]

export type TemplateField = {
  /** As written in the template, with its braces: `{so_ky_hieu}`. */
  readonly tag: string
  /** What closes it: `{/can_cu}`; empty for a text. */
  readonly closing: string
  readonly label: string
  /** How deep it stands inside lists; 0 outside. */
  readonly depth: number
}

export type TemplateFault = {
  /** The tag as found, with its braces; empty where the fault is of the file. */
  readonly tag: string
  /** A Vietnamese sentence. */
  readonly message: string
  /** Where: text of the paragraph, and table and row (1-based) where it stands in one. */
  readonly place: {
    readonly part: 'body' | 'header' | 'footer'
    readonly paragraph: string
    readonly table: number | null
    readonly row: number | null
  } | null
}

/** What was found in a template that is to be brought. */
export type TemplateCheck = {
  readonly faults: readonly TemplateFault[]
  /** What of it cannot be drawn as it is, in words: the PDF of its document is refused, and printed from Word. */
  readonly notDrawn: readonly string[]
  /** Its own texts with signs that the face of the PDF lacks, and what stands there in their place. */
  readonly unprintable: readonly UnprintableText[]
  /** False where nothing of a session would be filled in. */
  readonly hasTags: boolean
}

export type TemplateState = {
  readonly kind: WordKind
  /** The office's own template, or null while the shipped one is used. */
  readonly own: { readonly fileName: string; readonly savedAt: string } | null
}

const kindSchema = z.object({ kind: z.enum(wordKinds) })

export const wordTemplatesContract = {
  list: procedure.output(out<readonly TemplateState[]>()),
  fields: procedure.input(kindSchema).output(out<readonly TemplateField[]>()),
  /** The template in use, to be changed in Word and brought back. */
  download: procedure.input(kindSchema).output(z.file()),
  /** What is wrong with a template; nothing is saved. */
  check: procedure.input(kindSchema.extend({ file: z.file() })).output(out<TemplateCheck>()),
  /**
   * Keeps a template without faults in the workspace file; refused with `template-faulty` otherwise, and `doubtful` where it
   * has no tags.
   */
  save: procedure.input(kindSchema.extend({ file: z.file(), accepted: acceptedSchema })),
  /** Back to the shipped template. */
  reset: procedure.input(kindSchema),
}
