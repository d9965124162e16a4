import { createHash, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFolder } from '../db/sync-folder.ts'

/** A name beside a file in the making, which says who makes it; programs that keep folders in step leave it alone. */
export function unfinishedPath(folder: string): string {
  return join(folder, `ocop-${process.pid}-${randomBytes(6).toString('hex')}.tmp`)
}

/** The process that makes such a file; null for any other name. */
export function makerOf(name: string): number | null {
  const pid = /^ocop-(\d+)-[0-9a-f]{12}\.tmp/.exec(name)?.[1]
  return pid === undefined ? null : Number(pid)
}

/** Writes a small file whole or not at all. @throws the file system's error */
export function writeWholeFile(path: string, bytes: Uint8Array | string, mode = 0o666): void {
  const unfinished = unfinishedPath(dirname(path))
  try {
    const file = openSync(unfinished, 'wx', mode)
    try {
      const buffer = Buffer.from(bytes)
      for (let at = 0; at < buffer.length;) at += writeSync(file, buffer, at)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    moveInto(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

/** Gives a file that the disk has its name, over whatever stands there, and sees that the disk has the name too. */
export function moveInto(unfinished: string, path: string): void {
  renameSync(unfinished, path)
  syncFolder(dirname(path))
}

/** Waits until the disk has the file's bytes. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/**
 * SHA-256 and length of a file, a piece at a time.
 *
 * @throws the file system's error, and where `isOver` ends it
 */
export function measureFile(
  path: string,
  isOver: () => boolean = () => false,
): { readonly sha256: string; readonly size: number } {
  const file = openSync(path, 'r')
  const hash = createHash('sha256')
  const piece = Buffer.alloc(1024 ** 2)
  let size = 0
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      if (isOver()) throw new Error('reading the file took too long')
      hash.update(piece.subarray(0, read))
      size += read
    }
  } finally {
    closeSync(file)
  }
  return { sha256: hash.digest('hex'), size }
}
