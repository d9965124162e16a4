import type { AnyContractRouter, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { Router } from '@orpc/server'
import type { AuditCommand, AuditDetails } from '../../shared/api/audit-details.ts'
import type { contract } from '../../shared/api/contract.ts'
import type { AppContext } from '../context.ts'
import type { WorkspaceDb } from '../db/open.ts'
import { commit, type Change } from './commit.ts'
import { procedures } from './procedures.ts'

/**
 * Implements commands at one place of the contract, such as `documents.register`: where a command stands there is what
 * the audit calls it. A handler is given its input, and `commit` (see `commit.ts`) under that name.
 */
export function commandsAt<Place extends string>(app: AppContext, place: Place) {
  const implementers = place.split('.').reduce<unknown>((tree, key) => (tree as Tree)[key], procedures) as Implementers
  return <Verb extends keyof HandlersAt<Place> & string>(handlers: Pick<HandlersAt<Place>, Verb>) => {
    const implemented = Object.entries<Handle>(handlers as { readonly [verb: string]: Handle }).map(
      ([verb, handle]) => {
        const commitIt = (change: Parameters<typeof commit>[2]) =>
          commit(app, `${place}.${verb}` as AuditCommand, change)
        return [verb, implementers[verb]?.handler(({ input }) => handle({ input, commit: commitIt }))]
      },
    )
    return Object.fromEntries(implemented) as { [V in Verb]: Implemented<At<typeof contract, `${Place}.${V}`>> }
  }
}

type HandlersAt<Place extends string> = {
  readonly [Name in AuditCommand as Name extends `${Place}.${infer Verb}` ? Verb : never]: Handler<Name>
}

type Handler<Name extends AuditCommand> = (call: {
  readonly input: InputOf<At<typeof contract, Name>>
  readonly commit: <Result>(change: (db: WorkspaceDb, now: string) => Change<Result, AuditDetails[Name]>) => Result
}) => OutputOf<At<typeof contract, Name>> | Promise<OutputOf<At<typeof contract, Name>>>

type At<Tree, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Tree
    ? At<Tree[Head], Rest>
    : never
  : Path extends keyof Tree
    ? Tree[Path]
    : never

type InputOf<Procedure> =
  Procedure extends ContractProcedure<infer Input, infer _Output, infer _Errors, infer _Meta>
    ? InferSchemaOutput<Input>
    : never

type OutputOf<Procedure> =
  Procedure extends ContractProcedure<infer _Input, infer Output, infer _Errors, infer _Meta>
    ? InferSchemaInput<Output>
    : never

type Implemented<Procedure> = Procedure extends AnyContractRouter ? Router<Procedure, Record<never, never>> : never

type Tree = { readonly [key: string]: unknown }
type Handle = (call: { readonly input: unknown; readonly commit: unknown }) => unknown
type Implementers = {
  readonly [verb: string]: { handler: (handle: (call: { readonly input: unknown }) => unknown) => unknown }
}
