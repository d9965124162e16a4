import { isContractProcedure } from '@orpc/contract'
import { z } from 'zod'

export type Procedure = { readonly path: readonly string[]; readonly input: z.core.$ZodType | null }

/** Every procedure of a contract with what it takes. */
export function proceduresOf(tree: object, path: readonly string[] = []): readonly Procedure[] {
  return Object.entries(tree).flatMap(([key, node]: [string, unknown]) => {
    if (typeof node !== 'object' || node === null) return []
    const here = [...path, key]
    if (!isContractProcedure(node)) return proceduresOf(node, here)
    const { inputSchema } = node['~orpc']
    return [{ path: here, input: inputSchema instanceof z.ZodType ? inputSchema : null }]
  })
}

/** The function of a client, or of a router's, at that path. */
export function callAt(
  client: object,
  path: readonly string[],
): (input: unknown, options?: object) => Promise<unknown> {
  return path.reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>>)[key], client) as ReturnType<
    typeof callAt
  >
}
