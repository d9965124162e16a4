/** `missing`: nothing lies at its place; `altered`: what lies there has another SHA-256. */
export type PaperFileState = 'there' | 'missing' | 'altered'

/** A file in the folder of papers beside the workspace. */
export type PaperFile = {
  readonly id: number
  /** As it was called when it came. */
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly addedAt: string
  readonly state: PaperFileState
}
