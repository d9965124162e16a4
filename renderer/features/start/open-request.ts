import type { sampleNames } from '../../../shared/api/workspace.ts'

export type SampleName = (typeof sampleNames)[number]

/** The ways to get a file open. */
export type OpenRequest =
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'open'; readonly id?: string; readonly isOlderAgreed?: boolean }
  | { readonly kind: 'adopt'; readonly file: File }
  | { readonly kind: 'sample'; readonly sample: SampleName }

/** What the parts of the start screen share: how to ask, and what is being opened now. */
export type Opener = { readonly open: (request: OpenRequest) => void; readonly busy: OpenRequest | null | undefined }
