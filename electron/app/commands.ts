import type { AnyContractRouter, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { Router } from '@orpc/server'
import type { AuditCommand, AuditDetails } from '../../shared/api/audit-details.ts'
import type { contract } from '../../shared/api/contract.ts'
import type { AppContext } from '../context.ts'
import type { WriteDb } from '../db/handles.ts'
import { commit, type Change } from './commit.ts'
import { askedHere } from './people/asked-here.ts'
import { procedures } from './procedures.ts'

/**
 * Implements commands at one place of the contract, such as `documents.register`: where a command stands there is what
 * the audit calls it. Handlers of `inside` make their change within its transaction (see `commit`); those of `around`
 * have work before or after it, and are given their own `commit`, which refuses where another file or person came in
 * between (`askedHere`).
 */
export function commandsAt<Place extends string>(app: AppContext, place: Place): CommandsAt<Place> {
  const implementers = place.split('.').reduce<unknown>((tree, key) => (tree as Tree)[key], procedures) as Implementers
  const implement = (handlers: { readonly [verb: string]: unknown }, run: Run) =>
    Object.fromEntries(
      Object.entries(handlers).map(([verb, handle]) => {
        const commitOf =
          (requireStill: () => void): Commit =>
          (change, actor = app.actor) => {
            requireStill()
            return commit(actor === app.actor ? app : { ...app, actor }, `${place}.${verb}` as AuditCommand, change)
          }
        const answer = ({ input }: { readonly input: unknown }) =>
          run(handle as never, { input, commit: commitOf(askedHere(app)) })
        return [verb, implementers[verb]?.handler(answer)]
      }),
    ) as never
  return {
    inside: (handlers) =>
      implement(handlers, (handle, { input, commit: own }) => own((db, now) => handle(db, { input, now }))),
    around: (handlers) => implement(handlers, (handle, call) => handle(call)),
  }
}

type CommandsAt<Place extends string> = {
  readonly inside: Implement<Place, Inside<Place>>
  readonly around: Implement<Place, Around<Place>>
}

type Implement<Place extends string, Handlers> = <Verb extends keyof Handlers & string>(
  handlers: Pick<Handlers, Verb>,
) => { readonly [V in Verb]: Implemented<At<typeof contract, `${Place}.${V}`>> }

type Inside<Place extends string> = {
  readonly [Name in AuditCommand as VerbOf<Place, Name>]: (
    db: WriteDb,
    call: { readonly input: InputOf<Name>; readonly now: string },
  ) => Change<OutputOf<Name>, AuditDetails[Name]>
}

type Around<Place extends string> = {
  readonly [Name in AuditCommand as VerbOf<Place, Name>]: (call: {
    readonly input: InputOf<Name>
    /** `actor`: who does it, where it is not who works at the host. */
    readonly commit: <Result>(
      change: (db: WriteDb, now: string) => Change<Result, AuditDetails[Name]>,
      actor?: string,
    ) => Result
  }) => OutputOf<Name> | Promise<OutputOf<Name>>
}

type VerbOf<Place extends string, Name> = Name extends `${Place}.${infer Verb}` ? Verb : never

type At<Tree, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Tree
    ? At<Tree[Head], Rest>
    : never
  : Path extends keyof Tree
    ? Tree[Path]
    : never

type InputOf<Name extends string> =
  At<typeof contract, Name> extends ContractProcedure<infer Input, infer _Output, infer _Errors, infer _Meta>
    ? InferSchemaOutput<Input>
    : never

type OutputOf<Name extends string> =
  At<typeof contract, Name> extends ContractProcedure<infer _Input, infer Output, infer _Errors, infer _Meta>
    ? InferSchemaInput<Output>
    : never

type Implemented<Procedure> = Procedure extends AnyContractRouter ? Router<Procedure, Record<never, never>> : never

type Tree = { readonly [key: string]: unknown }
type Implementers = {
  readonly [verb: string]: { handler: (handle: (call: { readonly input: unknown }) => unknown) => unknown }
}
type Commit = (
  change: (db: WriteDb, now: string) => Change<unknown, AuditDetails[AuditCommand]>,
  actor?: string,
) => unknown
type Handle = (...of: readonly unknown[]) => never
type Run = (handle: Handle, call: { readonly input: unknown; readonly commit: Commit }) => unknown
