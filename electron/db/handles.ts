declare const access: unique symbol

/** A workspace file to be asked (see `read`): what handlers are given. */
export type ReadDb = { readonly [access]: 'read' | 'write' }

/** The same file inside a transaction (see `write`): what a command's change is given, and nothing else. */
export type WriteDb = { readonly [access]: 'write' }
