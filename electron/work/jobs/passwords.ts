import { randomBytes } from 'node:crypto'
import { argon2id, argon2Verify } from 'hash-wasm'

/** 46 MiB and one pass, the first of those that OWASP's Password Storage Cheat Sheet names; a tenth of a second. */
const cost = { memorySize: 47_104, iterations: 1, parallelism: 1, hashLength: 32 }

/** Argon2id in its usual text form, which names parameters and salt. */
export async function hashPassword(password: string): Promise<string> {
  return argon2id({ ...cost, password, salt: randomBytes(16), outputType: 'encoded' })
}

export async function checkPassword(password: string, hash: string): Promise<boolean> {
  return password !== '' && argon2Verify({ password, hash })
}
