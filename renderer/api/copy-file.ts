import { refuseLargeFile } from './large-file.ts'

/**
 * A copy in memory: what was shown of a file is what is taken of it, also when it changes on disk meanwhile.
 *
 * @throws the typed error `REFUSED`, `file-too-large`
 */
export async function copyFile(file: File): Promise<File> {
  refuseLargeFile([], { file })
  return new File([await file.arrayBuffer()], file.name, { type: file.type })
}
