import type { PersonRole } from '../../domain/people/roles.ts'
import type { contract } from '../contract.ts'

/** Every procedure of the contract by its path, such as `documents.register.enter`. */
export type ProcedurePath = PathsOf<typeof contract>

type PathsOf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends { readonly '~orpc': unknown } ? Key : `${Key}.${PathsOf<Tree[Key]>}`
}[keyof Tree & string]

/** Who may ask, by the name of the rule. */
export const rolesByRule = {
  all: ['secretary', 'checker', 'chair'],
  'second-keying': ['secretary', 'checker'],
  approval: ['secretary', 'chair'],
  // What the chair takes along: whole dossiers and the file itself. A list that says what a screen shows is everybody's.
  papers: ['secretary', 'chair'],
  secretary: ['secretary'],
} as const satisfies Readonly<Record<string, readonly PersonRole[]>>

export type Rule = keyof typeof rolesByRule

/** Procedures of the contract, and of nothing else, each with its rule. */
export type RulesOf = Partial<Readonly<Record<ProcedurePath, Rule>>>
