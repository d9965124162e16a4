import { createWriteStream, openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Decrypter, Encrypter } from 'age-encryption'
import { Refusal } from '../../shared/api/refusal.ts'

export type Sealing = { readonly from: string; readonly to: string; readonly password: string }

/** Encrypts a file for whoever knows the password, in the format of age, which other programs open too. */
export async function sealFile({ from, to, password }: Sealing): Promise<void> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(password.normalize('NFC'))
  await write(to, await encrypter.encrypt((await openAsBlob(from)).stream()))
}

/** @throws Refusal `password-wrong`; `backup-faulty` for what is no such file, or is not whole */
export async function unsealFile({ from, to, password }: Sealing): Promise<void> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(password.normalize('NFC'))
  try {
    await write(to, await decrypter.decrypt((await openAsBlob(from)).stream()))
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error
    const message = error instanceof Error ? error.message : String(error)
    throw message.includes('identity matched') || message.includes('no identity')
      ? new Refusal('password-wrong')
      : new Refusal('backup-faulty', { name: basename(from) })
  }
}

async function write(to: string, bytes: ReadableStream<Uint8Array>): Promise<void> {
  await pipeline(piecesOf(bytes), createWriteStream(to, { flags: 'wx', flush: true }))
}

async function* piecesOf(bytes: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = bytes.getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value
}
