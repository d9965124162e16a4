import type { PaperFileState } from '../../../../shared/api/paper-file.ts'
import type { ApplicationKind } from '../../../../shared/domain/session/session-record.ts'
import type { LetterSignature, PaperBlock } from '../../letter/model.ts'
import type { IssuerFacts } from '../issuer.ts'

/** A registration with its product, producer, dossier and files, as forms and indexes print them. */
export type DossierFacts = IssuerFacts & {
  readonly year: number
  readonly application: ApplicationKind
  /** That received the dossier, as typed; empty where nobody said. */
  readonly commune: string
  readonly product: {
    readonly name: string
    readonly code: string
    /** Sector, group and set as far as they are known. */
    readonly classes: readonly string[]
  }
  readonly producer: {
    readonly name: string
    readonly kind: string
    readonly representative: string
    readonly phone: string
    readonly address: string
  }
  readonly samplesReceived: number
  /** What a self-assessment is asked to prove, by the law of the dossier. */
  readonly evidence: readonly { readonly name: string; readonly requirement: string }[]
  /** Of the product's set; none where the set is not known. */
  readonly criteria: readonly {
    readonly code: string
    readonly title: string
    readonly max: number
    readonly proof: string
  }[]
  readonly items: readonly DossierIndexItem[]
}

export type DossierIndexItem = {
  /** Of the dossier rules. */
  readonly key: string
  readonly name: string
  readonly state: 'received' | 'lacking' | 'not-needed' | null
  /** ISO dates, or null. */
  readonly receivedOn: string | null
  readonly expiresOn: string | null
  readonly files: readonly DossierIndexFile[]
}

export type DossierIndexFile = {
  readonly name: string
  readonly size: number
  /** As the file was when it came. */
  readonly sha256: string
  /** As it lies there now; left out where nobody looked. */
  readonly state?: PaperFileState
}

/** A form's line. */
export function field(label: string, value = '', lines = 1): PaperBlock {
  return { kind: 'field', label, value, lines }
}

/** Who signs a form on the right, with the day left to write. */
export function signedBy(posts: readonly string[], manner: string, placeAndDate = writtenDay): PaperBlock {
  const right: LetterSignature = { placeAndDate, posts, manner, name: '' }
  return { kind: 'signatures', left: null, right }
}

const writtenDay = '………, ngày … tháng … năm ……'

/** `Lần đầu √   Nâng hạng □`: the official forms ask for a tick in the box. */
export function boxes(choices: readonly { readonly label: string; readonly isChosen: boolean }[]): string {
  return choices.map(({ label, isChosen }) => `${label} ${isChosen ? '√' : '□'}`).join('\u00a0\u00a0\u00a0\u00a0 ')
}

/** What forms have no use for: they are no letters of the office. */
export const noLetter = {
  isDraft: false,
  addressee: '',
  recipients: [],
  posts: [],
  signerPost: '',
  signer: '',
  annexes: [],
} as const

/** The nation's name alone. */
export const nationHead = { superiorBody: [], issuingBody: [], number: '', placeAndDate: '' } as const
