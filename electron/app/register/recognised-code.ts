import { issueCode } from '../../documents/issue.ts'

type Numbered = {
  /** Of the certificate of this file that was given for it; null where none was. */
  readonly number: number | null
  readonly symbol: string | null
  /** As a list says the number; empty where none does. */
  readonly listedNumber: string
}

/** `07/GCN-UBND`: the number of a recognition's certificate, this file's before what a list says; empty where none is known. */
export function recognisedCode({ number, symbol, listedNumber }: Numbered): string {
  return number === null || symbol === null ? listedNumber : issueCode({ number, symbol })
}
