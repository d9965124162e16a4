import { out, procedure } from './base.ts'

/** A package by someone else that ships with the application. */
export type Licence = {
  readonly name: string
  readonly version: string
  /** SPDX expression, such as `MIT`. */
  readonly licence: string
  readonly text: string
}

export const settingsContract = {
  /** By name; empty where the program runs from its source. */
  licences: procedure.output(out<readonly Licence[]>()),
}
