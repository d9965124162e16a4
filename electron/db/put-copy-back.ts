import { copyFileSync, renameSync, rmSync } from 'node:fs'

/** Puts a copy in the place of a closed file whose migration failed; whatever stops this leaves one of the two, whole. */
export function putCopyBack({ copy, path }: { readonly copy: string; readonly path: string }): void {
  const unfinished = `${path}.part`
  try {
    copyFileSync(copy, unfinished)
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}
