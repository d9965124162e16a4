/** One thing that the member did, waiting to reach the application. Sent again with the same id it has no effect. */
export type DeviceAct = ChooseAct | SubmitAct

type Act = {
  readonly choiceId: string
  readonly agendaItemId: number
  /** The scoring round that was on the screen. */
  readonly round: number
}

export type ChooseAct = Act & {
  readonly kind: 'choose'
  readonly criterionIndex: number
  readonly option: number | null
  /** What the screen showed before. */
  readonly seen: number | null
}

export type SubmitAct = Act & { readonly kind: 'submit'; readonly choices: readonly (number | null)[] }

/** 128 random bits in hexadecimal; a page without TLS has no `crypto.randomUUID`. */
export function makeChoiceId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
